import { afterEach, expect, it } from "vitest";
import { fullDate, showYears } from "../words/dates.ts";
import { say, speak } from "../words/say.ts";
import { wear, wearAgain } from "./look.ts";

const page = document.documentElement;
/** What loading the page anew leaves of the look. */
const reload = () => {
  delete page.dataset["theme"];
  delete page.dataset["text"];
  showYears("wareki");
  speak("ja");
};

afterEach(() => {
  sessionStorage.clear();
  reload();
});

it("gives the lock the look of the sitting, and nothing else", () => {
  wearAgain();
  expect(page.dataset["theme"]).toBeUndefined();
  const settings = { theme: "dark", text_size: "large", eras: "seireki", language: "en", city: "裾野市" } as const;
  wear(settings);
  reload();
  expect(say("shell.unlock.open")).toBe("開く");
  wearAgain();
  expect([page.dataset["theme"], page.dataset["text"], page.lang]).toEqual(["dark", "large", "en"]);
  expect([say("shell.unlock.open"), fullDate("2026-11-24")]).toEqual(["Open", "Tue 24 Nov 2026"]);
  expect(JSON.stringify(sessionStorage)).not.toContain("裾野");
});
