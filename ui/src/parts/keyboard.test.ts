// What engines were seen to send while a Japanese input method converts, row by row, and what may reach a screen of it.
import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installKeys, isOwnEnter, keyName } from "./keyboard.ts";

type Sent = {
  type: "keydown" | "keyup" | "compositionstart" | "compositionend";
  key?: string;
  code?: number;
  composing?: boolean;
  at?: number;
};

let heard: string[] = [];
let remove = () => {};
const note = (event: KeyboardEvent) => {
  heard.push(`${event.type === "keydown" ? "down" : "up"} ${event.key}`);
};

beforeEach(() => {
  remove = installKeys();
  heard = [];
  window.addEventListener("keydown", note);
  window.addEventListener("keyup", note);
});
afterEach(() => {
  remove();
  window.removeEventListener("keydown", note);
  window.removeEventListener("keyup", note);
});

let clock = 0;
const send = (...events: Sent[]) => {
  clock += 10_000;
  for (const { type, key = "", code = 0, composing = false, at = 0 } of events) {
    const event = type.startsWith("key")
      ? new KeyboardEvent(type, { key, keyCode: code, isComposing: composing, bubbles: true, cancelable: true })
      : new CompositionEvent(type, { bubbles: true });
    Object.defineProperty(event, "timeStamp", { value: clock + at });
    fireEvent(document.body, event);
  }
  return heard;
};

describe("a conversion belongs to the input method", () => {
  it("Chromium and WebView2: key Process, code 229, the first key not yet marked as composing", () => {
    expect(
      send(
        { type: "keydown", key: "Process", code: 229, composing: false },
        { type: "compositionstart" },
        { type: "keydown", key: "Process", code: 229, composing: true },
        { type: "keydown", key: "Process", code: 229, composing: true },
        { type: "compositionend" },
      ),
    ).toEqual([]);
  });

  it("WebKitGTK with Mozc: the confirming Enter, then a keyup that looks like our own", () => {
    expect(
      send(
        { type: "keydown", key: "Unidentified", code: 229, composing: true },
        { type: "compositionend", at: 5 },
        { type: "keyup", key: "Enter", code: 13, composing: false, at: 40 },
      ),
    ).toEqual([]);
  });

  it("Tauri on Linux without preedit: only a 229 keydown, then compositionend and the keyup of Enter", () => {
    expect(
      send(
        { type: "keydown", key: "Unidentified", code: 229, composing: false },
        { type: "compositionend", at: 3 },
        { type: "keyup", key: "Enter", code: 13, at: 30 },
      ),
    ).toEqual([]);
  });

  it("older WKWebView: compositionend comes first, then the confirming Enter with 229", () => {
    expect(
      send(
        { type: "compositionstart" },
        { type: "compositionend", at: 100 },
        { type: "keydown", key: "Enter", code: 229, composing: false, at: 102 },
      ),
    ).toEqual([]);
  });

  it("Escape and Tab of a conversion are not ours either", () => {
    expect(
      send(
        { type: "compositionstart" },
        { type: "keydown", key: "Escape", code: 229, composing: true },
        { type: "compositionend", at: 10 },
        { type: "keydown", key: "Tab", code: 229, at: 12 },
      ),
    ).toEqual([]);
  });
});

describe("our own keys get through", () => {
  it("macOS keeps 229 on plain Enters while a Japanese source is active: only the first one after a conversion is eaten", () => {
    expect(
      send(
        { type: "compositionstart" },
        { type: "compositionend", at: 0 },
        { type: "keydown", key: "Enter", code: 229, at: 2 },
        { type: "keydown", key: "Enter", code: 229, at: 200 },
      ),
    ).toEqual(["down Enter"]);
  });

  it("an Enter with 229 long after a conversion is ours", () => {
    expect(
      send({ type: "compositionstart" }, { type: "compositionend", at: 0 }, { type: "keydown", key: "Enter", code: 229, at: 900 }),
    ).toEqual(["down Enter"]);
  });

  it("a plain Enter, its keyup and Space's keyup", () => {
    expect(
      send(
        { type: "keydown", key: "Enter", code: 13 },
        { type: "keyup", key: "Enter", code: 13, at: 900 },
        { type: "keyup", key: " ", code: 32, at: 901 },
      ),
    ).toEqual(["down Enter", "up Enter", "up  "]);
  });

  it("the keyup of Space right after a conversion still presses a button", () => {
    expect(send({ type: "compositionend" }, { type: "keyup", key: " ", code: 32, at: 10 })).toEqual(["up  "]);
  });

  it("WebKitGTK's Shift+Tab without a name becomes Tab", () => {
    expect(send({ type: "keydown", key: "Unidentified", code: 9 })).toEqual(["down Tab"]);
  });
});

describe("reading a key", () => {
  it("an Enter while composing is nobody's", () => {
    expect(isOwnEnter(new KeyboardEvent("keydown", { key: "Enter", isComposing: true }))).toBe(false);
    expect(isOwnEnter(new KeyboardEvent("keydown", { key: "Enter" }))).toBe(true);
    expect(keyName(new KeyboardEvent("keydown", { key: "a", isComposing: true }))).toBeNull();
  });

  it("keys are named as bindings are written, digits by their place", () => {
    const named = (init: KeyboardEventInit) => keyName(new KeyboardEvent("keydown", init));
    expect(named({ key: "k", ctrlKey: true })).toBe("Mod+K");
    expect(named({ key: "Z", ctrlKey: true, shiftKey: true })).toBe("Mod+Shift+Z");
    expect(named({ key: "!", code: "Digit1", ctrlKey: true })).toBe("Mod+1");
    expect(named({ key: "ArrowLeft", altKey: true })).toBe("Alt+ArrowLeft");
    expect(named({ key: "?", shiftKey: true })).toBe("?");
    expect(named({ key: " " })).toBe("Space");
  });
});
