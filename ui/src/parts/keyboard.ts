// The keyboard. The only file that may read `key`, `isComposing` or `keyCode`: what the engines send while somebody
// converts kana differs so much that everything else must be spared it. `installKeys` comes first in `main.ts`.

const GRACE_MS = 500;
let endedAt = Number.NEGATIVE_INFINITY;
let armed = false;

/** Keys of the web view that would leave or reload the app. */
const BROWSER_KEYS = new Set(["F3", "F5", "F7", "F12", "Mod+R", "Mod+Shift+R", "Mod+P", "Mod+J", "Mod+G", "Mod+U", "Mod+S"]);

/** A key that was taken from the web view for the app to use. */
export const isGuarded = (name: string): boolean => BROWSER_KEYS.has(name) || name === "Shift+F3";

const isConversion = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  event.key === "Process" ||
  (event.keyCode === 229 && (!["Enter", "Escape", "Tab"].includes(event.key) || (armed && event.timeStamp - endedAt < GRACE_MS)));

const onMac = /Mac/.test(globalThis.navigator?.platform ?? "");

/** The name of a key as bindings are written: `Mod+Shift+Z`, `Alt+ArrowLeft`, `J`, `?`. */
export const nameOf = (event: KeyboardEvent): string => {
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const shifted = event.shiftKey && (event.key.length > 1 || /[A-Za-z0-9]/.test(key));
  return `${mod ? "Mod+" : ""}${event.altKey ? "Alt+" : ""}${shifted ? "Shift+" : ""}${key}`;
};

/** Installs the guard on the window, before anything else listens. Returns its removal. */
export const installKeys = (target: Window = window): (() => void) => {
  const start = () => {
    armed = false;
  };
  const end = (event: Event) => {
    endedAt = event.timeStamp;
    armed = true;
  };
  const down = (event: KeyboardEvent) => {
    if (isConversion(event)) {
      if (!event.isComposing) armed = false;
      event.stopImmediatePropagation();
      return;
    }
    armed = false;
    if (event.keyCode === 9 && event.key !== "Tab") Object.defineProperty(event, "key", { value: "Tab" });
    if (!import.meta.env.DEV && isGuarded(nameOf(event))) event.preventDefault();
  };
  const up = (event: KeyboardEvent) => {
    const closing = event.key === "Enter" || event.key === "Escape";
    if (event.isComposing || (closing && event.timeStamp - endedAt < GRACE_MS)) event.stopImmediatePropagation();
  };
  target.addEventListener("compositionstart", start, true);
  target.addEventListener("compositionend", end, true);
  target.addEventListener("keydown", down, true);
  target.addEventListener("keyup", up, true);
  return () => {
    target.removeEventListener("compositionstart", start, true);
    target.removeEventListener("compositionend", end, true);
    target.removeEventListener("keydown", down, true);
    target.removeEventListener("keyup", up, true);
  };
};

type KeyLike = { key: string; nativeEvent?: KeyboardEvent };
const native = (event: KeyboardEvent | KeyLike): KeyboardEvent =>
  "nativeEvent" in event && event.nativeEvent ? event.nativeEvent : (event as KeyboardEvent);

/** An Enter meant for us, not for the conversion. */
export const isOwnEnter = (event: KeyboardEvent | KeyLike): boolean => {
  const raw = native(event);
  return raw.key === "Enter" && !raw.isComposing;
};

/** The name of a key pressed in a component (`Mod+Enter`, `ArrowDown`, `1`), `null` while converting. */
export const keyName = (event: KeyboardEvent | KeyLike): string | null => {
  const raw = native(event);
  return raw.isComposing ? null : nameOf(raw);
};

/** Presses the same key once more, after something it waits for has happened. */
export const pressAgain = (event: KeyboardEvent): void => {
  event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
};

/** Whether somebody is typing there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type)));

/** `Mod+K` as it stands on this keyboard. */
export const keyLabel = (name: string): string =>
  name
    .replace("Mod+", onMac ? "⌘" : "Ctrl+")
    .replace("Shift+", onMac ? "⇧" : "Shift+")
    .replace("Alt+", onMac ? "⌥" : "Alt+")
    .replace("Escape", "Esc")
    .replace("ArrowLeft", "←")
    .replace("ArrowRight", "→")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓");

/** Whether Caps Lock is on. */
export const locksCapitals = (event: KeyboardEvent): boolean => event.getModifierState("CapsLock");
