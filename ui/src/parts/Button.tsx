import type { ReactNode } from "react";
import css from "./Button.module.css";
import { Kbd } from "./Kbd.tsx";

type Props = {
  children: ReactNode;
  /** One primary button a screen. `quiet` is a word one can press; `warn` removes or ends something and is never primary. */
  kind?: "primary" | "plain" | "quiet" | "warn";
  onPress?: () => void;
  isDisabled?: boolean | undefined;
  type?: "button" | "submit";
  /** The key that does the same, shown on the button: `Mod+Enter`. */
  keys?: string;
  autoFocus?: boolean;
  label?: string;
  dense?: boolean;
  /** State of something that opens or is pressed. */
  expanded?: boolean;
};

/** Takes the keyboard when it is drawn. */
const holdFocus = (button: HTMLButtonElement | null) => button?.focus();

/** A button says the act. It is the browser's own: a screen may have a hundred. */
export function Button({
  children,
  kind = "plain",
  onPress,
  isDisabled = false,
  type = "button",
  keys,
  autoFocus = false,
  label,
  dense = false,
  expanded,
}: Props) {
  return (
    <button
      className={`${css["button"]} ${css[kind]} ${dense ? css["dense"] : ""}`}
      type={type}
      disabled={isDisabled}
      ref={autoFocus ? holdFocus : null}
      {...(onPress === undefined ? {} : { onClick: () => onPress() })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(kind === "quiet" ? { "data-quiet": "" } : {})}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
    >
      {children}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}
