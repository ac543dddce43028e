import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { SessionPage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { keyName } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./programmes.module.css";

/** Who came, as it is being written down. */
export type Marks = { attendance: Record<string, string>; cases: { id: string; name: string }[]; labels: string[] };
type Props = { session: SessionPage; marks: Marks; onMarks: (marks: Partial<Marks>) => void };

/** Who was there: one press for everybody, then the exceptions by arrow and digit. */
export function Roster({ session, marks, onMarks }: Props) {
  const { attendance, cases, labels } = marks;
  const [label, setLabel] = useState("");
  const caseload = useQuery(ask("CaseList", { filter: "", scope: "all", sort: "kana" }));
  const known = new Set([...session.attendance.map((one) => one.case_id), ...cases.map((one) => one.id)]);
  const free = (caseload.data?.lines ?? []).filter((line) => !known.has(line.id));
  const codes = codeOptions("attendance");
  const nobody = session.attendance.length + cases.length + labels.length === 0;
  const codeOf = (one: SessionPage["attendance"][number]) => attendance[one.participant_id] ?? one.attendance;
  const all = () =>
    onMarks({ attendance: Object.fromEntries(session.attendance.map((one) => [one.participant_id, codeOf(one) ?? "present"])) });
  const addLabel = () => {
    if (label.trim() === "") return;
    onMarks({ labels: [...labels, label.trim()] });
    setLabel("");
  };
  const byKey = (event: KeyboardEvent<HTMLLIElement>, participant: string) => {
    const name = keyName(event);
    const code = codes[Number(name) - 1];
    const row = event.currentTarget;
    const other = name === "ArrowDown" ? row.nextElementSibling : name === "ArrowUp" ? row.previousElementSibling : null;
    if (code !== undefined) onMarks({ attendance: { ...attendance, [participant]: code.id } });
    else if (other !== null) (other.querySelector<HTMLElement>("input:checked") ?? other.querySelector<HTMLElement>("input"))?.focus();
    if (code === undefined && name !== "ArrowDown" && name !== "ArrowUp") return;
    event.preventDefault();
    event.stopPropagation();
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
      {nobody ? (
        <p className={css["none"]}>{say("work.programme.roster_none")}</p>
      ) : (
        session.attendance.length > 0 && <p className={css["keys"]}>{say("work.programme.keys")}</p>
      )}
      <ul className={css["roster"]}>
        {session.attendance.map((one) => {
          const name = one.case_id === null ? one.name : `${one.name}${say("shell.san")}`;
          return (
            <li key={one.participant_id} onKeyDownCapture={(event) => byKey(event, one.participant_id)}>
              <span className={css["who"]}>{name}</span>
              <Choice
                label={name}
                hideLabel
                dense
                value={codeOf(one)}
                onChange={(code) => onMarks({ attendance: { ...attendance, [one.participant_id]: code } })}
                options={codes}
              />
            </li>
          );
        })}
        {[
          ...cases.map((one) => ({ key: one.id, name: `${one.name}${say("shell.san")}` })),
          ...labels.map((one) => ({ key: one, name: one })),
        ].map((one) => (
          <li key={one.key}>
            <span className={css["who"]}>{one.name}</span>
            <span className={css["new"]}>
              {say("work.programme.joins")}
              <Button
                kind="quiet"
                dense
                label={say("work.programme.leave_out_of", { name: one.name })}
                onPress={() =>
                  onMarks({
                    cases: cases.filter((other) => other.id !== one.key),
                    labels: labels.filter((other) => other !== one.key),
                  })
                }
              >
                {say("work.programme.leave_out")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className={css["add"]}>
        <Select
          label={say("work.programme.add_case")}
          value={null}
          onChange={(id) => {
            const line = free.find((one) => one.id === id);
            if (line !== undefined) onMarks({ cases: [...cases, { id, name: line.name }] });
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
