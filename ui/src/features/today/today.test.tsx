import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { PlanItem, Today } from "../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
import { TodayScreen } from "./TodayScreen.tsx";

const plan = (change: Partial<PlanItem>): PlanItem => ({
  id: "p1",
  kind: "visit",
  on: "2026-11-24",
  start: "09:30",
  end: "12:00",
  title: "楠沢病院",
  org_id: "h1",
  org: "楠沢病院",
  ward: "C1病棟",
  programme_id: null,
  session_no: null,
  persons: 5,
  written: 2,
  result: "planned",
  reason: null,
  ...change,
});
const day: Today = {
  on: "2026-11-24",
  weekday: 2,
  holiday: null,
  aim: "月に一度は全員と顔を合わせる",
  plans: [plan({}), plan({ id: "p2", kind: "meeting", title: "市 打合せ", org: null, org_id: null, ward: null, persons: 0, written: 0 })],
  unrecorded: [plan({ id: "p3", on: "2026-11-18" })],
  tasks: [{ id: "t1", text: "GHへ電話", due_on: "2026-11-22", days: -2, done_on: null, case_id: "c1", case_name: "髙橋 正一", owner: "" }],
  gaps: [{ case_id: "c4", name: "南 和夫", days: 15, sentence: "対面から15日", planned_on: null, long: false }],
  deadlines: [
    { case_id: "c6", org_id: null, name: "小鳥遊 実", rule: "decision", due: "2026-12-06", days: 12, sentence: "支給決定 あと12日" },
  ],
  hours: [{ kind: "casework", minutes: 560 }],
};
const everybody = { lines: [], total: 3, open: 3 };

afterEach(() => {
  window.location.hash = "";
});

it("shows the day, what comes next and whom to keep in mind", async () => {
  const shown = showScreen(<TodayScreen />, { answers: { Today: day, CaseList: everybody } });
  expect((await shown.findByRole("heading", { level: 1 })).textContent).toBe("令和8年11月24日（火）");
  for (const words of [
    "月に一度は全員と顔を合わせる",
    "GHへ電話",
    "2日過ぎ",
    "支給決定 あと12日",
    "12/6（日）",
    "9時間20分",
    "結果が未記入の予定",
  ]) {
    expect(shown.getByText(words)).toBeDefined();
  }
  expect(shown.getAllByText(/5人のうち2人 記入済み/)).toHaveLength(2);
  await expectNoViolations(shown.container);
});

it("is one act away from writing a note", async () => {
  const shown = showScreen(<TodayScreen />, { answers: { Today: day, CaseList: everybody } });
  await userEvent.click(await shown.findByRole("button", { name: "南 和夫さんの記録を書く" }));
  expect(window.location.hash).toBe("#/people/c4?write");
});

it("finishes a step, adds one, and closes a meeting", async () => {
  const shown = showScreen(<TodayScreen />, {
    answers: { Today: day, CaseList: everybody },
    acts: { FinishTask: () => null, AddTask: () => "t2", FinishPlan: () => null },
  });
  await userEvent.click(await shown.findByRole("button", { name: "済んだ：GHへ電話" }));
  expect(shown.calls("FinishTask")).toEqual([{ task_id: "t1", done_on: "2026-11-24" }]);
  await userEvent.type(shown.getByLabelText("次の一手を足す"), "妹さんへ手紙{Enter}");
  expect(shown.calls("AddTask")).toEqual([{ case_id: null, text: "妹さんへ手紙", due_on: "2026-11-24" }]);
  await userEvent.click(shown.getByRole("button", { name: "市 打合せ 済み" }));
  expect(shown.calls("FinishPlan")).toEqual([{ plan_id: "p2", result: "done", reason: "" }]);
});

it("says of a step done today that it is done, and asks nothing more of it", async () => {
  const tasks = day.tasks.map((task) => ({ ...task, done_on: day.on }));
  const shown = showScreen(<TodayScreen />, { answers: { Today: { ...day, tasks }, CaseList: everybody } });
  const row = (await shown.findByText("GHへ電話")).closest("li");
  expect(row?.textContent).toContain("済み");
  expect(row?.textContent).not.toContain("2日過ぎ");
  expect(shown.queryByRole("button", { name: "済んだ：GHへ電話" })).toBeNull();
});

it("closes the day by keys alone: the first plan that waits hears them at once", async () => {
  const evening = { plans: [plan({ id: "p3", on: "2026-11-23", written: 0 })], ahead: 0, drafts: [] };
  const shown = showScreen(<TodayScreen />, {
    answers: { Today: day, CaseList: everybody, Evening: evening },
    acts: { MovePlan: () => null },
  });
  await userEvent.click(await shown.findByRole("button", { name: "一日の終わり" }));
  await shown.findByRole("dialog");
  await userEvent.keyboard("3");
  expect(shown.calls("MovePlan")).toEqual([{ plan_id: "p3", on: "2026-11-25", start: "09:30", end: "12:00" }]);
});

it("says once how long something has been over", async () => {
  const over = { due: "2026-11-02", days: -22, sentence: "支給決定 期限切れ（3週間超過）" };
  const deadlines = day.deadlines.map((deadline) => ({ ...deadline, ...over }));
  const shown = showScreen(<TodayScreen />, { answers: { Today: { ...day, deadlines }, CaseList: everybody } });
  const row = (await shown.findByText("支給決定 期限切れ（3週間超過）")).closest("li");
  expect(row?.textContent).toContain("11/2（月）");
  expect(row?.textContent).not.toContain("22日");
});

it("goes to other days and back", async () => {
  const shown = showScreen(<TodayScreen />, { answers: { Today: ({ on }) => ({ ...day, on: on ?? day.on }), CaseList: everybody } });
  await userEvent.click(await shown.findByRole("button", { name: "次の日" }));
  await shown.findByText("令和8年11月25日（水）");
  await userEvent.click(shown.getByRole("button", { name: "今日へ" }));
  await shown.findByText("令和8年11月24日（火）");
});

it("invites to register the first person when nobody is there", async () => {
  const nothing: Today = { ...day, aim: null, plans: [], unrecorded: [], tasks: [], gaps: [], deadlines: [], hours: [] };
  const shown = showScreen(<TodayScreen />, { answers: { Today: nothing, CaseList: { lines: [], total: 0, open: 0 } } });
  await userEvent.click(await shown.findByRole("button", { name: "対象者を登録する" }));
  expect(window.location.hash).toBe("#/people?write");
  await expectNoViolations(shown.container);
});

it("says why when the house refuses, and asks again", async () => {
  const shown = showScreen(<TodayScreen />, { answers: { CaseList: everybody } });
  await shown.findByText("no answer for Today");
  expect(shown.getByRole("button", { name: "もう一度" })).toBeDefined();
});
