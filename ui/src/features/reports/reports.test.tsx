import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Forecast, ReportView, Section, Sent } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import type { ReportPlace } from "../../screens.ts";
import { speak } from "../../words/words.ts";
import { ReportsScreen } from "./ReportsScreen.tsx";

afterEach(() => speak("ja"));

const plain = { explanations: [], steps: [], printed: null };
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
      ...plain,
    },
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
      explanations: [{ row: 0, column: 0, sentence: "2人で、3人に満たないため伏せます。", sentence_en: "Too few." }],
      steps: [
        { rung: 0, title: "5歳ごとの年齢", sentence: "細かい形ではｘが多くなるため", sentence_en: "mostly hidden" },
        { rung: 1, title: "5歳ごとの年齢", sentence: "ほかの表から割り出せるため", sentence_en: "can be worked out" },
      ],
      printed: { rows: ["40歳代", "計"], columns: ["人数"], words: [], minutes: [false], cells: [["x"], [16]] },
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
      ...plain,
    },
  ],
  findings: [],
  may_leave: true,
  verdict: "名前や番号は見つかりませんでした。",
  verdict_en: "No names or numbers were found.",
  estimated_minutes: 3,
};
const page = { png: "", width: 10, height: 14 };
const settings = {
  years: "era",
  persons: "usual",
  approval: false,
  commissioner_clause: "",
  commissioner_receiver: "",
  hospital: false,
} as const;
const price: Forecast = { later: [], sentence: "あとの報告書で伏せる数は増えません。", sentence_en: "It costs nothing." };
const sent: Sent = {
  at: "2026-10-05T09:00:00+09:00",
  report: "monthly 2026-09",
  fiscal_year: 2026,
  level: "public",
  hospital: null,
  file_name: "R8-09_月次.pdf",
  sha256: "ab",
};
const house = {
  Today: quietDay,
  Report: report,
  ReportPage: page,
  ReportSettings: settings,
  Programmes: [],
  Releases: [sent],
  ReleaseForecast: price,
};
const at = (step: ReportPlace["step"], level: ReportPlace["level"] = "municipal"): ReportPlace => ({
  kind: "annual",
  fiscal_year: 2025,
  level,
  step,
});
const wish = { kind: "annual", fiscal_year: 2025, level: "municipal" };

it("a report is chosen, checked and handed out, after every line was checked by a person", async () => {
  const shown = showScreen(<ReportsScreen show={null} />, {
    answers: house,
    roof: { export_report: () => ({ path: "/papers/report.pdf", file_name: "report.pdf", pages: 11, size: 180_000 }) },
  });
  await shown.findByText("R8-09_月次.pdf");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "確かめる" }));
  await shown.findByText("対象者が少数のため掲載しません。");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "出す" }));
  await shown.findByText("あとの報告書で伏せる数は増えません。");
  await expectNoViolations(shown.container);
  const leave = () => shown.getByRole("button", { name: "書き出す" }) as HTMLButtonElement;
  for (const box of shown.getAllByRole("checkbox")) {
    expect(leave().disabled).toBe(true);
    await userEvent.click(box);
  }
  await userEvent.click(leave());
  await shown.findByText("/papers/report.pdf");
  expect(shown.calls("export_report")).toEqual([wish]);
});

it("a report for a hospital is asked for with the hospital, and only for a year or a half", async () => {
  const hospital = {
    id: "h1",
    name: "楠沢病院",
    kana: "",
    type: "psychiatric_hospital",
    area: null,
    wards: [],
    open_cases: 3,
    last_contact_on: null,
  };
  const office = { ...hospital, id: "o1", name: "月見野市役所", type: "municipality" };
  const shown = showScreen(<ReportsScreen show={{ kind: "monthly", month: 6, fiscal_year: 2025, level: "municipal", step: "choose" }} />, {
    answers: { ...house, ReportSettings: { ...settings, hospital: true }, Organisations: [office, hospital] },
  });
  await userEvent.click(await shown.findByText("病院用"));
  expect(shown.queryByText("月次")).toBeNull();
  expect((shown.getByRole("button", { name: "確かめる" }) as HTMLButtonElement).disabled).toBe(true);
  await userEvent.click(await shown.findByRole("button", { name: /渡す病院/ }));
  expect(shown.queryByRole("option", { name: /月見野市役所/ })).toBeNull();
  await userEvent.click(shown.getByRole("option", { name: /楠沢病院/ }));
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "確かめる" }));
  await shown.findByText(/楠沢病院/);
  expect(shown.calls("Report")).toEqual([{ kind: "annual", fiscal_year: 2025, hospital_id: "h1", level: "hospital" }]);
});

it("without any hospital the report for one says where to add it", async () => {
  const shown = showScreen(<ReportsScreen show={{ kind: "annual", fiscal_year: 2025, level: "hospital", step: "choose" }} />, {
    answers: { ...house, ReportSettings: { ...settings, hospital: true }, Organisations: [] },
  });
  await shown.findByText("病院がまだありません。「機関と病院」で加えると選べます。");
  expect(shown.getByRole("button", { name: "機関と病院を開く" })).toBeDefined();
  await expectNoViolations(shown.container);
});

it("a month is asked for with its month, and an audience appears only when it is switched on", async () => {
  const shown = showScreen(<ReportsScreen show={null} />, {
    answers: { ...house, ReportSettings: { ...settings, hospital: true } },
  });
  await shown.findByText("病院用");
  expect(shown.queryByText("所管課限り")).toBeNull();
  await userEvent.click(shown.getByText("月次"));
  await userEvent.click(shown.getByRole("button", { name: "確かめる" }));
  await shown.findByText("対象者が少数のため掲載しません。");
  expect(shown.calls("Report")).toEqual([{ ...wish, kind: "monthly", month: 4 }]);
});

it("a table tells which finer form was left and why, and each hidden cell why it is hidden", async () => {
  const shown = showScreen(<ReportsScreen show={at("check")} />, { answers: house });
  await userEvent.click(await shown.findByRole("button", { name: "表6 くわしく" }));
  expect(shown.getByText("1番目に細かい形「5歳ごとの年齢」：細かい形ではｘが多くなるため")).toBeDefined();
  expect(shown.getByText("2番目に細かい形：ほかの表から割り出せるため")).toBeDefined();
  await userEvent.click(shown.getByRole("button", { name: "ｘ（40歳代・人数）" }));
  expect(shown.getByText("2人で、3人に満たないため伏せます。")).toBeDefined();
  await expectNoViolations(shown.container);
});

it("inside the office a figure opens what it counts and the records behind it", async () => {
  const shown = showScreen(<ReportsScreen show={at("check", "internal")} />, {
    answers: {
      ...house,
      Report: { ...report, level: "internal" },
      FigureRecords: {
        title: "対象者の年齢",
        row: "計",
        column: "人数",
        value: 16,
        counting: "persons",
        definition: "年度内に一度でも支援中だった方の人数です。",
        definition_en: "Persons.",
        exclusions: "",
        exclusions_en: "",
        from: "2025-04-01",
        to: "2026-03-31",
        records: [{ kind: "case", id: "c1", case_id: "c1", on: "2025-04-02", amount: 1 }],
      },
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: "表6 くわしく" }));
  await userEvent.click(shown.getByRole("button", { name: "16（計・人数）" }));
  await shown.findByText("年度内に一度でも支援中だった方の人数です。");
  expect(shown.getByText("もとの記録 1件")).toBeDefined();
  expect(shown.calls("FigureRecords")).toEqual([{ report: { ...wish, level: "internal" }, table: "6", row: 1, column: 0 }]);
  await expectNoViolations(shown.getByRole("dialog"));
});

it("a finding of the screening stands at its sentence", async () => {
  const section: Section = {
    key: "programme",
    title: "退院プログラム",
    title_en: "Programme",
    text: "春に始めた。佐藤さんが来た。",
    materials: [],
    longest: 2000,
    lines: null,
  };
  const line = { start: 6, end: 8, pass: "name", code: "name", severity: "reason", people: null, word: "佐藤", kept: null };
  const shown = showScreen(<ReportsScreen show={at("texts")} />, {
    answers: {
      ...house,
      Sections: [section],
      ScreenText: { findings: [{ ...line, sentence: "人の名前かもしれません。" }], clear: false },
    },
  });
  const place = (await shown.findByText("人の名前かもしれません。")).closest("li");
  expect(place?.querySelector("mark")?.textContent).toBe("佐藤");
  expect(place?.querySelector("p")?.textContent).toBe("佐藤さんが来た。");
  await expectNoViolations(shown.container);
});

it("sections are left out, moved with the keyboard and retitled", async () => {
  const choice = (key: string, title: string) => ({
    key,
    chapter: "取組内容",
    title,
    usual_title: title,
    usual_title_en: title,
    shown: true,
    usual: true,
  });
  const shown = showScreen(<ReportsScreen show={null} />, {
    answers: { ...house, SectionPlan: [choice("individual", "個別支援"), choice("programme", "退院プログラム")] },
    acts: { KeepSectionPlan: () => null },
  });
  await userEvent.click(await shown.findByRole("button", { name: "章の並びと題 変える" }));
  await expectNoViolations(await shown.findByRole("dialog"));
  shown.getByRole("button", { name: "「退院プログラム」を上へ" }).focus();
  await userEvent.keyboard("{Enter}");
  await userEvent.type(shown.getByRole("textbox", { name: "「個別支援」の題" }), "の歩み");
  await userEvent.click(shown.getByRole("checkbox", { name: "退院プログラム" }));
  await userEvent.click(shown.getByRole("button", { name: "この並びにする" }));
  expect(shown.calls("KeepSectionPlan")).toEqual([
    {
      kind: "annual",
      fiscal_year: 2025,
      sections: [
        { key: "programme", title: "", shown: false },
        { key: "individual", title: "個別支援の歩み", shown: true },
      ],
    },
  ]);
});

it("earlier figures are typed in, and the paper is written as the office writes", async () => {
  const shown = showScreen(<ReportsScreen show={null} />, {
    answers: { ...house, EarlierFigures: [{ figure: "new", caption: "新規", value: null }] },
    acts: { KeepEarlierFigures: () => null, KeepReportSettings: () => null },
  });
  await userEvent.click(await shown.findByRole("button", { name: "前年度までの数 変える" }));
  await userEvent.type(await shown.findByRole("textbox", { name: "新規" }), "12");
  await expectNoViolations(shown.getByRole("dialog"));
  await userEvent.click(shown.getByRole("button", { name: "書き入れる" }));
  expect(shown.calls("KeepEarlierFigures")).toEqual([
    { fiscal_year: 2024, table: "1", figures: [{ figure: "new", caption: "新規", value: 12 }] },
  ]);
  await userEvent.click(shown.getByRole("button", { name: "前年度までの数 変える" }));
  await userEvent.click(await shown.findByRole("button", { name: /どの表の数ですか/u }));
  await userEvent.click(await shown.findByRole("option", { name: /導入前の月/u }));
  await shown.findByRole("textbox", { name: "新規" });
  expect(shown.calls("EarlierFigures").at(-1)).toEqual({ fiscal_year: 2024, table: "2-1" });
  await userEvent.keyboard("{Escape}");
  await userEvent.click(await shown.findByRole("button", { name: "書き方 変える" }));
  await userEvent.click(shown.getByText("西暦"));
  await userEvent.click(shown.getByText("表紙に承認欄を置く"));
  await expectNoViolations(shown.getByRole("dialog"));
  await userEvent.click(shown.getByRole("button", { name: "この書き方にする" }));
  expect(shown.calls("KeepReportSettings")).toEqual([{ ...settings, years: "western", approval: true }]);
});

it("a paper with a name in it does not leave, and says on which page", async () => {
  const shown = showScreen(<ReportsScreen show={at("check")} />, {
    answers: {
      ...house,
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
  expect((shown.getByRole("button", { name: "出す" }) as HTMLButtonElement).disabled).toBe(true);
});

it("in English the screen tells what becomes of a table in English, and says that the paper is Japanese", async () => {
  speak("en");
  const shown = showScreen(<ReportsScreen show={null} />, { answers: house });
  await shown.findByText(/printed in Japanese/);
  await userEvent.click(shown.getByRole("button", { name: "Check" }));
  await shown.findByText("Not shown because few people are concerned.");
  expect(shown.getByText("Length of stay")).toBeDefined();
  expect(shown.getByText(/No names or numbers were found/)).toBeDefined();
  expect(shown.queryByText("在院期間")).toBeNull();
});
