import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { CaseLine, KeepRecordSettings, RecordPaperView, RoadView } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { PAPERS } from "../../screens.ts";
import { sayCode } from "../../words/words.ts";
import { RecordsScreen } from "./RecordsScreen.tsx";
import { TogetherScreen } from "./TogetherScreen.tsx";

afterEach(() => void Reflect.deleteProperty(navigator, "clipboard"));

const settings: KeepRecordSettings = {
  approval: false,
  stamps: "所長、主任、担当",
  earlier: "marked",
  columns: ["date", "text"],
  separator: "tab",
  labels: false,
  dates: "western",
  mark_at_once: false,
};
const paper: RecordPaperView = { file_name: "支援経過記録_25-007.pdf", pages: 2, size: 2048, rows: 3, missing: [], withheld: false };
const picture = { png: "", width: 10, height: 14 };
const plain = (text: string) => [{ text, kana: "" }];
const road: RoadView = {
  title: [
    { text: "これからの", kana: "" },
    { text: "道", kana: "みち" },
    { text: "のり", kana: "" },
  ],
  name: plain("南 和夫 さん"),
  wish: [plain("海の見える部屋でくらしたい")],
  next_step: [],
  meet: plain("11月26日（木）"),
  stops: [
    { stage: "identified", phase: "entrance", words: plain("出会う") },
    { stage: "engagement", phase: "entrance", words: plain("話す") },
  ],
  here: 1,
  comfort: plain("もどっても だいじょうぶ"),
  heads: [plain("わたしの ねがい"), plain("つぎに すること"), plain("つぎに 会う日"), plain("いま ここ")],
  ends: [plain("入口"), plain("出口")],
  written: { case_id: "c1", wish: "", next_step: "" },
  wish_of_record: "海の見える部屋でくらしたい",
  withheld: ["next_step"],
};
const someone = { id: "c1", name: "南 和夫" } as CaseLine;
const answers = {
  Today: quietDay,
  CaseList: { lines: [someone], total: 1, presence: [], counts: { active: 1, closed: 0, all: 1 } } as never,
  RecordSettings: settings,
  RecordPaper: paper,
  RecordPaperPage: picture,
  PersonRoad: road,
  ReadDate: refusal("date.unreadable", "") as never,
};

it("begins with the day on which the person was first known, not before anything was written", async () => {
  const asked: unknown[] = [];
  const shown = showScreen(<RecordsScreen place={{ paper: "course", caseId: "c1" }} />, {
    answers: {
      ...answers,
      CasePage: { ...someone, identified_on: "2024-06" } as never,
      RecordPaper: (wish: unknown) => {
        asked.push(wish);
        return paper;
      },
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: "支援の初めから" }));
  await vi.waitFor(() => expect(asked).toContainEqual({ paper: { paper: "course", case_id: "c1", from: "2024-06-01", to: quietDay.on } }));
});

it("a record is shown page by page and saved where the person says", async () => {
  const shown = showScreen(<RecordsScreen place={{ paper: "course", caseId: "c1" }} />, {
    answers,
    acts: { KeepRecordSettings: () => null as never },
    roof: { export_paper: () => ({ path: "/home/s/支援経過記録.pdf", file_name: "支援経過記録.pdf", pages: 2, size: 2048 }) },
  });
  expect(await shown.findByText("1／2ページ")).toBeTruthy();
  await userEvent.click(shown.getByRole("button", { name: "次のページ" }));
  expect(await shown.findByAltText("2ページ目の見本")).toBeTruthy();
  await userEvent.click(shown.getByText("承認欄をつける"));
  expect(shown.calls("KeepRecordSettings")).toEqual([{ ...settings, approval: true }]);
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "PDFに保存" }));
  expect(await shown.findByText("/home/s/支援経過記録.pdf")).toBeTruthy();
  expect(shown.calls("export_paper")).toEqual([{ paper: { paper: "course", case_id: "c1", from: "2026-04-01", to: "2027-03-31" } }]);
});

it("the words of the person's page are kept, and what names somebody else is told", async () => {
  const shown = showScreen(<RecordsScreen place={{ paper: "road", caseId: "c1" }} />, {
    answers,
    acts: { KeepRoadPage: () => null as never },
  });
  expect(await shown.findByText(/「つぎに すること」に、ほかの方の名前があります/)).toBeTruthy();
  await userEvent.type(shown.getByLabelText("この紙の「ねがい」"), "うみの みえる へや");
  await userEvent.click(shown.getByRole("button", { name: "この言葉にする" }));
  expect(shown.calls("KeepRoadPage")).toEqual([{ case_id: "c1", wish: "うみの みえる へや", next_step: "" }]);
});

it("a note is copied by one press and marked by another", async () => {
  const writeText = vi.fn(async () => undefined);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  const shown = showScreen(<RecordsScreen place={{ paper: "copy" }} />, {
    answers: {
      ...answers,
      NotesToCopy: {
        total: 1,
        left: 1,
        notes: [
          { contact_id: "n1", case_id: "c1", name: "南 和夫", on: "2026-11-02", method: "phone", text: "電話で確認", copied_on: null },
        ],
      },
    },
    acts: { CopyNotes: () => "2026/11/02\t電話で確認", MarkCopied: () => null as never, KeepRecordSettings: () => null as never },
  });
  await userEvent.click(await shown.findByRole("button", { name: "写す 南 和夫 11/2" }));
  await vi.waitFor(() => expect(writeText).toHaveBeenCalledWith("2026/11/02\t電話で確認"));
  expect(shown.calls("MarkCopied")).toEqual([]);
  const marks = shown.getAllByRole("button", { name: "転記済みにする" });
  await userEvent.click(marks[marks.length - 1] as HTMLElement);
  expect(shown.calls("MarkCopied")).toEqual([{ contact_ids: ["n1"], copied: true }]);
  await userEvent.click(shown.getByRole("button", { name: "「内容」を上へ" }));
  expect(shown.calls("KeepRecordSettings")).toEqual([{ ...settings, columns: ["text", "date"] }]);
  await expectNoViolations(shown.container);
});

it("the road one looks at together covers the window and is left by Escape", async () => {
  window.location.hash = "#/together/c1";
  const shown = showScreen(<TogetherScreen caseId="c1" />, { answers });
  expect((await shown.findByText("話す")).closest("li")?.getAttribute("aria-current")).toBe("step");
  expect(shown.queryByText("つぎに すること")).toBeNull();
  expect(document.querySelector("[role=dialog][data-modal]")).not.toBeNull();
  await userEvent.keyboard("{Escape}");
  expect(window.location.hash).toBe("#/people/c1");
});

it.each(PAPERS)("says in words what the paper %s is", (paper) => {
  for (const list of ["records.paper", "records.about"] as const) expect(sayCode(list, paper)).not.toBe(paper);
});
