import { useEffect, useState } from "react";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { say } from "../words/words.ts";
import css from "./entry.module.css";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";

type Props = FieldProps & {
  /** "09:30" */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A time of day: `930`, `9:30`, `９時半` and `13時` are read. */
export function TimeEntry({ value, onChange, ...field }: Props) {
  const [text, setText] = useState(value ?? "");
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText((old) => (readTime(old) === value ? old : (value ?? "")));
  }, [value]);

  const commit = () => {
    const read = readTime(text);
    setWrong(read === undefined);
    if (read === undefined) return;
    setText(read ?? "");
    if (read !== value) onChange(read);
  };
  const error = wrong ? say("shell.time.unreadable") : field.error;
  const { hintId, described } = useHint(field.hint);
  return (
    <TextField
      {...described}
      className={`${css["entry"]} ${css["short"]}`}
      value={text}
      onChange={(next) => {
        setText(next);
        const read = readTime(next);
        if (read !== undefined) onChange(read);
      }}
      onBlur={commit}
      isInvalid={Boolean(error)}
      autoComplete="off"
      validationBehavior="aria"
    >
      <FieldFrame hintId={hintId} {...field} error={error}>
        <Input className={`${css["input"]} ${css["number"]}`} />
      </FieldFrame>
    </TextField>
  );
}

/** `null` for nothing, `undefined` for something that is not a time. */
export const readTime = (text: string): string | null | undefined => {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  if (plain === "") return null;
  const found = /^(\d{1,2})(?:[:時]?(\d{2})分?|時(半)?|:?)$/.exec(plain) ?? /^(\d{1,2})$/.exec(plain);
  if (found === null) return undefined;
  const hour = Number(found[1]);
  const minute = found[3] === undefined ? Number(found[2] ?? "0") : 30;
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` : undefined;
};
