import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, failureOf } from "../../parts/States.tsx";
import { go, type ReportPlace, type ReportWish, stay } from "../../screens.ts";
import { fiscalYearName, fiscalYearOf } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { Checking } from "./Checking.tsx";
import { Choosing } from "./Choosing.tsx";
import { Leaving } from "./Leaving.tsx";
import css from "./reports.module.css";
import { Steps, stepOf } from "./Steps.tsx";

/** 報告書: a report is chosen, checked, and handed out. */
export function ReportsScreen({ show }: { show: ReportPlace | null }) {
  const today = useQuery(ask("Today", { on: null }));
  return (
    <Answer of={today}>
      {(day) => {
        const last = fiscalYearOf(day.on) - 1;
        return <OneReport lastYear={last} first={show ?? { kind: "annual", fiscal_year: last, level: "municipal", step: "choose" }} />;
      }}
    </Answer>
  );
}

/** Which report, in words: 令和7年度 6月 月次 自治体提出用. */
const nameOf = (wish: ReportWish, hospital: string | undefined): string =>
  [
    fiscalYearName(wish.fiscal_year),
    ...(wish.kind === "monthly" && wish.month !== undefined ? [say("release.report.month_of", { n: wish.month })] : []),
    // A year is named by its year alone.
    ...(wish.kind === "annual" ? [] : [sayCode("release.report", wish.kind)]),
    sayCode("release.report", wish.level),
    ...(hospital === undefined ? [] : [hospital]),
  ].join("　");

function OneReport({ lastYear, first }: { lastYear: number; first: ReportPlace }) {
  const [place, setPlace] = useState(first);
  const { step, section, ...wish } = place;
  const at = stepOf(step);
  const complete =
    (wish.kind !== "monthly" || wish.month !== undefined) &&
    (wish.kind !== "programme" || wish.programme_id !== undefined) &&
    (wish.level !== "hospital" || wish.hospital_id !== undefined);
  const report = useQuery({ ...ask("Report", wish), enabled: complete && at !== "choose" });
  const organisations = useQuery({ ...ask("Organisations", { filter: "" }), enabled: wish.level === "hospital" });
  const hospital = wish.level === "hospital" ? organisations.data?.find((one) => one.id === wish.hospital_id)?.name : undefined;
  const move = (next: ReportPlace) => {
    setPlace(next);
    stay({ at: "reports", show: next });
  };
  // What was found before the last keystroke says nothing about it.
  const mayLeave = report.data?.may_leave === true && (at === "leave" || !report.isFetching);
  return (
    <Page
      fill
      title={say("release.report.title")}
      sub={
        <span className={css["head"]}>
          <Steps at={at} mayLeave={mayLeave} onGo={(next) => (next === "choose" || complete) && move({ ...place, step: next })} />
          {at !== "choose" && <span>{nameOf(wish, hospital)}</span>}
        </span>
      }
      actions={
        at === "choose" ? (
          <>
            <Button onPress={() => go({ at: "redaction" })}>{say("release.report.check_text")}</Button>
            <Button kind="primary" isDisabled={!complete} onPress={() => move({ ...place, step: "check" })}>
              {say("release.report.to_check")}
            </Button>
          </>
        ) : at === "check" ? (
          <Button kind="primary" isDisabled={!mayLeave} onPress={() => move({ ...place, step: "leave" })}>
            {say("release.report.to_leave")}
          </Button>
        ) : undefined
      }
    >
      {at === "choose" ? (
        <Choosing wish={wish} lastYear={lastYear} onWish={(next) => move({ ...next, step: "choose" })} />
      ) : at === "check" ? (
        <Checking
          wish={wish}
          section={section ?? null}
          report={report}
          texts={step === "texts"}
          onTexts={(on) => move({ ...place, step: on ? "texts" : "check" })}
        />
      ) : report.data !== undefined && mayLeave ? (
        <Leaving wish={wish} report={report.data} />
      ) : (
        <div className={css["waiting"]} role="status">
          {report.data === undefined && report.error === null ? (
            say("release.report.preparing")
          ) : (
            <>
              <p>{report.error === null ? say("release.report.not_ready") : failureOf(report.error).sentence}</p>
              <Button onPress={() => move({ ...place, step: "check" })}>{say("release.report.back_to_check")}</Button>
            </>
          )}
        </div>
      )}
    </Page>
  );
}
