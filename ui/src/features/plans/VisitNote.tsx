import { useState } from "react";
import type { Outcome, PlanItem, VisitPerson } from "../../house/contract.gen.ts";
import { useDraft, useSheet } from "../../house/draft.ts";
import { whyRefused } from "../../house/handing.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Name } from "../../parts/Name.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Late } from "../../parts/notes/Late.tsx";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { LiveNoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, stepLines, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { isEmpty, useTyped, useTyping } from "../../parts/notes/typing.ts";
import { Answer, ErrorNote, SavedMark } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { type Handed, visitPlace } from "./handed.ts";
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
        <Draft {...props} />
      )}
    </section>
  );
}

function Draft(props: Props) {
  const draft = useDraft(visitPlace(props.plan, props.person.case_id));
  return <Answer of={draft.kept}>{() => <Writer {...props} draft={draft} />}</Answer>;
}

function Writer({ plan, person, caret, last, onHand, onLeave, draft }: Props & { draft: ReturnType<typeof useDraft> }) {
  const place = visitPlace(plan, person.case_id);
  const typing = useTyping(draft.kept.data ?? "");
  const empty = useTyped(typing, isEmpty);
  const more = useSheet(`${place}/more`, {
    minutes: null as number | null,
    next: "",
    due: null as string | null,
    steps: {} as StepChoices,
  });
  const { minutes, next, due, steps } = more.values;
  const proposals = useStepsFromText(useTyped(typing, stepLines), plan.on, steps);
  const [refused] = useState(() => whyRefused(place));
  const wrong = (field: string) => (refused?.field === field ? refused.sentence : null);
  const met = person.outcome === null || person.outcome === "met";
  const finish = () => {
    const text = typing.get();
    if (isEmpty(text) || !proposals.seen()) return;
    draft.close();
    onHand({
      place,
      more: more.close(),
      note: {
        case_ids: [person.case_id],
        plan_id: plan.id,
        on: plan.on,
        minutes,
        method: met ? "interview_hospital" : "other",
        counterparts: [met ? "person" : "hospital"],
        text,
        next_step: next.trim() === "" ? null : { text: next, due_on: due },
        outcome: person.outcome ?? "met",
        ...proposals.input,
      },
    });
  };
  useKeys({ "Mod+Enter": finish });
  return (
    <>
      <LiveNoteText
        label={say("work.visit.text")}
        hideLabel
        placeholder={say("work.visit.hint")}
        typing={typing}
        onPause={draft.keep}
        onFinish={finish}
        onEscape={onLeave}
        caseId={person.case_id}
        on={plan.on}
        method={met ? "interview_hospital" : "other"}
        stage={person.stage}
        rows={6}
        autoFocus={caret}
        error={wrong("text")}
      />
      <StepsFromText of={proposals} choices={steps} onChoose={(chosen) => more.set({ steps: chosen })} />
      <div className={css["foot"]}>
        <NumberEntry
          label={say("work.visit.minutes")}
          unit={say("work.visit.minute")}
          value={minutes}
          onChange={(n) => more.set({ minutes: n })}
          max={1440}
          error={wrong("minutes")}
        />
        <LineEntry label={say("work.visit.next")} value={next} onChange={(step) => more.set({ next: step })} />
        {next.trim() !== "" && <DateEntry label={say("work.visit.due")} value={due} onChange={(day) => more.set({ due: day })} />}
      </div>
      <Late on={plan.on} />
      {refused !== null && wrong("text") === null && wrong("minutes") === null && <ErrorNote failure={refused} />}
      <div className={css["acts"]}>
        <SavedMark at={draft.savedAt} waiting={draft.waiting} />
        <Button kind="primary" onPress={finish} keys="Mod+Enter" isDisabled={empty}>
          {last ? say("work.visit.keep_last") : say("work.visit.keep")}
        </Button>
      </div>
    </>
  );
}
