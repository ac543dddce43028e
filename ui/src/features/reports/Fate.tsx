import { useState } from "react";
import type { TableFate } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import type { ReportWish } from "../../screens.ts";
import { inLanguage, say } from "../../words/words.ts";
import { PrintedTable } from "./PrintedTable.tsx";
import css from "./reports.module.css";

/** What becomes of one table; opened, the forms that were left and the table itself. */
export function Fate({ wish, fate }: { wish: ReportWish; fate: TableFate }) {
  const [open, setOpen] = useState(false);
  const sentence = inLanguage(fate.sentence, fate.sentence_en);
  const asIs = fate.published && fate.rung === 0 && fate.hidden === 0;
  const number = say("release.report.number", { id: fate.id });
  return (
    <li className={css["fate"]}>
      <span className={`${css["number"]} figure`}>{number}</span>
      <span className={css["what"]}>
        <span>{inLanguage(fate.title, fate.title_en)}</span>
        {sentence !== "" && !asIs && <span className={css["why"]}>{sentence}</span>}
      </span>
      <span className={css["state"]}>
        {!fate.published ? (
          <Chip kind="warn">{say("release.report.withheld")}</Chip>
        ) : (
          <>
            {fate.rung > 0 && <Chip>{say("release.report.merged")}</Chip>}
            {fate.hidden > 0 && <Chip>{say("release.report.hidden", { n: fate.hidden })}</Chip>}
            {asIs && <span className={css["asis"]}>{say("release.report.as_is")}</span>}
          </>
        )}
        <Button
          dense
          kind="quiet"
          expanded={open}
          onPress={() => setOpen(!open)}
          label={`${number} ${open ? say("shell.close") : say("release.report.open_fate")}`}
        >
          {open ? say("shell.close") : say("release.report.open_fate")}
        </Button>
      </span>
      {open && (
        <div className={css["inside"]}>
          {fate.steps.length > 0 && (
            <>
              <h2 className={css["insideHead"]}>{say("release.report.ladder")}</h2>
              <ol className={css["sentences"]}>
                {fate.steps.map((step, at) => (
                  <li key={step.rung}>
                    {say(fate.steps[at - 1]?.title === step.title ? "release.report.ladder_same" : "release.report.ladder_step", {
                      n: step.rung + 1,
                      title: step.title,
                      why: inLanguage(step.sentence, step.sentence_en),
                    })}
                  </li>
                ))}
              </ol>
            </>
          )}
          {fate.printed !== null && <PrintedTable wish={wish} fate={fate} table={fate.printed} />}
        </div>
      )}
    </li>
  );
}
