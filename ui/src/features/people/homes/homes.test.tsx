import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { HomeLine, TrialLine } from "../../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../../house/screen-test.tsx";
import { Homes } from "./Homes.tsx";

const home = (id: string, name: string): HomeLine => ({
  id,
  name,
  address: "",
  landlord: "",
  agent: "",
  seen_on: "2026-10-20",
  rent: 42000,
  initial_cost: null,
  guarantor: "",
  told: "",
  result: "申込",
  reason: "",
});
const slept: TrialLine = {
  id: "t1",
  place: "ひばり",
  from_on: "2026-10-05",
  to_on: "2026-10-07",
  nights: 2,
  purpose: "",
  result: "順調",
  person_view: "静かだった",
  staff_view: "",
};

it("sets three homes beside each other, counts the nights and changes one home", async () => {
  const homes = ["ひだまり荘", "こもれび", "みどり", "あおば"].map((name, n) => home(`h${n}`, name));
  const shown = showScreen(<Homes caseId="c1" />, {
    answers: { Homes: { homes, trials: [slept], nights: 2, uses: [], days: 0 }, Draft: null },
    acts: { KeepHome: () => "h0", KeepDraft: () => "09:00" },
  });
  await shown.findByText("これまで1回・2泊");
  expect(shown.getAllByText("42,000円")).toHaveLength(3);
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "ひだまり荘を直す" }));
  await userEvent.type(await shown.findByLabelText("保証人"), "保証会社");
  await userEvent.click(shown.getByRole("button", { name: /書きとめる/ }));
  const { id, ...rest } = home("h0", "ひだまり荘");
  expect(shown.calls("KeepHome")).toEqual([{ case_id: "c1", home_id: id, ...rest, guarantor: "保証会社" }]);
});

it("says that there is nothing yet", async () => {
  const shown = showScreen(<Homes caseId="c1" />, { answers: { Homes: { homes: [], trials: [], nights: 0, uses: [], days: 0 } } });
  await shown.findByText("住まいの候補はまだありません。");
  await shown.findByText("体験宿泊はまだありません。");
  await shown.findByText("体験利用はまだありません。");
  await expectNoViolations(shown.container);
});
