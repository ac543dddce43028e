import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage, TaskLine } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { codeName } from "../../words/codes.ts";
import { shortDate, shortFull } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

/** What comes next for this person, and until when. */
export function NextSteps({ person }: { person: CasePage }) {
  const sheet = useSheet(`form/task/${person.id}`, { text: "", due: null as string | null });
  const { text, due } = sheet.values;
  const today = useQuery(ask("Today", { on: null })).data?.on ?? null;
  const add = useAct("AddTask");
  const finish = useAct("FinishTask");
  const open = person.tasks.filter((task) => task.done_on === null);
  const keep = () => {
    if (text.trim() !== "") add.mutate({ case_id: person.id, text, due_on: due }, { onSuccess: sheet.restart });
  };
  return (
    <Section title={say("people.person.steps")}>
      {open.length === 0 && <p className={css["none"]}>{say("people.person.no_steps")}</p>}
      <ul className={css["steps"]}>
        {open.map((task) => (
          <li key={task.id}>
            <div className={css["stepLine"]}>
              <span>{task.text}</span>
              <Due task={task} />
              <Discard kind="task" id={task.id} name={task.text} inRow="over" />
            </div>
            <Button
              dense
              label={say("people.person.finish_of", { text: task.text })}
              isDisabled={today === null}
              onPress={() => finish.mutate({ task_id: task.id, done_on: today })}
            >
              {say("people.person.finish")}
            </Button>
          </li>
        ))}
        {latest(person.decisions).map((one) => (
          <li key={one.id} className={css["decision"]}>
            <span>
              {say("people.person.decision", {
                service: codeName("service", one.service),
                from: shortFull(one.from_on),
                to: one.to_on === null ? "" : shortFull(one.to_on),
              })}
            </span>
            {one.days_left !== null && (
              <span className={one.days_left < 0 ? css["over"] : css["due"]}>
                {one.days_left < 0 ? say("people.person.decision_over") : say("people.person.decision_left", { n: one.days_left })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={css["addStep"]}>
        <LineEntry
          label={say("people.person.add_step")}
          hideLabel
          placeholder={say("people.person.add_step")}
          value={text}
          onChange={(next) => sheet.set({ text: next })}
          onEnter={keep}
        />
        {text.trim() !== "" && (
          <>
            <DateEntry label={say("people.note.due")} value={due} onChange={(next) => sheet.set({ due: next })} />
            <Button onPress={keep} isDisabled={add.isPending}>
              {say("people.person.add_step_do")}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

/** A decision without an end outlasts every other. */
const FOREVER = "9999";

/** The newest decision of every service: an older one was renewed. */
const latest = (decisions: CasePage["decisions"]) =>
  decisions.filter((one) => !decisions.some((other) => other.service === one.service && (other.to_on ?? FOREVER) > (one.to_on ?? FOREVER)));

function Due({ task }: { task: TaskLine }) {
  if (task.due_on === null || task.days === null) return null;
  if (task.days < 0) return <span className={css["over"]}>{say("people.person.over", { n: -task.days })}</span>;
  return (
    <span className={css["due"]}>
      {shortDate(task.due_on)}　{task.days === 0 ? say("people.person.today") : say("people.person.left", { n: task.days })}
    </span>
  );
}
