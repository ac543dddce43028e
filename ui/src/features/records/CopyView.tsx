import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { copyText } from "../../house/clipboard.ts";
import type { NoteToCopy } from "../../house/contract.gen.ts";
import { showRefusal, showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Answer, Empty, failureOf } from "../../parts/States.tsx";
import { codeName } from "../../words/codes.ts";
import { fullDate, shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { CopyOrder } from "./CopyOrder.tsx";
import css from "./records.module.css";

type Props = { caseId: string | null; span: { from: string | null; to: string | null } };

/** 写す: what was written and is not yet in the office's own system, day by day. */
export function CopyView({ caseId, span }: Props) {
  const [shown, setShown] = useState<"left" | "all">("left");
  const { from, to } = span;
  const notes = useQuery({
    ...ask("NotesToCopy", { case_id: caseId, from: from ?? "", to: to ?? "", left_only: shown === "left" }),
    enabled: from !== null && to !== null,
    placeholderData: keepPreviousData,
  });
  const copy = useCopy();
  return (
    <div className={css["copying"]}>
      <div className={css["notes"]}>
        <div className={css["filter"]}>
          <Choice
            label={say("records.copy.shown")}
            hideLabel
            dense
            value={shown}
            onChange={setShown}
            options={[
              { id: "left", label: say("records.copy.left_only") },
              { id: "all", label: say("records.copy.all") },
            ]}
          />
          {notes.data !== undefined && (
            <span className={css["aside"]} role="status">
              {say("records.copy.count", { n: notes.data.total, left: notes.data.left })}
            </span>
          )}
        </div>
        <Answer of={notes}>
          {(view) =>
            view.notes.length === 0 ? (
              <Empty sentence={shown === "left" ? say("records.copy.none_left") : say("records.copy.none")} />
            ) : (
              days(view.notes).map(([on, ofDay]) => <Day key={on} on={on} notes={ofDay} onCopy={copy} />)
            )
          }
        </Answer>
      </div>
      <CopyOrder />
    </div>
  );
}

/** Notes by their day, in the order they come. */
const days = (notes: NoteToCopy[]): [string, NoteToCopy[]][] => {
  const all = new Map<string, NoteToCopy[]>();
  for (const note of notes) all.set(note.on, [...(all.get(note.on) ?? []), note]);
  return [...all];
};

/** Copies notes as text, and marks them where the settings wish it. */
const useCopy = () => {
  const settings = useQuery(ask("RecordSettings", {}));
  const mark = useAct("MarkCopied");
  const copy = useMutation({
    mutationFn: async (ids: string[]) => {
      const text = act("CopyNotes", { contact_ids: ids });
      const written = copyText(text).then(
        () => true,
        () => false,
      );
      await text;
      if (!(await written)) throw { id: "records.no-clipboard", sentence: say("records.copy.failed"), field: null };
      return ids;
    },
    onSuccess: (ids) => {
      if (settings.data?.mark_at_once !== true) return showSaid(say("records.copy.copied", { n: ids.length }));
      mark.mutate(
        { contact_ids: ids, copied: true },
        { onSuccess: () => showSaid(say("records.copy.copied_marked", { n: ids.length }), true) },
      );
    },
    onError: (failure) => showRefusal({ ...failureOf(failure), field: null }),
  });
  return (ids: string[]) => !copy.isPending && copy.mutate(ids);
};

function Day({ on, notes, onCopy }: { on: string; notes: NoteToCopy[]; onCopy: (ids: string[]) => void }) {
  const mark = useAct("MarkCopied");
  const left = notes.filter((note) => note.copied_on === null).map((note) => note.contact_id);
  const ids = left.length > 0 ? left : notes.map((note) => note.contact_id);
  return (
    <section className={css["day"]} aria-label={fullDate(on)}>
      <header className={css["dayHead"]}>
        <h2>{fullDate(on)}</h2>
        <Button dense onPress={() => onCopy(ids)}>
          {say("records.copy.day", { n: ids.length })}
        </Button>
        {left.length > 0 && (
          <Button
            dense
            onPress={() =>
              mark.mutate(
                { contact_ids: left, copied: true },
                { onSuccess: () => showSaid(say("records.copy.marked", { n: left.length }), true) },
              )
            }
          >
            {say("records.copy.mark")}
          </Button>
        )}
      </header>
      <ul className={css["list"]}>
        {notes.map((note) => (
          <Note key={note.contact_id} note={note} onCopy={onCopy} />
        ))}
      </ul>
    </section>
  );
}

function Note({ note, onCopy }: { note: NoteToCopy; onCopy: (ids: string[]) => void }) {
  const mark = useAct("MarkCopied");
  const copied = note.copied_on;
  return (
    <li className={css["note"]}>
      <div className={css["said"]}>
        <p className={css["who"]}>
          <strong>{note.name === null ? say("records.copy.nobody") : `${note.name}${say("shell.san")}`}</strong>
          {note.method !== null && <span>{codeName("method", note.method)}</span>}
          {copied !== null && <span className={css["mark"]}>{say("records.copy.copied_on", { day: shortDate(copied) })}</span>}
        </p>
        <p className={css["text"]}>{note.text}</p>
      </div>
      <div className={css["acts"]}>
        <Button
          dense
          onPress={() => onCopy([note.contact_id])}
          label={`${say("records.copy.one")} ${note.name ?? ""} ${shortDate(note.on)}`}
        >
          {say("records.copy.one")}
        </Button>
        <Button dense kind="quiet" onPress={() => mark.mutate({ contact_ids: [note.contact_id], copied: copied === null })}>
          {copied === null ? say("records.copy.mark") : say("records.copy.unmark")}
        </Button>
      </div>
    </li>
  );
}
