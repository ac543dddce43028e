import type { NextStep } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";

/** Something that was decided: what, who, until when. */
export type Assigned = { key: number; text: string; owner: string; due: string | null };

/** The same as next steps; what has no words is left out. */
export const toldTasks = (tasks: readonly Assigned[]): NextStep[] =>
  tasks.filter((one) => one.text.trim() !== "").map((one) => ({ text: one.text, due_on: one.due, owner: one.owner }));

/** Decisions that become next steps, each with somebody who does it and a day. */
export function AssignedTasks({ tasks, onChange }: { tasks: readonly Assigned[]; onChange: (tasks: Assigned[]) => void }) {
  const put = (key: number, change: Partial<Assigned>) => onChange(tasks.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const next = tasks.reduce((most, one) => Math.max(most, one.key + 1), 0);
  return (
    <fieldset className={css["more"]}>
      <legend>{say("work.activity.tasks")}</legend>
      {tasks.map((one) => (
        <div key={one.key} className={css["task"]}>
          <LineEntry
            label={say("work.activity.task")}
            value={one.text}
            onChange={(text) => put(one.key, { text })}
            autoFocus={one.text === ""}
          />
          <LineEntry
            label={say("work.activity.task_owner")}
            placeholder={say("work.activity.task_owner_hint")}
            value={one.owner}
            onChange={(owner) => put(one.key, { owner })}
          />
          <DateEntry label={say("work.activity.task_due")} value={one.due} onChange={(due) => put(one.key, { due })} />
          <Button
            kind="quiet"
            dense
            label={say("work.activity.task_remove", { text: one.text })}
            onPress={() => onChange(tasks.filter((each) => each.key !== one.key))}
          >
            {say("work.programme.leave_out")}
          </Button>
        </div>
      ))}
      <Button dense onPress={() => onChange([...tasks, { key: next, text: "", owner: "", due: null }])}>
        {say("work.activity.task_add")}
      </Button>
    </fieldset>
  );
}
