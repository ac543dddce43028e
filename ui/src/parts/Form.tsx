import type { ReactNode } from "react";
import type { Refusal } from "../house/transport.ts";
import { Button } from "./Button.tsx";
import css from "./Form.module.css";
import { useKeys } from "./keys.ts";
import { Restored } from "./Restored.tsx";
import { ErrorNote } from "./States.tsx";

type Props = {
  /** Where the fields are kept while they are typed: closing never loses them. */
  sheet: { restored: boolean; restart: () => void };
  /** The word of the button that keeps the form. */
  keep: string;
  onKeep: () => void;
  /** False while something is missing or on its way; then neither the button nor the key does anything. */
  ready: boolean;
  refusal: Refusal | null;
  /** Fields that show a refusal themselves. */
  beside?: readonly string[];
  children: ReactNode;
};

/** A form in a dialog: its fields, what was refused, and a foot that stays in sight however long it is. */
export function Form({ sheet, keep, onKeep, ready, refusal, beside = [], children }: Props) {
  useKeys({ "Mod+Enter": () => ready && onKeep() }, { inDialogs: true });
  return (
    <div className={css["form"]}>
      <Restored sheet={sheet} />
      {children}
      {refusal !== null && !beside.includes(refusal.field ?? "") && <ErrorNote failure={refusal} />}
      <div className={css["foot"]}>
        <Button kind="primary" onPress={onKeep} keys="Mod+Enter" isDisabled={!ready}>
          {keep}
        </Button>
      </div>
    </div>
  );
}

/** The sentence of a refusal, for the entry it names. */
export const refusedAt = (refusal: Refusal | null, field: string): string | null => (refusal?.field === field ? refusal.sentence : null);

/** What follows when a form is recorded: its sheet is empty again, and it closes. */
export const recorded = (sheet: { finish: () => void }, onDone: () => void) => ({
  onSuccess: () => {
    sheet.finish();
    onDone();
  },
});
