import { type CSSProperties, type Ref, useId } from "react";
import { TextEntry } from "../../../parts/TextEntry.tsx";
import css from "./grid.module.css";
import { ROW } from "./Table.tsx";

type Props = {
  label: string;
  /** Row, and begin and width of the column in rem. */
  row: number;
  left: number;
  width: number;
  /** True while the cell is being written; otherwise the entry only waits for the first key. */
  writing: boolean;
  text: string;
  choices: readonly string[];
  active: number | null;
  error: string | null;
  onType: (text: string) => void;
  onKey: (name: string) => boolean;
  onPick: (label: string) => void;
  areaRef: Ref<HTMLTextAreaElement>;
};

/**
 * The one entry of the table. It always lies over the active cell and always has the focus, so that a conversion of
 * kana can begin with the very first key and is never interrupted by another cell.
 */
export function Pen(props: Props) {
  const list = useId();
  const { writing, choices, active } = props;
  const open = writing && choices.length > 0;
  const place = { "--top": `${(props.row + 1) * ROW}rem`, "--left": `${props.left}rem`, "--width": `${props.width}rem` };
  return (
    <div className={css["pen"]} data-writing={writing ? "" : undefined} style={place as CSSProperties}>
      <TextEntry
        label={props.label}
        hideLabel
        value={props.text}
        onChange={props.onType}
        onKey={props.onKey}
        rows={1}
        autoFocus
        error={writing ? props.error : null}
        suggests={open ? { list, active: active === null ? null : `${list}-${active}` } : null}
        areaRef={props.areaRef}
      />
      {open && (
        <div role="listbox" id={list} aria-label={props.label} className={css["choices"]}>
          {choices.map((label, index) => (
            <div
              key={label}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={css["choice"]}
              onMouseDown={(event) => {
                event.preventDefault();
                props.onPick(label);
              }}
            >
              {label}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
