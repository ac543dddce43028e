import css from "./Kbd.module.css";
import { keyLabel } from "./keys.ts";

/** A key as it stands on this keyboard: `Mod+K`. A screen reader hears the words of the act instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={css["kbd"]} aria-hidden="true">
      {keyLabel(keys)}
    </kbd>
  );
}
