import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../house/ask.ts";
import { shortDate } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./notes.module.css";

/** Says that a report over a day has left already, so that its figures may differ from now on. */
export function Issued({ on }: { on: string | null }) {
  const issued = useQuery({ ...ask("IssuedReports", { on: on ?? "" }), enabled: on !== null });
  const [newest, ...others] = on === null ? [] : (issued.data ?? []);
  if (newest === undefined) return null;
  return (
    <p className={css["issued"]} role="status">
      {say("people.late.issued", { file: newest.file_name, date: shortDate(newest.released_at.slice(0, 10)) })}
      {others.length > 0 && <span>{say("people.late.issued_more", { n: others.length })}</span>}
    </p>
  );
}
