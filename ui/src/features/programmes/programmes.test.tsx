import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { SessionPage } from "../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
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
  })),
};

it("everybody is present with one press, exceptions are a digit each", async () => {
  const record = vi.fn(() => null);
  const shown = showScreen(<ProgrammesScreen planId="s6" />, {
    answers: { SessionPage: session, CaseList: { lines: [], total: 0, open: 0 }, Draft: null },
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
