import type { Ref } from "react";
import { Input } from "react-aria-components/Input";
import { TextField } from "react-aria-components/TextField";
import css from "./entry.module.css";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";
import { isOwnEnter, keyName } from "./keys.ts";

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** A finished line: Enter meant for us. */
  onEnter?: () => void;
  onLeave?: () => void;
  /** ↓ and ↑, for an entry that leads a list. */
  onArrow?: (step: 1 | -1) => void;
  placeholder?: string;
  isDisabled?: boolean;
  autoFocus?: boolean;
  width?: "short" | "middle" | "full";
  type?: "text" | "password";
  /** Mod+F comes here. */
  isFilter?: boolean;
  autoComplete?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** The entry leads a listbox: its id, and the id of the option the arrows stand on. */
  combobox?: { list: string; active: string | null; open: boolean };
};

/** One line of text, kept exactly as typed. */
export function LineEntry(props: Props) {
  const { value, onChange, onEnter, onLeave, placeholder, isDisabled = false, autoFocus = false, width = "full", type = "text" } = props;
  const invalid = props.error !== undefined && props.error !== null && props.error !== "";
  const { hintId, described } = useHint(props.hint);
  return (
    <TextField
      {...described}
      className={`${css["entry"]} ${width === "full" ? "" : css[width]}`}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={invalid}
      type={type}
      autoFocus={autoFocus}
      autoComplete={props.autoComplete ?? "off"}
      validationBehavior="aria"
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <FieldFrame hintId={hintId} label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error} aside={props.aside}>
        <Input
          className={css["input"] ?? ""}
          spellCheck={false}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.isFilter ? { "data-filter": "" } : {})}
          {...(props.combobox === undefined
            ? {}
            : {
                role: "combobox",
                "aria-autocomplete": "list" as const,
                "aria-expanded": props.combobox.open,
                "aria-controls": props.combobox.list,
                ...(props.combobox.active === null ? {} : { "aria-activedescendant": props.combobox.active }),
              })}
          onKeyDown={(event) => {
            if (onEnter !== undefined && isOwnEnter(event)) {
              event.preventDefault();
              onEnter();
            }
            const name = props.onArrow === undefined ? null : keyName(event);
            if (name === "ArrowDown" || name === "ArrowUp") {
              event.preventDefault();
              props.onArrow?.(name === "ArrowDown" ? 1 : -1);
            }
          }}
        />
      </FieldFrame>
    </TextField>
  );
}
