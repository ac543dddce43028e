import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { ProposedStep } from "../../house/contract.gen.ts";
import { say } from "../../words/words.ts";
import { Check } from "../Check.tsx";
import { DateEntry } from "../DateEntry.tsx";
import css from "./notes.module.css";

/** What was decided about a line: left out, or another day. */
export type StepChoices = Record<string, { off?: boolean; due?: string | null }>;

const ARROW = /^\s*(→|⇒|➡|⟶|➔|->|=>|－＞)\s*\S/;

/** The lines of a text that propose something: all that the house has to read of it. */
export const stepLines = (text: string): string =>
  text
    .split("\n")
    .filter((line) => ARROW.test(line))
    .join("\n");

/**
 * The next steps that the lines of a text propose. `seen` says, when somebody wants to record, whether every one of them
 * has been shown as it will be made: nothing is made that nobody saw.
 */
export const useStepsFromText = (text: string, on: string | null, choices: StepChoices) => {
  const lines = stepLines(text);
  const wanted = on !== null && lines !== "";
  const answer = useQuery({ ...ask("ProposedSteps", { text: lines, on: on ?? "" }), enabled: wanted, placeholderData: keepPreviousData });
  const proposed: readonly ProposedStep[] = wanted ? (answer.data ?? []) : [];
  const made = proposed
    .filter((step) => choices[step.line]?.off !== true)
    .map((step) => ({ text: step.text, due_on: dueOf(step, choices) }));
  const ready = !wanted || (answer.isSuccess && !answer.isPlaceholderData);
  const [unseen, setUnseen] = useState(false);
  const seen = () => {
    setUnseen(!ready);
    return ready;
  };
  return { proposed, unseen, seen, input: made.length === 0 ? {} : { more_steps: made } };
};

const dueOf = (step: ProposedStep, choices: StepChoices): string | null => {
  const due = choices[step.line]?.due;
  return due === undefined ? step.due_on : due;
};

type Props = {
  of: { proposed: readonly ProposedStep[]; unseen: boolean };
  choices: StepChoices;
  onChoose: (choices: StepChoices) => void;
};

/** The proposals, to be confirmed with the note: each with its day in full, and a tick that can be taken away. */
export function StepsFromText({ of: { proposed, unseen }, choices, onChoose }: Props) {
  const [label] = useState(() => say("people.note_steps.title"));
  const warning = unseen && (
    <p className={css["issued"]} role="alert">
      {say("people.note_steps.check_first")}
    </p>
  );
  if (proposed.length === 0) return warning;
  const choose = (line: string, change: { off?: boolean; due?: string | null }) =>
    onChoose({ ...choices, [line]: { ...choices[line], ...change } });
  return (
    <fieldset className={css["proposed"]} aria-live="polite">
      <legend>{label}</legend>
      {proposed.map((step) => (
        <div key={step.line} className={css["proposal"]}>
          <Check checked={choices[step.line]?.off !== true} onChange={(make) => choose(step.line, { off: !make })}>
            {say("people.note_steps.make", { text: step.text })}
          </Check>
          <DateEntry
            label={say("people.note_steps.due")}
            hideLabel
            value={dueOf(step, choices)}
            onChange={(due) => choose(step.line, { due })}
            isDisabled={choices[step.line]?.off === true}
          />
        </div>
      ))}
      {warning}
    </fieldset>
  );
}
