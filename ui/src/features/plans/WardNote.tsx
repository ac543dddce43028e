import type { VisitPage } from "../../house/contract.gen.ts";
import { useKeys } from "../../parts/keys.ts";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { SavedMark } from "../../parts/States.tsx";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import type { Handed } from "./handed.ts";
import { focusNote } from "./VisitNote.tsx";
import { VisitWriter } from "./VisitWriter.tsx";
import css from "./visit.module.css";

type Props = {
  visit: VisitPage;
  /** Text that is on its way into the vault. */
  handed: string | null;
  caret: boolean;
  last: boolean;
  onHand: (handed: Handed) => void;
  onLeave: () => void;
};

/** 病棟（職員と）: what was talked about with the staff, in nobody's record. */
export function WardNote({ visit, handed, caret, last, onHand, onLeave }: Props) {
  const { notes, last_on, last_text } = visit.ward;
  useKeys({ N: focusNote });
  return (
    <section className={css["note"]} aria-label={say("work.visit.ward")} data-note="">
      <header>
        <h2 className={css["name"]}>{say("work.visit.ward")}</h2>
        <p className={css["before"]}>
          {last_on === null ? say("work.visit.no_last") : say("work.visit.last", { date: shortDay(last_on) })}
          {last_text !== null && <span className={css["lastText"]}>{last_text}</span>}
        </p>
      </header>
      {notes.map((note) => (
        <div key={note.id} className={css["record"]}>
          <LinkedText text={note.text} mentions={note.mentions} />
          {note.next_step !== null && <p className={css["step"]}>→ {note.next_step}</p>}
        </div>
      ))}
      {handed !== null ? (
        <div className={css["record"]}>
          <LinkedText text={handed} mentions={[]} />
          <SavedMark at={null} waiting />
        </div>
      ) : (
        <VisitWriter
          plan={visit.plan}
          caseId={null}
          stage={null}
          method="other"
          counterpart="hospital"
          outcome={null}
          caret={caret}
          hint={say("work.visit.ward_hint")}
          last={last}
          onHand={onHand}
          onLeave={onLeave}
        />
      )}
    </section>
  );
}
