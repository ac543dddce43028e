import type { Outcome, PlanItem, VisitPerson } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Name } from "../../parts/Name.tsx";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { SavedMark } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import type { Handed } from "./handed.ts";
import { VisitWriter } from "./VisitWriter.tsx";
import css from "./visit.module.css";

const OUTCOMES: readonly [key: string, outcome: Outcome][] = [
  ["1", "met"],
  ["2", "away"],
  ["3", "unwilling"],
  ["4", "unwell"],
  ["0", "out"],
];

/** Puts the caret into the text of the person in front. */
export const focusNote = () => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-note] textarea")?.focus());
};

type Props = {
  plan: PlanItem;
  person: VisitPerson;
  /** Text that is on its way into the vault. */
  handed: string | null;
  /** Whether the caret belongs into the text when this person comes to the front. */
  caret: boolean;
  last: boolean;
  onOutcome: (outcome: Outcome) => void;
  onHand: (handed: Handed) => void;
  onLeave: () => void;
};

/** One person of the round: what was said last time, the outcome by one key, and the note. */
export function VisitNote(props: Props) {
  const { person, onOutcome } = props;
  const met = person.outcome === null || person.outcome === "met";
  const marks = Object.fromEntries(OUTCOMES.map(([key, outcome]) => [key, () => onOutcome(outcome)]));
  useKeys({ ...marks, N: focusNote });
  return (
    <section className={css["note"]} aria-label={person.name} data-note="">
      <header>
        <div className={css["who"]}>
          <h2 className={css["name"]}>
            <Name name={person.name} kana={person.kana} />
          </h2>
          <Button kind="quiet" dense onPress={() => go({ at: "people", caseId: person.case_id })}>
            {say("work.visit.open_person")}
          </Button>
        </div>
        <p className={css["before"]}>
          {person.last_on === null ? say("work.visit.no_last") : say("work.visit.last", { date: shortDay(person.last_on) })}
          {person.last_text !== null && <span className={css["lastText"]}>{person.last_text}</span>}
        </p>
        {person.open_step !== null && <p className={css["step"]}>{say("work.visit.step", { text: person.open_step })}</p>}
      </header>
      <fieldset className={css["outcomes"]}>
        <legend className="for-reader">{say("work.visit.outcome")}</legend>
        {OUTCOMES.map(([key, outcome]) => (
          <button
            key={outcome}
            type="button"
            className={css["outcome"]}
            aria-pressed={person.outcome === outcome}
            onClick={() => onOutcome(outcome)}
          >
            {codeName("outcome", outcome)}
            <Kbd keys={key} />
          </button>
        ))}
      </fieldset>
      {person.contact !== null ? (
        <div className={css["record"]}>
          <h3>{say("work.visit.again")}</h3>
          <LinkedText text={person.contact.text} mentions={person.contact.mentions} />
          {person.contact.next_step !== null && <p className={css["step"]}>→ {person.contact.next_step}</p>}
        </div>
      ) : props.handed !== null ? (
        <div className={css["record"]}>
          <h3>{say("work.visit.again")}</h3>
          <LinkedText text={props.handed} mentions={[]} />
          <SavedMark at={null} waiting />
        </div>
      ) : (
        <VisitWriter
          plan={props.plan}
          caseId={person.case_id}
          stage={person.stage}
          method={met ? "interview_hospital" : "other"}
          counterpart={met ? "person" : "hospital"}
          outcome={person.outcome ?? "met"}
          caret={props.caret}
          hint={say("work.visit.hint")}
          last={props.last}
          onHand={props.onHand}
          onLeave={props.onLeave}
        />
      )}
    </section>
  );
}
