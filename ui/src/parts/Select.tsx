import { Button } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { say } from "../words/words.ts";
import type { Option } from "./Choice.tsx";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";
import css from "./Select.module.css";

type Props<T extends string> = FieldProps & {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  placeholder?: string;
  isDisabled?: boolean;
  /** As high as dense chips and buttons beside it. */
  dense?: boolean;
};

/** One of a list too long for chips. */
export function Select<T extends string>({ value, onChange, options, placeholder, isDisabled = false, dense = false, ...field }: Props<T>) {
  const { hintId, described } = useHint(field.hint);
  return (
    <AriaSelect
      {...described}
      className={css["select"] ?? ""}
      value={value}
      onChange={(key) => key !== null && onChange(String(key) as T)}
      placeholder={placeholder ?? say("shell.select.none")}
      isDisabled={isDisabled}
      isInvalid={Boolean(field.error)}
      validationBehavior="aria"
    >
      <FieldFrame hintId={hintId} {...field}>
        <Button className={`${css["button"]} ${dense ? css["dense"] : ""}`}>
          <SelectValue className={css["value"] ?? ""} />
          <span aria-hidden="true">▾</span>
        </Button>
      </FieldFrame>
      <Popover className={css["popover"] ?? ""}>
        <ListBox className={css["list"] ?? ""} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={css["item"] ?? ""}>
              {option.label}
              {option.note !== undefined && <span className={css["note"]}>{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
