import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ConsentLine } from "../../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../../house/screen-test.tsx";
import { Consents } from "./Consents.tsx";

const line = (change: Partial<ConsentLine> = {}): ConsentLine => ({
  id: "k1",
  about: "episode",
  scope: "年度の報告書",
  given_on: "2026-05-12",
  way: "oral",
  confirmed_by: "浜田",
  valid_until: "2027-03-31",
  withdrawn_on: null,
  withdrawn_reason: "",
  state: "valid",
  ...change,
});

it("shows what was agreed to, how, by whom and until when, and what was taken back with its reason", async () => {
  const taken = line({
    id: "k2",
    about: "family",
    scope: "兄",
    withdrawn_on: "2026-10-01",
    withdrawn_reason: "いまは話したくない",
    state: "withdrawn",
  });
  const shown = showScreen(<Consents caseId="c1" today="2026-11-02" />, { answers: { Consents: [line(), taken], Draft: null } });
  await shown.findByText("エピソードの掲載");
  expect(shown.getByText(/令和8年5月12日 口頭/, { selector: "li:first-child p" }).textContent).toContain("確認 浜田");
  expect(shown.getByText(/いまは話したくない/).textContent).toContain("令和8年10月1日 取り消し");
  shown.getByText("有効");
  await expectNoViolations(shown.container);
});

it("writes a withdrawal in the person's words, and says where it was refused", async () => {
  const user = userEvent.setup();
  let refused = true;
  const shown = showScreen(<Consents caseId="c1" today="2026-11-02" />, {
    answers: { Consents: [line()], Draft: null },
    acts: {
      WithdrawConsent: () => {
        if (refused) throw refusal("consent.future", "まだ先の日付です。", "withdrawn_on");
        return null;
      },
      KeepDraft: () => "2026-11-02T09:00:00+09:00",
    },
  });
  await user.click(await shown.findByRole("button", { name: "「エピソードの掲載」の取り消しを書く" }));
  await user.type(await shown.findByLabelText("理由（ご本人の言葉）"), "載せないでほしい");
  await user.click(shown.getByRole("button", { name: /残す/ }));
  await shown.findByText("まだ先の日付です。");
  refused = false;
  await user.click(shown.getByRole("button", { name: /残す/ }));
  expect(shown.calls("WithdrawConsent").at(-1)).toEqual({ consent_id: "k1", withdrawn_on: "2026-11-02", reason: "載せないでほしい" });
});
