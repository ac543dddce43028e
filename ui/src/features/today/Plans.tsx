import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Count } from "../../parts/Count.tsx";
import { Section } from "../../parts/Page.tsx";
import { Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { hourName, shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { CancelPlan } from "./CancelPlan.tsx";
import css from "./today.module.css";

/** What is planned for the day, in order. */
export function Plans({ plans }: { plans: readonly PlanItem[] }) {
  const next = plans.find((plan) => plan.result === "planned" && (plan.kind === "visit" || plan.kind === "session"));
  return (
    <Section
      title={say("shell.today.plans")}
      aside={
        <Button kind="quiet" dense onPress={() => go({ at: "plans", write: true })}>
          {say("shell.today.plan_do")}
        </Button>
      }
    >
      {plans.length === 0 ? (
        <Empty sentence={say("shell.today.no_plans")} />
      ) : (
        <ul>
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} dated={false} next={plan === next} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Past plans whose result nobody wrote down: never dropped silently. */
export function Unrecorded({ plans }: { plans: readonly PlanItem[] }) {
  return (
    <Section title={say("shell.today.unrecorded")} aside={<span className="figure">{plans.length}</span>}>
      <ul>
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} dated next={false} />
        ))}
      </ul>
    </Section>
  );
}

function PlanRow({ plan, dated, next }: { plan: PlanItem; dated: boolean; next: boolean }) {
  const time =
    plan.start === null
      ? ""
      : plan.end === null
        ? hourName(plan.start)
        : say("shell.today.span", { start: hourName(plan.start), end: hourName(plan.end) });
  const place = [plan.org !== null && !plan.title.includes(plan.org) ? plan.org : null, plan.ward].filter(Boolean).join(" ");
  const no = plan.session_no === null ? "" : say("shell.today.session_no", { n: plan.session_no });
  return (
    <li className={css["row"]}>
      {!dated && <span className={`${css["when"]} figure`}>{time}</span>}
      <span className={css["what"]}>
        <span className={css["line"]}>
          {[plan.title, no].filter(Boolean).join(" ")}
          <Chip>{say(`shell.plan_kind.${plan.kind}`)}</Chip>
          {plan.result !== "planned" && <Chip kind="accent">{say(`shell.today.${plan.result}`)}</Chip>}
        </span>
        <span className={css["more"]}>
          {dated && <span className={css["date"]}>{[shortDay(plan.on), time].filter(Boolean).join(" ")}</span>}
          {place}
          <Persons plan={plan} />
        </span>
      </span>
      <PlanActs plan={plan} next={next} />
    </li>
  );
}

/** How many are to be met, a press away from who they are. */
function Persons({ plan }: { plan: PlanItem }) {
  if (plan.persons === 0) return null;
  const words =
    plan.written === 0 ? say("shell.today.persons", { n: plan.persons }) : say("shell.today.written", { n: plan.persons, m: plan.written });
  if (plan.kind !== "visit" && plan.kind !== "session") return words;
  return (
    <Count onPress={() => go(plan.kind === "visit" ? { at: "visit", planId: plan.id } : { at: "programmes", planId: plan.id })}>
      {words}
    </Count>
  );
}

/** The one act that fits the plan; the next one is the act of the screen. */
function PlanActs({ plan, next }: { plan: PlanItem; next: boolean }) {
  const kind = next ? "primary" : "plain";
  const finish = useAct("FinishPlan");
  const [cancelling, setCancelling] = useState(false);
  if (plan.kind === "visit") {
    return (
      <Button dense kind={kind} onPress={() => go({ at: "visit", planId: plan.id })}>
        {plan.result === "done" ? say("shell.today.open") : plan.written > 0 ? say("shell.today.continue") : say("shell.today.start")}
      </Button>
    );
  }
  if (plan.kind === "session") {
    return (
      <Button dense kind={kind} onPress={() => go({ at: "programmes", planId: plan.id })}>
        {say("shell.today.attendance")}
      </Button>
    );
  }
  if (plan.result !== "planned") return null;
  return (
    <span className={css["acts"]}>
      <Button
        dense
        isDisabled={finish.isPending}
        onPress={() => finish.mutate({ plan_id: plan.id, result: "done", reason: "" })}
        label={`${plan.title} ${say("shell.today.done")}`}
      >
        {say("shell.today.done")}
      </Button>
      <Button
        dense
        kind="quiet"
        isDisabled={finish.isPending}
        onPress={() => setCancelling(true)}
        label={`${plan.title} ${say("shell.today.cancelled")}`}
      >
        {say("shell.today.cancelled")}
      </Button>
      {cancelling && <CancelPlan plan={plan} onClose={() => setCancelling(false)} />}
    </span>
  );
}
