import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage, Certainty, ExitLine } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form, recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeName, codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

const NO_ORGANISATION = "";

/** The exit from the first day: four lines, each with how certain it is. */
export function ExitLines({ person }: { person: CasePage }) {
  const [open, setOpen] = useState<ExitLine | null>(null);
  return (
    <Section title={say("people.person.exit")}>
      <ul className={css["exit"]}>
        {person.exit.map((line) => (
          <li key={line.key}>
            <button
              type="button"
              className={css["exitLine"]}
              title={say("people.person.exit_of", { line: codeName("exit_key", line.key) })}
              onClick={() => setOpen(line)}
            >
              <span className={css["exitKey"]}>{codeName("exit_key", line.key)}</span>
              <span className={css["exitText"]}>
                {line.idea !== "" ? line.idea : <span className={css["none"]}>{say("people.person.no_exit")}</span>}
                {line.org !== null && !line.idea.includes(line.org) && <span className={css["exitOrg"]}>{line.org}</span>}
                {line.wish !== "" && <span className={css["exitWish"]}>{say("people.person.hoped", { text: line.wish })}</span>}
              </span>
              <Chip kind={line.certainty === "fixed" ? "accent" : "plain"}>{codeName("certainty", line.certainty)}</Chip>
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <ExitForm person={person} line={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function ExitForm({ person, line, onClose }: { person: CasePage; line: ExitLine; onClose: () => void }) {
  const sheet = useSheet(`form/exit/${person.id}/${line.key}`, {
    wish: line.wish,
    idea: line.idea,
    org: line.org_id ?? NO_ORGANISATION,
    certainty: line.certainty,
  });
  const { wish, idea, org, certainty } = sheet.values;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const write = useAct("SetExitLine", { refusals: "here" });
  const keep = () =>
    write.mutate(
      { case_id: person.id, key: line.key, wish, idea, org_id: org === NO_ORGANISATION ? null : org, certainty },
      recorded(sheet, onClose),
    );
  return (
    <Dialog title={say("people.exit.title", { line: codeName("exit_key", line.key) })} isOpen onClose={onClose}>
      <Form sheet={sheet} keep={say("people.exit.keep")} onKeep={keep} ready={!write.isPending} refusal={write.error}>
        <LineEntry label={say("people.exit.wish")} value={wish} onChange={(next) => sheet.set({ wish: next })} autoFocus />
        <LineEntry label={say("people.exit.idea")} value={idea} onChange={(next) => sheet.set({ idea: next })} />
        <Select
          label={say("people.exit.org")}
          value={org}
          onChange={(next) => sheet.set({ org: next })}
          options={[
            { id: NO_ORGANISATION, label: say("people.exit.no_org") },
            ...(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name })),
          ]}
        />
        <Choice
          label={say("people.exit.certainty")}
          value={certainty}
          onChange={(next) => sheet.set({ certainty: next as Certainty })}
          options={codeOptions("certainty")}
        />
      </Form>
    </Dialog>
  );
}
