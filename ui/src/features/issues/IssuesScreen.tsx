import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { named, openRecords } from "../../house/box.ts";
import type { Issue } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Choice, Choices } from "../../parts/Choice.tsx";
import { Count } from "../../parts/Count.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { codeName } from "../../words/codes.ts";
import { fiscalYearName, fiscalYearOf, shortDate } from "../../words/dates.ts";
import { tagChoices, tagOptions, tagsUsed } from "../../words/tags.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./issues.module.css";

/** Observations of the everyday, one line each: the year's issues grow out of them. */
export function IssuesScreen() {
  const [tag, setTag] = useState("");
  const issues = useQuery(ask("Issues", {}));
  return (
    <Page title={say("work.issue.title")} sub={say("work.issue.sub")}>
      <div className={css["sheet"]}>
        <Entry choices={tagChoices(issues.data ?? [])} />
        <Answer of={issues}>
          {(all) => {
            if (all.length === 0) return <Empty sentence={say("work.issue.none")} />;
            return (
              <>
                <div className={css["filter"]}>
                  <Choice
                    label={say("work.issue.filter")}
                    dense
                    value={tag}
                    onChange={setTag}
                    options={[{ id: "", label: say("work.issue.all") }, ...tagOptions(tagsUsed(all))]}
                  />
                </div>
                <Years issues={tag === "" ? all : all.filter((one) => one.tags.includes(tag))} tag={tag} />
              </>
            );
          }}
        </Answer>
      </div>
    </Page>
  );
}

function Entry({ choices }: { choices: { id: string; label: string }[] }) {
  const sheet = useSheet("form/issue", { text: "", tags: [] as string[] });
  const note = useAct("NoteIssue");
  const { text } = sheet.values;
  const keep = () => {
    if (text.trim() !== "" && !note.isPending) note.mutate({ text, tags: sheet.values.tags }, { onSuccess: sheet.restart });
  };
  return (
    <div className={css["entry"]}>
      <Restored sheet={sheet} />
      <div className={css["line"]}>
        <LineEntry label={say("work.issue.label")} value={text} onChange={(next) => sheet.set({ text: next })} onEnter={keep} />
        <Button kind="primary" onPress={keep} isDisabled={text.trim() === "" || note.isPending}>
          {say("work.issue.add")}
        </Button>
      </div>
      {text.trim() !== "" && (
        <Choices
          label={say("work.issue.tags")}
          dense
          value={sheet.values.tags}
          onChange={(next) => sheet.set({ tags: next })}
          options={choices}
        />
      )}
    </div>
  );
}

/** Years that are shown until the others are asked for. */
const RECENT = 2;

function Years({ issues, tag }: { issues: readonly Issue[]; tag: string }) {
  const [all, setAll] = useState(false);
  const years = [...new Set(issues.map((one) => fiscalYearOf(one.on)))].sort((a, b) => b - a);
  const shown = all ? years : years.slice(0, RECENT);
  return (
    <>
      {shown.map((year) => {
        const these = issues.filter((one) => fiscalYearOf(one.on) === year);
        return (
          <Section
            key={year}
            title={fiscalYearName(year)}
            aside={
              <Count onPress={() => openRecords(["kind:issue", `period:fy${year}`, tag === "" ? "" : named("tag", tag)].join(" ").trim())}>
                {say("work.issue.count", { n: these.length })}
              </Count>
            }
          >
            <ul className={css["issues"]}>
              {these.map((one) => (
                <li key={one.id}>
                  <span className={`${css["day"]} figure`}>{shortDate(one.on)}</span>
                  <LinkedText text={one.text} mentions={one.mentions} />
                  <span className={css["tags"]}>
                    {one.tags.map((code) => sayCode("shell.tag", code)).join("・")}
                    {one.status !== "open" && <Chip kind="accent">{codeName("issue_status", one.status)}</Chip>}
                  </span>
                  <Discard kind="issue" id={one.id} name={one.text} inRow="over" />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      {shown.length < years.length && (
        <Button onPress={() => setAll(true)}>{say("work.issue.earlier", { n: years.length - shown.length })}</Button>
      )}
    </>
  );
}
