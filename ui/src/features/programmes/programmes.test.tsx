import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { CaseList, PeerLine, ProgrammePage, SessionPage } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { ProgrammesScreen } from "./ProgrammesScreen.tsx";

const session: SessionPage = {
  plan: {
    id: "s6",
    kind: "session",
    on: "2026-11-25",
    start: "13:30",
    end: "15:00",
    title: "あしたの会",
    org_id: "h1",
    org: "楠沢病院",
    ward: null,
    programme_id: "g1",
    session_no: 6,
    persons: 3,
    written: 0,
    result: "planned",
    reason: null,
  },
  programme: "あしたの会",
  programme_id: "g1",
  contents: "",
  materials: "",
  staff: [],
  default_attendance: null,
  theme: "住まい",
  place: "inside",
  peer_supporters: "",
  good: "",
  written_at: null,
  concern: "",
  words: "",
  next: "",
  staff_medical: null,
  staff_support: null,
  staff_municipal: null,
  observers: null,
  attendance: ["髙橋 正一", "渡邉 ミツ", "林 健吾"].map((name, n) => ({
    participant_id: `a${n + 1}`,
    case_id: `c${n + 1}`,
    name,
    attendance: null,
    remark: "",
    changes: [],
  })),
};

const page: ProgrammePage = {
  id: "g1",
  name: "あしたの会",
  org_id: "h1",
  org: "楠沢病院",
  aim: "町の暮らしを知る",
  starts: "2026-10-01",
  ends: null,
  planned_sessions: 10,
  eligibility: "",
  cost: "",
  status: "running",
  default_attendance: "present",
  organisers: [{ id: "o1", org_id: "h1", org: "楠沢病院", side: "medical", role: "co_host" }],
  preparations: [
    { id: "p1", item: "謝金", done_on: null },
    { id: "p2", item: "保険", done_on: "2026-10-20" },
  ],
  roster: [
    {
      participant_id: "r1",
      case_id: "c1",
      name: "髙橋 正一",
      joined_on: "2026-10-01",
      left_on: null,
      reason: "",
      attended: 1,
      of: 3,
      absences: 2,
      last_on: "2026-10-12",
      attendance: ["present", "absent", "unwell"],
    },
    {
      participant_id: "r2",
      case_id: null,
      name: "参加者ア",
      joined_on: "2026-10-12",
      left_on: null,
      reason: "",
      attended: 2,
      of: 2,
      absences: 0,
      last_on: "2026-10-26",
      attendance: ["not_yet", "present", "present"],
    },
  ],
  sessions: [12, 19, 26].map((day, at) => ({
    id: `s${at + 1}`,
    no: at + 1,
    on: `2026-10-${day}`,
    start: "13:30",
    end: "15:00",
    theme: ["はじめの会", "住まい", "お金"][at] ?? "",
    place: "inside",
    peers: at === 1 ? ["中野 浩"] : [],
    staff: 3,
    observers: null,
    result: "done",
    reason: "",
    attended: at === 0 ? 1 : 1,
  })),
  themes: ["はじめの会", "住まい"],
  absences: 2,
};
const shared = {
  Peers: { sessions: 0, times: 0, fees: 0, expenses: 0, peers: [{ id: "x1", name: "中野 浩", to_on: null } as PeerLine] },
  ProgrammePage: page,
  Organisations: [],
  Today: quietDay,
  Draft: null,
};
const found: CaseList = {
  lines: [{ id: "c9", name: "南 和夫", kana: "みなみ かずお" } as CaseList["lines"][number]],
  total: 1,
  open: 1,
} as CaseList;

it("everybody is present with one press, exceptions are a digit each", async () => {
  const record = vi.fn(() => null);
  const shown = showScreen(<ProgrammesScreen planId="s6" />, {
    answers: { ...shared, SessionPage: session },
    acts: { RecordSession: record, KeepDraft: () => "2026-11-25T15:10:00+09:00" },
  });
  await userEvent.click(await shown.findByRole("button", { name: "全員出席" }));
  const first = shown.getByRole("radiogroup", { name: "髙橋 正一さん" });
  (first.querySelector("input:checked") as HTMLElement).focus();
  await userEvent.keyboard("{ArrowDown}3");
  await userEvent.type(shown.getByLabelText("よかった点"), "質問が多かった");
  await expectNoViolations(shown.container);
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(record).toHaveBeenCalledOnce());
  expect(record).toHaveBeenCalledWith(
    expect.objectContaining({
      plan_id: "s6",
      good: "質問が多かった",
      attendance: [
        { participant_id: "a1", attendance: "present" },
        { participant_id: "a2", attendance: "absent" },
        { participant_id: "a3", attendance: "present" },
      ],
    }),
  );
});

it("fifteen people with three exceptions take nine keys: it begins with the programme's own value", async () => {
  const fifteen = {
    ...session,
    default_attendance: "present",
    attendance: Array.from({ length: 15 }, (_, n) => ({
      participant_id: `a${n + 1}`,
      case_id: `c${n + 1}`,
      name: `参加 ${n + 1}`,
      attendance: null,
      remark: "",
      changes: [],
    })),
  };
  const record = vi.fn(() => null);
  const shown = showScreen(<ProgrammesScreen planId="s6" />, {
    answers: { ...shared, SessionPage: fifteen },
    acts: { RecordSession: record, KeepDraft: () => "2026-11-25T15:10:00+09:00" },
  });
  await shown.findByText("まだ記録していません。「出席」から始めています。");
  const keys = ["{ArrowDown}", "3", "{ArrowDown}", "{ArrowDown}", "4", "{ArrowDown}", "2", "{Control>}{Enter}{/Control}"];
  expect(keys.length).toBeLessThanOrEqual(10);
  for (const key of keys) await userEvent.keyboard(key);
  await vi.waitFor(() => expect(record).toHaveBeenCalledOnce());
  const told = (record.mock.calls[0] as unknown as [{ attendance: { attendance: string }[] }])[0].attendance.map((one) => one.attendance);
  expect(told).toEqual(["present", "absent", "present", "unwell", "partial", ...Array(10).fill("present")]);
});

it("a walk-in is found by two kana, and one who wants no name is a label", async () => {
  const record = vi.fn(() => null);
  const shown = showScreen(<ProgrammesScreen planId="s6" />, {
    answers: { ...shared, SessionPage: session, CaseList: ({ filter }) => (filter.startsWith("みな") ? found : { ...found, lines: [] }) },
    acts: { RecordSession: record, KeepDraft: () => "2026-11-25T15:10:00+09:00" },
  });
  const entry = await shown.findByRole("combobox", { name: "かなで探す" });
  await userEvent.type(entry, "みな");
  await shown.findByRole("option", { name: /南 和夫/ });
  await userEvent.keyboard("{Enter}");
  await userEvent.type(entry, "参加者ア");
  await shown.findByRole("option", { name: "呼び名「参加者ア」で加える" });
  await userEvent.keyboard("{Enter}{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(record).toHaveBeenCalledWith(expect.objectContaining({ add_case_ids: ["c9"], add_labels: ["参加者ア"] })));
});

it("a line about one person goes with her attendance", async () => {
  const record = vi.fn(() => null);
  const shown = showScreen(<ProgrammesScreen planId="s6" />, {
    answers: { ...shared, SessionPage: { ...session, default_attendance: "present" } },
    acts: { RecordSession: record, KeepDraft: () => "2026-11-25T15:10:00+09:00" },
  });
  await userEvent.click(await shown.findByRole("button", { name: "中野 浩" }));
  await userEvent.click(await shown.findByRole("button", { name: "渡邉 ミツさんについて一言" }));
  await userEvent.keyboard("3つ質問{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(record).toHaveBeenCalledOnce());
  expect(record).toHaveBeenCalledWith(expect.objectContaining({ peer_supporters: "中野 浩" }));
  const told = (record.mock.calls[0] as unknown as [{ attendance: object[] }])[0].attendance;
  expect(told[1]).toEqual({ participant_id: "a2", attendance: "present", remark: "3つ質問" });
});

it("the page of a programme shows who came when, who stayed away, and what is left to prepare", async () => {
  const keep = vi.fn(() => "p1");
  const shown = showScreen(<ProgrammesScreen planId={null} programmeId="g1" />, { answers: shared, acts: { KeepPreparation: keep } });
  await shown.findByRole("heading", { name: "あしたの会" });
  shown.getByText("2回続けて欠席");
  const row = shown.getByRole("row", { name: /髙橋 正一/ });
  expect(row.textContent).toContain("1／3");
  shown.getByText("残り1件");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("checkbox", { name: "謝金" }));
  expect(keep).toHaveBeenCalledWith({ programme_id: "g1", preparation_id: "p1", item: "謝金", done_on: "2026-11-24" });
});

it("somebody known by a label is tied to a person and keeps her place", async () => {
  const keep = vi.fn(() => "r2");
  const shown = showScreen(<ProgrammesScreen planId={null} programmeId="g1" />, {
    answers: { ...shared, CaseList: found },
    acts: { KeepParticipant: keep, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await userEvent.click(await shown.findByRole("button", { name: "参加者アの名簿を直す" }));
  await userEvent.type(await shown.findByRole("combobox", { name: "対象者" }), "みな");
  await shown.findByRole("option", { name: /南 和夫/ });
  await userEvent.keyboard("{Enter}");
  await shown.findByText("南 和夫さん");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(keep).toHaveBeenCalledWith(expect.objectContaining({ participant_id: "r2", case_id: "c9", joined_on: "2026-10-12" })),
  );
});
