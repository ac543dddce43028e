import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Issue } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { codeName } from "../../words/codes.ts";
import { fiscalYearName, fiscalYearOf, shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./issues.module.css";

/** Observations of the everyday, one line each: the year's issues grow out of them. */
export function IssuesScreen() {
  const [text, setText] = useState("");
  const [tag, setTag] = useState("");
  const issues = useQuery(ask("Issues", {}));
  const note = useAct("NoteIssue");
  const keep = () => {
    if (text.trim() !== "") note.mutate({ text, tags: tag === "" ? [] : [tag] }, { onSuccess: () => setText("") });
  };
  return (
    <Page title={say("work.issue.title")} sub={say("work.issue.sub")}>
      <div className={css["entry"]}>
        <LineEntry label={say("work.issue.label")} value={text} onChange={setText} onEnter={keep} />
        <Button kind="primary" onPress={keep} isDisabled={text.trim() === "" || note.isPending}>
          {say("work.issue.add")}
        </Button>
      </div>
      <Answer of={issues}>
        {(all) => {
          if (all.length === 0) return <Empty sentence={say("work.issue.none")} />;
          const tags = [...new Set(all.flatMap((one) => one.tags))];
          const shown = tag === "" ? all : all.filter((one) => one.tags.includes(tag));
          return (
            <>
              <Choice
                label={say("work.issue.filter")}
                hideLabel
                dense
                value={tag}
                onChange={setTag}
                options={[{ id: "", label: say("work.issue.all") }, ...tags.map((one) => ({ id: one, label: one }))]}
              />
              <Years issues={shown} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function Years({ issues }: { issues: readonly Issue[] }) {
  const years = [...new Set(issues.map((one) => fiscalYearOf(one.on)))].sort((a, b) => b - a);
  return (
    <>
      {years.map((year) => (
        <section key={year} className={css["year"]}>
          <h2>{fiscalYearName(year)}</h2>
          <ul className={css["issues"]}>
            {issues
              .filter((one) => fiscalYearOf(one.on) === year)
              .map((one) => (
                <li key={one.id}>
                  <span className={`${css["day"]} figure`}>{shortDate(one.on)}</span>
                  <span className={css["text"]}>{one.text}</span>
                  <span className={css["tags"]}>
                    {one.tags.join("・")}
                    {one.status !== "open" && <Chip>{codeName("issue_status", one.status)}</Chip>}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
