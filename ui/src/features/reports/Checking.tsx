import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import type { ReportView } from "../../house/contract.gen.ts";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import type { ReportWish } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { Paper } from "./Paper.tsx";
import css from "./reports.module.css";
import { Survival } from "./Survival.tsx";
import { Texts } from "./Texts.tsx";

type Props = {
  wish: ReportWish;
  section: string | null;
  report: UseQueryResult<ReportView>;
  texts: boolean;
  onTexts: (on: boolean) => void;
};

/** What survives and why, the written texts, and the pages as they will leave. */
export function Checking({ wish, section, report, texts, onTexts }: Props) {
  const [wide, setWide] = useState(false);
  return (
    <div className={css["desk"]} data-wide={wide ? "" : undefined}>
      <div className={css["left"]} hidden={wide}>
        <Tabs
          className={css["tabs"] ?? ""}
          selectedKey={texts ? "texts" : "tables"}
          onSelectionChange={(key) => onTexts(String(key) === "texts")}
        >
          <TabList aria-label={say("release.report.title")} className={css["tabList"] ?? ""}>
            <Tab id="tables" className={css["tab"] ?? ""}>
              {say("release.report.tables")}
            </Tab>
            <Tab id="texts" className={css["tab"] ?? ""}>
              {say("release.report.texts")}
            </Tab>
          </TabList>
          <TabPanel id="tables" className={css["panel"] ?? ""}>
            {report.data !== undefined ? (
              <Survival wish={wish} report={report.data} onMend={() => onTexts(true)} />
            ) : report.error !== null ? (
              <ErrorNote failure={failureOf(report.error)} onRetry={() => void report.refetch()} />
            ) : (
              <p className={css["waiting"]} role="status">
                {say("release.report.preparing")}
              </p>
            )}
          </TabPanel>
          <TabPanel id="texts" className={css["panel"] ?? ""}>
            <Texts wish={wish} first={section} />
          </TabPanel>
        </Tabs>
      </div>
      <Paper wish={wish} pages={report.data?.pages ?? null} wide={wide} onWide={setWide} />
    </div>
  );
}
