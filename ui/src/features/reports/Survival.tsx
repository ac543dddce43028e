import type { ReportView } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import type { ReportWish } from "../../screens.ts";
import { inLanguage, say } from "../../words/words.ts";
import { Fate } from "./Fate.tsx";
import css from "./reports.module.css";

/** Findings that no text can mend. */
const OF_TABLES: ReadonlySet<string> = new Set(["table", "row", "cell", "total", "unhidden", "share", "headline", "known_person"]);

/** What of the year may be told at this level, table by table, and why. */
export function Survival({ wish, report, onMend }: { wish: ReportWish; report: ReportView; onMend: () => void }) {
  const h = report.headline;
  const all: [string, number | null, string][] = [
    [say("release.report.distinct"), h.distinct, say("release.report.people")],
    [say("release.report.active"), h.active, say("release.report.people")],
    [say("release.report.new"), h.new, say("release.report.people")],
    [say("release.report.discharged"), h.discharged, say("release.report.events")],
    [say("release.report.closed"), h.closed, say("release.report.people")],
  ];
  const figures = all.filter(([, value]) => value !== null);
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
        {report.findings.some((finding) => !OF_TABLES.has(finding.kind)) && (
          <Button dense onPress={onMend}>
            {say("release.report.mend")}
          </Button>
        )}
      </div>
      {figures.length > 0 && (
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
      )}
      {report.estimated_minutes > 0 && <p className={css["aside"]}>{say("release.report.estimated", { n: report.estimated_minutes })}</p>}
      {report.fates.length > 0 && report.k > 0 && <p className={css["aside"]}>{say("release.report.fates_note")}</p>}
      <ul className={css["fates"]}>
        {report.fates.map((fate) => (
          <Fate key={fate.id} wish={wish} fate={fate} />
        ))}
      </ul>
    </div>
  );
}
