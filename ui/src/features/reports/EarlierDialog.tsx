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

/** The one table that goes on from years before. */
const TABLE = "1";

/** 導入前の集計: figures from before this tool was used, typed in. */
export function EarlierDialog({ lastYear, onClose }: { lastYear: number; onClose: () => void }) {
  const [year, setYear] = useState(lastYear - 1);
  const figures = useQuery(ask("EarlierFigures", { fiscal_year: year, table: TABLE }));
  const years = [0, 1, 2, 3].map((n) => ({ id: String(lastYear - n), label: fiscalYearName(lastYear - n) }));
  return (
    <Dialog title={say("release.report.earlier")} isOpen onClose={onClose} width="middle">
      <div className={css["stack"]}>
        <p>{say("release.report.earlier_footnote")}</p>
        <Select label={say("release.report.earlier_year")} value={String(year)} onChange={(id) => setYear(Number(id))} options={years} />
        <Answer of={figures}>{(known) => <Typing key={year} year={year} known={known} onClose={onClose} />}</Answer>
      </div>
    </Dialog>
  );
}

function Typing({ year, known, onClose }: { year: number; known: readonly TypedFigure[]; onClose: () => void }) {
  const [typed, setTyped] = useState(known);
  const keep = useAct("KeepEarlierFigures", { refusals: "here" });
  const save = () => keep.mutate({ fiscal_year: year, table: TABLE, figures: [...typed] }, { onSuccess: onClose });
  return (
    <fieldset className={sheets["typed"]}>
      <legend>{say("release.report.earlier_table")}</legend>
      <Fields columns={2}>
        {typed.map((figure) => (
          <NumberEntry
            key={figure.figure}
            label={figure.caption}
            value={figure.value}
            max={9999}
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
