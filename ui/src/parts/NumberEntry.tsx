import { useEffect, useState } from "react";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import { say } from "../words/words.ts";
import css from "./entry.module.css";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";

type Props = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  max?: number;
  isDisabled?: boolean;
};

/** A whole number, typed with full or half width digits; empty is no number. */
export function NumberEntry({ value, onChange, unit, max = 100_000, isDisabled = false, ...field }: Props) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText((old) => (readNumber(old) === value ? old : value === null ? "" : String(value)));
  }, [value]);

  const commit = () => {
    const read = readNumber(text);
    const bad = read === undefined || (read !== null && read > max);
    setWrong(bad);
    if (bad) return;
    setText(read === null ? "" : String(read));
    if (read !== value) onChange(read);
  };
  const error = wrong ? say("shell.number.unreadable", { max }) : field.error;
  const { hintId, described } = useHint(field.hint);
  return (
    <TextField
      {...described}
      className={css["entry"] ?? ""}
      value={text}
      onChange={(next) => {
        setText(next);
        const read = readNumber(next);
        if (read !== undefined && (read === null || read <= max)) onChange(read);
      }}
      onBlur={commit}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      autoComplete="off"
      inputMode="numeric"
      validationBehavior="aria"
    >
      <FieldFrame hintId={hintId} {...field} error={error}>
        <span className={css["row"]}>
          <Input className={`${css["input"]} ${css["number"]}`} />
          {unit !== undefined && <span className={css["unit"]}>{unit}</span>}
        </span>
      </FieldFrame>
    </TextField>
  );
}

/** `null` for nothing, `undefined` for something that is not a whole number. */
const readNumber = (text: string): number | null | undefined => {
  const plain = text.normalize("NFKC").replaceAll(",", "").trim();
  if (plain === "") return null;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
};
