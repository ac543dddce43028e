import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ActivityList } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { ActivitiesScreen } from "./ActivitiesScreen.tsx";

const nothing: ActivityList = { activities: [], support: [], publications: [], loose: [] };
const last: ActivityList = {
  ...nothing,
  publications: [{ id: "u1", month: "2026-03", kind: "newsletter", title: "北部だより" }],
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
