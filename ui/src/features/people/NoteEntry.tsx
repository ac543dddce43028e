import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { CasePage, StagedFile } from "../../house/contract.gen.ts";
import { useDraft, useSheet } from "../../house/draft.ts";
import { handOver, whyRefused } from "../../house/handing.ts";
import { showRefusal } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice, Choices } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Late } from "../../parts/notes/Late.tsx";
import { LiveNoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, stepLines, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { isEmpty, useTyped, useTyping } from "../../parts/notes/typing.ts";
import { Answer, ErrorNote, SavedMark } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./note.module.css";
import { AddFiles, StagedFiles } from "./notes/Files.tsx";

const METHODS = ["interview_hospital", "home_visit", "accompany", "phone", "meeting", "office", "mail", "other"];
const COUNTERPARTS = ["person", "family", "hospital", "support", "municipality", "housing", "peer"];

/** Where the text being typed for a person is kept. */
export const notePlace = (caseId: string) => `case/${caseId}`;

/** A new record: the text alone is enough. What is typed is kept inside the vault while it is typed. */
export function NoteEntry({ person, onClose }: { person: CasePage; onClose: () => void }) {
  const draft = useDraft(notePlace(person.id));
  const today = useQuery(ask("Today", { on: null }));
  return (
    <Answer of={today}>
      {(day) => <Answer of={draft.kept}>{() => <Writer person={person} draft={draft} today={day.on} onClose={onClose} />}</Answer>}
    </Answer>
  );
}

type Writer = { person: CasePage; draft: ReturnType<typeof useDraft>; today: string; onClose: () => void };
type More = {
  on: string | null;
  method: string;
  counterparts: string[];
  minutes: number | null;
  next: string;
  due: string | null;
  steps: StepChoices;
  files: StagedFile[];
};

function Writer({ person, draft, today, onClose }: Writer) {
  const typing = useTyping(draft.kept.data ?? "");
  const empty = useTyped(typing, isEmpty);
  const more = useSheet<More>(`${notePlace(person.id)}/more`, {
    on: today,
    method: person.hospital === null ? "home_visit" : "interview_hospital",
    counterparts: ["person"],
    minutes: null,
    next: "",
    due: null,
    steps: {},
    files: [],
  });
  const { on, method, counterparts, minutes, next, due, steps, files } = more.values;
  const proposals = useStepsFromText(useTyped(typing, stepLines), on, steps);
  const place = notePlace(person.id);
  const [refused] = useState(() => whyRefused(place));
  const wrong = (field: string) => (refused?.field === field ? refused.sentence : null);
  const beside = ["text", "on", "minutes"].some((field) => wrong(field) !== null);
  /** The form leaves at once: the next key means the page. */
  const finish = () => {
    const text = typing.get();
    if (isEmpty(text) || on === null || !proposals.seen()) return;
    draft.close();
    const note = {
      case_ids: [person.id],
      plan_id: null,
      on,
      minutes,
      method,
      counterparts,
      text,
      next_step: next.trim() === "" ? null : { text: next, due_on: due },
      outcome: null,
      ...proposals.input,
      ...(files.length === 0 ? {} : { files }),
    };
    void handOver(place, note, more.close()).then((why) => why !== null && showRefusal(why));
    onClose();
  };
  useKeys({ "Mod+Enter": finish, Escape: onClose });
  return (
    <section className={css["note"]} aria-label={say("people.note.title")}>
      <div className={css["tools"]}>
        <Choice
          label={say("people.note.method")}
          hideLabel
          dense
          value={method}
          onChange={(next) => more.set({ method: next })}
          options={codeOptions("method", METHODS)}
        />
        <Choices
          label={say("people.note.counterpart")}
          hideLabel
          dense
          value={counterparts}
          onChange={(next) => more.set({ counterparts: next })}
          options={codeOptions("counterpart", COUNTERPARTS)}
        />
      </div>
      <LiveNoteText
        hideLabel
        typing={typing}
        onPause={draft.keep}
        onFinish={finish}
        onEscape={onClose}
        caseId={person.id}
        on={on}
        method={method}
        stage={person.stage}
        rows={6}
        autoFocus
        error={wrong("text")}
      />
      <StepsFromText of={proposals} choices={steps} onChoose={(chosen) => more.set({ steps: chosen })} />
      <div className={css["foot"]}>
        <DateEntry label={say("people.note.on")} value={on} onChange={(next) => more.set({ on: next })} error={wrong("on")} />
        <NumberEntry
          label={say("people.note.minutes")}
          unit={say("people.note.minute")}
          value={minutes}
          onChange={(next) => more.set({ minutes: next })}
          max={1440}
          error={wrong("minutes")}
        />
        <p className={css["estimate"]}>{minutes === null && say("people.note.minutes_hint")}</p>
        <div className={css["next"]}>
          <LineEntry label={say("people.note.next")} value={next} onChange={(text) => more.set({ next: text })} />
          {next.trim() !== "" && <DateEntry label={say("people.note.due")} value={due} onChange={(day) => more.set({ due: day })} />}
        </div>
      </div>
      <Late on={on} />
      <StagedFiles files={files} onChange={(kept) => more.set({ files: kept })} />
      {refused !== null && !beside && <ErrorNote failure={refused} />}
      <div className={css["acts"]}>
        <SavedMark at={draft.savedAt} waiting={draft.waiting} />
        <AddFiles onAdd={(added) => more.set({ files: [...files, ...added] })} />
        <Button kind="quiet" onPress={onClose} keys="Escape">
          {say("people.note.close")}
        </Button>
        <Button kind="primary" onPress={finish} keys="Mod+Enter" isDisabled={empty || on === null}>
          {say("people.note.keep")}
        </Button>
      </div>
    </section>
  );
}
