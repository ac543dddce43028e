import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { ActivityList } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { stay } from "../../screens.ts";
import { fiscalYearName, fiscalYearOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { ActivityForm } from "./ActivityForm.tsx";
import { ActivityLists } from "./ActivityLists.tsx";
import css from "./activities.module.css";

/** Half of the work is not casework: everything that belongs to no one person, by fiscal year. */
export function ActivitiesScreen({ write, on = null }: { write: boolean; on?: string | null }) {
  const today = useQuery(ask("Today", { on: null }));
  return <Answer of={today}>{(day) => <YearOfActivities today={day.on} on={on ?? day.on} write={write} />}</Answer>;
}

const sizeOf = (list: ActivityList) => list.activities.length + list.support.length + list.publications.length + list.loose.length;

/** Years back that can be chosen. */
const YEARS = [0, 1, 2, 3];

function YearOfActivities({ today, on, write }: { today: string; on: string; write: boolean }) {
  const lastYear = fiscalYearOf(today);
  const [year, setYear] = useState(fiscalYearOf(on));
  const years = [...new Set([...YEARS.map((n) => lastYear - n), year])];
  const [writing, setWriting] = useState(write);
  const list = useQuery(ask("Activities", { fiscal_year: year }));
  const close = () => {
    setWriting(false);
    if (write) stay({ at: "activities" });
  };
  const add = (
    <Button kind="primary" onPress={() => setWriting(true)}>
      {say("work.activity.add")}
    </Button>
  );
  return (
    <Page
      title={say("work.activity.title")}
      sub={say("work.activity.sub")}
      actions={
        <>
          <Select
            label={say("work.activity.year")}
            hideLabel
            value={String(year)}
            onChange={(id) => setYear(Number(id))}
            options={years.map((one) => ({ id: String(one), label: fiscalYearName(one) }))}
          />
          {add}
        </>
      }
    >
      <Answer of={list}>
        {(all) =>
          sizeOf(all) === 0 ? (
            <Empty sentence={say("work.activity.none")}>
              <FullYears years={YEARS.map((n) => lastYear - n).filter((one) => one !== year)} onChoose={setYear} />
            </Empty>
          ) : (
            <ActivityLists list={all} year={year} today={today} />
          )
        }
      </Answer>
      <ActivityForm isOpen={writing || write} today={today} onClose={close} />
    </Page>
  );
}

/** Other years that hold something, one press away. */
function FullYears({ years, onChoose }: { years: number[]; onChoose: (year: number) => void }) {
  const lists = useQueries({ queries: years.map((year) => ask("Activities", { fiscal_year: year })) });
  return (
    <div className={css["years"]}>
      {years.map((year, at) => {
        const list = lists[at]?.data;
        return list === undefined || sizeOf(list) === 0 ? null : (
          <Button key={year} onPress={() => onChoose(year)}>
            {say("work.activity.see_year", { year: fiscalYearName(year), n: sizeOf(list) })}
          </Button>
        );
      })}
    </div>
  );
}
