import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { PaperRequest, PlanItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Page } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { stay } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { PlanDetail } from "./PlanDetail.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { usePaper } from "./paper.ts";
import { ViewBody } from "./ViewBody.tsx";
import { headOf, nextOf, placeOf, VIEWS, type View } from "./view.ts";

/** What the address asks for: a form, for a session, for a visit to one hospital. */
type Asked = { write: boolean; session: boolean; orgId: string | null };

/** The schedule: a day, a week, a month, a fiscal year, or a list. */
export function PlansScreen({ write, session, orgId }: Asked) {
  const today = useQuery(ask("Today", { on: null }));
  const settings = useQuery(ask("Settings", {}));
  return (
    <Answer of={today}>
      {(day) => (
        <Answer of={settings}>
          {(set) => <Schedule today={day.on} sundayFirst={set.week_starts === "sunday"} write={write} session={session} orgId={orgId} />}
        </Answer>
      )}
    </Answer>
  );
}

type Props = Asked & { today: string; sundayFirst: boolean };

function Schedule({ today, sundayFirst, write, session, orgId }: Props) {
  const [view, setView] = useState<View>("week");
  const [on, setOn] = useState(today);
  const [adding, setAdding] = useState<{ on: string; start: string | null } | null>(null);
  const [open, setOpen] = useState<PlanItem | null>(null);
  const place = placeOf(view, on, sundayFirst);
  const span = useQuery({
    ...ask("Span", { from: place.from, to: place.to }),
    enabled: view !== "year",
    placeholderData: keepPreviousData,
  });
  // What was opened a moment before an undo arrived follows it.
  const shown = open && (span.data?.items.find((item) => item.id === open.id) ?? open);
  const print = usePaper();
  const paper: PaperRequest =
    view === "month" ? { paper: "month", of: place.first } : { paper: "schedule", from: place.from, to: place.last };
  const close = () => {
    setAdding(null);
    if (write) stay({ at: "plans" });
  };
  const form =
    adding !== null
      ? { ...adding, first: "visit" as const }
      : write
        ? { on: today, start: null, first: session ? ("session" as const) : ("visit" as const) }
        : null;
  const add = () => setAdding({ on: view === "day" ? on : today, start: null });
  const go = (steps: number) => setOn(nextOf(view, on, steps));
  const isNow = today >= place.from && today <= place.to;
  useKeys({ E: add, "Mod+[": () => go(-1), "Mod+]": () => go(1) });
  const travel = (span.data?.items ?? [])
    .filter((item) => item.result !== "cancelled")
    .reduce((sum, item) => sum + (item.travel_minutes ?? 0), 0);
  return (
    <Page
      fill
      title={say("work.plan.title")}
      sub={[headOf(view, on, place), view === "day" && travel > 0 ? say("work.plan.travel_sum", { n: travel }) : ""]
        .filter(Boolean)
        .join("　")}
      actions={
        <>
          <Choice
            label={say("work.plan.view")}
            hideLabel
            dense
            value={view}
            onChange={setView}
            options={VIEWS.map((id) => ({ id, label: say(`work.plan.view_${id}`) }))}
          />
          <Button dense onPress={() => go(-1)}>
            {say("work.plan.back")}
          </Button>
          <Button dense onPress={() => setOn(today)} isDisabled={isNow}>
            {say("work.plan.now")}
          </Button>
          <Button dense onPress={() => go(1)}>
            {say("work.plan.on_from_here")}
          </Button>
          {view !== "year" && (
            <Button dense onPress={() => print.mutate(paper)} isDisabled={print.isPending}>
              {say("work.plan.print")}
            </Button>
          )}
          <Button kind="primary" keys="E" onPress={add}>
            {say("work.plan.add")}
          </Button>
        </>
      }
    >
      <ViewBody
        view={view}
        on={on}
        first={place.first}
        span={span}
        sundayFirst={sundayFirst}
        onOpen={setOpen}
        onAdd={(day) => setAdding({ on: day, start: null })}
        onSee={(next, day) => {
          setView(next);
          setOn(day);
        }}
      />
      {form !== null && (
        <PlanForm on={form.on} start={form.start} first={form.first} orgId={adding === null ? orgId : null} onClose={close} />
      )}
      {shown !== null && <PlanDetail plan={shown} onClose={() => setOpen(null)} />}
    </Page>
  );
}
