import type { ReactNode } from "react";
import { GridList, GridListItem } from "react-aria-components/GridList";
import { say } from "../words/words.ts";
import css from "./List.module.css";

export type ListRow = {
  id: string;
  /** What a screen reader says and typing finds: name and kana. */
  text: string;
  first: ReactNode;
  /** Small beside the first line: kana, ward. */
  beside?: ReactNode;
  /** The second line; in dense mode it stands after the first. */
  second?: ReactNode;
  /** At the right end: days, a date. */
  end?: ReactNode;
};
type Props = {
  label: string;
  rows: readonly ListRow[];
  selected?: string | null;
  /** Moving through the list with the arrows selects at once. */
  onSelect?: (id: string) => void;
  /** Enter or a double press. */
  onOpen?: (id: string) => void;
  dense?: boolean;
  empty?: ReactNode;
};

/** Rows to move through: two lines each, or one when dense. At most a few hundred rows: the house filters and sorts. */
export function List({ label, rows, selected = null, onSelect, onOpen, dense = false, empty }: Props) {
  return (
    <GridList
      aria-label={label}
      className={`${css["list"]} ${dense ? css["dense"] : ""}`}
      items={rows}
      selectionMode={onSelect === undefined ? "none" : "single"}
      selectionBehavior="replace"
      disallowEmptySelection={selected !== null}
      selectedKeys={selected === null ? [] : [selected]}
      dependencies={[dense, rows]}
      renderEmptyState={() => empty ?? <p className={css["empty"]}>{say("shell.list.none")}</p>}
      {...(onOpen === undefined ? {} : { onAction: (key) => onOpen(String(key)) })}
      {...(onSelect === undefined
        ? {}
        : {
            onSelectionChange: (keys) => {
              const [first] = keys === "all" ? [] : keys;
              if (first !== undefined) onSelect(String(first));
            },
          })}
    >
      {(row) => (
        <GridListItem id={row.id} textValue={row.text} className={css["row"] ?? ""}>
          <span className={css["lines"]}>
            <span className={css["first"]}>
              {row.first}
              {row.beside !== undefined && row.beside !== null && <span className={css["beside"]}>{row.beside}</span>}
            </span>
            {row.second !== undefined && row.second !== null && <span className={css["second"]}>{row.second}</span>}
          </span>
          {row.end !== undefined && row.end !== null && <span className={css["end"]}>{row.end}</span>}
        </GridListItem>
      )}
    </GridList>
  );
}

/** Puts the keyboard on the row of a list (once it is there). */
export const focusRow = (id: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[role=row][data-key="${id}"]`)?.focus());
};
