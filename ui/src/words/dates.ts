// Dates and durations as people write them. Not `Intl`: its wording differs between the systems.
import { currentLanguage } from "./say.ts";

export type Eras = "wareki" | "seireki" | "both";
let eras: Eras = "wareki";
/** Sets how years are shown (a setting). */
export const showYears = (next: Eras): void => {
  eras = next;
};

const ERAS: readonly [start: string, ja: string, en: string, first: number][] = [
  ["2019-05-01", "令和", "Reiwa", 2019],
  ["1989-01-08", "平成", "Heisei", 1989],
  ["1926-12-25", "昭和", "Shōwa", 1926],
  ["1912-07-30", "大正", "Taishō", 1912],
  ["1873-01-01", "明治", "Meiji", 1868],
];
const WEEKDAYS_JA = "日月火水木金土";
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Parts = { year: number; month: number | null; day: number | null };
const parts = (date: string): Parts | null => {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (found === null) return null;
  return {
    year: Number(found[1]),
    month: found[2] === undefined ? null : Number(found[2]),
    day: found[3] === undefined ? null : Number(found[3]),
  };
};

/** 0 = Sunday. */
export const weekdayOf = (date: string): number => {
  const p = parts(date);
  return p === null ? 0 : new Date(Date.UTC(p.year, (p.month ?? 1) - 1, p.day ?? 1)).getUTCDay();
};

/** 火 or Tue. */
export const weekdayName = (date: string): string =>
  currentLanguage() === "ja" ? WEEKDAYS_JA.charAt(weekdayOf(date)) : (WEEKDAYS_EN[weekdayOf(date)] ?? "");

const eraYear = (p: Parts, english: boolean): string => {
  const key = `${String(p.year).padStart(4, "0")}-${String(p.month ?? 12).padStart(2, "0")}-${String(p.day ?? 31).padStart(2, "0")}`;
  const era = ERAS.find(([start]) => key >= start);
  if (era === undefined) return english ? String(p.year) : `${p.year}年`;
  const n = p.year - era[3] + 1;
  return english ? `${era[2]} ${n}` : `${era[1]}${n === 1 ? "元" : n}年`;
};

const yearWords = (p: Parts): string => {
  if (currentLanguage() === "en")
    return eras === "wareki" ? eraYear(p, true) : eras === "both" ? `${p.year} (${eraYear(p, true)})` : String(p.year);
  if (eras === "seireki") return `${p.year}年`;
  return eras === "both" ? `${eraYear(p, false)}（${p.year}）` : eraYear(p, false);
};

/** 令和8年11月24日; a partial date keeps its precision: 昭和54年9月. */
export const longDate = (date: string): string => {
  const p = parts(date);
  if (p === null) return date;
  if (currentLanguage() === "en") {
    const day = p.day === null ? "" : `${p.day} `;
    const month = p.month === null ? "" : `${MONTHS_EN[p.month - 1] ?? ""} `;
    return `${day}${month}${yearWords(p)}`;
  }
  return `${yearWords(p)}${p.month === null ? "" : `${p.month}月`}${p.day === null ? "" : `${p.day}日`}`;
};

/** 令和8年11月24日（火） */
export const fullDate = (date: string): string => {
  const p = parts(date);
  if (p === null || p.day === null) return longDate(date);
  return currentLanguage() === "ja" ? `${longDate(date)}（${weekdayName(date)}）` : `${weekdayName(date)} ${longDate(date)}`;
};

/** 11/24 */
export const shortDate = (date: string): string => {
  const p = parts(date);
  if (p === null || p.month === null) return longDate(date);
  if (p.day === null) return longDate(date);
  return currentLanguage() === "ja" ? `${p.month}/${p.day}` : `${p.day} ${MONTHS_EN[p.month - 1] ?? ""}`;
};

/** R7.6: the month of a date, where the year matters more than the day. */
export const shortMonth = (date: string): string => {
  const p = parts(date);
  if (p === null || p.month === null) return longDate(date);
  if (eras === "seireki" || (eras === "both" && currentLanguage() === "en")) return `${p.year}.${p.month}`;
  const key = `${String(p.year).padStart(4, "0")}-${String(p.month).padStart(2, "0")}-${String(p.day ?? 31).padStart(2, "0")}`;
  const era = ERAS.find(([start]) => key >= start);
  return era === undefined ? `${p.year}.${p.month}` : `${era[2].charAt(0)}${p.year - era[3] + 1}.${p.month}`;
};

/** R7.6.1: a whole date in little room. */
export const shortFull = (date: string): string => {
  const p = parts(date);
  return p === null || p.day === null ? shortMonth(date) : `${shortMonth(date)}.${p.day}`;
};

/** 11/24（火） */
export const shortDay = (date: string): string => {
  const p = parts(date);
  if (p === null || p.day === null) return shortDate(date);
  return currentLanguage() === "ja" ? `${shortDate(date)}（${weekdayName(date)}）` : `${weekdayName(date)} ${shortDate(date)}`;
};

/** 令和7年度; in English FY2025. */
export const fiscalYearName = (year: number): string => {
  if (currentLanguage() === "en") return `FY${year}`;
  const era = `${eraYear({ year, month: 12, day: 31 }, false)}度`;
  return eras === "seireki" ? `${year}年度` : eras === "both" ? `${era}（${year}）` : era;
};

/** The fiscal year a day lies in. */
export const fiscalYearOf = (date: string): number => {
  const p = parts(date);
  return p === null ? 0 : (p.month ?? 4) >= 4 ? p.year : p.year - 1;
};

/** 1時間30分, 45分; in English 1 h 30 min. */
export const minutesName = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (currentLanguage() === "en")
    return [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
  return `${hours > 0 ? `${hours}時間` : ""}${rest > 0 || hours === 0 ? `${rest}分` : ""}`;
};

/** 30年5か月, 8か月; in English 30 y 5 m. */
export const monthsName = (months: number): string => {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (currentLanguage() === "en") return [years > 0 ? `${years} y` : "", `${rest} m`].filter(Boolean).join(" ");
  return `${years > 0 ? `${years}年` : ""}${rest}か月`;
};

/** 10:42 of an ISO moment, as it was written (its own offset). */
export const clockTime = (moment: string): string => /T(\d{2}:\d{2})/.exec(moment)?.[1] ?? moment;

/** A time of day as one says it: 9:30, not 09:30. */
export const hourName = (time: string): string => time.replace(/^0/, "");

/** Moves an ISO day by days. */
export const addDays = (date: string, days: number): string => {
  const p = parts(date);
  if (p === null) return date;
  return new Date(Date.UTC(p.year, (p.month ?? 1) - 1, (p.day ?? 1) + days)).toISOString().slice(0, 10);
};
