import type { ReportView, TableFate } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { inLanguage, say } from "../../words/words.ts";
import css from "./reports.module.css";

/** What of the year may be told at this level, table by table, and why. */
export function Survival({ report, onMend }: { report: ReportView; onMend: () => void }) {
  const h = report.headline;
  const figures: [string, number, string][] = [
    [say("release.report.distinct"), h.distinct, say("release.report.people")],
    [say("release.report.active"), h.active, say("release.report.people")],
    [say("release.report.new"), h.new, say("release.report.people")],
    [say("release.report.discharged"), h.discharged, say("release.report.events")],
    [say("release.report.closed"), h.closed, say("release.report.people")],
  ];
  return (
    <div className={css["survival"]}>
      <div className={report.may_leave ? css["verdict"] : css["refusal"]} role="status">
        <p>
          <strong>
            {say(
              !report.may_leave
                ? "release.report.may_not_leave"
                : report.level === "internal"
                  ? "release.report.leave_internal"
                  : "release.report.leave",
            )}
          </strong>
          {inLanguage(report.verdict, report.verdict_en)}
        </p>
        {report.findings.length > 0 && (
          <ul aria-label={say("release.report.findings")}>
            {report.findings.map((finding) => (
              <li key={`${finding.kind}/${finding.page}/${finding.detail}`}>
                {finding.detail}
                {finding.page !== null && !finding.detail.includes(say("release.report.finding_page", { page: finding.page })) && (
                  <span className={css["where"]}>{say("release.report.finding_page", { page: finding.page })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {!report.may_leave && (
          <Button dense onPress={onMend}>
            {say("release.report.mend")}
          </Button>
        )}
      </div>
      <dl className={css["figures"]} aria-label={say("release.report.headline")}>
        {figures.map(([label, value, unit]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="figure">{value}</span>
              <span className="unit">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
      {report.estimated_minutes > 0 && <p className={css["aside"]}>{say("release.report.estimated", { n: report.estimated_minutes })}</p>}
      {report.level !== "internal" && <p className={css["aside"]}>{say("release.report.fates_note")}</p>}
      <ul className={css["fates"]}>
        {report.fates.map((fate) => (
          <Fate key={fate.id} fate={fate} />
        ))}
      </ul>
    </div>
  );
}

function Fate({ fate }: { fate: TableFate }) {
  const sentence = inLanguage(fate.sentence, fate.sentence_en);
  const asIs = fate.published && fate.rung === 0 && fate.hidden === 0;
  return (
    <li className={css["fate"]}>
      <span className={`${css["number"]} figure`}>{say("release.report.number", { id: fate.id })}</span>
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
      </span>
    </li>
  );
}
