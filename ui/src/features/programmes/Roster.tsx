import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { AttendanceChange, SessionPage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { keyName } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { codeName, codeOptions } from "../../words/codes.ts";
import { shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { PersonPick } from "./PersonPick.tsx";
import css from "./programmes.module.css";

/** Who came, as it is being written down. */
export type Marks = {
  attendance: Record<string, string>;
  remarks: Record<string, string>;
  cases: { id: string; name: string }[];
  labels: string[];
};
type Props = { session: SessionPage; marks: Marks; onMarks: (marks: Partial<Marks>) => void };

type Listed = SessionPage["attendance"][number];

/** What the list begins with: the programme's own value, while nothing at all is recorded of the session. */
export const beginsWith = (session: SessionPage): string | null =>
  session.written_at === null && session.attendance.every((one) => one.attendance === null) ? session.default_attendance : null;

/** The attendance of somebody as it is being written down. */
export const codeOf = (session: SessionPage, marks: Marks, one: Listed): string | null =>
  marks.attendance[one.participant_id] ?? one.attendance ?? beginsWith(session);

/** Who was there: it begins with the programme's own value, or one press for everybody; then the exceptions by arrow and digit. */
export function Roster({ session, marks, onMarks }: Props) {
  const { attendance, cases, labels } = marks;
  const roster = useRef<HTMLUListElement>(null);
  const known = [...session.attendance.map((one) => one.case_id), ...cases.map((one) => one.id)].filter((id) => id !== null);
  const codes = codeOptions("attendance");
  const nobody = session.attendance.length + cases.length + labels.length === 0;
  const begins = beginsWith(session);
  const [opened, setOpened] = useState<string | null>(null);
  /** The line about somebody; none until it is wanted. */
  const remarkOf = (one: Listed): string | null => {
    const text = marks.remarks[one.participant_id] ?? one.remark;
    return text === "" && opened !== one.participant_id ? null : text;
  };
  // The keyboard stands on the first person: digits and arrows work at once.
  useEffect(() => {
    roster.current?.querySelector<HTMLElement>("input:checked, input")?.focus();
  }, []);
  const all = (code: string) => onMarks({ attendance: Object.fromEntries(session.attendance.map((one) => [one.participant_id, code])) });
  const byKey = (event: KeyboardEvent<HTMLLIElement>, participant: string) => {
    // Digits belong to a line that is being typed.
    if ((event.target as HTMLElement).matches("input[type=text]")) return;
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
          <span className={css["all"]}>
            <Button dense onPress={() => all("present")}>
              {say("work.programme.all_present")}
            </Button>
            <Button dense onPress={() => all("absent")}>
              {say("programmes.session.all_absent")}
            </Button>
          </span>
        )
      }
    >
      {nobody ? (
        <p className={css["none"]}>{say("work.programme.roster_none")}</p>
      ) : (
        session.attendance.length > 0 && <p className={css["keys"]}>{say("work.programme.keys")}</p>
      )}
      {begins !== null && session.attendance.length > 0 && (
        <p className={css["keys"]}>{say("programmes.session.proposed", { default: codeName("attendance", begins) })}</p>
      )}
      <ul ref={roster} className={css["roster"]}>
        {session.attendance.map((one) => {
          const name = one.case_id === null ? one.name : `${one.name}${say("shell.san")}`;
          return (
            <li key={one.participant_id} onKeyDownCapture={(event) => byKey(event, one.participant_id)}>
              <span className={css["who"]}>
                {name}
                {remarkOf(one) === null && (
                  <Button
                    kind="quiet"
                    dense
                    label={say("programmes.session.remark", { name: one.name })}
                    onPress={() => setOpened(one.participant_id)}
                  >
                    {say("programmes.session.remark_short")}
                  </Button>
                )}
                {one.changes.length > 0 && <Changed change={one.changes[one.changes.length - 1]} />}
              </span>
              <Choice
                label={name}
                hideLabel
                dense
                value={codeOf(session, marks, one)}
                onChange={(code) => onMarks({ attendance: { ...attendance, [one.participant_id]: code } })}
                options={codes}
              />
              {remarkOf(one) !== null && (
                <div className={css["wide"]}>
                  <LineEntry
                    label={say("programmes.session.remark", { name: one.name })}
                    hideLabel
                    value={remarkOf(one) ?? ""}
                    onChange={(text) => onMarks({ remarks: { ...marks.remarks, [one.participant_id]: text } })}
                    autoFocus={opened === one.participant_id}
                  />
                </div>
              )}
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
        <PersonPick
          label={say("programmes.roster.pick")}
          without={known}
          onPick={(person) => onMarks({ cases: [...cases, person] })}
          onLabel={(label) => onMarks({ labels: [...labels.filter((one) => one !== label), label] })}
        />
      </div>
    </Section>
  );
}

/** When an attendance was corrected, and what stood there before. */
function Changed({ change }: { change: AttendanceChange | undefined }) {
  if (change === undefined) return null;
  const was = change.was === null ? "" : codeName("attendance", change.was);
  return <span className={css["changed"]}>{say("programmes.session.changed", { at: shortDate(change.at.slice(0, 10)), was })}</span>;
}
