import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Activity, ActivityList } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { ActivitiesScreen } from "./ActivitiesScreen.tsx";

const nothing: ActivityList = { activities: [], support: [], publications: [], loose: [], bodies: [], briefed: [] };
const last: ActivityList = {
  ...nothing,
  publications: [{ id: "u1", month: "2026-03", kind: "newsletter", title: "北部だより", area: "", audience: "" }],
};
const answers = {
  Today: quietDay,
  Activities: ({ fiscal_year }: { fiscal_year: number }) => (fiscal_year === 2025 ? last : nothing),
  Organisations: [],
  Draft: null,
};

it("an empty year offers the year that holds something", async () => {
  const shown = showScreen(<ActivitiesScreen write={false} />, { answers });
  await userEvent.click(await shown.findByRole("button", { name: "令和7年度を見る（1件）" }));
  await shown.findByText("北部だより");
  await expectNoViolations(shown.container);
});

it("closing the form keeps what was typed", async () => {
  const shown = showScreen(<ActivitiesScreen write />, { answers, acts: { KeepDraft: () => "2026-11-24T10:42:00+09:00" } });
  await userEvent.type(await shown.findByLabelText("名称"), "北部地区ネットワーク会議");
  shown.unmount();
  await vi.waitFor(() => {
    const kept = shown.calls("KeepDraft").at(-1) as { body: string };
    expect(JSON.parse(kept.body)).toMatchObject({ name: "北部地区ネットワーク会議" });
  });
});

it("a meeting is recorded with its day and minutes", async () => {
  const record = vi.fn(() => "a1");
  const shown = showScreen(<ActivitiesScreen write />, {
    answers,
    acts: { RecordActivity: record, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await userEvent.type(await shown.findByLabelText("名称"), "連絡会");
  await userEvent.type(shown.getByLabelText("時間"), "９０");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(record).toHaveBeenCalledWith(expect.objectContaining({ name: "連絡会", on: "2026-11-24", minutes: 90, participants: null })),
  );
});

const network: Activity = {
  id: "n2",
  kind: "network",
  on: "2026-10-22",
  minutes: 120,
  name: "北部地区ネットワーク会議 第2回",
  participants: 28,
  medical: null,
  support: null,
  municipal: null,
  peer_family: null,
  housing: null,
  other: null,
  partner_role: "joint",
  content: "プログラム報告",
  decisions: "次は名簿を持ち寄る",
  area: null,
  org_id: null,
  org: null,
  start: null,
  aim: "",
  homework: "",
  reaction: "",
  materials: "",
  nth: 2,
  written_at: null,
  mentions: [],
};
const year: ActivityList = {
  ...nothing,
  activities: [network],
  bodies: [
    {
      name: "北部地区ネットワーク会議",
      kind: "network",
      times: 2,
      days: ["2026-06-25", "2026-10-22"],
      last_on: "2026-10-22",
      next_on: "2027-02-18",
      planned: false,
    },
  ],
  briefed: [{ org_id: "h1", org: "楠沢病院", times: 2, last_on: "2026-10-01" }],
};

it("a body says how often it met and when it meets next; its meeting is corrected in place", async () => {
  const record = vi.fn(() => "n2");
  const shown = showScreen(<ActivitiesScreen write={false} />, {
    answers: { ...answers, Activities: year },
    acts: { RecordActivity: record, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await shown.findByText("今年度2回");
  shown.getByText("今年度2回目");
  shown.getByText(/ごろ/);
  shown.getByText("楠沢病院");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "北部地区ネットワーク会議 第2回を直す" }));
  await userEvent.type(await shown.findByLabelText("宿題"), "名簿");
  await userEvent.click(shown.getByRole("button", { name: "次の一手を加える" }));
  await userEvent.type(shown.getByLabelText("すること"), "会場をとる");
  await userEvent.type(shown.getByLabelText("だれが"), "相馬さん");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(record).toHaveBeenCalledOnce());
  expect(record).toHaveBeenCalledWith(
    expect.objectContaining({
      activity_id: "n2",
      participants: 28,
      details: expect.objectContaining({ homework: "名簿" }),
      more_steps: [{ text: "会場をとる", due_on: null, owner: "相馬さん" }],
    }),
  );
});
