import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { PlanItem, Week } from "../../house/contract.gen.ts";
import { expectNoViolations, freshSettings, quietDay, showScreen } from "../../house/screen-test.tsx";
import { PlansScreen } from "./PlansScreen.tsx";
import { everyOptions, ONCE, repeatOf, ruleOf } from "./repeat.ts";
import { headOf, nextOf, placeOf } from "./view.ts";

const plan = (change: Partial<PlanItem>): PlanItem => ({
  id: "p1",
  kind: "visit",
  on: "2026-11-24",
  start: "09:30",
  end: "12:00",
  title: "楠沢病院",
  org_id: "h1",
  org: "楠沢病院",
  ward: null,
  programme_id: null,
  session_no: null,
  persons: 0,
  written: 0,
  result: "planned",
  reason: null,
  series_id: "s1",
  ...change,
});
const days = (from: number, count: number): Week["days"] =>
  Array.from({ length: count }, (_, n) => {
    const on = new Date(Date.UTC(2026, 10, from + n)).toISOString().slice(0, 10);
    return { on, weekday: ((n + 6) % 7) + 1, holiday: on === "2026-11-23" ? "勤労感謝の日" : null, today: on === "2026-11-24" };
  });
const span = (change: Partial<PlanItem> = {}): Week => ({ days: days(23, 7), items: [plan(change)] });
const screen = <PlansScreen write={false} session={false} orgId={null} />;
const sheet = {
  words: "毎週火曜",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  holidays: "next" as const,
  first: "2026-11-24",
  ahead: 20,
  past: 3,
  kept: [plan({ id: "p9", on: "2026-12-02", apart: true })],
  left_out: [],
};

it("a first day suggests how a plan may come back, and the rule follows it", () => {
  expect(everyOptions("2026-11-24").map((one) => one.label)).toEqual([
    "くり返さない",
    "毎週火曜",
    "隔週火曜",
    "毎月第2・第4火曜",
    "毎月第4火曜",
    "毎月最終火曜",
    "毎月24日",
    "毎年11月24日",
  ]);
  expect(ruleOf("twice", "2026-11-03")).toBe("FREQ=MONTHLY;BYDAY=1TU,3TU");
  expect(ruleOf("nth", "2026-11-10")).toBe("FREQ=MONTHLY;BYDAY=2TU");
  expect(ruleOf("monthend", "2026-11-30")).toBe("FREQ=MONTHLY;BYMONTHDAY=-1");
  expect(repeatOf("2026-11-24", ONCE)).toBe(null);
  expect(repeatOf("2026-11-24", { ...ONCE, every: "weekly", ending: "until", until: "2027-03-31" })).toEqual({
    rule: "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331",
    holidays: "skip",
  });
});

it("each view asks for its days and steps by its own length", () => {
  expect(placeOf("week", "2026-11-24", false)).toEqual({ from: "2026-11-23", to: "2026-11-29", first: "2026-11-23", last: "2026-11-29" });
  expect(placeOf("week", "2026-11-24", true).from).toBe("2026-11-22");
  expect(placeOf("month", "2026-11-24", false)).toEqual({ from: "2026-10-26", to: "2026-12-06", first: "2026-11-01", last: "2026-11-30" });
  expect([nextOf("month", "2026-11-24", 1), nextOf("month", "2026-01-24", -1), nextOf("day", "2026-11-30", 1)]).toEqual([
    "2026-12-01",
    "2025-12-01",
    "2026-12-01",
  ]);
  expect(headOf("year", "2027-02-01", placeOf("year", "2027-02-01", false))).toBe("令和8年度");
});

it("a plan that comes back is changed alone, from it on, or all ahead, and says what stays", async () => {
  const change = vi.fn(() => null);
  const shown = showScreen(screen, {
    answers: {
      Today: quietDay,
      Settings: freshSettings,
      Span: span(),
      SeriesPage: sheet,
      ReadDate: { date: "2026-11-26", precision: "day", note: null } as never,
    },
    acts: { ChangeSeries: change },
  });
  await userEvent.click(await shown.findByRole("button", { name: /楠沢病院/ }));
  const dialog = await shown.findByRole("dialog");
  expect(await shown.findByText(/毎週火曜/)).toBeDefined();
  expect((shown.getByRole("radio", { name: "この回だけ" }) as HTMLInputElement).checked).toBe(true);
  await userEvent.click(shown.getByRole("radio", { name: "この回から後" }));
  expect(dialog.textContent).toContain("20件が変わります");
  expect(dialog.textContent).toContain("12/2（水）");
  const start = shown.getByRole("textbox", { name: "始まり" });
  await userEvent.clear(start);
  await userEvent.type(start, "13:00");
  await userEvent.tab();
  await userEvent.click(shown.getByRole("button", { name: "日時を変える" }));
  expect(change).toHaveBeenCalledWith(
    expect.objectContaining({ plan_id: "p1", scope: "following", on: "2026-11-24", start: "13:00", rule: null }),
  );
});

it("keys lengthen a plan, marks name the series and what stands in its way", async () => {
  const move = vi.fn(() => null);
  const shown = showScreen(screen, {
    answers: { Today: quietDay, Settings: freshSettings, Span: span({ clash: "overlap" }) },
    acts: { MovePlan: move },
  });
  const block = await shown.findByRole("button", { name: /楠沢病院/ });
  expect(block.textContent).toContain("重なり");
  expect(shown.getByRole("img", { name: "くり返し" })).toBeDefined();
  block.focus();
  await userEvent.keyboard("{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}");
  expect(move).toHaveBeenCalledWith({ plan_id: "p1", on: "2026-11-24", start: "09:30", end: "12:15" });
});

it("the month, the list and the year can be read without a mouse", async () => {
  const month: Week = { days: days(-5, 42), items: [plan({}), plan({ id: "p2", title: "部会", start: null })] };
  const year = {
    months: Array.from({ length: 12 }, (_, n) => {
      const first = `${n < 9 ? 2026 : 2027}-${String(((n + 3) % 12) + 1).padStart(2, "0")}-01`;
      return { first, plans: n, visits: 0, days: [{ on: first, weekday: 3, holiday: null, today: false, plans: n }] };
    }),
  };
  const shown = showScreen(screen, { answers: { Today: quietDay, Settings: freshSettings, Span: month, PlanYear: year } });
  await userEvent.click(await shown.findByRole("radio", { name: "月" }));
  const day = await shown.findByRole("button", { name: /11\/24.*予定2件/ });
  expect(day.tabIndex).toBe(0);
  day.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement?.getAttribute("data-day")).toBe("2026-12-01");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("radio", { name: "一覧" }));
  expect(await shown.findByRole("button", { name: /部会/ })).toBeDefined();
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("radio", { name: "年度" }));
  await userEvent.click(await shown.findByRole("button", { name: /^5月/ }));
  expect((shown.getByRole("radio", { name: "月" }) as HTMLInputElement).checked).toBe(true);
});
