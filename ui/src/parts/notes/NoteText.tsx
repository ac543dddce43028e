import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Id, MentionName } from "../../house/contract.gen.ts";
import { say } from "../../words/words.ts";
import { Button } from "../Button.tsx";
import { TextEntry } from "../TextEntry.tsx";
import { blankAfter } from "./blanks.ts";
import { type Mark, markAt } from "./marks.ts";
import css from "./notes.module.css";
import { TemplatePick } from "./TemplatePick.tsx";
import { type Typing, useTyped, whole } from "./typing.ts";

type Props = {
  value: string;
  onChange: (value: string) => void;
  /** Whom the note is about and its day, for templates. */
  caseId: Id | null;
  on: string | null;
  method?: string | null;
  stage?: string | null;
  onPause?: (value: string) => void;
  onFinish?: () => void;
  onEscape?: () => void;
  rows: number;
  /** What the text is; a note where nothing is said. */
  label?: string;
  placeholder?: string;
  hint?: string;
  hideLabel?: boolean;
  autoFocus?: boolean;
  /** One of several texts of a form: its tools stand beside its label, while it is being written. */
  compact?: boolean;
  error?: string | null;
};

/** The text of a form that is not drawn again at every key. */
export function LiveNoteText({ typing, ...props }: Omit<Props, "value" | "onChange"> & { typing: Typing }) {
  return <NoteText {...props} value={useTyped(typing, whole)} onChange={typing.set} />;
}

/** A text that is recorded: names behind @ and #, templates in two keys, and the caret in the first blank. */
export function NoteText(props: Props) {
  const { value, onChange } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<readonly [number, number] | null>(null);
  const [mark, setMark] = useState<Mark | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [picking, setPicking] = useState(false);
  const list = useId();

  useLayoutEffect(() => {
    if (caret.current === null || area.current === null) return;
    area.current.focus();
    area.current.setSelectionRange(...caret.current);
    caret.current = null;
  });

  const open = mark !== null && mark.start !== left;
  const names = useQuery({
    ...ask("MentionNames", { person: mark?.person ?? true, typed: mark?.typed ?? "" }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const offered: readonly MentionName[] = open ? (names.data ?? []) : [];
  const active = offered.length === 0 || (mark?.typed === "" && at === null) ? null : Math.min(at ?? 0, offered.length - 1);

  const look = (text: string) => {
    const found = markAt(text, area.current?.selectionStart ?? text.length);
    if (found?.start !== mark?.start) setLeft(null);
    if (found?.typed !== mark?.typed) setAt(null);
    setMark(found);
  };
  const change = (text: string) => {
    onChange(text);
    look(text);
  };
  const put = (text: string, from: number, to: number) => {
    onChange(text);
    setMark(null);
    caret.current = [from, to];
  };
  const pick = (name: MentionName) => {
    if (mark === null) return;
    const end = mark.start + 1 + mark.typed.length;
    const before = `${value.slice(0, mark.start + 1)}${name.text}`;
    put(`${before}${value.slice(end)}`, before.length, before.length);
  };
  const goBlank = () => {
    const from = area.current?.selectionEnd ?? 0;
    const blank = blankAfter(value, from) ?? blankAfter(value, 0);
    if (blank === null || area.current === null) return;
    area.current.focus();
    area.current.setSelectionRange(...blank);
  };
  const insert = (text: string) => {
    setPicking(false);
    const from = area.current?.selectionStart ?? value.length;
    const to = area.current?.selectionEnd ?? from;
    const gap = from > 0 && value[from - 1] !== "\n" ? "\n" : "";
    const whole = `${value.slice(0, from)}${gap}${text}${value.slice(to)}`;
    const begin = from + gap.length;
    put(whole, ...(blankAfter(whole, begin) ?? ([begin + text.length, begin + text.length] as const)));
  };
  const key = (name: string): boolean => {
    if (name === "Alt+T") setPicking(true);
    else if (name === "F2") goBlank();
    else if (offered.length === 0) return false;
    else if (name === "ArrowDown") setAt(((active ?? -1) + 1) % offered.length);
    else if (name === "ArrowUp") setAt(((active ?? 0) - 1 + offered.length) % offered.length);
    else if (name === "Escape") setLeft(mark?.start ?? null);
    else if ((name === "Enter" || name === "Tab") && active !== null) {
      const name = offered[active];
      if (name !== undefined) pick(name);
    } else return false;
    return true;
  };
  return (
    <div className={css["noteText"]} {...(props.compact ? { "data-compact": "" } : {})}>
      <TextEntry
        label={props.label ?? say("people.note.text")}
        hideLabel={props.hideLabel ?? false}
        placeholder={props.placeholder ?? say("people.note.hint")}
        hint={props.hint}
        value={value}
        onChange={change}
        onKey={key}
        suggests={offered.length === 0 ? null : { list, active: active === null ? null : `${list}-${active}` }}
        {...(props.onPause === undefined ? {} : { onPause: props.onPause })}
        {...(props.onFinish === undefined ? {} : { onFinish: props.onFinish })}
        {...(props.onEscape === undefined ? {} : { onEscape: props.onEscape })}
        rows={props.rows}
        autoFocus={props.autoFocus ?? false}
        error={props.error ?? null}
        areaRef={area}
      />
      {offered.length > 0 && (
        <div
          className={css["names"]}
          role="listbox"
          id={list}
          aria-label={say(mark?.person ? "people.mention.persons" : "people.mention.organisations")}
        >
          {offered.map((name, index) => (
            <div
              key={name.text}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={css["name"]}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(name);
              }}
            >
              <span>{name.text}</span>
              <span className={css["aside"]}>{[name.kana, name.place].filter((part) => part !== "").join("　")}</span>
            </div>
          ))}
        </div>
      )}
      {open && offered.length === 0 && mark.person && mark.typed !== "" && names.isSuccess && !names.isPlaceholderData && (
        <p className={css["nobody"]}>{say("people.mention.none")}</p>
      )}
      <div className={css["textTools"]}>
        <Button kind="quiet" dense keys="Alt+T" onPress={() => setPicking(true)}>
          {say("people.template.open")}
        </Button>
        {blankAfter(value, 0) !== null && (
          <Button kind="quiet" dense keys="F2" onPress={goBlank}>
            {say("people.template.next_blank")}
          </Button>
        )}
      </div>
      {picking && (
        <TemplatePick
          caseId={props.caseId}
          on={props.on}
          method={props.method ?? null}
          stage={props.stage ?? null}
          onPick={insert}
          onClose={() => {
            setPicking(false);
            const here = area.current?.selectionStart ?? value.length;
            caret.current = [here, here];
          }}
        />
      )}
    </div>
  );
}
