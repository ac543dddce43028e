import type { ReactNode } from "react";
import css from "./Count.module.css";

/** A number that opens exactly its list. `label` says which, where the words around it do not. */
export function Count({ children, label, onPress }: { children: ReactNode; label?: string; onPress: () => void }) {
  return (
    <button type="button" className={css["count"]} onClick={onPress} {...(label === undefined ? {} : { "aria-label": label })}>
      {children}
    </button>
  );
}
