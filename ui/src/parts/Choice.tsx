import { useId } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import css from "./Choice.module.css";
import { bringIntoSight } from "./States.tsx";

export type Option<T extends string = string> = { id: T; label: string; note?: string };

type Props<T extends string> = {
  label: string;
  hideLabel?: boolean;
  options: readonly Option<T>[];
  error?: string | null | undefined;
  isDisabled?: boolean;
  dense?: boolean;
  /** The label stands left of the chips: for one question after another. */
  beside?: boolean;
};

/** Chips of which one holds. Arrow keys move; the chosen one carries a mark, not colour alone. */
export function Choice<T extends string>({ value, onChange, ...p }: Props<T> & { value: T | null; onChange: (value: T) => void }) {
  return (
    <RadioGroup
      className={`${css["group"]} ${p.beside ? css["beside"] : ""}`}
      value={value}
      onChange={(next) => onChange(next as T)}
      orientation="horizontal"
      isDisabled={p.isDisabled ?? false}
      isInvalid={Boolean(p.error)}
      validationBehavior="aria"
      {...(p.hideLabel ? { "aria-label": p.label } : {})}
    >
      {!p.hideLabel && <Label className={css["label"] ?? ""}>{p.label}</Label>}
      <div className={css["chips"]}>
        {p.options.map((option) => (
          <Radio key={option.id} value={option.id} className={`${css["chip"]} ${p.dense ? css["dense"] : ""}`}>
            {option.label}
          </Radio>
        ))}
      </div>
      {p.error && (
        <FieldError className={css["error"] ?? ""} ref={bringIntoSight}>
          {p.error}
        </FieldError>
      )}
    </RadioGroup>
  );
}

/** Chips of which any number holds. */
export function Choices<T extends string>({ value, onChange, ...p }: Props<T> & { value: readonly T[]; onChange: (value: T[]) => void }) {
  const id = useId();
  return (
    <div className={css["group"]}>
      <span id={id} className={p.hideLabel ? "for-reader" : css["label"]}>
        {p.label}
      </span>
      <ToggleButtonGroup
        className={css["chips"] ?? ""}
        aria-labelledby={id}
        selectionMode="multiple"
        selectedKeys={value}
        onSelectionChange={(keys) => onChange(p.options.filter((o) => keys.has(o.id)).map((o) => o.id))}
        isDisabled={p.isDisabled ?? false}
      >
        {p.options.map((option) => (
          <ToggleButton key={option.id} id={option.id} className={`${css["chip"]} ${p.dense ? css["dense"] : ""}`}>
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {p.error && (
        <span className={css["error"]} ref={bringIntoSight}>
          {p.error}
        </span>
      )}
    </div>
  );
}
