import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { SessionPage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./programmes.module.css";

type Props = {
  session: SessionPage;
  attendance: Record<string, string>;
  onAttendance: (attendance: Record<string, string>) => void;
  cases: { id: string; name: string }[];
  onCases: (cases: { id: string; name: string }[]) => void;
  labels: string[];
  onLabels: (labels: string[]) => void;
};

/** Who was there: one press for everybody, then the exceptions. */
export function Roster({ session, attendance, onAttendance, cases, onCases, labels, onLabels }: Props) {
  const [label, setLabel] = useState("");
  const caseload = useQuery(ask("CaseList", { filter: "", scope: "all", sort: "kana" }));
  const known = new Set([...session.attendance.map((one) => one.case_id), ...cases.map((one) => one.id)]);
  const free = (caseload.data?.lines ?? []).filter((line) => !known.has(line.id));
  const all = () =>
    onAttendance(Object.fromEntries(session.attendance.map((one) => [one.participant_id, attendance[one.participant_id] ?? "present"])));
  const addLabel = () => {
    if (label.trim() === "") return;
    onLabels([...labels, label.trim()]);
    setLabel("");
  };
  return (
    <Section
      title={say("work.programme.attendance")}
      aside={
        session.attendance.length > 0 && (
          <Button dense onPress={all}>
            {say("work.programme.all_present")}
          </Button>
        )
      }
    >
      {session.attendance.length + cases.length + labels.length === 0 && <p className={css["none"]}>{say("work.programme.roster_none")}</p>}
      <ul className={css["roster"]}>
        {session.attendance.map((one) => (
          <li key={one.participant_id}>
            <Choice
              label={one.case_id === null ? one.name : `${one.name}${say("shell.san")}`}
              dense
              value={attendance[one.participant_id] ?? one.attendance}
              onChange={(code) => onAttendance({ ...attendance, [one.participant_id]: code })}
              options={codeOptions("attendance")}
            />
          </li>
        ))}
        {cases.map((one) => (
          <li key={one.id} className={css["new"]}>
            {one.name}
            {say("shell.san")}
          </li>
        ))}
        {labels.map((one) => (
          <li key={one} className={css["new"]}>
            {one}
          </li>
        ))}
      </ul>
      <div className={css["add"]}>
        <Select
          label={say("work.programme.add_case")}
          value={null}
          onChange={(id) => {
            const line = free.find((one) => one.id === id);
            if (line !== undefined) onCases([...cases, { id, name: line.name }]);
          }}
          options={free.map((line) => ({ id: line.id, label: `${line.name}${say("shell.san")}` }))}
        />
        <LineEntry
          label={say("work.programme.add_label")}
          placeholder={say("work.programme.label_name")}
          value={label}
          onChange={setLabel}
          onEnter={addLabel}
        />
        <Button onPress={addLabel} isDisabled={label.trim() === ""}>
          {say("work.programme.add_do")}
        </Button>
      </div>
    </Section>
  );
}
