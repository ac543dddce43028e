import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { stay } from "../../screens.ts";
import { fiscalYearName, fiscalYearOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { ActivityForm } from "./ActivityForm.tsx";
import { ActivityLists } from "./ActivityLists.tsx";

/** Half of the work is not casework: everything that belongs to no one person, by fiscal year. */
export function ActivitiesScreen({ write }: { write: boolean }) {
  const today = useQuery(ask("Today", { on: null }));
  return <Answer of={today}>{(day) => <YearOfActivities today={day.on} write={write} />}</Answer>;
}

function YearOfActivities({ today, write }: { today: string; write: boolean }) {
  const lastYear = fiscalYearOf(today);
  const [year, setYear] = useState(lastYear);
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
            options={[0, 1, 2].map((n) => ({ id: String(lastYear - n), label: fiscalYearName(lastYear - n) }))}
          />
          {add}
        </>
      }
    >
      <Answer of={list}>
        {(all) =>
          all.activities.length + all.support.length + all.publications.length + all.loose.length === 0 ? (
            <Empty sentence={say("work.activity.none")} />
          ) : (
            <ActivityLists list={all} />
          )
        }
      </Answer>
      <ActivityForm isOpen={writing || write} today={today} onClose={close} />
    </Page>
  );
}
