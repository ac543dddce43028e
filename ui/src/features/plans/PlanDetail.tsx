import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { TimeEntry } from "../../parts/TimeEntry.tsx";
import { go } from "../../screens.ts";
import { fullDate, hourName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./plans.module.css";
import { RoundPaper } from "./RoundPaper.tsx";
import { type Scope, SeriesPart } from "./SeriesPart.tsx";

/** Under which kind a plan goes into the bin. */
const binKind = (plan: PlanItem) => (plan.kind === "visit" || plan.kind === "session" ? plan.kind : "appointment");

/** One plan: begin it, move it, finish it, or say why it does not happen. */
export function PlanDetail({ plan, onClose }: { plan: PlanItem; onClose: () => void }) {
  const [cancelling, setCancelling] = useState(false);
  const [scope, setScope] = useState<Scope>("this");
  const sheet = useSheet(`form/plan/${plan.id}`, {
    on: plan.on as string | null,
    start: plan.start,
    end: plan.end,
    reason: plan.reason ?? "",
  });
  const { on, start, end, reason } = sheet.values;
  const move = useAct("MovePlan", { refusals: "here" });
  const finish = useAct("FinishPlan", { refusals: "here" });
  const change = useAct("ChangeSeries", { refusals: "here" });
  const remove = useAct("RemovePlan", { refusals: "here" });
  const waiting = plan.result === "planned";
  const places = plan.kind === "visit" || plan.kind === "session";
  const moved = on !== plan.on || start !== plan.start || end !== plan.end;
  const failure = move.error ?? finish.error ?? change.error ?? remove.error;
  const begin = () => {
    onClose();
    if (plan.kind === "visit") go({ at: "visit", planId: plan.id });
    else go({ at: "programmes", planId: plan.id });
  };
  const shift = () => {
    if (on === null) return;
    const moved = { plan_id: plan.id, on, start, end };
    if (scope === "this") move.mutate(moved, recorded(sheet, onClose));
    else
      change.mutate(
        { ...moved, scope, rule: null, holidays: null, title: null, ward: null, travel_minutes: null, case_ids: null },
        recorded(sheet, onClose),
      );
  };
  const cancel = () => {
    if (reason.trim() === "") return;
    finish.mutate({ plan_id: plan.id, result: "cancelled", reason }, recorded(sheet, onClose));
  };
  return (
    <Dialog
      title={plan.title}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        cancelling ? (
          <>
            <Button onPress={() => setCancelling(false)}>{say("shell.back")}</Button>
            <Button kind="warn" onPress={cancel} isDisabled={reason.trim() === "" || finish.isPending}>
              {say("work.plan.cancel_keep")}
            </Button>
          </>
        ) : (
          <>
            {waiting && scope === "this" && (
              <>
                {plan.series_id !== undefined && (
                  <Button kind="quiet" onPress={() => remove.mutate({ plan_id: plan.id }, recorded(sheet, onClose))}>
                    {say("work.plan.remove")}
                  </Button>
                )}
                <Button kind="warn" onPress={() => setCancelling(true)}>
                  {say("work.plan.cancel")}
                </Button>
              </>
            )}
            {waiting && moved ? (
              <Button kind="primary" isDisabled={on === null || move.isPending || change.isPending} onPress={shift}>
                {say("work.plan.move")}
              </Button>
            ) : places && plan.result !== "cancelled" ? (
              <Button kind="primary" onPress={begin} autoFocus>
                {plan.kind === "visit"
                  ? say(waiting ? "work.plan.open_visit" : "work.plan.see_visit")
                  : say(waiting ? "work.plan.open_session" : "work.plan.see_session")}
              </Button>
            ) : (
              waiting && (
                <Button
                  kind="primary"
                  onPress={() => finish.mutate({ plan_id: plan.id, result: "done", reason: "" }, recorded(sheet, onClose))}
                >
                  {say("work.plan.done")}
                </Button>
              )
            )}
          </>
        )
      }
    >
      <div className={css["form"]}>
        <Restored sheet={sheet} />
        <p>
          {[
            say(`work.plan.${plan.kind}`),
            fullDate(plan.on),
            [plan.start, plan.end]
              .filter((time) => time !== null)
              .map(hourName)
              .join("〜"),
            plan.org === plan.title ? "" : plan.org,
            plan.ward,
            plan.persons > 0 ? say("work.plan.persons", { n: plan.persons }) : "",
          ]
            .filter(Boolean)
            .join("　")}
        </p>
        {waiting && !cancelling && (
          <div className={css["when"]}>
            <DateEntry label={say("work.plan.on")} value={on} onChange={(next) => sheet.set({ on: next })} />
            <TimeEntry label={say("work.plan.start")} value={start} onChange={(next) => sheet.set({ start: next })} />
            <TimeEntry label={say("work.plan.end")} value={end} onChange={(next) => sheet.set({ end: next })} />
          </div>
        )}
        {plan.series_id !== undefined && !cancelling && <SeriesPart plan={plan} scope={scope} onScope={setScope} onClose={onClose} />}
        {plan.kind === "visit" && waiting && !cancelling && <RoundPaper planId={plan.id} />}
        {plan.clash !== undefined && <p className={css["clash"]}>{say(`work.plan.${plan.clash}_long`)}</p>}
        {plan.result === "cancelled" && <p>{[say("work.plan.cancelled"), plan.reason].filter(Boolean).join("　")}</p>}
        {cancelling && (
          <LineEntry
            label={say("work.plan.reason")}
            hint={say("work.plan.reason_hint")}
            value={reason}
            onChange={(next) => sheet.set({ reason: next })}
            onEnter={cancel}
            autoFocus
          />
        )}
        {failure !== null && <ErrorNote failure={failure} />}
        {!cancelling && plan.series_id === undefined && (
          <div>
            <Discard kind={binKind(plan)} id={plan.id} name={plan.title} onDone={recorded(sheet, onClose).onSuccess} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
