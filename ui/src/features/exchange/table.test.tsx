import { within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ChosenTable, Mapping, TableView, UndoState } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { PasteScreen } from "./PasteScreen.tsx";

const chosen: ChosenTable = {
  file: "名簿.xlsx",
  written: "Excelのブック",
  sheets: [
    { name: "名簿", lines: 4, hidden: false },
    { name: "作業用", lines: 1, hidden: true },
  ],
  sheet: 0,
  kind: "cases",
};

const plain = (text: string) => ({ text, value: null, fault: null });
const view: TableView = {
  sheet: 0,
  head_row: 2,
  columns: [
    { head: "氏名", field: "name" },
    { head: "生年月日", field: "birth_date" },
    { head: "備考", field: null },
  ],
  fields: [
    { id: "name", label: "氏名" },
    { id: "birth_date", label: "生年月日" },
    { id: "ward", label: "病棟" },
  ],
  rows: [
    {
      row: 3,
      cells: [plain("南 和夫"), { text: "S40.5.6", value: "1965-05-06", fault: null }, plain("")],
      faults: [],
      duplicate: null,
      comes_in: true,
    },
    {
      row: 4,
      cells: [plain("森 春子"), { text: "2/30", value: null, fault: "「2/30」という日はありません。" }, plain("x")],
      faults: [],
      duplicate: null,
      comes_in: false,
    },
    {
      row: 5,
      cells: [plain("磯野目 潮"), plain(""), plain("")],
      faults: [],
      duplicate: "同じお名前の方がすでにいます：磯野目 潮さん",
      comes_in: false,
    },
  ],
  total: 3,
  good: 1,
  faulty: 1,
  duplicates: 1,
  left_out: [6],
  missing: [],
  places: [{ name: "楠沢病院", rows: 1, known: null, alike: [{ id: "o1", name: "医療法人青葉会 楠沢病院" }], answer: null }],
  hospital: null,
  needs_hospital: false,
  needs_year: false,
  needs_identified_on: true,
  remembered: true,
  faults: [],
};

type Asked = { kind: string; mapping: Mapping };
const standing: UndoState = { undo: "一覧の取り込み", redo: null };
const open = async (over: Partial<TableView> = {}, roof: Record<string, (input: unknown) => unknown> = {}, state: UndoState = standing) => {
  const asked: Asked[] = [];
  const shown = showScreen(<PasteScreen />, {
    answers: {
      Today: quietDay,
      UndoState: state,
      TablePreview: (input) => {
        asked.push(input as Asked);
        return { ...view, ...over };
      },
    },
    acts: { Undo: () => "一覧の取り込み" },
    roof: { choose_table: () => chosen, ...roof },
  });
  await userEvent.click(shown.getByRole("button", { name: "ファイルを選ぶ" }));
  return { shown, asked };
};

it("shows what a file says, where it is wrong, and what it is asked about", async () => {
  const { shown } = await open();
  await shown.findByText("「2/30」という日はありません。");
  expect(shown.getByText("昭和40年5月6日")).toBeDefined();
  expect(shown.getByText(/読まない行：6/)).toBeDefined();
  expect(shown.getByText(/前に同じ見出しの一覧で/)).toBeDefined();
  expect(shown.getByRole("button", { name: /楠沢病院/ })).toBeDefined();
  await expectNoViolations(shown.container);
});

it("brings good rows in, takes them back, and saves the rest", async () => {
  const done = { imported: 1, faulty: 1, duplicates: 1, organisations: 1 };
  const bring = vi.fn(() => done);
  const { shown } = await open({}, { import_table: bring, save_table_rest: () => ({ file_name: "名簿_直す行.csv" }) });
  await userEvent.click(await shown.findByRole("button", { name: "1行を取り込む" }));
  await shown.findByText("1行を取り込みました。");
  expect(bring).toHaveBeenCalledWith({ kind: "cases", mapping: expect.objectContaining({ columns: {}, take: [] }) });
  expect(shown.getByText(/機関を1件、新しく登録しました/)).toBeDefined();
  await userEvent.click(shown.getByRole("button", { name: "直す行を保存" }));
  await shown.findByText(/「名簿_直す行.csv」に保存しました/);
  await expectNoViolations(shown.container);
  await userEvent.click(await shown.findByRole("button", { name: "元に戻す" }));
  await shown.findByText("取り込みを元に戻しました。");
  expect(shown.queryByRole("button", { name: "元に戻す" })).toBeNull();
  await userEvent.click(shown.getByRole("button", { name: "確認の画面に戻る" }));
  await shown.findByRole("button", { name: "1行を取り込む" });
});

it("a column can be given another meaning and a double can be taken in", async () => {
  const { shown, asked } = await open();
  await userEvent.click(await shown.findByRole("button", { name: /3列目の意味/ }));
  await userEvent.click(await shown.findByRole("option", { name: "病棟" }));
  expect(asked.at(-1)?.mapping.columns).toEqual({ "#1": "name", "#2": "birth_date", "#3": "ward" });
  await userEvent.click(shown.getByRole("checkbox", { name: "別のものとして取り込む" }));
  expect(asked.at(-1)?.mapping.take).toEqual([5]);
  await userEvent.click(shown.getByRole("checkbox", { name: /直すところとすでにある行だけ/ }));
  expect(shown.queryByText("南 和夫")).toBeNull();
  await userEvent.click(within(shown.getByRole("radiogroup", { name: "何の一覧ですか" })).getByText("支援経過の記録"));
  expect(asked.at(-1)).toMatchObject({ kind: "contacts", mapping: { columns: {}, take: [] } });
});

it("a hospital that resembles a known one is asked about", async () => {
  const { shown, asked } = await open();
  await userEvent.click(await shown.findByRole("button", { name: /楠沢病院/ }));
  await userEvent.click(await shown.findByRole("option", { name: "新しく登録する" }));
  expect(asked.at(-1)?.mapping.organisations).toEqual({ 楠沢病院: "new" });
});

it("a file that cannot be read says why, and choosing none changes nothing", async () => {
  const { shown } = await open(
    {},
    {
      choose_table: () => {
        throw refusal("table.protected", "パスワードのかかったブックです。");
      },
    },
  );
  await shown.findByText("パスワードのかかったブックです。");
  await expectNoViolations(shown.container);
});

it("a list without what it needs cannot come in", async () => {
  const { shown } = await open({ missing: ["氏名"], good: 0, total: 0, rows: [] });
  await shown.findByText(/氏名の列が見つかりません/);
  expect(shown.getByText(/見出しの下に行がありません/)).toBeDefined();
  expect(shown.getByRole("button", { name: "0行を取り込む" }).hasAttribute("disabled")).toBe(true);
});

it("what was taken back from elsewhere is not offered to be taken back again", async () => {
  const bring = { import_table: () => ({ imported: 1, faulty: 0, duplicates: 0, organisations: 0 }) };
  const { shown } = await open({}, bring, { undo: "記録", redo: "一覧の取り込み" });
  await userEvent.click(await shown.findByRole("button", { name: "1行を取り込む" }));
  await shown.findByText("取り込みを元に戻しました。");
  expect(shown.queryByRole("button", { name: "元に戻す" })).toBeNull();
});

it("the hospital of a list is shown and can be said", async () => {
  const { shown, asked } = await open({ needs_hospital: true });
  await userEvent.type(await shown.findByLabelText(/この一覧の病院/), "しおさい病院{Enter}");
  expect(asked.at(-1)?.mapping.hospital).toBe("しおさい病院");
});
