import { fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { CaseGrid, Commands, GridColumn, Queries } from "../../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../../house/screen-test.tsx";
import { GridView } from "./GridView.tsx";
import { cellsOf, readTable, stepOf, writeTable } from "./sheet.ts";

const column = (field: string, holds: string, list: string | null = null, open = true): GridColumn => ({ field, holds, list, open });
const people = (count: number): CaseGrid => ({
  columns: [
    column("family_name", "text"),
    column("sex", "code", "sex"),
    column("birth_date", "date"),
    column("hospital", "text", null, false),
    column("wish", "text"),
  ],
  rows: Array.from({ length: count }, (_, n) => ({
    id: `c${n + 1}`,
    name: `対象 ${n + 1}`,
    cells: { family_name: `対象${n + 1}`, sex: "male", hospital: "楠沢病院" },
  })),
});

/** Reads cells as the house would: a sex that is none is wrong. */
const read = ({ cells }: Queries["ReadGrid"][0]) =>
  cells.map(({ field, text }) => ({
    value: text,
    fault: field === "sex" && !["男", "女", ""].includes(text) ? `「${text}」は性別の選択肢として読めません。` : null,
  }));

const shown = (count = 3) => {
  const sheet = people(count);
  const keep = ({ cells }: Commands["KeepGrid"][0]) => {
    for (const { case_id, field, text } of cells) {
      sheet.rows = sheet.rows.map((row) => (row.id === case_id ? { ...row, cells: { ...row.cells, [field]: text } } : row));
    }
    return null;
  };
  return showScreen(<GridView />, {
    answers: { CaseGrid: () => structuredClone(sheet), ReadGrid: read, Draft: null, UndoState: { undo: null, redo: null } },
    acts: { KeepGrid: keep, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
    changed: ["cases"],
  });
};
type Shown = ReturnType<typeof shown>;
const at = (screen: Shown, name: string) => screen.findByRole("textbox", { name });
const kept = (screen: Shown) => (screen.calls("KeepGrid") as Commands["KeepGrid"][0][]).map(({ cells }) => cells);

it("takes a table as a spreadsheet gives it, and gives one back", () => {
  const rows = [
    ["南", "男"],
    ['「海」と"言う"', "朝\n夕"],
    ["", "a\tb"],
  ];
  expect(readTable(writeTable(rows))).toEqual(rows);
  expect(readTable("a\tb\r\nc\t\r\n")).toEqual([
    ["a", "b"],
    ["c", ""],
  ]);
});

it("moves by every key a spreadsheet knows, and leaves the table at its corners", () => {
  const size = { rows: 3, columns: 5 };
  const from = { row: 1, column: 4 };
  const led = (key: string) => Object.values(stepOf(key, from, size, 2) ?? {});
  expect(["ArrowUp", "ArrowRight", "Tab", "Shift+Tab", "Home", "Mod+End", "PageDown"].map(led)).toEqual([
    [0, 4],
    [1, 4],
    [2, 0],
    [1, 3],
    [1, 0],
    [2, 4],
    [2, 4],
  ]);
  expect(stepOf("Tab", { row: 2, column: 4 }, size, 2)).toBeNull();
  expect(stepOf("Shift+Tab", { row: 0, column: 0 }, size, 2)).toBeNull();
  expect(cellsOf({ from: { row: 1, column: 1 }, to: { row: 0, column: 0 } })).toHaveLength(4);
});

it("writes what is typed, keeps it with Enter or Tab, and lets it go with Escape", async () => {
  const screen = shown();
  const first = await at(screen, "対象 1　姓");
  await vi.waitFor(() => expect(document.activeElement).toBe(first));
  await userEvent.keyboard("南{Enter}");
  expect(document.activeElement).toBe(await at(screen, "対象 2　姓"));
  await userEvent.keyboard("林{Escape}");
  await userEvent.keyboard("{F2}さん{Tab}");
  await at(screen, "対象 2　性別");
  await vi.waitFor(() =>
    expect(kept(screen)).toEqual([
      [{ case_id: "c1", field: "family_name", text: "南" }],
      [{ case_id: "c2", field: "family_name", text: "対象2さん" }],
    ]),
  );
  await expectNoViolations(screen.container);
});

it("offers the codes of a list, and takes the one that is meant", async () => {
  const screen = shown();
  await at(screen, "対象 1　姓");
  await userEvent.keyboard("{ArrowRight}{Enter}");
  expect((await screen.findAllByRole("option")).length).toBeGreaterThan(2);
  await expectNoViolations(screen.container);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await vi.waitFor(() => expect(kept(screen)).toEqual([[{ case_id: "c1", field: "sex", text: "女" }]]));
});

it("never takes an Enter that belongs to a conversion", async () => {
  const screen = shown();
  const area = await at(screen, "対象 1　姓");
  fireEvent.compositionStart(area);
  fireEvent.change(area, { target: { value: "みなみ" } });
  fireEvent.keyDown(area, { key: "Enter", isComposing: true });
  fireEvent.compositionEnd(area);
  expect(document.activeElement).toBe(await at(screen, "対象 1　姓"));
  expect((document.activeElement as HTMLTextAreaElement).value).toBe("みなみ");
  expect(kept(screen)).toEqual([]);
  await userEvent.keyboard("{Enter}");
  await vi.waitFor(() => expect(kept(screen)).toHaveLength(1));
});

it("a pasted table is one act, and one value fills a selection", async () => {
  const screen = shown();
  await at(screen, "対象 1　姓");
  await userEvent.paste("南\t女\t1958-03-05\r\n林\t男\t\r\n");
  await vi.waitFor(() => expect(kept(screen)).toHaveLength(1));
  expect(kept(screen)[0]).toHaveLength(4);
  await screen.findByText("林");
  await userEvent.keyboard("{End}{Shift>}{ArrowUp}{/Shift}");
  await userEvent.paste("海の近く");
  await vi.waitFor(() => expect(kept(screen)[1]?.map((cell) => cell.case_id)).toEqual(["c1", "c2"]));
});

it("one wrong cell of a paste keeps all of them back until it is put right", async () => {
  const screen = shown();
  await at(screen, "対象 1　姓");
  await userEvent.paste("南\t女\n林\t不思議");
  await screen.findByText("4個のうち1個に直すところがあります。直すまで、どれも書きません。", {}, { timeout: 5000 });
  const wrong = await vi.waitFor(() => {
    const found = screen.container.querySelector("[aria-invalid]");
    expect(found?.textContent).toBe("不思議");
    return found;
  });
  expect(wrong?.getAttribute("title")).toContain("性別の選択肢として読めません");
  expect(kept(screen)).toEqual([]);
  await expectNoViolations(screen.container);
  await userEvent.click(screen.getByRole("button", { name: "次の直すところへ" }));
  await at(screen, "対象 2　性別");
  await userEvent.keyboard("男{Enter}");
  await userEvent.click(await screen.findByRole("button", { name: /全部書く/ }));
  await vi.waitFor(() => expect(kept(screen)).toHaveLength(1));
  expect(kept(screen)[0]?.map((cell) => cell.text)).toEqual(["南", "女", "林", "男"]);
  await vi.waitFor(() => expect(screen.queryByRole("button", { name: /全部書く/ })).toBeNull());
});

it("what is pasted and does not fit changes nothing, nor does a column that is only read", async () => {
  const screen = shown();
  await at(screen, "対象 1　姓");
  await userEvent.paste("a\nb\nc\nd");
  await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}x");
  await at(screen, "対象 1　病院・機関");
  expect((document.activeElement as HTMLTextAreaElement).value).toBe("");
  expect(screen.calls("ReadGrid")).toEqual([]);
});

it("copies a selection for a spreadsheet", async () => {
  const written: string[] = [];
  Object.defineProperty(navigator, "clipboard", {
    value: { writeText: async (text: string) => void written.push(text) },
    configurable: true,
  });
  const screen = shown();
  await at(screen, "対象 1　姓");
  await userEvent.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Control>}c{/Control}");
  await vi.waitFor(() => expect(written).toEqual(["対象1\t男\n対象2\t男"]));
  Reflect.deleteProperty(navigator, "clipboard");
});

it("draws what can be seen of five hundred people, and reaches the last of them", async () => {
  const screen = shown(500);
  await at(screen, "対象 1　姓");
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("501");
  expect(screen.getAllByRole("row").length).toBeLessThan(90);
  await userEvent.keyboard("{Control>}{End}{/Control}");
  await at(screen, "対象 500　本人の希望");
});
