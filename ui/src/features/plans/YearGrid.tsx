import type { PlanYearView } from "../../house/contract.gen.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { weekdayMark } from "./MonthGrid.tsx";
import css from "./views.module.css";

/** How full a day is, in four steps: none, one, two or three, more. */
const fullness = (plans: number): number => (plans === 0 ? 0 : plans === 1 ? 1 : plans <= 3 ? 2 : 3);

type Props = { year: PlanYearView; sundayFirst: boolean; onMonth: (first: string) => void; onDay: (on: string) => void };

/** A fiscal year, April to March: how many plans each month and each day has. */
export function YearGrid({ year, sundayFirst, onMonth, onDay }: Props) {
  return (
    <div className={css["year"]}>
      {year.months.map((month) => {
        const name = say("work.plan.month_name", { n: Number(month.first.slice(5, 7)) });
        const lead = ((month.days[0]?.weekday ?? 1) - (sundayFirst ? 0 : 1)) % 7;
        return (
          <section key={month.first} aria-label={name}>
            <button type="button" className={css["monthName"]} onClick={() => onMonth(month.first)}>
              <strong>{name}</strong>
              {month.plans > 0 && <span className="figure">{say("work.plan.month_count", { n: month.plans, m: month.visits })}</span>}
            </button>
            <div className={css["small"]}>
              {month.days.map((day, at) => (
                <button
                  key={day.on}
                  type="button"
                  tabIndex={-1}
                  className="figure"
                  style={at === 0 ? { gridColumnStart: lead + 1 } : undefined}
                  data-today={day.today ? "" : undefined}
                  data-weekday={weekdayMark(day, true)}
                  data-full={fullness(day.plans)}
                  title={[shortDay(day.on), day.holiday, say("work.plan.count", { n: day.plans })].filter(Boolean).join(" ")}
                  onClick={() => onDay(day.on)}
                >
                  {Number(day.on.slice(8))}
                </button>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
