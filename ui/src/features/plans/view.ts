// Which days a view of the schedule shows.
import { addDays, fiscalYearName, fiscalYearOf, fullDate, longDate, weekdayOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";

export const VIEWS = ["day", "week", "month", "year", "list"] as const;
export type View = (typeof VIEWS)[number];
/** Days that are asked for, and the first and the last day that are meant. */
export type Place = { from: string; to: string; first: string; last: string };

/** How many days a list shows. */
const LISTED = 28;

const pad = (n: number) => String(n).padStart(2, "0");

/** The first day of the month some months away. */
export const monthFrom = (on: string, months: number): string => {
  const at = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${pad((at % 12) + 1)}-01`;
};

const weekFrom = (on: string, sundayFirst: boolean): string => addDays(on, -(sundayFirst ? weekdayOf(on) : (weekdayOf(on) + 6) % 7));

/** The days of a view around a day. */
export const placeOf = (view: View, on: string, sundayFirst: boolean): Place => {
  switch (view) {
    case "day":
      return { from: on, to: on, first: on, last: on };
    case "week": {
      const from = weekFrom(on, sundayFirst);
      return { from, to: addDays(from, 6), first: from, last: addDays(from, 6) };
    }
    case "month": {
      const first = monthFrom(on, 0);
      const from = weekFrom(first, sundayFirst);
      const last = addDays(monthFrom(on, 1), -1);
      return { from, to: addDays(weekFrom(last, sundayFirst), 6), first, last };
    }
    case "year": {
      const year = fiscalYearOf(on);
      const [first, last] = [`${year}-04-01`, `${year + 1}-03-31`];
      return { from: first, to: last, first, last };
    }
    case "list":
      return { from: on, to: addDays(on, LISTED - 1), first: on, last: addDays(on, LISTED - 1) };
  }
};

/** The day a view stands on after some steps. */
export const nextOf = (view: View, on: string, steps: number): string => {
  switch (view) {
    case "day":
      return addDays(on, steps);
    case "week":
      return addDays(on, 7 * steps);
    case "month":
      return monthFrom(on, steps);
    case "year":
      return monthFrom(on, 12 * steps);
    case "list":
      return addDays(on, LISTED * steps);
  }
};

/** What a view is called. */
export const headOf = (view: View, on: string, place: Place): string => {
  switch (view) {
    case "day":
      return fullDate(on);
    case "week":
      return say("work.plan.week_of", { date: longDate(place.from) });
    case "month":
      return longDate(place.first.slice(0, 7));
    case "year":
      return fiscalYearName(fiscalYearOf(on));
    case "list":
      return say("work.plan.list_from", { date: longDate(place.from) });
  }
};
