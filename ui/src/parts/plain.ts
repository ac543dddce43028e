// The few parts of the lock, which stands before React is read: the same looks as the React parts of these names.

import { fullDate } from "../words/dates.ts";
import button from "./Button.module.css";
import clock from "./Clock.module.css";
import { MARK } from "./mark.ts";
import { readClock } from "./now.ts";
import states from "./States.module.css";

type Attributes = Readonly<Record<string, string | undefined>>;

const fill = <E extends Element>(element: E, attributes: Attributes, children: readonly (Node | string)[]): E => {
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** An element with its attributes and what stands in it. */
export const make = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[N] => fill(document.createElement(name), attributes, children);

const SVG = "http://www.w3.org/2000/svg";

/** The mark of the house. */
export const hill = (size: number): SVGElement =>
  fill(
    document.createElementNS(SVG, "svg"),
    {
      width: String(size),
      height: String(size / 2),
      viewBox: "0 0 48 24",
      fill: "none",
      stroke: "currentColor",
      "stroke-linecap": "round",
      "aria-hidden": "true",
    },
    MARK.map((line) => fill(document.createElementNS(SVG, "path"), { d: line.d, "stroke-width": line.width }, [])),
  );

/** A button that says the act. */
export const pressable = (kind: "primary" | "quiet" | "warn", words: string, press: () => void): HTMLButtonElement => {
  const made = make("button", { type: "button", class: `${button["button"]} ${button[kind]}` }, words);
  made.addEventListener("click", press);
  return made;
};

/** What happened, what is kept, what to do: one sentence each, which stays on its line where it can. */
export const errorNote = (text: string): HTMLElement => {
  const sentences = text.match(/[^。]+。?/g) ?? [];
  const note = make("p", { class: states["sentence"] }, ...sentences.map((sentence) => make("span", { class: "sentence" }, sentence)));
  return make("div", { class: states["error"], role: "alert" }, note);
};

/** The clock; `tick` shows the moment. */
export const wallClock = (): { face: HTMLElement; tick: () => void } => {
  const time = make("time", { class: clock["time"] });
  const date = make("span", { class: clock["date"] });
  const tick = () => {
    const now = readClock();
    time.textContent = now.time;
    date.textContent = fullDate(now.date);
  };
  tick();
  return { face: make("p", { class: clock["clock"] }, time, date), tick };
};
