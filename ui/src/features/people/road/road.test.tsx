import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { CaseLine, CheckStage } from "../../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../../house/screen-test.tsx";
import { ExitTable, StageBoard, StalledTable } from "./Boards.tsx";
import { Checklist } from "./Checklist.tsx";

const minami: CaseLine = {
  id: "c1",
  name: "南 和夫",
  kana: "みなみ かずお",
  index: "ま",
  code: null,
  org_id: "h1",
  hospital: "楠沢病院",
  ward: "C1病棟",
  room: null,
  stage: "housing",
  status: "active",
  age: 61,
  last_contact_on: "2026-11-09",
  last_contact_days: 15,
  face_to_face_days: 15,
  next_text: null,
  next_on: null,
  next_days: null,
};
const untouched = { added: false, done_on: null, done_by: "", note: "", hidden: false };
const housing: CheckStage = {
  stage: "housing",
  asked: 2,
  done: 1,
  items: [
    { item: "budget", ...untouched },
    { item: "contract", ...untouched, hidden: true },
    { item: "猫と暮らせるか", ...untouched, added: true, done_on: "2026-11-01" },
  ],
};

it("ticks an item with the day of today, adds one and brings a hidden one back", async () => {
  const shown = showScreen(<Checklist caseId="c1" stages={[housing]} current="housing" today="2026-11-24" />, {
    acts: { KeepCheck: () => null },
  });
  await userEvent.click(shown.getByRole("checkbox", { name: "予算（家賃・初期費用）" }));
  await userEvent.click(shown.getByRole("checkbox", { name: "猫と暮らせるか" }));
  await userEvent.type(shown.getByLabelText("項目を加える"), "駅まで歩けるか{Enter}");
  await userEvent.click(shown.getByText("使わない項目 1件"));
  await userEvent.click(shown.getByRole("button", { name: "入居申込・契約をまた使う" }));
  const of = { case_id: "c1", stage: "housing", done_by: "", note: "", hidden: false };
  expect(shown.calls("KeepCheck")).toEqual([
    { ...of, item: "budget", done_on: "2026-11-24" },
    { ...of, item: "猫と暮らせるか", done_on: null },
    { ...of, item: "駅まで歩けるか", done_on: null },
    { ...of, item: "contract", done_on: null },
  ]);
  await expectNoViolations(shown.container);
});

it("shows everybody between entrance and exit and opens a page from each board", async () => {
  const open = vi.fn();
  const list = vi.fn();
  const exit = [{ key: "housing" as const, idea: "GHこもれび", certainty: "arranging" as const }];
  const shown = showScreen(
    <>
      <StageBoard onOpen={open} onList={list} />
      <ExitTable onOpen={open} onList={list} />
      <StalledTable onOpen={open} onList={list} />
    </>,
    {
      answers: {
        CaseList: { lines: [minami], total: 1, open: 1 },
        ExitBoard: [{ person: { ...minami, id: "c2" }, exit }],
        Stalled: [
          {
            case_id: "c3",
            name: "森 春子",
            kana: "",
            hospital: null,
            stage: "planning",
            days_in_stage: 120,
            silent_days: 20,
            signs: ["long_in_stage"],
            reasons: ["この段階で120日（目安92日）"],
          },
        ],
      },
    },
  );
  await shown.findByText("この段階で120日（目安92日）");
  await shown.findByText("GHこもれび");
  for (const name of await shown.findAllByTitle(/のページを開く/)) await userEvent.click(name);
  expect(open.mock.calls.flat()).toEqual(["c1", "c2", "c3"]);
  for (const count of shown.getAllByRole("button", { name: /一覧で見る/ })) await userEvent.click(count);
  expect(list.mock.calls.flat()).toContain("stage:housing");
  expect(list.mock.calls.flat().slice(-2)).toEqual(["exit:undecided", "concern:stalled"]);
  await userEvent.click(shown.getByRole("checkbox", { name: "未定が残る方だけ" }));
  await shown.findByText("どの方にも、未定の欄はありません。");
  await expectNoViolations(shown.container);
});
