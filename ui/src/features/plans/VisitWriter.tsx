import { useState } from "react";
import type { Id, Outcome, PlanItem } from "../../house/contract.gen.ts";
import { useDraft, useSheet } from "../../house/draft.ts";
import { whyRefused } from "../../house/handing.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Late } from "../../parts/notes/Late.tsx";
import { LiveNoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, stepLines, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { isEmpty, useTyped, useTyping } from "../../parts/notes/typing.ts";
import { Answer, ErrorNote, SavedMark } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import { type Handed, visitPlace } from "./handed.ts";
import css from "./visit.module.css";

type Props = {
  plan: PlanItem;
  /** Whom the note is about; none where it is about the ward. */
  caseId: Id | null;
  stage: string | null;
  method: string;
  counterpart: string;
  outcome: Outcome | null;
  /** Whether the caret belongs into the text. */
  caret: boolean;
  hint: string;
  last: boolean;
  onHand: (handed: Handed) => void;
  onLeave: () => void;
};

/** The text of one note of a round, as it stands in the vault, and what goes with it. */
export function VisitWriter(props: Props) {
  const draft = useDraft(visitPlace(props.plan, props.caseId));
  return <Answer of={draft.kept}>{() => <Writer {...props} draft={draft} />}</Answer>;
}

function Writer(props: Props & { draft: ReturnType<typeof useDraft> }) {
  const { plan, caseId, stage, method, counterpart, outcome, caret, hint, last, onHand, onLeave, draft } = props;
  const place = visitPlace(plan, caseId);
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
  const finish = () => {
    const text = typing.get();
    if (isEmpty(text) || !proposals.seen()) return;
    draft.close();
    onHand({
      place,
      more: more.close(),
      note: {
        case_ids: caseId === null ? [] : [caseId],
        plan_id: plan.id,
        on: plan.on,
        minutes,
        method,
        counterparts: [counterpart],
        text,
        next_step: next.trim() === "" ? null : { text: next, due_on: due },
        outcome,
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
        placeholder={hint}
        typing={typing}
        onPause={draft.keep}
        onFinish={finish}
        onEscape={onLeave}
        caseId={caseId}
        on={plan.on}
        method={method}
        stage={stage}
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
