import type { ReactNode } from "react";
import css from "./RowAct.module.css";

/**
 * What can be done with a row now and then, in sight while the row is pointed at or the key stands there: beside the rest
 * of the row, or over its end where there is no room (the row is then `position: relative`).
 */
export function RowAct({ children, over = false }: { children: ReactNode; over?: boolean }) {
  return <span className={`${css["act"]} ${over ? css["over"] : ""}`}>{children}</span>;
}
