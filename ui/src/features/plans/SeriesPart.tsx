import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { PlanItem, SeriesScope } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./plans.module.css";

/** How much of a series a change is for; the plan alone unless somebody says more. */
export type Scope = "this" | SeriesScope;
const SCOPES: Scope[] = ["this", "following", "all"];

type Props = { plan: PlanItem; scope: Scope; onScope: (next: Scope) => void; onClose: () => void };

/** What a plan's series is, for how much of it a change is meant, and what stays as it is. */
export function SeriesPart({ plan, scope, onScope, onClose }: Props) {
  const page = useQuery(ask("SeriesPage", { plan_id: plan.id, scope: scope === "this" ? "following" : scope }));
  const stop = useAct("StopSeries");
  const sheet = page.data;
  if (sheet === undefined) return null;
  const end = () =>
    stop.mutate(
      { plan_id: plan.id, scope: scope === "all" ? "all" : "following" },
      {
        onSuccess: (n) => {
          showSaid(say("work.series.stopped", { n }), true);
          onClose();
        },
      },
    );
  return (
    <div className={css["series"]}>
      <p>
        {[sheet.words === "" ? say("work.series.ended") : sheet.words, say(`work.series.holidays_${sheet.holidays}`)].join("　")}
        {plan.apart === true && `　${say("work.series.apart")}`}
      </p>
      {plan.result === "planned" && (
        <Choice
          label={say("work.series.scope")}
          dense
          value={scope}
          onChange={onScope}
          options={SCOPES.map((id) => ({ id, label: say(`work.series.${id}`) }))}
        />
      )}
      {scope !== "this" && (
        <>
          <p>
            {say("work.series.ahead", { n: sheet.ahead })}
            {sheet.past > 0 && say("work.series.past", { n: sheet.past })}
          </p>
          {sheet.kept.length > 0 && (
            <div>
              <p>{say("work.series.kept")}</p>
              <ul>
                {sheet.kept.map((one) => (
                  <li key={one.id}>
                    {[shortDay(one.on), one.start, one.result === "cancelled" ? say("work.plan.cancelled") : say("work.series.moved_alone")]
                      .filter(Boolean)
                      .join("　")}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <Button dense kind="warn" onPress={end} isDisabled={stop.isPending}>
            {say("work.series.stop")}
          </Button>
        </>
      )}
    </div>
  );
}
