import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { ReportView } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { ReportsScreen } from "./ReportsScreen.tsx";

afterEach(() => void Reflect.deleteProperty(navigator, "clipboard"));

const report: ReportView = {
  kind: "annual",
  from: "2025-04-01",
  to: "2026-03-31",
  file_name: "R7_活動実績報告.pdf",
  fiscal_year: 2025,
  level: "municipal",
  k: 3,
  pages: 11,
  size: 180_000,
  headline: { active: 16, new: 10, discharged: 7, closed: 5, distinct: 21 },
  fates: [
    {
      id: "6",
      title: "対象者の年齢",
      title_en: "Age",
      published: true,
      rung: 1,
      rungs: 3,
      hidden: 1,
      cells: 3,
      sentence: "まとめた形で載せます。",
      sentence_en: "In a coarser form.",
      explanations: [],
      steps: [],
      printed: { rows: ["40歳代", "計"], columns: ["人数"], words: [], minutes: [false], cells: [["x"], [16]] },
    },
  ],
  findings: [],
  may_leave: true,
  verdict: "名前や番号は見つかりませんでした。",
  verdict_en: "No names or numbers were found.",
  estimated_minutes: 0,
};
const text = "自治体提出用\n令和7年度 活動実績報告書\n表6　対象者の年齢\n\t人数\n40歳代\tｘ\n計\t16\n";

/** The clipboard of the web view, which the document of a test does not have. */
const clipboard = () => {
  const written: string[] = [];
  const writeText = async (one: string) => void written.push(one);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  return written;
};

const opened = async (level: "municipal" | "internal", copy_table: () => unknown) => {
  const shown = showScreen(<ReportsScreen show={{ kind: "annual", fiscal_year: 2025, level, step: "check" }} />, {
    answers: { Today: quietDay, Report: { ...report, level } },
    roof: { copy_table },
  });
  await userEvent.click(await shown.findByRole("button", { name: "表6 くわしく" }));
  return shown;
};

it("a table is copied as the roof gives it, and only after it was said what that means", async () => {
  const shown = await opened("municipal", () => ({ text, file_name: "R7_表6（写し）" }));
  const written = clipboard();
  await userEvent.click(shown.getByRole("button", { name: "表6を写す" }));
  await shown.findByText(/自治体提出用として載る数だけを写します/);
  expect(shown.calls("copy_table")).toEqual([]);
  await expectNoViolations(shown.getByRole("dialog"));
  await userEvent.click(shown.getByRole("button", { name: "写す" }));
  await vi.waitFor(() => expect(shown.queryByRole("dialog")).toBeNull());
  expect(written).toEqual([text]);
  expect(shown.calls("copy_table")).toEqual([{ report: { kind: "annual", fiscal_year: 2025, level: "municipal" }, table: "6" }]);
});

it("the keys for copying go through the same gate, and inside the office it is said first", async () => {
  const shown = await opened("internal", () => ({ text, file_name: "R7_表6（写し）" }));
  const written = clipboard();
  shown.getByRole("region", { name: "対象者の年齢" }).focus();
  await userEvent.keyboard("{Control>}c{/Control}");
  await shown.findByText(/守られていない、ありのままの数を写します/);
  expect(written).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(written).toEqual([text]));
});

it("a refusal leaves the clipboard as it was", async () => {
  const shown = await opened("municipal", () => {
    throw refusal("report.leak", "報告書は書き出していません。");
  });
  const written = clipboard();
  await userEvent.click(shown.getByRole("button", { name: "表6を写す" }));
  await userEvent.click(shown.getByRole("button", { name: "写す" }));
  await shown.findByText("報告書は書き出していません。");
  expect(written).toEqual([]);
});
