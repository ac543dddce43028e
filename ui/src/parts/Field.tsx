import { type ReactNode, useId } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import css from "./Field.module.css";
import { bringIntoSight } from "./States.tsx";

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

/** Ties a hint to its entry, also one that comes later. React Aria looks for its own description only once. */
export const useHint = (hint: ReactNode): { hintId: string; described: { "aria-describedby"?: string } } => {
  const hintId = useId();
  return { hintId, described: hint === undefined || hint === null ? {} : { "aria-describedby": hintId } };
};

/** Stands inside a React Aria field. */
export function FieldFrame({
  label,
  hideLabel = false,
  hint,
  error,
  aside,
  hintId,
  children,
}: FieldProps & { hintId: string; children: ReactNode }) {
  return (
    <>
      <Label className={hideLabel ? "for-reader" : (css["label"] ?? "")}>
        {label}
        {aside !== undefined && <span className={css["aside"]}>{aside}</span>}
      </Label>
      {children}
      {hint !== undefined && hint !== null && (
        <span id={hintId} className={css["hint"]}>
          {hint}
        </span>
      )}
      {error !== undefined && error !== null && error !== "" && (
        <FieldError className={css["error"] ?? ""} ref={bringIntoSight}>
          {error}
        </FieldError>
      )}
    </>
  );
}

/** Lays entries out: one column, or as many as fit (`columns`); two days and a number after them (`days`). */
export function Fields({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 | 4 | "days" }) {
  return (
    <div className={css["fields"]} data-columns={columns}>
      {children}
    </div>
  );
}
