import { type Ref, useEffect, useLayoutEffect, useRef } from "react";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { giveCaretBack } from "../house/caret.ts";
import css from "./entry.module.css";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";
import { keyName } from "./keys.ts";

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** After a pause in typing, at least every two seconds while it goes on, and on leaving: the place to keep a draft. */
  onPause?: (value: string) => void;
  /** Mod+Enter. */
  onFinish?: () => void;
  /** Escape: the text stays. */
  onEscape?: () => void;
  /** A key before it means anything else; true takes it. Never called while somebody converts. */
  onKey?: (name: string) => boolean;
  /** The text leads a listbox: its id, and the id of the option the arrows stand on. */
  suggests?: { list: string; active: string | null } | null;
  placeholder?: string;
  rows?: number;
  isDisabled?: boolean;
  autoFocus?: boolean;
  /** Without a frame, where the surrounding paper is the frame. */
  bare?: boolean;
  areaRef?: Ref<HTMLTextAreaElement>;
};

const PAUSE_MS = 900;
/** Nothing typed stays unkept for longer, whether or not there is a pause. */
const LONGEST_MS = 1800;

/** Several lines of plain text, kept exactly as typed. Grows with the text. */
export function TextEntry(props: Props) {
  const { value, onChange, onPause, onFinish, placeholder, rows = 3, isDisabled = false, autoFocus = false, bare = false } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const converting = useRef(false);
  const kept = useRef(value);
  const pause = useRef(onPause);
  pause.current = onPause;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = own.current;
    if (area === null) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);

  const latest = useRef(value);
  latest.current = value;
  const longest = useRef<ReturnType<typeof setTimeout> | null>(null);
  const keep = useRef(() => {
    if (longest.current !== null) clearTimeout(longest.current);
    longest.current = null;
    if (latest.current === kept.current) return;
    kept.current = latest.current;
    pause.current?.(latest.current);
  });
  useEffect(() => {
    if (value === kept.current) return;
    longest.current ??= setTimeout(() => keep.current(), LONGEST_MS);
    const timer = setTimeout(() => {
      if (!converting.current) keep.current();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  useEffect(() => () => keep.current(), []);
  // What was kept of a text comes a moment after its field.
  const untouched = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text may come later
  useEffect(() => {
    if (autoFocus && untouched.current && own.current !== null) giveCaretBack(own.current);
  }, [autoFocus, value]);

  const invalid = props.error !== undefined && props.error !== null && props.error !== "";
  const setArea = (area: HTMLTextAreaElement | null) => {
    own.current = area;
    const given = props.areaRef;
    if (typeof given === "function") given(area);
    else if (given) given.current = area;
  };
  const { hintId, described } = useHint(props.hint);
  return (
    <TextField
      {...described}
      className={css["entry"] ?? ""}
      value={value}
      onChange={(next) => {
        untouched.current = false;
        onChange(next);
      }}
      isDisabled={isDisabled}
      isInvalid={invalid}
      autoFocus={autoFocus}
      validationBehavior="aria"
      onBlur={() => keep.current()}
    >
      <FieldFrame hintId={hintId} label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error} aside={props.aside}>
        <TextArea
          ref={setArea}
          className={`${css["input"]} ${css["area"]} ${bare ? css["bare"] : ""}`}
          rows={rows}
          {...(placeholder === undefined ? {} : { placeholder })}
          onCompositionStart={() => {
            converting.current = true;
          }}
          onCompositionEnd={() => {
            converting.current = false;
          }}
          {...(props.suggests
            ? {
                "aria-autocomplete": "list" as const,
                "aria-haspopup": "listbox" as const,
                "aria-controls": props.suggests.list,
                ...(props.suggests.active === null ? {} : { "aria-activedescendant": props.suggests.active }),
              }
            : {})}
          onKeyDown={(event) => {
            const name = props.onKey === undefined ? null : keyName(event);
            if (name !== null && props.onKey?.(name)) {
              event.preventDefault();
              event.stopPropagation();
              return;
            }
            if (onFinish !== undefined && keyName(event) === "Mod+Enter") {
              event.preventDefault();
              event.stopPropagation();
              onFinish();
            }
            if (props.onEscape !== undefined && keyName(event) === "Escape") {
              event.stopPropagation();
              props.onEscape();
            }
          }}
        />
      </FieldFrame>
    </TextField>
  );
}
