import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Page } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { stay } from "../../screens.ts";
import { addDays, longDate, weekdayOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { PlanDetail } from "./PlanDetail.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { WeekGrid } from "./WeekGrid.tsx";

/** What the address asks for: a form, for a session, for a visit to one hospital. */
type Asked = { write: boolean; session: boolean; orgId: string | null };

/** A week: which ward on which day, and everything else that has a time. */
export function PlansScreen({ write, session, orgId }: Asked) {
  const today = useQuery(ask("Today", { on: null }));
  const settings = useQuery(ask("Settings", {}));
  return (
    <Answer of={today}>
      {(day) => (
        <Answer of={settings}>
          {(set) => <WeekScreen today={day.on} sundayFirst={set.week_starts === "sunday"} write={write} session={session} orgId={orgId} />}
        </Answer>
      )}
    </Answer>
  );
}

type Week = Asked & { today: string; sundayFirst: boolean };

function WeekScreen({ today, sundayFirst, write, session, orgId }: Week) {
  const thisWeek = addDays(today, -(sundayFirst ? weekdayOf(today) : (weekdayOf(today) + 6) % 7));
  const [from, setFrom] = useState(thisWeek);
  const [adding, setAdding] = useState<{ on: string; start: string | null } | null>(null);
  const [open, setOpen] = useState<PlanItem | null>(null);
  const week = useQuery({ ...ask("Week", { from }), placeholderData: keepPreviousData });
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
  const add = () => setAdding({ on: today, start: null });
  useKeys({
    E: add,
    "Mod+[": () => setFrom(addDays(from, -7)),
    "Mod+]": () => setFrom(addDays(from, 7)),
  });
  return (
    <Page
      fill
      title={say("work.plan.title")}
      sub={say("work.plan.week_of", { date: longDate(from) })}
      actions={
        <>
          <Button onPress={() => setFrom(addDays(from, -7))}>{say("work.plan.previous")}</Button>
          <Button onPress={() => setFrom(thisWeek)} isDisabled={from === thisWeek}>
            {say("work.plan.this_week")}
          </Button>
          <Button onPress={() => setFrom(addDays(from, 7))}>{say("work.plan.following")}</Button>
          <Button kind="primary" keys="E" onPress={add}>
            {say("work.plan.add")}
          </Button>
        </>
      }
    >
      <Answer of={week}>{(shown) => <WeekGrid week={shown} onOpen={setOpen} onAdd={(on) => setAdding({ on, start: null })} />}</Answer>
      {form !== null && (
        <PlanForm on={form.on} start={form.start} first={form.first} orgId={adding === null ? orgId : null} onClose={close} />
      )}
      {open !== null && <PlanDetail plan={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
