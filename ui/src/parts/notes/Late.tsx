import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import { shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { Chip } from "../Chip.tsx";
import css from "./notes.module.css";

/** While somebody writes about a day that has passed: that it will be marked, and which reports know that day already. */
export function Late({ on }: { on: string | null }) {
  const today = useQuery(ask("Today", { on: null })).data?.on;
  return (
    <>
      {on !== null && today !== undefined && on < today.slice(0, on.length) && (
        <p className={css["late"]}>{say("people.late.entry", { on: shortDate(on) })}</p>
      )}
      <Issued on={on} />
    </>
  );
}

/** Says that a report over a day has left already, so that its figures may differ from now on. */
export function Issued({ on }: { on: string | null }) {
  const whole = on?.length === WHOLE_DAY;
  const issued = useQuery({ ...ask("IssuedReports", { on: on ?? "" }), enabled: whole });
  const [newest, ...others] = whole ? (issued.data ?? []) : [];
  if (newest === undefined) return null;
  return (
    <p className={css["issued"]} role="status">
      {say("people.late.issued", { file: newest.file_name, date: shortDate(newest.released_at.slice(0, 10)) })}
      {others.length > 0 && <span>{say("people.late.issued_more", { n: others.length })}</span>}
    </p>
  );
}

/** Length of a date that is known to the day. */
const WHOLE_DAY = "2026-11-24".length;

/** Both days of what was written later, so that nobody takes one for the other. */
export function Written({ on, at }: { on: string; at: string }) {
  const written = at.slice(0, 10);
  if (on === written.slice(0, on.length)) return null;
  return (
    <>
      <Chip>{say("people.late.mark")}</Chip>
      <span>{say("people.late.both", { on: shortDate(on), written: shortDate(written) })}</span>
    </>
  );
}
