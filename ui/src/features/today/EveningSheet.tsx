import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { keyName } from "../../parts/keys.ts";
import { Answer, Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { addDays, shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { CancelPlan } from "./CancelPlan.tsx";
import css from "./today.module.css";

/** 一日の終わり: everything that waits to be written down, one key each, until nothing is left. */
export function EveningSheet({ today, onClose }: { today: string; onClose: () => void }) {
  const evening = useQuery(ask("Evening", {}));
  const [cancelling, setCancelling] = useState<PlanItem | null>(null);
  const finish = useAct("FinishPlan");
  const move = useAct("MovePlan");
  const write = (plan: PlanItem) => {
    if (plan.kind !== "visit" && plan.kind !== "session") {
      finish.mutate({ plan_id: plan.id, result: "done", reason: "" });
      return;
    }
    onClose();
    go(plan.kind === "visit" ? { at: "visit", planId: plan.id } : { at: "programmes", planId: plan.id });
  };
  const tomorrow = (plan: PlanItem) => {
    const on = addDays(today, 1);
    move.mutate(
      { plan_id: plan.id, on, start: plan.start, end: plan.end },
      { onSuccess: () => showSaid(say("work.plan.moved", { day: shortDay(on), time: plan.start ?? "" }), true) },
    );
  };
  const acts = [write, setCancelling, tomorrow];
  return (
    <Dialog title={say("shell.evening.title")} isOpen onClose={onClose} width="wide">
      <Answer of={evening}>
        {({ plans, ahead, drafts }) => (
          <>
            {plans.length === 0 && drafts.length === 0 ? (
              <Empty sentence={say("shell.evening.nothing")} />
            ) : (
              <p>{say("shell.evening.what", { n: plans.length })}</p>
            )}
            <ul>
              {plans.map((plan, at) => {
                const places = plan.kind === "visit" || plan.kind === "session";
                return (
                  <li
                    key={plan.id}
                    className={css["row"]}
                    onKeyDown={(event) => {
                      const act = acts[Number(keyName(event)) - 1];
                      if (act === undefined) return;
                      event.preventDefault();
                      act(plan);
                    }}
                  >
                    <span className={css["what"]}>
                      <span className={css["line"]}>{plan.title}</span>
                      <span className={css["more"]}>
                        {[shortDay(plan.on), plan.start, plan.ward, plan.persons > 0 ? say("shell.today.persons", { n: plan.persons }) : ""]
                          .filter(Boolean)
                          .join("　")}
                      </span>
                    </span>
                    <span className={css["acts"]}>
                      <Button
                        dense
                        keys="1"
                        autoFocus={at === 0}
                        onPress={() => write(plan)}
                        label={`${plan.title} ${say("shell.evening.write")}`}
                      >
                        {places ? say("shell.evening.write") : say("shell.today.done")}
                      </Button>
                      <Button
                        dense
                        keys="2"
                        kind="quiet"
                        onPress={() => setCancelling(plan)}
                        label={`${plan.title} ${say("shell.today.cancelled")}`}
                      >
                        {say("shell.today.cancelled")}
                      </Button>
                      {plan.written === 0 && (
                        <Button
                          dense
                          keys="3"
                          kind="quiet"
                          onPress={() => tomorrow(plan)}
                          label={`${plan.title} ${say("shell.evening.tomorrow")}`}
                        >
                          {say("shell.evening.tomorrow")}
                        </Button>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
            {drafts.length > 0 && <p className={css["rest"]}>{say("shell.evening.drafts", { n: drafts.length })}</p>}
            {ahead > 0 && <p className={css["rest"]}>{say("shell.evening.ahead", { n: ahead })}</p>}
          </>
        )}
      </Answer>
      {cancelling !== null && <CancelPlan plan={cancelling} onClose={() => setCancelling(null)} />}
    </Dialog>
  );
}
