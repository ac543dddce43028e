import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, refresh } from "../../house/ask.ts";
import type { ReportView } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Columns, Section } from "../../parts/Page.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import type { ReportWish } from "../../screens.ts";
import { inLanguage, say, sayCode } from "../../words/words.ts";
import { Ledger } from "./Ledger.tsx";
import css from "./reports.module.css";

const CHECKS = ["same", "news", "rare", "place", "voice", "minus", "blame", "receiver"] as const;
type CheckId = (typeof CHECKS)[number];

/** The last look before a paper leaves: what only a person can check, what it costs later, and the way out. */
export function Leaving({ wish, report }: { wish: ReportWish; report: ReportView }) {
  const [checked, setChecked] = useState<CheckId[]>([]);
  const write = useMutation({
    mutationFn: () => callRoof("export_report", wish),
    onSuccess: () => void refresh(["reports"]),
  });
  const internal = report.level === "internal";
  const ready = internal || checked.length === CHECKS.length;
  const done = write.data ?? null;
  return (
    <div className={css["scroll"]}>
      <Columns shape="wide-narrow">
        <div className={css["stack"]}>
          {done !== null ? (
            <div className={css["done"]}>
              <h2 tabIndex={-1} ref={(head) => head?.focus()}>
                {say("release.report.exported")}
              </h2>
              <p>{say("release.report.exported_where", { pages: done.pages, size: Math.ceil(done.size / 1024) })}</p>
              <p className={css["path"]}>{done.path}</p>
              {!internal && <p className={css["aside"]}>{say("release.report.exported_next")}</p>}
            </div>
          ) : (
            <>
              {internal ? (
                <p className={css["verdict"]}>{say("release.report.internal_warning")}</p>
              ) : (
                <fieldset className={css["checks"]}>
                  <legend>{say("release.report.checks_note")}</legend>
                  {CHECKS.map((id) => (
                    <Check
                      key={id}
                      checked={checked.includes(id)}
                      onChange={(on) => setChecked((old) => (on ? [...old, id] : old.filter((one) => one !== id)))}
                    >
                      {sayCode("release.report", `check_${id}`)}
                    </Check>
                  ))}
                </fieldset>
              )}
              <div className={css["goes"]}>
                <Button kind="primary" isDisabled={!ready || write.isPending} onPress={() => write.mutate()}>
                  {write.isPending ? say("release.report.exporting") : say("release.report.export")}
                </Button>
                {!ready && (
                  <span className={css["aside"]} role="status">
                    {say("release.report.checks_left", { n: CHECKS.length - checked.length })}
                  </span>
                )}
                <span className={css["aside"]}>
                  {`${report.file_name}　${say("release.report.pages_size", { pages: report.pages, size: Math.ceil(report.size / 1024) })}`}
                </span>
              </div>
            </>
          )}
          {write.error !== null && <ErrorNote failure={failureOf(write.error)} />}
        </div>
        <div>
          {!internal && <Price wish={wish} />}
          <FiguresOut wish={wish} ready={ready} />
          <Ledger />
        </div>
      </Columns>
    </div>
  );
}

/** 今これを出すと: what this report will cost later ones. */
function Price({ wish }: { wish: ReportWish }) {
  const price = useQuery(ask("ReleaseForecast", wish));
  return (
    <Section title={say("release.report.forecast")}>
      {price.error !== null ? (
        <ErrorNote failure={failureOf(price.error)} onRetry={() => void price.refetch()} />
      ) : price.data === undefined ? (
        <p className={css["aside"]} role="status">
          {say("release.report.forecasting")}
        </p>
      ) : (
        <>
          {price.data.later.length === 0 && <p>{inLanguage(price.data.sentence, price.data.sentence_en)}</p>}
          {price.data.later.map((later) => (
            <div key={`${later.kind}/${later.level}`} className={css["price"]}>
              <p>{inLanguage(later.sentence, later.sentence_en)}</p>
              <ul className={css["sentences"]}>
                {later.affected.map((table) => (
                  <li key={table.id}>
                    {`${say("release.report.number", { id: table.id })} ${table.title}：${inLanguage(table.sentence, table.sentence_en)}`}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </>
      )}
    </Section>
  );
}

/** The printed figures alone, for those who count on. */
function FiguresOut({ wish, ready }: { wish: ReportWish; ready: boolean }) {
  const write = useMutation({
    mutationFn: (form: "csv" | "xlsx") => callRoof("export_tables", { report: wish, form }),
    onSuccess: () => void refresh(["reports"]),
  });
  return (
    <Section title={say("release.report.tables_out")}>
      <p className={css["aside"]}>{say("release.report.tables_note")}</p>
      <div className={css["goes"]}>
        <Button dense isDisabled={!ready || write.isPending} onPress={() => write.mutate("xlsx")}>
          {say("release.report.xlsx")}
        </Button>
        <Button dense isDisabled={!ready || write.isPending} onPress={() => write.mutate("csv")}>
          {say("release.report.csv")}
        </Button>
      </div>
      {write.data && (
        <p className={css["path"]} role="status">
          {say("release.report.tables_done", { path: write.data.path })}
        </p>
      )}
      {write.error !== null && <ErrorNote failure={failureOf(write.error)} />}
    </Section>
  );
}
