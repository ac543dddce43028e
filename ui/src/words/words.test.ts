import { afterEach, describe, expect, it } from "vitest";
import {
  addDays,
  clockTime,
  fiscalYearName,
  fiscalYearOf,
  fullDate,
  longDate,
  minutesName,
  monthsName,
  shortDay,
  showYears,
} from "./dates.ts";
import { en, ja } from "./words.gen.ts";
import { say, sayCode, speak } from "./words.ts";

afterEach(() => {
  speak("ja");
  showYears("wareki");
});

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe("the catalogue", () => {
  it("says the same things in both languages, with the same holes", () => {
    expect(Object.keys(en)).toEqual(Object.keys(ja));
    for (const [key, sentence] of Object.entries(ja))
      expect([key, holes((en as Record<string, string>)[key] ?? "")]).toEqual([key, holes(sentence)]);
  });

  it("leaves nothing empty but the honorific and the counters English has no word for", () => {
    const said = ja as Record<string, string>;
    const empty = (words: Record<string, string>) => Object.keys(words).filter((key) => words[key] === "");
    expect(empty(ja)).toEqual([]);
    expect(empty(en).filter((key) => !/^(さん|人|件|回|名|分)$/.test(said[key] ?? ""))).toEqual([]);
  });

  it("avoids the words this house does not use", () => {
    const refused = /患者様|ダッシュボード|エクスポート|インポート|アーカイブ|タグ|ケース一覧|ラウンド|書き残し|見逃した予定|拒否|対象外/;
    expect(Object.entries(ja).filter(([, sentence]) => refused.test(sentence))).toEqual([]);
  });

  it("fills holes and speaks the language of the moment", () => {
    expect(say("shell.saved", { time: "10:42" })).toBe("保存済み 10:42");
    speak("en");
    expect(say("shell.saved", { time: "10:42" })).toBe("Saved 10:42");
    expect(sayCode("shell.plan_kind", "visit")).toBe("Ward visit");
    expect(sayCode("shell.plan_kind", "unknown")).toBe("unknown");
  });
});

describe("dates", () => {
  it.each([
    ["2026-11-24", "令和8年11月24日（火）"],
    ["2019-05-01", "令和元年5月1日（水）"],
    ["2019-04-30", "平成31年4月30日（火）"],
    ["1989-01-08", "平成元年1月8日（日）"],
    ["1989-01-07", "昭和64年1月7日（土）"],
    ["1926-12-25", "昭和元年12月25日（土）"],
    ["1926-12-24", "大正15年12月24日（金）"],
    ["1912-07-30", "大正元年7月30日（火）"],
    ["1979-09", "昭和54年9月"],
    ["1979", "昭和54年"],
  ])("%s is %s", (iso, words) => expect(fullDate(iso)).toBe(words));

  it("follows the setting for years and the language", () => {
    showYears("seireki");
    expect(longDate("2026-11-24")).toBe("2026年11月24日");
    showYears("both");
    expect(longDate("2026-11-24")).toBe("令和8年（2026）11月24日");
    expect(fiscalYearName(2025)).toBe("令和7年度（2025）");
    speak("en");
    showYears("seireki");
    expect(fullDate("2026-11-24")).toBe("Tue 24 Nov 2026");
  });

  it("counts days, fiscal years and durations", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect([fiscalYearOf("2026-03-31"), fiscalYearOf("2026-04-01")]).toEqual([2025, 2026]);
    expect([minutesName(90), minutesName(45), minutesName(0), minutesName(120)]).toEqual(["1時間30分", "45分", "0分", "2時間"]);
    expect([monthsName(365), monthsName(8)]).toEqual(["30年5か月", "8か月"]);
    expect(shortDay("2026-11-24")).toBe("11/24（火）");
    expect(clockTime("2026-11-24T10:42:09+09:00")).toBe("10:42");
  });
});
