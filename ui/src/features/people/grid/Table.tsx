import { type CSSProperties, memo, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from "react";
import type { GridColumn, GridRow } from "../../../house/contract.gen.ts";
import { say } from "../../../words/words.ts";
import { columnName, keyOf, shownOf, type Waiting } from "./cells.ts";
import css from "./grid.module.css";
import { type At, edgesOf, type Range } from "./sheet.ts";

/** Widths in rem: of the names, and of a column by what it holds. */
const NAME_WIDTH = 9;
const WIDTHS: Record<string, number> = { text: 10, kana: 7, texts: 9, date: 7, code: 8.5, codes: 12 };
const WIDER: Record<string, number> = { family_name: 6, given_name: 6, wish: 18, anxieties: 14, hospital: 11, ward: 6.5, room: 5, sex: 5 };
const widthOf = (column: GridColumn): number => WIDER[column.field] ?? WIDTHS[column.holds] ?? 10;
/** Height of a row, and of the heads, in rem. */
export const ROW = 1.875;
/** Rows that are drawn beyond what can be seen. */
const BEYOND = 8;
/** What is drawn where nothing can be measured. */
const USUAL_HEIGHT = 900;

/** Where the columns begin, in rem, the names first; the last is the width of the whole. */
export const leftsOf = (columns: readonly GridColumn[]): number[] => {
  const lefts = [NAME_WIDTH];
  for (const column of columns) lefts.push((lefts.at(-1) ?? 0) + widthOf(column));
  return lefts;
};

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

type Props = {
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  range: Range;
  waiting: Waiting;
  onPoint: (at: At, extend: boolean) => void;
  onOpen: (at: At) => void;
  /** What lies over the active cell. */
  children: ReactNode;
  ref: Ref<TableHandle>;
};
/** How many rows can be seen, for a page of keys. */
export type TableHandle = { page: () => number };

/** Rows and columns, of which only what can be seen is drawn. */
export function Table({ columns, rows, range, waiting, onPoint, onOpen, children, ref }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const lefts = leftsOf(columns);
  const height = () => scroller.current?.clientHeight || USUAL_HEIGHT;
  const page = () => Math.max(1, Math.floor(height() / (ROW * rem())) - 2);
  useLayoutEffect(() => {
    const handle = { page };
    if (typeof ref === "function") ref(handle);
    else if (ref) ref.current = handle;
  });

  const { row, column } = range.to;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the widths follow the columns
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const size = rem();
    const [y, x] = [row * ROW * size, (lefts[column] ?? 0) * size];
    const [deep, wide] = [box.clientHeight - 2 * ROW * size, box.clientWidth];
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y > box.scrollTop + deep) box.scrollTop = y - deep;
    const right = (lefts[column + 1] ?? 0) * size;
    if (x - NAME_WIDTH * size < box.scrollLeft) box.scrollLeft = x - NAME_WIDTH * size;
    else if (right > box.scrollLeft + wide) box.scrollLeft = right - wide;
  }, [row, column]);

  const size = rem();
  const first = Math.max(0, Math.floor(top / (ROW * size)) - BEYOND);
  const drawn = rows.slice(first, first + Math.ceil(height() / (ROW * size)) + 2 * BEYOND);
  const edges = edgesOf(range);
  const point = (event: { target: EventTarget; shiftKey: boolean }, act: (at: At) => void) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-cell]") : null;
    const [r, c] = (cell?.dataset["cell"] ?? "").split("/").map(Number);
    if (r !== undefined && c !== undefined && cell !== null) act({ row: r, column: c });
  };
  return (
    <div ref={scroller} className={css["scroller"]} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div className={css["whole"]} style={{ "--whole": `${lefts.at(-1)}rem` } as CSSProperties}>
        <div
          role="grid"
          aria-label={say("people.grid.title")}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          onMouseDown={(event) => {
            event.preventDefault();
            point(event, (at) => onPoint(at, event.shiftKey));
          }}
          onMouseMove={(event) => event.buttons === 1 && point(event, (at) => onPoint(at, true))}
          onDoubleClick={(event) => point(event, onOpen)}
        >
          <div role="row" tabIndex={-1} className={css["heads"]} aria-rowindex={1}>
            <span role="columnheader" tabIndex={-1} aria-colindex={1} className={css["name"]} style={{ width: `${NAME_WIDTH}rem` }}>
              {say("people.grid.person")}
            </span>
            {columns.map((one, at) => (
              <span
                key={one.field}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={at + 2}
                className={css["head"]}
                data-shut={one.open ? undefined : ""}
                data-here={at === column ? "" : undefined}
                style={{ width: `${widthOf(one)}rem` }}
              >
                {columnName(one)}
              </span>
            ))}
          </div>
          <div role="rowgroup" className={css["rows"]} style={{ height: `${rows.length * ROW}rem` }}>
            {drawn.map((one, n) => {
              const at = first + n;
              const inside = at >= edges.top && at <= edges.bottom;
              return (
                <Line
                  key={one.id}
                  row={one}
                  at={at}
                  columns={columns}
                  left={inside ? edges.left : -1}
                  right={inside ? edges.right : -1}
                  held={waitingOf(one, columns, waiting)}
                />
              );
            })}
          </div>
        </div>
        {children}
      </div>
    </div>
  );
}

/** What waits in a row, as one text: a row is drawn anew only when that changes. */
const waitingOf = (row: GridRow, columns: readonly GridColumn[], waiting: Waiting): string => {
  const held = columns.flatMap((column) => {
    const one = waiting[keyOf(row, column)];
    return one === undefined ? [] : [[column.field, one] as const];
  });
  return held.length === 0 ? "" : JSON.stringify(Object.fromEntries(held));
};

type LineProps = { row: GridRow; at: number; columns: readonly GridColumn[]; left: number; right: number; held: string };

const Line = memo(function Line({ row, at, columns, left, right, held }: LineProps) {
  const waiting = (held === "" ? {} : JSON.parse(held)) as Waiting;
  return (
    <div role="row" tabIndex={-1} aria-rowindex={at + 2} className={css["row"]} style={{ top: `${at * ROW}rem` }}>
      <span role="rowheader" tabIndex={-1} aria-colindex={1} className={css["name"]} style={{ width: `${NAME_WIDTH}rem` }}>
        {row.name}
      </span>
      {columns.map((column, place) => {
        const own = waiting[column.field];
        const wrong = own !== undefined && own.fault !== null;
        return (
          <span
            key={column.field}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={place + 2}
            aria-selected={place >= left && place <= right}
            aria-readonly={column.open ? undefined : true}
            aria-invalid={wrong ? true : undefined}
            className={css["cell"]}
            data-cell={`${at}/${place}`}
            data-shut={column.open ? undefined : ""}
            data-waiting={own === undefined ? undefined : wrong ? "wrong" : "good"}
            title={own?.fault ?? undefined}
            style={{ width: `${widthOf(column)}rem` }}
          >
            {own?.text ?? shownOf(row, column)}
          </span>
        );
      })}
    </div>
  );
});
