import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import css from "./Field.module.css";

/** What all entries share: a label above, what to type, what is wrong. */
export type FieldProps = {
  label: string;
  /** Only for a screen reader, where the place says it all. */
  hideLabel?: boolean | undefined;
  hint?: ReactNode;
  /** Why the house refused it (`Refusal.sentence` when `Refusal.field` names this entry). */
  error?: string | null | undefined;
  /** Words after the label: 任意. */
  aside?: string | undefined;
};

/** Stands inside a React Aria field. */
export function FieldFrame({ label, hideLabel = false, hint, error, aside, children }: FieldProps & { children: ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? "for-reader" : (css["label"] ?? "")}>
        {label}
        {aside !== undefined && <span className={css["aside"]}>{aside}</span>}
      </Label>
      {children}
      {hint !== undefined && hint !== null && (
        <Text slot="description" className={css["hint"] ?? ""}>
          {hint}
        </Text>
      )}
      {error !== undefined && error !== null && error !== "" && <FieldError className={css["error"] ?? ""}>{error}</FieldError>}
    </>
  );
}

/** Lays entries out: one column, or as many as fit (`columns`). */
export function Fields({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 | 4 }) {
  return (
    <div className={css["fields"]} data-columns={columns}>
      {children}
    </div>
  );
}
