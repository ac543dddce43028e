import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { IsoDate, Today } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Columns, Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { addDays, fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { Deadlines, Gaps, Hours } from "./Attention.tsx";
import { EveningSheet } from "./EveningSheet.tsx";
import { Plans, Unrecorded } from "./Plans.tsx";
import { Tasks } from "./Tasks.tsx";
import css from "./today.module.css";

/** 今日: what happens, what comes next, whom to keep in mind. */
export function TodayScreen() {
  const [on, setOn] = useState<IsoDate | null>(null);
  const today = useQuery({ ...ask("Today", { on }), placeholderData: keepPreviousData });
  const people = useQuery(ask("CaseList", { filter: "", scope: "open", sort: "kana" }));
  return (
    <Answer of={today}>
      {(day) => (
        <Page
          fill
          title={fullDate(day.on)}
          sub={day.holiday === null ? undefined : <Chip>{day.holiday}</Chip>}
          actions={<Steps on={day.on} away={on !== null} onGo={setOn} />}
        >
          <div className={css["scroll"]}>
            {day.aim !== null && day.aim !== "" && (
              <p className={css["aim"]}>
                <span>{say("shell.today.aim")}</span>
                {day.aim}
              </p>
            )}
            {people.data?.total === 0 && nothingYet(day) ? <FirstDay /> : <Day day={day} />}
          </div>
          <Hours hours={day.hours} on={day.on} />
        </Page>
      )}
    </Answer>
  );
}

const nothingYet = (day: Today) => day.plans.length + day.unrecorded.length + day.tasks.length === 0;

function Steps({ on, away, onGo }: { on: IsoDate; away: boolean; onGo: (on: IsoDate | null) => void }) {
  const [evening, setEvening] = useState(false);
  return (
    <>
      {evening && <EveningSheet today={on} onClose={() => setEvening(false)} />}
      {!away && <Button onPress={() => setEvening(true)}>{say("shell.evening.title")}</Button>}
      <Button onPress={() => onGo(addDays(on, -1))}>{say("shell.today.previous")}</Button>
      <Button isDisabled={!away} onPress={() => onGo(null)}>
        {say("shell.today.this_day")}
      </Button>
      <Button onPress={() => onGo(addDays(on, 1))}>{say("shell.today.following")}</Button>
      <Button onPress={() => go({ at: "records", paper: "diary", on })}>{say("records.diary")}</Button>
    </>
  );
}

function Day({ day }: { day: Today }) {
  return (
    <Columns shape="wide-narrow">
      <div>
        <Plans plans={day.plans} />
        <Tasks tasks={day.tasks} on={day.on} />
      </div>
      <div>
        <Gaps gaps={day.gaps} />
        {day.unrecorded.length > 0 && <Unrecorded plans={day.unrecorded} />}
        <Deadlines deadlines={day.deadlines} />
      </div>
    </Columns>
  );
}

/** Before anybody is registered. */
function FirstDay() {
  return (
    <Empty sentence={say("shell.today.first_day")}>
      <div className={css["first"]}>
        <Button kind="primary" onPress={() => go({ at: "people", write: true })}>
          {say("shell.today.register")}
        </Button>
        <Button onPress={() => go({ at: "exchange" })}>{say("shell.first.start_import")}</Button>
      </div>
    </Empty>
  );
}
