import { useState } from "react";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { TimeEntry } from "../../parts/TimeEntry.tsx";
import { say } from "../../words/words.ts";
import { OtherPlan } from "./OtherPlan.tsx";
import css from "./plans.module.css";
import { SessionPlan } from "./SessionPlan.tsx";
import { VisitPlan } from "./VisitPlan.tsx";

/** What can be planned. */
export type What = "visit" | "session" | "meeting" | "accompany" | "own";
/** When it is, as the kinds of plans share it. */
export type When = { on: string | null; start: string | null; end: string | null };

type Props = { on: string; start: string | null; first: What; orgId: string | null; onClose: () => void };

/** One sheet to plan anything. */
export function PlanForm({ on, start, first, orgId, onClose }: Props) {
  const [what, setWhat] = useState<What>(first);
  const [when, setWhen] = useState<When>({ on, start, end: null });
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
          <DateEntry label={say("work.plan.on")} value={when.on} onChange={(next) => setWhen({ ...when, on: next })} />
          <TimeEntry label={say("work.plan.start")} value={when.start} onChange={(next) => setWhen({ ...when, start: next })} />
          <TimeEntry label={say("work.plan.end")} value={when.end} onChange={(next) => setWhen({ ...when, end: next })} />
        </div>
        {what === "visit" && <VisitPlan when={when} orgId={orgId} onDone={onClose} />}
        {what === "session" && <SessionPlan when={when} onDone={onClose} />}
        {what !== "visit" && what !== "session" && <OtherPlan key={what} kind={what} when={when} onDone={onClose} />}
      </div>
    </Dialog>
  );
}
