import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { PlanItem, Week } from "../../house/contract.gen.ts";
import { Answer } from "../../parts/States.tsx";
import { fiscalYearOf } from "../../words/dates.ts";
import { Agenda } from "./Agenda.tsx";
import { MonthGrid } from "./MonthGrid.tsx";
import type { View } from "./view.ts";
import css from "./views.module.css";
import { WeekGrid } from "./WeekGrid.tsx";
import { YearGrid } from "./YearGrid.tsx";

type Props = {
  view: View;
  on: string;
  first: string;
  span: UseQueryResult<Week>;
  sundayFirst: boolean;
  onOpen: (plan: PlanItem) => void;
  onAdd: (on: string) => void;
  onSee: (view: View, on: string) => void;
};

/** The days of the schedule in the form that was chosen. */
export function ViewBody({ view, on, first, span, sundayFirst, onOpen, onAdd, onSee }: Props) {
  if (view === "year") return <Year on={on} sundayFirst={sundayFirst} onSee={onSee} />;
  return (
    <Answer of={span}>
      {(shown) => {
        if (view === "month")
          return (
            <div className={css["fill"]}>
              <MonthGrid month={shown} first={first} onOpen={onOpen} onDay={(day) => onSee("day", day)} />
            </div>
          );
        if (view === "list")
          return (
            <div className={css["fill"]}>
              <Agenda span={shown} onOpen={onOpen} />
            </div>
          );
        return <WeekGrid week={shown} onOpen={onOpen} onAdd={onAdd} />;
      }}
    </Answer>
  );
}

function Year({ on, sundayFirst, onSee }: Pick<Props, "on" | "sundayFirst" | "onSee">) {
  const year = useQuery(ask("PlanYear", { fiscal_year: fiscalYearOf(on) }));
  return (
    <div className={css["fill"]}>
      <Answer of={year}>
        {(shown) => (
          <YearGrid year={shown} sundayFirst={sundayFirst} onMonth={(month) => onSee("month", month)} onDay={(day) => onSee("day", day)} />
        )}
      </Answer>
    </div>
  );
}
