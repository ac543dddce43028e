import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { SettlementPage } from "../../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../../house/screen-test.tsx";
import { AfterDischarge } from "./AfterDischarge.tsx";
import { Examples } from "./Examples.tsx";

const nothing: SettlementPage = {
  discharged_on: null,
  planned_on: null,
  in_hospital: true,
  contacts: [],
  plan: { planned_on: null, supporters: [], day_activity: "", medication: "", money: "", others: "" },
  checks: [],
  crisis: { made_on: null, well: "", signs: "", own_ways: "", wanted: "", unwanted: "", hospital: "", calls: [] },
};
const nurse = { role: "訪問看護", name: "みどり訪問看護", contact: "03-0000-0000", first_weeks: "週3回", first_months: "週1回", later: "" };
const full: SettlementPage = {
  ...nothing,
  in_hospital: false,
  discharged_on: "2026-11-10",
  contacts: [
    { task_id: "t3", days_after: 3, due_on: "2026-11-13", done_on: "2026-11-12" },
    { task_id: "t7", days_after: 7, due_on: "2026-11-17", done_on: null },
  ],
  plan: { ...nothing.plan, planned_on: "2026-10-20", supporters: [nurse], day_activity: "地活へ週2日" },
  checks: [
    {
      id: "l1",
      on: "2026-11-12",
      method: "home_visit",
      sleep: 2,
      meals: 0,
      medicine: null,
      money: null,
      neighbours: null,
      loneliness: null,
      note: "夜に二度起きる",
    },
  ],
  crisis: {
    ...nothing.crisis,
    made_on: "2026-10-21",
    signs: "眠れない日が二日続く",
    calls: [{ who: "訪問看護", phone: "03-1111-1111", hours: "日中" }],
  },
};

const show = (page: SettlementPage, acts: Parameters<typeof showScreen>[1] = {}) =>
  showScreen(<AfterDischarge caseId="c1" today="2026-11-24" />, {
    answers: { Settlement: page, Draft: null, ExitExamples: { known: 3, closed: 0, left: 0, examples: [] } },
    ...acts,
  });

it("says what is still to be written", async () => {
  const shown = show(nothing);
  await shown.findByText(/退院予定日はまだ決まっていません/);
  for (const sentence of [/定着の計画はまだありません/, /クライシスプランはまだありません/, /生活の確認はまだありません/])
    shown.getByText(sentence);
  await expectNoViolations(shown.container);
});

it("shows who comes when, how life goes and what is late, and finishes a contact", async () => {
  const shown = show(full, { acts: { FinishTask: () => null } });
  await shown.findByText("みどり訪問看護");
  for (const text of ["退院 令和8年11月10日", "気になる", "心配なし", "眠れない日が二日続く", "03-1111-1111"]) shown.getByText(text);
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "退院7日の連絡を済みにする" }));
  expect(shown.calls("FinishTask")).toEqual([{ task_id: "t7", done_on: "2026-11-24" }]);
});

it("writes a plan row by row and keeps what was typed when it is refused", async () => {
  const shown = show(nothing, {
    acts: {
      KeepSettlement: () => {
        throw refusal("settlement.empty", "計画がまだ何も書かれていません。", "supporters");
      },
      KeepDraft: () => "09:00",
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: "計画を書く" }));
  await userEvent.type(await shown.findByLabelText("役割"), "母");
  await userEvent.click(shown.getByRole("button", { name: "一人ふやす" }));
  await userEvent.type(shown.getAllByLabelText("名前・機関")[1] as HTMLElement, "区");
  await userEvent.click(shown.getByRole("button", { name: /保存する/ }));
  const kept = shown.calls("KeepSettlement")[0] as { supporters: unknown[]; planned_on: string };
  expect(kept.planned_on).toBe("2026-11-24");
  expect(kept.supporters).toMatchObject([{ role: "母" }, { name: "区" }]);
  await shown.findByText("計画がまだ何も書かれていません。");
  expect((shown.getAllByLabelText("役割")[0] as HTMLInputElement).value).toBe("母");
  await userEvent.click(shown.getByRole("button", { name: "母の行を外す" }));
  expect(shown.getAllByLabelText("名前・機関")).toHaveLength(1);
});

it("writes a check with the areas that were looked at only", async () => {
  const shown = show(nothing, { acts: { KeepLifeCheck: () => "l1", KeepDraft: () => "09:00" } });
  await userEvent.click(await shown.findByRole("button", { name: "確認を書く" }));
  const sleep = await shown.findByRole("radiogroup", { name: "眠り" });
  await userEvent.click(sleep.querySelectorAll("input")[3] as HTMLElement);
  await userEvent.click(shown.getByRole("button", { name: /保存する/ }));
  expect(shown.calls("KeepLifeCheck")).toMatchObject([{ case_id: "c1", check_id: null, on: "2026-11-24", sleep: 3, meals: null }]);
});

it("starts the crisis plan from what an older plan says", async () => {
  const older = { ...nothing.crisis, own_ways: "音楽を聞く" };
  const shown = show({ ...nothing, crisis: older }, { acts: { KeepCrisisPlan: () => null, KeepDraft: () => "09:00" } });
  await shown.findByText(/以前の計画にある文です/);
  await userEvent.click(shown.getAllByRole("button", { name: "直す" })[0] as HTMLElement);
  await userEvent.type(await shown.findByLabelText("だれに"), "母");
  await userEvent.click(shown.getByRole("button", { name: /保存する/ }));
  expect(shown.calls("KeepCrisisPlan")).toMatchObject([
    { case_id: "c1", made_on: "2026-11-24", own_ways: "音楽を聞く", calls: [{ who: "母", phone: "", hours: "" }] },
  ]);
});

it("shows how others left, and says honestly why there is nobody to show", async () => {
  const example = {
    age: "60s",
    stay: "ge20y",
    hospital: null,
    obstacles: ["housing" as const],
    destination: "group_home" as const,
    months: 14,
    stages: [
      { stage: "engagement" as const, months: 6 },
      { stage: "planning" as const, months: 0 },
    ],
    nights: 4,
    readmitted: false,
  };
  const list = { known: 4, closed: 8, left: 5, examples: [example] };
  const shown = showScreen(<Examples caseId="c1" />, { answers: { ExitExamples: list } });
  await shown.findByText("グループホーム");
  for (const words of [/60代・入院20年以上・住居がない/, /面談・同意 6か月 → アセスメント・計画 1か月未満 → 体験宿泊 4泊/])
    shown.getByText(words);
  await expectNoViolations(shown.container);
  shown.unmount();
  const none = showScreen(<Examples caseId="c1" />, { answers: { ExitExamples: { ...list, examples: [] } } });
  await none.findByText(/終結した方は8人、そのうち退院した方は5人です/);
});
