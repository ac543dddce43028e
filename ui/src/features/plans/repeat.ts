// How a plan comes back: what a form offers for its first day, and the rule that the house reads.
import type { HolidayRule, Repeat } from "../../house/contract.gen.ts";
import type { Option } from "../../parts/Choice.tsx";
import { addDays, weekdayName, weekdayOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";

export const EVERY = ["once", "weekly", "fortnightly", "twice", "nth", "last", "monthday", "monthend", "yearly"] as const;
export type Every = (typeof EVERY)[number];
export type Ending = "endless" | "until" | "count";
/** A way of coming back as a form keeps it. */
export type Repetition = { every: Every; holidays: HolidayRule; ending: Ending; until: string | null; count: number | null };

export const ONCE: Repetition = { every: "once", holidays: "skip", ending: "endless", until: null, count: null };

const CODES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const dayOf = (on: string) => Number(on.slice(8, 10));
const monthOf = (on: string) => Number(on.slice(5, 7));
const nthOf = (on: string) => Math.ceil(dayOf(on) / 7);
/** 1 and 3, or 2 and 4. */
const pairOf = (on: string): [number, number] => (nthOf(on) % 2 === 1 ? [1, 3] : [2, 4]);

/** The rule of a way of coming back that begins on a day; `null` for once. */
export const ruleOf = (every: Every, on: string): string | null => {
  const code = CODES[weekdayOf(on)] ?? "MO";
  const [one, two] = pairOf(on);
  switch (every) {
    case "once":
      return null;
    case "weekly":
      return `FREQ=WEEKLY;BYDAY=${code}`;
    case "fortnightly":
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`;
    case "twice":
      return `FREQ=MONTHLY;BYDAY=${one}${code},${two}${code}`;
    case "nth":
      return `FREQ=MONTHLY;BYDAY=${nthOf(on)}${code}`;
    case "last":
      return `FREQ=MONTHLY;BYDAY=-1${code}`;
    case "monthday":
      return `FREQ=MONTHLY;BYMONTHDAY=${dayOf(on)}`;
    case "monthend":
      return "FREQ=MONTHLY;BYMONTHDAY=-1";
    case "yearly":
      return `FREQ=YEARLY;BYMONTH=${monthOf(on)};BYMONTHDAY=${dayOf(on)}`;
  }
};

/** What fits a first day, in words: 毎週火曜, 毎月第2火曜. */
export const everyOptions = (on: string): Option<Every>[] => {
  const day = weekdayName(on);
  const [one, two] = pairOf(on);
  const isLast = monthOf(addDays(on, 7)) !== monthOf(on);
  const isEnd = monthOf(addDays(on, 1)) !== monthOf(on);
  const fits: Record<Every, boolean> = {
    once: true,
    weekly: true,
    fortnightly: true,
    twice: nthOf(on) < 5,
    nth: nthOf(on) < 5,
    last: isLast,
    monthday: true,
    monthend: isEnd,
    yearly: true,
  };
  return EVERY.filter((id) => fits[id]).map((id) => ({
    id,
    label: say(`work.repeat.${id}`, { day, n: nthOf(on), one, two, date: dayOf(on), month: monthOf(on) }),
  }));
};

/** As the house takes it; `null` for once. */
export const repeatOf = (on: string, { every, holidays, ending, until, count }: Repetition): Repeat | null => {
  const rule = ruleOf(every, on);
  if (rule === null) return null;
  const end =
    ending === "until" && until !== null
      ? `;UNTIL=${until.replaceAll("-", "")}`
      : ending === "count" && count !== null && count > 0
        ? `;COUNT=${count}`
        : "";
  return { rule: `${rule}${end}`, holidays };
};
