import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { TypedFigure } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { fiscalYearName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./reports.module.css";
import sheets from "./sheets.module.css";

/** Tables that go on from years or months before, with the word that names each. */
const TABLES = [
  { id: "1", word: "release.report.earlier_table" },
  { id: "2-1", word: "release.report.earlier_months" },
  { id: "28", word: "release.report.earlier_survey" },
] as const;

/** 前年度集計・導入前の集計: figures from before this tool was used, typed in. */
export function EarlierDialog({ lastYear, onClose }: { lastYear: number; onClose: () => void }) {
  const [year, setYear] = useState(lastYear - 1);
  const [table, setTable] = useState<string>(TABLES[0].id);
  const figures = useQuery(ask("EarlierFigures", { fiscal_year: year, table }));
  const years = [-1, 0, 1, 2, 3].map((n) => ({ id: String(lastYear - n), label: fiscalYearName(lastYear - n) }));
  return (
    <Dialog title={say("release.report.earlier")} isOpen onClose={onClose} width="middle">
      <div className={css["stack"]}>
        <p>{say("release.report.earlier_footnote")}</p>
        <Select
          label={say("release.report.earlier_which")}
          value={table}
          onChange={setTable}
          options={TABLES.map((one) => ({ id: one.id, label: say(one.word) }))}
        />
        <Select label={say("release.report.earlier_year")} value={String(year)} onChange={(id) => setYear(Number(id))} options={years} />
        <Answer of={figures}>
          {(known) => <Typing key={`${table}/${year}`} table={table} year={year} known={known} onClose={onClose} />}
        </Answer>
      </div>
    </Dialog>
  );
}

type Props = { table: string; year: number; known: readonly TypedFigure[]; onClose: () => void };

function Typing({ table, year, known, onClose }: Props) {
  const [typed, setTyped] = useState(known);
  const keep = useAct("KeepEarlierFigures", { refusals: "here" });
  const save = () => keep.mutate({ fiscal_year: year, table, figures: [...typed] }, { onSuccess: onClose });
  return (
    <fieldset className={sheets["typed"]}>
      <legend>{say("release.report.earlier_legend", { year: fiscalYearName(year) })}</legend>
      <Fields columns={2}>
        {typed.map((figure) => (
          <NumberEntry
            key={figure.figure}
            label={figure.caption}
            value={figure.value}
            max={99999}
            onChange={(value) => setTyped(typed.map((one) => (one.figure === figure.figure ? { ...one, value } : one)))}
          />
        ))}
      </Fields>
      {keep.error !== null && <ErrorNote failure={keep.error} />}
      <div className={sheets["typedEnd"]}>
        <Button kind="primary" isDisabled={keep.isPending} onPress={save}>
          {say("release.report.earlier_keep")}
        </Button>
      </div>
    </fieldset>
  );
}
