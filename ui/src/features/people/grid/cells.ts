// A cell in words: how it is shown, copied, and offered for choosing.
import type { GridColumn, GridRow } from "../../../house/contract.gen.ts";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { shortFull } from "../../../words/dates.ts";
import { say, sayCode } from "../../../words/words.ts";

/** What was written into a cell and is not kept yet, with what is wrong with it. */
export type Waiting = Record<string, { text: string; fault: string | null }>;

/** The name of a cell among those that wait. */
export const keyOf = (row: GridRow, column: GridColumn): string => `${row.id}/${column.field}`;

/** The name of a column. */
export const columnName = (column: GridColumn): string => sayCode("pack.table.field", column.field);

/** The value that is kept; while codes are shown in place of names it may be something else than a text. */
export const keptOf = (row: GridRow, column: GridColumn): string => {
  const value: unknown = row.cells[column.field];
  return typeof value === "string" ? value : "";
};

const parts = (value: string): string[] => value.split(";").filter((part) => part !== "");

/** A value as it is read on screen. */
export const shownOf = (row: GridRow, column: GridColumn): string => {
  const value = keptOf(row, column);
  if (value === "") return "";
  switch (column.holds) {
    case "code":
      return codeName(column.list ?? "", value);
    case "codes":
      return parts(value)
        .map((code) => codeName(column.list ?? "", code))
        .join("、");
    case "texts":
      return parts(value).join("、");
    case "date":
      return shortFull(value);
    default:
      return value;
  }
};

/** A value as a spreadsheet takes it: dates in the form that every program reads. */
export const copiedOf = (row: GridRow, column: GridColumn): string =>
  column.holds === "date" ? keptOf(row, column) : shownOf(row, column);

/** What can be chosen for a cell while something is typed into it. `before` stands in front of the choice. */
export const choicesOf = (column: GridColumn, text: string, all: boolean): { before: string; labels: string[] } => {
  if (column.list === null) return { before: "", labels: [] };
  const labels = codeOptions(column.list).map((option) => option.label);
  const cut = column.holds === "codes" ? text.lastIndexOf("、") + 1 : 0;
  const typed = text.slice(cut).trim();
  return { before: text.slice(0, cut), labels: all || typed === "" ? labels : labels.filter((label) => label.includes(typed)) };
};

/** The cell and what stands in it, for whoever hears the table. */
export const heard = (row: GridRow, column: GridColumn, waiting: Waiting): string => {
  const held = waiting[keyOf(row, column)];
  const text = held?.text ?? shownOf(row, column);
  return [row.name, columnName(column), text === "" ? say("people.grid.empty") : text, held?.fault ?? ""]
    .filter((part) => part !== "")
    .join("　");
};
