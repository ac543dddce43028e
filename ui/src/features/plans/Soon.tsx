import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { go } from "../../screens.ts";
import { hourName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./soon.module.css";

/** How often it is asked what begins soon. */
const EVERY_MS = 20_000;

const openPlan = (plan: PlanItem) =>
  go(
    plan.kind === "visit"
      ? { at: "visit", planId: plan.id }
      : plan.kind === "session"
        ? { at: "programmes", planId: plan.id }
        : { at: "plans" },
  );

/** Over every screen: what begins soon, until it is closed or begun. */
export function Soon() {
  const soon = useQuery({ ...ask("Soon", {}), refetchInterval: EVERY_MS });
  const [closed, setClosed] = useState<readonly string[]>([]);
  const name = (plan: PlanItem) => `${plan.id} ${plan.start}`;
  const plans = (soon.data ?? []).filter((plan) => !closed.includes(name(plan)));
  const close = (plan: PlanItem) => setClosed([...closed, name(plan)]);
  if (plans.length === 0) return null;
  return (
    <section className={css["soon"]} aria-label={say("shell.soon.title")} aria-live="polite">
      <ul>
        {plans.map((plan) => (
          <li key={plan.id}>
            <span className="figure">{say("shell.soon.begins", { time: plan.start === null ? "" : hourName(plan.start) })}</span>
            <strong>{plan.title}</strong>
            <span className={css["place"]}>{[plan.org === plan.title ? null : plan.org, plan.ward].filter(Boolean).join(" ")}</span>
            <Button
              dense
              onPress={() => {
                close(plan);
                openPlan(plan);
              }}
            >
              {say("shell.soon.open")}
            </Button>
            <Button dense kind="quiet" label={say("shell.soon.close_of", { name: plan.title })} onPress={() => close(plan)}>
              {say("shell.close")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
