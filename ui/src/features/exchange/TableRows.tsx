import { useState } from "react";
import type { TableRow, TableView } from "../../house/contract.gen.ts";
import { Check } from "../../parts/Check.tsx";
import { Select } from "../../parts/Select.tsx";
import { longDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";

/** Rows shown at once. */
const SHOWN = 60;
const SKIP = "-";

type Props = {
  view: TableView;
  take: readonly number[];
  onTake: (take: number[]) => void;
  onColumns: (columns: Record<string, string | null>) => void;
};

/** The rows of a list under what their columns are taken for, with everything that is wrong at its place. */
export function TableRows({ view, take, onTake, onColumns }: Props) {
  const [onlyRemarkable, setOnlyRemarkable] = useState(false);
  const remarkable = (row: TableRow) => row.duplicate !== null || row.faults.length > 0 || row.cells.some((cell) => cell.fault !== null);
  const rows = onlyRemarkable ? view.rows.filter(remarkable) : view.rows;
  const options = [{ id: SKIP, label: say("pack.table.skip") }, ...view.fields];
  const set = (at: number, field: string) => {
    // One field has one column: where it was before is left out.
    const columns = view.columns.map((column, place) => (place === at ? field : column.field === field ? SKIP : (column.field ?? SKIP)));
    onColumns(Object.fromEntries(columns.map((id, place) => [`#${place + 1}`, id === SKIP ? null : id])));
  };
  return (
    <>
      {view.faulty + view.duplicates > 0 && (
        <Check checked={onlyRemarkable} onChange={setOnlyRemarkable}>
          {say("pack.table.only_faulty")}
        </Check>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide list scrolls sideways by keys, too */}
      <section className={css["scroll"]} aria-label={say("pack.table.list_rows")} tabIndex={0}>
        <table className={css["table"]}>
          <thead>
            <tr>
              <th scope="col" className={css["number"]}>
                {say("pack.table.row")}
              </th>
              {view.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column of a list has no other name than its place
                <th key={at} scope="col" className={column.field === null ? css["unused"] : ""}>
                  <span className={css["pasted"]}>{column.head}</span>
                  <Select
                    label={say("pack.table.column", { n: at + 1 })}
                    hideLabel
                    value={column.field ?? SKIP}
                    options={options}
                    onChange={(field) => set(at, field)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <Row
                key={row.row}
                row={row}
                columns={view.columns}
                taken={take.includes(row.row)}
                onTake={(taken) => onTake(taken ? [...take, row.row] : take.filter((one) => one !== row.row))}
              />
            ))}
          </tbody>
        </table>
      </section>
      {!onlyRemarkable && view.total > Math.min(rows.length, SHOWN) && (
        <p className={css["note"]}>{say("pack.table.more_rows", { n: view.total - Math.min(rows.length, SHOWN) })}</p>
      )}
    </>
  );
}

const isDate = (value: string | null): value is string => value !== null && /^\d{4}(-\d{2}){0,2}$/.test(value);

function Row({
  row,
  columns,
  taken,
  onTake,
}: {
  row: TableRow;
  columns: TableView["columns"];
  taken: boolean;
  onTake: (taken: boolean) => void;
}) {
  // What concerns the row as a whole stands with its first column that is used.
  const own = Math.max(
    0,
    columns.findIndex((column) => column.field !== null),
  );
  return (
    <tr className={row.comes_in ? "" : css["out"]}>
      <th scope="row" className={`figure ${css["number"]}`}>
        {row.row}
      </th>
      {row.cells.map((cell, at) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its place
          key={at}
          className={`${cell.fault === null ? "" : css["wrong"]} ${columns[at]?.field === null ? css["unused"] : ""}`}
        >
          <span className={css["said"]}>{cell.text}</span>
          {cell.value !== null && <span className={css["read"]}>{isDate(cell.value) ? longDate(cell.value) : cell.value}</span>}
          {cell.fault !== null && <span className={css["fault"]}>{cell.fault}</span>}
          {at === 0 &&
            row.faults.map((fault) => (
              <span key={fault} className={css["fault"]}>
                {fault}
              </span>
            ))}
          {at === own && row.duplicate !== null && (
            <span className={css["fault"]}>
              {row.duplicate}
              <Check checked={taken} onChange={onTake}>
                {say("pack.table.take")}
              </Check>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
