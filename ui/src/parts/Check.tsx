import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";
import css from "./Check.module.css";

/** A box to tick, with its words. */
export function Check({
  checked,
  onChange,
  children,
  isDisabled = false,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  isDisabled?: boolean;
}) {
  return (
    <Checkbox className={css["check"] ?? ""} isSelected={checked} onChange={onChange} isDisabled={isDisabled}>
      <span className={css["box"]} aria-hidden="true">
        {checked ? "✓" : ""}
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
