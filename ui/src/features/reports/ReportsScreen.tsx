import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { ask } from "../../house/ask.ts";
import type { Level } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Page } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, ErrorNote, failureOf } from "../../parts/States.tsx";
import { fiscalYearName, fiscalYearOf } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { Leaving } from "./Leaving.tsx";
import { Paper } from "./Paper.tsx";
import css from "./reports.module.css";
import { Survival } from "./Survival.tsx";
import { Texts } from "./Texts.tsx";

const LEVELS: readonly Level[] = ["internal", "municipal", "public"];

/** A year's report: what survives and why, its texts, its real pages, and the way out. */
export function ReportsScreen() {
  const today = useQuery(ask("Today", { on: null }));
  return <Answer of={today}>{(day) => <YearReport lastYear={fiscalYearOf(day.on)} />}</Answer>;
}

function YearReport({ lastYear }: { lastYear: number }) {
  const [year, setYear] = useState(lastYear - 1);
  const [level, setLevel] = useState<Level>("municipal");
  const [leaving, setLeaving] = useState(false);
  const [wide, setWide] = useState(false);
  const [tab, setTab] = useState("tables");
  const report = useQuery(ask("Report", { fiscal_year: year, level }));
  const years = [0, 1, 2, 3].map((n) => ({ id: String(lastYear - n), label: fiscalYearName(lastYear - n) }));
  return (
    <Page
      fill
      title={say("release.report.title")}
      sub={
        <span className={css["choices"]}>
          <Select
            label={say("release.report.year")}
            hideLabel
            value={String(year)}
            onChange={(id) => setYear(Number(id))}
            options={years}
          />
          <Choice
            label={say("release.report.level")}
            hideLabel
            value={level}
            onChange={setLevel}
            options={LEVELS.map((id) => ({ id, label: sayCode("release.report", id) }))}
          />
        </span>
      }
      actions={
        <Button kind="primary" isDisabled={report.data?.may_leave !== true} onPress={() => setLeaving(true)}>
          {say("release.report.export")}
        </Button>
      }
    >
      <p className={css["note"]}>{sayCode("release.report", `${level}_note`)}</p>
      <div className={css["desk"]} data-wide={wide ? "" : undefined}>
        <div className={css["left"]} hidden={wide}>
          <Tabs className={css["tabs"] ?? ""} selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
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
                <Survival report={report.data} onMend={() => setTab("texts")} />
              ) : report.error !== null ? (
                <ErrorNote failure={failureOf(report.error)} onRetry={() => void report.refetch()} />
              ) : (
                <p className={css["waiting"]} role="status">
                  {say("release.report.preparing")}
                </p>
              )}
            </TabPanel>
            <TabPanel id="texts" className={css["panel"] ?? ""}>
              <Texts year={year} />
            </TabPanel>
          </Tabs>
        </div>
        <Paper key={`${year}/${level}`} year={year} level={level} pages={report.data?.pages ?? null} wide={wide} onWide={setWide} />
      </div>
      {report.data !== undefined && <Leaving report={report.data} isOpen={leaving} onClose={() => setLeaving(false)} />}
    </Page>
  );
}
