import { useState } from "react";
import { useSheet } from "../../house/draft.ts";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { TimeEntry } from "../../parts/TimeEntry.tsx";
import { say } from "../../words/words.ts";
import { OtherPlan } from "./OtherPlan.tsx";
import css from "./plans.module.css";
import { RepeatEntry } from "./RepeatEntry.tsx";
import { ONCE, repeatOf } from "./repeat.ts";
import { SessionPlan } from "./SessionPlan.tsx";
import { VisitPlan } from "./VisitPlan.tsx";
import type { When } from "./when.ts";

/** What can be planned. */
export type What = "visit" | "session" | "meeting" | "accompany" | "own";

type Props = { on: string; start: string | null; first: What; orgId: string | null; onClose: () => void };

/** One sheet to plan anything. */
export function PlanForm({ on, start, first, orgId, onClose }: Props) {
  const [what, setWhat] = useState<What>(first);
  const sheet = useSheet(`form/plan/when/${on}/${start ?? ""}`, { on: on as string | null, start, end: null as string | null, ...ONCE });
  const { on: day, start: from, end: to, ...repetition } = sheet.values;
  const when: When = { on: day, start: from, end: to, repeat: day === null ? null : repeatOf(day, repetition) };
  const done = () => {
    sheet.finish();
    onClose();
  };
  const kinds: What[] = ["visit", "session", "meeting", "accompany", "own"];
  return (
    <Dialog title={say("work.plan.add")} isOpen onClose={onClose} width="middle">
      <div className={css["form"]}>
        <Choice
          label={say("work.plan.what")}
          hideLabel
          value={what}
          onChange={setWhat}
          options={kinds.map((id) => ({ id, label: say(`work.plan.${id}`) }))}
        />
        <div className={css["when"]}>
          <DateEntry label={say("work.plan.on")} value={when.on} onChange={(next) => sheet.set({ on: next })} />
          <TimeEntry label={say("work.plan.start")} value={when.start} onChange={(next) => sheet.set({ start: next })} />
          <TimeEntry label={say("work.plan.end")} value={when.end} onChange={(next) => sheet.set({ end: next })} />
        </div>
        <RepeatEntry on={day} start={from} end={to} value={repetition} onChange={sheet.set} />
        {what === "visit" && <VisitPlan when={when} orgId={orgId} onDone={done} />}
        {what === "session" && <SessionPlan when={when} onDone={done} />}
        {what !== "visit" && what !== "session" && <OtherPlan key={what} kind={what} when={when} onDone={done} />}
      </div>
    </Dialog>
  );
}
