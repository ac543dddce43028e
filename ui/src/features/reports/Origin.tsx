import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { FigureOrigin, FigureRecord } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Answer } from "../../parts/States.tsx";
import { go, type ReportWish } from "../../screens.ts";
import { longDate, minutesName, shortFull } from "../../words/dates.ts";
import { inLanguage, say } from "../../words/words.ts";
import css from "./reports.module.css";
import sheets from "./sheets.module.css";

const MOST = 100;

type Props = { wish: ReportWish; table: string; row: number; column: number; onClose: () => void };

/** この数のもと: how a figure counts, and every record behind it. */
export function Origin({ wish, table, row, column, onClose }: Props) {
  const origin = useQuery(ask("FigureRecords", { report: wish, table, row, column }));
  return (
    <Dialog title={say("release.report.origin")} isOpen onClose={onClose} width="middle">
      <Answer of={origin}>{(figure) => <Behind figure={figure} />}</Answer>
    </Dialog>
  );
}

function Behind({ figure }: { figure: FigureOrigin }) {
  const amount = (n: number) => (figure.counting === "minutes" ? minutesName(n) : String(n));
  const without = inLanguage(figure.exclusions, figure.exclusions_en);
  const records = figure.records;
  return (
    <div className={css["stack"]}>
      <p className={sheets["originHead"]}>
        <span>{`${figure.title}　${figure.row}・${figure.column}`}</span>
        {figure.value !== null && <span className={`${sheets["originValue"]} figure`}>{amount(figure.value)}</span>}
      </p>
      <dl className={sheets["facts"]}>
        <dt>{say("release.report.origin_is")}</dt>
        <dd>{inLanguage(figure.definition, figure.definition_en)}</dd>
        {without !== "" && (
          <>
            <dt>{say("release.report.origin_without")}</dt>
            <dd>{without}</dd>
          </>
        )}
        <dt>{say("release.report.period")}</dt>
        <dd>{say("release.report.origin_from", { from: longDate(figure.from), to: longDate(figure.to) })}</dd>
      </dl>
      {records === null ? (
        <p className={css["aside"]}>{say("release.report.origin_none")}</p>
      ) : (
        <>
          <h3 className={css["insideHead"]}>{say("release.report.origin_records", { n: records.length })}</h3>
          <ul className={css["sent"]}>
            {records.slice(0, MOST).map((record, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a record may count twice, and the list never moves
              <li key={index}>
                <One record={record} amount={amount(record.amount)} />
              </li>
            ))}
          </ul>
          {records.length > MOST && <p className={css["aside"]}>{say("release.report.origin_more", { n: records.length - MOST })}</p>}
        </>
      )}
    </div>
  );
}

function One({ record, amount }: { record: FigureRecord; amount: string }) {
  const caseId = record.case_id;
  return (
    <>
      <span className={`${sheets["recordDay"]} figure`}>{shortFull(record.on)}</span>
      <span>
        {say(`release.report.record_${record.kind}`)}
        {amount !== "1" && <span className={css["source"]}>{amount}</span>}
      </span>
      {caseId !== null ? (
        <Button dense kind="quiet" onPress={() => go({ at: "people", caseId })}>
          {say("release.report.origin_open")}
        </Button>
      ) : (
        <span />
      )}
    </>
  );
}
