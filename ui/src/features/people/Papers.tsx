import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { CasePage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { say } from "../../words/words.ts";
import { DecisionForm, HoldForm, StayForm } from "./PaperForms.tsx";
import css from "./person.module.css";

type Paper = "stay" | "decision" | "hold";

/** What comes on paper: admission and discharge, benefit decisions, a hold. */
export function Papers({ person }: { person: CasePage }) {
  const [open, setOpen] = useState(false);
  const [paper, setPaper] = useState<Paper>("stay");
  const today = useQuery(ask("Today", { on: null }));
  const close = () => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say("people.papers.open")}</Button>
      {open && today.data !== undefined && (
        <Dialog title={say("people.papers.open")} isOpen onClose={close} width="middle">
          <div className={css["form"]}>
            <Choice
              label={say("people.papers.what")}
              hideLabel
              value={paper}
              onChange={setPaper}
              options={(["stay", "decision", "hold"] as const).map((id) => ({ id, label: say(`people.papers.${id}`) }))}
            />
            {paper === "stay" && <StayForm person={person} onDone={close} />}
            {paper === "decision" && <DecisionForm person={person} today={today.data.on} onDone={close} />}
            {paper === "hold" && <HoldForm person={person} today={today.data.on} onDone={close} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
