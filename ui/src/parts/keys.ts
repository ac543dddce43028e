// The keys of a screen, over what `keyboard.ts` makes of them.
import { useLayoutEffect, useRef } from "react";
import { isGuarded, isTyping, nameOf } from "./keyboard.ts";

export { isOwnEnter, isTyping, keyLabel, keyName, pressAgain } from "./keyboard.ts";

export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const belongsToField = (name: string): boolean => !name.includes("Mod+") && !name.includes("Alt+") && !/^F\d/.test(name);
const FIELD_MOD = new Set(["Mod+Z", "Mod+Shift+Z", "Mod+A", "Mod+C", "Mod+V", "Mod+X", "Mod+Y"]);

/**
 * Keys of a screen: `useKeys({ "Mod+K": open, J: next })`. Single keys and the editing keys are never taken from
 * somebody who types; nothing is taken while a dialog is open unless `inDialogs` is set.
 */
export const useKeys = (bindings: Bindings, options: { inDialogs?: boolean } = {}): void => {
  const held = useRef(bindings);
  held.current = bindings;
  const inDialogs = options.inDialogs ?? false;
  // Before the screen is drawn: who sees it may press at once.
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (event.defaultPrevented && !isGuarded(name)) return;
      const binding = held.current[name];
      if (binding === undefined) return;
      if (isTyping(event.target) && (belongsToField(name) || FIELD_MOD.has(name))) return;
      if (!inDialogs && document.querySelector("[role=dialog][data-modal]") !== null) return;
      event.preventDefault();
      event.stopPropagation();
      binding(event);
    };
    // A focused chip or button would take `Mod+Enter` for its own Enter: a key with a modifier is ours before it is theirs.
    const early = (event: KeyboardEvent) => {
      if (!isTyping(event.target) && !belongsToField(nameOf(event))) down(event);
    };
    window.addEventListener("keydown", early, true);
    window.addEventListener("keydown", down);
    return () => {
      window.removeEventListener("keydown", early, true);
      window.removeEventListener("keydown", down);
    };
  }, [inDialogs]);
};
