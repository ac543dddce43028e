import { fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { PastePreview } from "../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
import { PasteScreen } from "./PasteScreen.tsx";

const cell = (text: string, fault: string | null = null) => ({ text, value: text, fault });
const preview: PastePreview = {
  columns: ["name", "admitted_on"],
  heads: ["氏名", "入院した日"],
  rows: [
    [cell("南 和夫"), { text: "H26.6.1", value: "2014-06-01", fault: null }],
    [cell("森 春子"), cell("平成99年", "日付として読めません。")],
  ],
  good: 1,
  faulty: 1,
  duplicates: [{ row: 0, name: "南 和夫" }],
};

it("shows what was understood, what is wrong, and takes in the rest", async () => {
  const bring = vi.fn(() => ({ imported: 1, skipped: 1 }));
  const shown = showScreen(<PasteScreen />, { answers: { PastePreview: preview }, acts: { PasteCaseload: bring } });
  fireEvent.change(shown.getByRole("textbox"), { target: { value: "南 和夫\tH26.6.1\n森 春子\t平成99年" } });
  await shown.findByText("日付として読めません。");
  expect(shown.getByText("平成26年6月1日")).toBeDefined();
  expect(shown.getByText(/同じお名前の方がすでにいます：南 和夫さん/)).toBeDefined();
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "1人を取り込む" }));
  await shown.findByText(/残りの1人は、直してから/);
  expect(bring).toHaveBeenCalledWith({
    text: "南 和夫\tH26.6.1\n森 春子\t平成99年",
    columns: ["name", "admitted_on"],
    identified_on: null,
  });
});

it("a folder with faults changes nothing and names every fault", async () => {
  const shown = showScreen(<PasteScreen />, {
    roof: {
      choose_pack: () => ({
        imported: {},
        faults: [{ file: "cases.csv", line: 3, column: "stage", code: "unknown_code", reason: "段階の書き方が分かりません。" }],
      }),
    },
  });
  await userEvent.click(shown.getByRole("button", { name: "フォルダを選んで取り込む" }));
  await shown.findByText("段階の書き方が分かりません。");
  expect(shown.getByText(/記録は元のままです/)).toBeDefined();
});
