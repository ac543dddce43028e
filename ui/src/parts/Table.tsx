import type { ReactNode } from "react";
import css from "./Table.module.css";

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, in figures. */
  number?: boolean;
  /** Its head is read out but not shown: a column of buttons. They stand at the end of the row. */
  hideHead?: boolean;
  width?: string;
};
type Props<Row> = {
  /** What one row is; read out, and shown when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  id: (row: Row) => string;
  /** One quiet row at the foot. */
  total?: ReactNode[];
};

/** Rows to read. To choose among rows use `List`. */
export function Table<Row>({ caption, showCaption = false, columns, rows, id, total }: Props<Row>) {
  return (
    <table className={css["table"]}>
      <caption className={showCaption ? css["caption"] : "for-reader"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.number ? css["number"] : ""}
              style={column.width === undefined ? undefined : { width: column.width }}
            >
              {column.hideHead ? <span className="for-reader">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={id(row)}>
            {columns.map((column) => (
              <td key={column.key} className={column.number ? css["number"] : column.hideHead ? css["acts"] : ""}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td key={column.key} className={column.number ? css["number"] : ""}>
                {total[index]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
