import css from "./Kbd.module.css";
import { keyLabel } from "./keys.ts";

/** A key as it stands on this keyboard: `Mod+K`. Beside words a screen reader does not hear it, unless `spoken`. */
export function Kbd({ keys, spoken = false }: { keys: string; spoken?: boolean }) {
  return (
    <kbd className={css["kbd"]} aria-hidden={!spoken}>
      {keyLabel(keys)}
    </kbd>
  );
}
