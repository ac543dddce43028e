import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { ReportView } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { speak } from "../../words/words.ts";
import { ReportsScreen } from "./ReportsScreen.tsx";

afterEach(() => speak("ja"));

const report: ReportView = {
  fiscal_year: 2025,
  level: "municipal",
  k: 3,
  pages: 11,
  size: 180_000,
  headline: { active: 16, new: 10, discharged: 7, closed: 5, distinct: 21 },
  fates: [
    {
      id: "1",
      title: "支援対象者数の推移",
      title_en: "Persons supported",
      published: true,
      rung: 0,
      rungs: 3,
      hidden: 0,
      cells: 12,
      sentence: "",
      sentence_en: "",
    },
    {
      id: "7",
      title: "在院期間",
      title_en: "Length of stay",
      published: false,
      rung: 2,
      rungs: 3,
      hidden: 0,
      cells: 0,
      sentence: "対象者が少数のため掲載しません。",
      sentence_en: "Not shown because few people are concerned.",
    },
  ],
  findings: [],
  may_leave: true,
  verdict: "名前や番号は見つかりませんでした。",
  verdict_en: "No names or numbers were found.",
  estimated_minutes: 3,
};
const page = { png: "", width: 10, height: 14 };

it("a paper leaves only after every line was checked by a person, and then it is said where it is", async () => {
  const shown = showScreen(<ReportsScreen />, {
    answers: { Today: quietDay, Report: report, ReportPage: page },
    roof: { export_report: () => ({ path: "/papers/report.pdf", file_name: "report.pdf", pages: 11, size: 180_000 }) },
  });
  await shown.findByText("対象者が少数のため掲載しません。");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "書き出す" }));
  const sheet = await shown.findByRole("dialog");
  const leave = () => [...sheet.querySelectorAll("button")].find((one) => one.textContent === "書き出す") as HTMLButtonElement;
  for (const box of shown.getAllByRole("checkbox")) {
    expect(leave().disabled).toBe(true);
    await userEvent.click(box);
  }
  await expectNoViolations(sheet);
  await userEvent.click(leave());
  await shown.findByText("/papers/report.pdf");
  expect(shown.calls("export_report")).toEqual([{ fiscal_year: 2025, level: "municipal" }]);
});

it("a paper with a name in it does not leave, and says on which page", async () => {
  const shown = showScreen(<ReportsScreen />, {
    answers: {
      Today: quietDay,
      ReportPage: page,
      Report: {
        ...report,
        may_leave: false,
        verdict: "文章を直してください。",
        findings: [{ kind: "name", page: 4, detail: "名前が1か所に見つかりました。" }],
      },
    },
  });
  await shown.findByText("名前が1か所に見つかりました。");
  expect(shown.getByText("4ページ")).toBeDefined();
  expect((shown.getByRole("button", { name: "書き出す" }) as HTMLButtonElement).disabled).toBe(true);
});

it("in English the screen tells what becomes of a table in English, and says that the paper is Japanese", async () => {
  speak("en");
  const shown = showScreen(<ReportsScreen />, { answers: { Today: quietDay, Report: report, ReportPage: page } });
  await shown.findByText("Not shown because few people are concerned.");
  expect(shown.getByText("Length of stay")).toBeDefined();
  expect(shown.getByText(/No names or numbers were found/)).toBeDefined();
  expect(shown.getByText(/printed in Japanese/)).toBeDefined();
  expect(shown.queryByText("在院期間")).toBeNull();
});
