import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { IsoDate, TaskLine } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Name } from "../../parts/Name.tsx";
import { Section } from "../../parts/Page.tsx";
import { Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { DaysLeft } from "./Attention.tsx";
import css from "./today.module.css";

/** 次の一手 that are due, and one line to add another. */
export function Tasks({ tasks, on }: { tasks: readonly TaskLine[]; on: IsoDate }) {
  const [text, setText] = useState("");
  const add = useAct("AddTask");
  const finish = useAct("FinishTask");
  // The screen may show another day; a step is done on the real one.
  const now = useQuery(ask("Today", { on: null })).data?.on ?? null;
  const write = () => {
    if (text.trim() === "" || add.isPending) return;
    add.mutate({ case_id: null, text, due_on: on }, { onSuccess: () => setText("") });
  };
  return (
    <Section title={say("shell.today.tasks")}>
      {tasks.length === 0 && <Empty sentence={say("shell.today.no_tasks")} />}
      <ul>
        {tasks.map((task) => (
          <li key={task.id} className={css["row"]} data-done={task.done_on === null ? undefined : ""}>
            <span className={`${css["when"]} figure`}>{task.due_on === null ? "" : shortDay(task.due_on)}</span>
            <span className={css["what"]}>
              <span className={css["line"]}>{task.text}</span>
              <span className={css["more"]}>
                {task.case_name !== null && task.case_id !== null && <PersonLink caseId={task.case_id} name={task.case_name} />}
                {task.days !== null && task.done_on === null && <DaysLeft days={task.days} />}
              </span>
            </span>
            <Discard kind="task" id={task.id} name={task.text} inRow="beside" />
            {task.done_on !== null ? (
              <Chip kind="accent">{say("shell.today.done")}</Chip>
            ) : (
              <Button
                dense
                label={say("shell.today.finish_of", { text: task.text })}
                isDisabled={finish.isPending || now === null}
                onPress={() =>
                  finish.mutate(
                    { task_id: task.id, done_on: now },
                    { onSuccess: () => showSaid(say("shell.today.finished", { text: task.text }), true) },
                  )
                }
              >
                {say("shell.today.finish")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={css["add"]}>
        <LineEntry
          label={say("shell.today.add_task")}
          hideLabel
          placeholder={say("shell.today.add_task_label")}
          value={text}
          onChange={setText}
          onEnter={write}
        />
      </div>
    </Section>
  );
}

function PersonLink({ caseId, name }: { caseId: string; name: string }) {
  return (
    <button type="button" className={css["person"]} onClick={() => go({ at: "people", caseId })}>
      <Name name={name} />
    </button>
  );
}
