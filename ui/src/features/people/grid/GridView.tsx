import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ask } from "../../../house/ask.ts";
import { copyText } from "../../../house/clipboard.ts";
import type { CaseGrid, GridRow, Queries } from "../../../house/contract.gen.ts";
import { announce, showSaid } from "../../../house/notices.ts";
import { useUndo } from "../../../house/undo.ts";
import { Button } from "../../../parts/Button.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { say } from "../../../words/words.ts";
import { choicesOf, columnName, copiedOf, heard, keyOf, shownOf } from "./cells.ts";
import css from "./grid.module.css";
import { useWaiting } from "./keep.ts";
import { Pen } from "./Pen.tsx";
import { type At, cellsOf, edgesOf, type Range, readTable, stepOf, writeTable } from "./sheet.ts";
import { leftsOf, Table, type TableHandle } from "./Table.tsx";

/** Everybody as a table of all their fields, written like a spreadsheet. */
export function GridView() {
  const [scope, setScope] = useState<Queries["CaseGrid"][0]["scope"]>("open");
  const grid = useQuery(ask("CaseGrid", { scope }));
  return (
    <section className={css["view"]} aria-label={say("people.grid.title")}>
      <div className={css["bar"]}>
        <Choice
          label={say("people.list.scope")}
          hideLabel
          dense
          value={scope}
          onChange={setScope}
          options={[
            { id: "open", label: say("people.list.open") },
            { id: "closed", label: say("people.list.closed") },
            { id: "all", label: say("people.list.all") },
          ]}
        />
        <span className={css["keys"]}>{say("people.grid.keys")}</span>
      </div>
      <Answer of={grid}>
        {(sheet) => (sheet.rows.length === 0 ? <Empty sentence={say("people.list.nothing_found")} /> : <Sheet key={scope} sheet={sheet} />)}
      </Answer>
    </section>
  );
}

/** Rows stay where they are while one writes, whatever their names become. */
const useOrder = (rows: readonly GridRow[]): GridRow[] => {
  const order = useRef<string[]>([]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = order.current.filter((id) => byId.has(id));
  order.current = [...known, ...rows.map((row) => row.id).filter((id) => !known.includes(id))];
  return order.current.flatMap((id) => byId.get(id) ?? []);
};

/** A cell that is being written: how it began says what the arrows mean. */
type Writing = { text: string; begun: string; typed: boolean; chosen: number | null };

function Sheet({ sheet: { columns, rows: given } }: { sheet: CaseGrid }) {
  const rows = useOrder(given);
  const [range, setRange] = useState<Range>({ from: { row: 0, column: 0 }, to: { row: 0, column: 0 } });
  const [writing, setWriting] = useState<Writing | null>(null);
  const held = useWaiting();
  const { undo, redo } = useUndo();
  const table = useRef<TableHandle>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const at: At = { row: Math.min(range.to.row, rows.length - 1), column: range.to.column };
  const row = rows[at.row];
  const column = columns[at.column];
  if (row === undefined || column === undefined) return null;
  const size = { rows: rows.length, columns: columns.length };
  const lefts = leftsOf(columns);
  const { waiting } = held;
  const own = waiting[keyOf(row, column)];
  const shown = own?.text ?? shownOf(row, column);
  const { before, labels } = choicesOf(column, writing?.text ?? "", writing === null || writing.text === writing.begun);
  const offered = writing !== null && !writing.typed && labels.length === 0 ? [] : labels;
  const active = writing === null ? null : (writing.chosen ?? firstOf(offered, writing));

  const go = (to: At, extend = false) => {
    setWriting(null);
    setRange(extend ? { ...range, to } : { from: to, to });
    const [nextRow, nextColumn] = [rows[to.row], columns[to.column]];
    if (nextRow !== undefined && nextColumn !== undefined) announce(heard(nextRow, nextColumn, waiting));
    area.current?.focus();
  };
  const begin = (text: string, typed: boolean) => {
    if (!column.open) return showSaid(say("people.grid.shut", { column: columnName(column) }));
    setWriting({ text, begun: typed ? "" : text, typed, chosen: null });
  };
  const put = (cells: readonly At[], textOf: (cell: At) => string, pasted: boolean) =>
    held.write(
      cells.flatMap((cell) => {
        const [of, field] = [rows[cell.row], columns[cell.column]];
        return of === undefined || field === undefined ? [] : [{ row: of, column: field, text: textOf(cell) }];
      }),
      pasted,
    );
  const finish = (text: string, key: string) => {
    put([at], () => text, false);
    const to = key === "Enter" ? "ArrowDown" : key === "Shift+Enter" ? "ArrowUp" : key;
    go(stepOf(to, at, size, 1) ?? at);
  };
  const chosenText = () => {
    const label = active === null ? undefined : offered[active];
    return writing === null ? "" : label === undefined || writing.text === writing.begun ? writing.text : `${before}${label}`;
  };

  const whileWriting = (key: string, now: Writing): boolean => {
    switch (key) {
      case "Escape":
        setWriting(null);
        return true;
      case "Enter":
      case "Shift+Enter":
      case "Tab":
      case "Shift+Tab":
        finish(now.chosen === null ? chosenText() : `${before}${offered[now.chosen] ?? ""}`, key);
        return true;
      case "Alt+Enter": {
        const caret = area.current?.selectionStart ?? now.text.length;
        setWriting({ ...now, text: `${now.text.slice(0, caret)}\n${now.text.slice(caret)}` });
        return true;
      }
      case "ArrowDown":
      case "ArrowUp": {
        if (offered.length > 0) {
          const by = key === "ArrowDown" ? 1 : -1;
          setWriting({ ...now, chosen: ((((active ?? (by > 0 ? -1 : 0)) + by) % offered.length) + offered.length) % offered.length });
          return true;
        }
        if (!now.typed) return false;
        finish(now.text, key);
        return true;
      }
      default:
        return false;
    }
  };
  const whileWaiting = (key: string): boolean => {
    const extend = key.startsWith("Shift+") && key !== "Shift+Tab";
    const to = stepOf(extend ? key.slice("Shift+".length) : key.replace("Mod+Shift+", "Mod+"), at, size, table.current?.page() ?? 1);
    if (to !== null) {
      go(to, extend || key.startsWith("Mod+Shift+"));
      return true;
    }
    switch (key) {
      case "Enter":
      case "F2":
        begin(shown, false);
        return true;
      case "Delete":
      case "Backspace":
        put(
          cellsOf(range).filter((cell) => columns[cell.column]?.open),
          () => "",
          false,
        );
        return true;
      case "Mod+A":
        setRange({ from: { row: 0, column: 0 }, to: { row: size.rows - 1, column: size.columns - 1 } });
        return true;
      case "Mod+C":
        copy();
        return true;
      case "Mod+Z":
        void undo();
        return true;
      case "Mod+Y":
      case "Mod+Shift+Z":
        void redo();
        return true;
      case "Mod+Enter":
        held.keep();
        return true;
      case "Escape":
        if (range.from.row === range.to.row && range.from.column === range.to.column) area.current?.blur();
        else setRange({ from: at, to: at });
        return true;
      default:
        return false;
    }
  };
  const copy = () => {
    const { top, bottom, left, right } = edgesOf(range);
    const text = writeTable(
      rows
        .slice(top, bottom + 1)
        .map((one) => columns.slice(left, right + 1).map((field) => waiting[keyOf(one, field)]?.text ?? copiedOf(one, field))),
    );
    void copyText(Promise.resolve(text));
    announce(say("people.grid.copied", { rows: bottom - top + 1, columns: right - left + 1 }));
  };
  const paste = (text: string) => {
    const block = readTable(text);
    const wide = Math.max(...block.map((line) => line.length));
    const { top, left } = edgesOf(range);
    const one = block.length === 1 && wide === 1;
    if (!one && (top + block.length > size.rows || left + wide > size.columns)) {
      showSaid(
        say("people.grid.no_room", { rows: block.length, columns: wide, left_rows: size.rows - top, left_columns: size.columns - left }),
      );
      return;
    }
    const whole: Range = one ? range : { from: { row: top, column: left }, to: { row: top + block.length - 1, column: left + wide - 1 } };
    put(cellsOf(whole), (cell) => (one ? (block[0]?.[0] ?? "") : (block[cell.row - top]?.[cell.column - left] ?? "")).trim(), true);
    setRange(whole);
  };

  const faults = Object.entries(waiting).filter(([, one]) => one.fault !== null);
  const toFault = () => {
    const places = rows.flatMap((one, r) =>
      columns.flatMap((field, c) => (waiting[keyOf(one, field)]?.fault ? [{ row: r, column: c }] : [])),
    );
    const next = places.find((place) => place.row > at.row || (place.row === at.row && place.column > at.column)) ?? places[0];
    if (next !== undefined) go(next);
  };
  const count = Object.keys(waiting).length;
  /** An act of a button that goes away with it: the table has the keys again. */
  const andBack = (act: () => void) => () => {
    act();
    area.current?.focus();
  };
  return (
    <div
      className={css["sheet"]}
      onPasteCapture={(event) => {
        if (writing !== null) return;
        event.preventDefault();
        paste(event.clipboardData.getData("text/plain"));
      }}
    >
      {count > 0 && !held.busy && (
        <div className={css["waiting"]} role="status">
          <span>
            {faults.length > 0 ? say("people.grid.wrong", { n: faults.length, of: count }) : say("people.grid.ready", { n: count })}
          </span>
          {faults.length > 0 ? (
            <Button dense onPress={toFault}>
              {say("people.grid.to_fault")}
            </Button>
          ) : (
            <Button kind="primary" dense keys="Mod+Enter" onPress={andBack(held.keep)}>
              {say("people.grid.keep")}
            </Button>
          )}
          <Button kind="quiet" dense onPress={andBack(held.leave)}>
            {say("people.grid.leave")}
          </Button>
        </div>
      )}
      <Table
        ref={table}
        columns={columns}
        rows={rows}
        range={range}
        waiting={waiting}
        onPoint={(to, extend) => {
          if (writing !== null) put([at], () => chosenText(), false);
          go(to, extend);
        }}
        onOpen={() => begin(shown, false)}
      >
        <Pen
          label={`${row.name}　${columnName(column)}`}
          row={at.row}
          left={lefts[at.column] ?? 0}
          width={(lefts[at.column + 1] ?? 0) - (lefts[at.column] ?? 0)}
          writing={writing !== null}
          text={writing?.text ?? ""}
          choices={offered}
          active={active}
          error={own?.fault ?? null}
          onType={(text) => (writing === null ? begin(text, true) : setWriting({ ...writing, text, chosen: null }))}
          onKey={(key) => (writing === null ? whileWaiting(key) : whileWriting(key, writing))}
          onPick={(label) => finish(`${before}${label}`, "Enter")}
          areaRef={area}
        />
      </Table>
      <p className={own?.fault ? css["fault"] : css["here"]}>
        <span className={css["where"]}>{`${row.name}　${columnName(column)}`}</span>
        <span className={css["full"]}>{own?.fault ?? shown}</span>
      </p>
    </div>
  );
}

/** The choice that is meant: the one that stands there, or the first that what was typed fits. */
const firstOf = (labels: readonly string[], { text, begun, typed }: Writing): number | null => {
  if (labels.length === 0) return null;
  if (text === begun) return labels.includes(text) ? labels.indexOf(text) : null;
  return typed || text.trim() !== "" ? 0 : null;
};
