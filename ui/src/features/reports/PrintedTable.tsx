import { useState } from "react";
import type { PrintedTable as Printed, TableFate } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { keyName } from "../../parts/keys.ts";
import type { ReportWish } from "../../screens.ts";
import { minutesName } from "../../words/dates.ts";
import { inLanguage, say } from "../../words/words.ts";
import { CopyTable } from "./CopyTable.tsx";
import { Origin } from "./Origin.tsx";
import printed from "./printed.module.css";
import css from "./reports.module.css";

/** Of a table with more columns than these the figures stand closer. */
const MANY = 12;

type Place = { row: number; column: number };

/** A table as its readers see it. Each ｘ says why it is there; inside the office each figure says what it counts. */
export function PrintedTable({ wish, fate, table }: { wish: ReportWish; fate: TableFate; table: Printed }) {
  const [hidden, setHidden] = useState<Place | null>(null);
  const [figure, setFigure] = useState<Place | null>(null);
  const [copying, setCopying] = useState(false);
  const internal = wish.level === "internal";
  const why = fate.explanations.find((cell) => cell.row === hidden?.row && cell.column === hidden.column);
  const hint = internal ? say("release.report.figure_ask") : fate.hidden > 0 ? say("release.report.hidden_ask") : null;
  const cell = (value: number | "x" | null, row: number, column: number) => {
    const names = { row: table.rows[row] ?? "", column: table.columns[column] ?? "" };
    const place = { row, column };
    if (value === null) return "—";
    if (value === "x")
      return (
        <button
          type="button"
          className={printed["cell"]}
          aria-label={say("release.report.hidden_cell", names)}
          aria-pressed={hidden?.row === row && hidden.column === column}
          onFocus={() => setHidden(place)}
          onClick={() => setHidden(place)}
        >
          ｘ
        </button>
      );
    const shown = table.minutes[column] ? minutesName(value) : String(value);
    if (!internal) return shown;
    return (
      <button
        type="button"
        className={printed["cell"]}
        aria-label={say("release.report.figure_cell", { value: shown, ...names })}
        onClick={() => setFigure(place)}
      >
        {shown}
      </button>
    );
  };
  return (
    <>
      <h2 className={css["insideHead"]}>
        {say("release.report.printed")}
        {hint !== null && <span className={css["aside"]}>{hint}</span>}
        <Button
          dense
          kind="quiet"
          keys="Mod+C"
          onPress={() => setCopying(true)}
          label={say("release.report.copy_title", { number: say("release.report.number", { id: fate.id }) })}
        >
          {say("release.report.copy")}
        </Button>
      </h2>
      <section
        className={printed["tableRoom"]}
        aria-label={inLanguage(fate.title, fate.title_en)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard
        tabIndex={0}
        // Figures leave this screen through the gate alone, never as marked text.
        onCopy={(event) => {
          event.preventDefault();
          setCopying(true);
        }}
        onKeyDown={(event) => {
          if (keyName(event) === "Mod+C") setCopying(true);
        }}
      >
        <table className={printed["printed"]} data-wide={table.columns.length > MANY ? "" : undefined}>
          <thead>
            <tr>
              <td />
              {table.words.map((words) => (
                <th key={words.head} scope="col">
                  {words.head}
                </th>
              ))}
              {table.columns.map((name) => (
                <th key={name} scope="col" className={printed["figureHead"]}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.cells.map((values, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table never move
              <tr key={row}>
                <th scope="row">{table.rows[row]}</th>
                {table.words.map((words) => (
                  <td key={words.head} className={printed["wordCell"]}>
                    {words.texts[row]}
                  </td>
                ))}
                {values.map((value, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a printed table never move
                  <td key={column} className="figure">
                    {cell(value, row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {fate.hidden > 0 && (
        <p className={printed["because"]} role="status">
          {why !== undefined && inLanguage(why.sentence, why.sentence_en)}
        </p>
      )}
      <CopyTable wish={wish} fate={fate} isOpen={copying} onClose={() => setCopying(false)} />
      {figure !== null && <Origin wish={wish} table={fate.id} {...figure} onClose={() => setFigure(null)} />}
    </>
  );
}
