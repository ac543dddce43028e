// What a table of cells does with keys and with text from a spreadsheet. Nothing here knows a screen.

/** A cell, by the places of its row and its column. */
export type At = { row: number; column: number };
/** Where a selection began, and where it ends now. */
export type Range = { from: At; to: At };
type Size = { rows: number; columns: number };

const between = (n: number, last: number): number => Math.max(0, Math.min(n, last));

/** A selection as its edges, each included. */
export const edgesOf = ({ from, to }: Range) => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

/** Every cell of a selection, row by row. */
export const cellsOf = (range: Range): At[] => {
  const { top, bottom, left, right } = edgesOf(range);
  const rows = Array.from({ length: bottom - top + 1 }, (_, n) => top + n);
  const columns = Array.from({ length: right - left + 1 }, (_, n) => left + n);
  return rows.flatMap((row) => columns.map((column) => ({ row, column })));
};

/** Where a key leads from a cell; `null` for a key that leads nowhere, or out of the table. */
export const stepOf = (key: string, at: At, { rows, columns }: Size, page: number): At | null => {
  const last = { row: rows - 1, column: columns - 1 };
  const to = (row: number, column: number): At => ({ row: between(row, last.row), column: between(column, last.column) });
  switch (key) {
    case "ArrowUp":
      return to(at.row - 1, at.column);
    case "ArrowDown":
      return to(at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, at.column - 1);
    case "ArrowRight":
      return to(at.row, at.column + 1);
    case "PageUp":
      return to(at.row - page, at.column);
    case "PageDown":
      return to(at.row + page, at.column);
    case "Home":
      return to(at.row, 0);
    case "End":
      return to(at.row, last.column);
    case "Mod+ArrowUp":
      return to(0, at.column);
    case "Mod+ArrowDown":
      return to(last.row, at.column);
    case "Mod+ArrowLeft":
      return to(at.row, 0);
    case "Mod+ArrowRight":
      return to(at.row, last.column);
    case "Mod+Home":
      return to(0, 0);
    case "Mod+End":
      return to(last.row, last.column);
    case "Tab":
      if (at.column < last.column) return to(at.row, at.column + 1);
      return at.row < last.row ? to(at.row + 1, 0) : null;
    case "Shift+Tab":
      if (at.column > 0) return to(at.row, at.column - 1);
      return at.row > 0 ? to(at.row - 1, last.column) : null;
    default:
      return null;
  }
};

/** Cells as a spreadsheet takes them: parted by tabs, in quotes where they hold a tab, a line's end or a quote. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/** Cells as a spreadsheet gives them. */
export const readTable = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const whole = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (whole[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t" || sign === "\n") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  row.push(cell);
  rows.push(row);
  return rows;
};
