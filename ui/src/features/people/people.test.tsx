import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { CaseLine, CasePage } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { useScreen } from "../../screens.ts";
import { PeopleScreen } from "./PeopleScreen.tsx";

const line = (id: string, name: string, kana: string): CaseLine => ({
  id,
  name,
  kana,
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
});
const person = (id: string, name: string): CasePage => ({
  ...line(id, name, "みなみ かずお"),
  client_id: `k${id}`,
  family_name: "南",
  given_name: "和夫",
  family_kana: "みなみ",
  given_kana: "かずお",
  aliases: [],
  sex: "male",
  birth_date: "1965-03-05",
  stay_id: "s1",
  admitted_on: "1996-08",
  stay_months: 363,
  admission_form: null,
  wish: "寒くなる前に決めたい",
  wish_on: "2026-10-27",
  wished_place: "",
  anxieties: "",
  identified_on: "2025-04-10",
  support_months: 19,
  steps: [
    { stage: "identified", from_on: "2025-04-10", to_on: "2026-09-01", current: false },
    { stage: "housing", from_on: "2026-09-01", to_on: null, current: true },
  ],
  exit: [{ key: "housing", wish: "", idea: "GHこもれび", org_id: null, org: null, certainty: "arranging", updated_on: null }],
  tasks: [{ id: "t1", text: "GHへ電話", due_on: "2026-11-26", days: 2, done_on: null, case_id: id, case_name: name, owner: "" }],
  decisions: [],
  timeline: [],
  timeline_total: 0,
  draft: null,
});
const answers = {
  CaseList: { lines: [line("c1", "南 和夫", "みなみ かずお"), line("c2", "森 春子", "もり はるこ")], total: 2, open: 2 },
  CasePage: ({ case_id }: { case_id: string }) => person(case_id, case_id === "c1" ? "南 和夫" : "森 春子"),
  Today: quietDay,
  Draft: null,
  Organisations: [],
};

/** The screen as the frame shows it: the address says whom, and whether one writes. */
function Framed() {
  const screen = useScreen();
  return screen.at === "people" ? <PeopleScreen caseId={screen.caseId ?? null} write={screen.write ?? false} /> : null;
}
const at = (hash: string) => {
  window.location.hash = hash;
};

afterEach(() => at(""));

it("shows the words of the person first, and the next step is done with the real day", async () => {
  at("#/people");
  const finish = vi.fn(() => null);
  const shown = showScreen(<Framed />, { answers, acts: { FinishTask: finish } });
  await shown.findByText("寒くなる前に決めたい");
  await userEvent.click(shown.getByRole("button", { name: "済んだ：GHへ電話" }));
  expect(finish).toHaveBeenCalledWith({ task_id: "t1", done_on: "2026-11-24" });
  await expectNoViolations(shown.container);
});

it("writes a record by keys alone and comes back to the line of the person", async () => {
  at("#/people/c1");
  const shown = showScreen(<Framed />, { answers, acts: { WriteContact: () => ["n1"], KeepDraft: () => "2026-11-24T10:42:00+09:00" } });
  await shown.findByText("寒くなる前に決めたい");
  await userEvent.keyboard("n");
  await userEvent.type(await shown.findByRole("textbox", { name: "内容" }), "よく眠れたとのこと。");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(document.activeElement?.getAttribute("data-key")).toBe("c1"));
  expect(shown.calls("WriteContact")).toEqual([
    {
      case_ids: ["c1"],
      plan_id: null,
      on: "2026-11-24",
      minutes: null,
      method: "interview_hospital",
      counterparts: ["person"],
      text: "よく眠れたとのこと。",
      next_step: null,
      outcome: null,
      draft_place: "case/c1",
    },
  ]);
  await userEvent.keyboard("j");
  await vi.waitFor(() => expect(window.location.hash).toBe("#/people/c2"));
});

it("ten notes in a row, person after person, need no mouse", async () => {
  at("#/people/c1");
  const shown = showScreen(<Framed />, {
    answers: { ...answers, IssuedReports: [], ProposedSteps: [], MentionNames: [] },
    acts: { WriteContact: () => ["n1"], KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await shown.findByText("寒くなる前に決めたい");
  for (let nth = 1; nth <= 10; nth += 1) {
    await userEvent.keyboard("n");
    await userEvent.type(await shown.findByRole("textbox", { name: "内容" }), `${nth}件目`);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await vi.waitFor(() => expect(shown.calls("WriteContact")).toHaveLength(nth));
    await vi.waitFor(() => expect(document.activeElement?.getAttribute("data-key")).toBe(nth % 2 === 1 ? "c1" : "c2"));
    await userEvent.keyboard(nth % 2 === 1 ? "j" : "k");
    await vi.waitFor(() => expect(window.location.hash).toBe(nth % 2 === 1 ? "#/people/c2" : "#/people/c1"));
  }
  const written = shown.calls("WriteContact") as { case_ids: string[]; text: string; method: string }[];
  expect(written.map((note) => note.text)).toEqual(Array.from({ length: 10 }, (_, i) => `${i + 1}件目`));
  expect(written.every((note, i) => note.case_ids[0] === (i % 2 === 0 ? "c1" : "c2") && note.method === "interview_hospital")).toBe(true);
});

it("keeps what was typed when the record is left, and opens with it again", async () => {
  at("#/people/c1?write");
  const shown = showScreen(<Framed />, { answers, acts: { KeepDraft: () => "2026-11-24T10:42:00+09:00" } });
  await userEvent.type(await shown.findByRole("textbox", { name: "内容" }), "途中まで");
  await userEvent.keyboard("{Escape}");
  await shown.findByText("書きかけの記録があります");
  expect(shown.calls("KeepDraft")).toContainEqual({ place: "case/c1", body: "途中まで" });
  await userEvent.click(shown.getByRole("button", { name: "続きを書く" }));
  expect(await shown.findByDisplayValue("途中まで")).toBeDefined();
});

it("says beside the field why somebody cannot be registered, and keeps what was typed", async () => {
  at("#/people?write");
  const shown = showScreen(<Framed />, {
    answers,
    acts: {
      KeepDraft: () => "2026-11-24T10:42:00+09:00",
      OpenCase: () => {
        throw refusal("case.no-name", "姓を入力してください。", "family_name");
      },
    },
  });
  await userEvent.type(await shown.findByLabelText("せい"), "みなみ");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await shown.findByText("姓を入力してください。");
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(JSON.stringify(shown.calls("KeepDraft").at(-1))).toContain("みなみ"));
  await userEvent.click(shown.getByRole("button", { name: "登録する" }));
  await shown.findByText("書きかけの入力を開きました。");
  await userEvent.type(shown.getByDisplayValue("みなみ"), "の");
  expect(shown.getByText("書きかけの入力を開きました。"), "the form stays where it is while one types").toBeDefined();
  await userEvent.click(shown.getByRole("button", { name: "はじめから書く" }));
  expect(shown.queryByText("書きかけの入力を開きました。")).toBeNull();
  expect(shown.queryByDisplayValue("みなみの")).toBeNull();
});

it("moves somebody on with two keys", async () => {
  at("#/people/c1");
  const move = vi.fn(() => null);
  const shown = showScreen(<Framed />, { answers, acts: { MoveStage: move, KeepDraft: () => "2026-11-24T10:42:00+09:00" } });
  await shown.findByText("寒くなる前に決めたい");
  await userEvent.keyboard("s");
  await shown.findByRole("dialog");
  await userEvent.keyboard("6{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(move).toHaveBeenCalledWith({ case_id: "c1", stage: "discharge_coordination", from_on: "2026-11-24", reason: "" }),
  );
});

it("a paper closed in the middle opens again as it was left", async () => {
  const kept = JSON.stringify({ hospital: "楠沢病院", ward: "C1病棟", room: "305", admitted: "1996-08" });
  const shown = showScreen(<PeopleScreen caseId="c1" write={false} />, {
    answers: {
      CaseList: { lines: [line("c1", "南 和夫", "みなみ かずお")], total: 1, open: 1 },
      CasePage: person("c1", "南 和夫"),
      Today: quietDay,
      Draft: ({ place }: { place: string }) => (place === "form/stay/c1" ? kept : null),
    },
    acts: { KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await userEvent.click(await shown.findByRole("button", { name: "入院・決定・保留" }));
  const sheet = await shown.findByRole("dialog");
  await vi.waitFor(() => expect((shown.getByLabelText("病室") as HTMLInputElement).value).toBe("305"));
  await expectNoViolations(sheet);
  await userEvent.type(shown.getByLabelText("病室"), "号");
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => {
    const last = shown.calls("KeepDraft").at(-1) as { place: string; body: string };
    expect(last.place).toBe("form/stay/c1");
    expect(JSON.parse(last.body)).toMatchObject({ room: "305号" });
  });
});

it("warns while a name is typed that is registered already, and leads to that page", async () => {
  const shown = showScreen(<PeopleScreen caseId={null} write />, {
    answers: {
      ...answers,
      SimilarPeople: ({ family_name }) => (family_name === "南" ? [line("c1", "南 和夫", "みなみ かずお")] : []),
      Organisations: [],
    },
  });
  await userEvent.type(await shown.findByLabelText("姓"), "南");
  expect(shown.calls("SimilarPeople")).toEqual([]);
  await userEvent.type(shown.getByLabelText("名"), "和夫");
  await userEvent.click(await shown.findByRole("button", { name: "南 和夫さんのページを開く" }));
  expect(window.location.hash).toBe("#/people/c1");
});

it("makes two entries one person after showing what hangs on both", async () => {
  const side = (id: string, name: string) => ({ person: line(id, name, ""), contacts: 3, visits: 1, sessions: 0, tasks: 2, steps: 1 });
  const shown = showScreen(<PeopleScreen caseId="c1" write={false} />, {
    answers: { ...answers, MergePreview: { keep: side("c1", "南 和夫"), other: side("c2", "森 春子"), one_episode: true } },
    acts: { MergePeople: () => "c1" },
  });
  await userEvent.click(await shown.findByRole("button", { name: "同じ方とまとめる" }));
  const merge = shown.getByRole("button", { name: "まとめる" });
  expect(merge).toHaveProperty("disabled", true);
  await userEvent.click(shown.getByRole("button", { name: /もう一方の登録/ }));
  await userEvent.click(await shown.findByRole("option", { name: /森 春子/ }));
  await shown.findAllByText(/記録3件\s訪問1件/);
  await userEvent.click(merge);
  await vi.waitFor(() => expect(shown.calls("MergePeople")).toEqual([{ case_id: "c1", other_id: "c2" }]));
});
