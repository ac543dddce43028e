import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage, Stage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

/** A move on the road, forwards or back; the history keeps every step. */
export function StageForm({ person, isOpen, onClose }: { person: CasePage; isOpen: boolean; onClose: () => void }) {
  const today = useQuery(ask("Today", { on: null }));
  if (!isOpen || today.data === undefined) return null;
  return <Form person={person} today={today.data.on} onClose={onClose} />;
}

function Form({ person, today, onClose }: { person: CasePage; today: string; onClose: () => void }) {
  const [stage, setStage] = useState<Stage>(person.stage);
  const [from, setFrom] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const move = useAct("MoveStage", { refusals: "here" });
  const keep = () => {
    if (from !== null) move.mutate({ case_id: person.id, stage, from_on: from, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={say("people.stage.title")}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        <Button kind="primary" onPress={keep} isDisabled={from === null || stage === person.stage || move.isPending}>
          {say("people.stage.keep")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <Choice label={say("people.stage.to")} value={stage} onChange={(next) => setStage(next as Stage)} options={codeOptions("stage")} />
        <DateEntry label={say("people.stage.from")} value={from} onChange={setFrom} />
        <LineEntry
          label={say("people.stage.reason")}
          hint={say("people.stage.reason_hint")}
          value={reason}
          onChange={setReason}
          onEnter={keep}
        />
        {move.error !== null && <ErrorNote failure={move.error} />}
      </div>
    </Dialog>
  );
}
