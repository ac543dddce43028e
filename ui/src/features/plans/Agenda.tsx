import type { PlanItem, Week } from "../../house/contract.gen.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Empty } from "../../parts/States.tsx";
import { fullDate, hourName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { weekdayMark } from "./MonthGrid.tsx";
import css from "./views.module.css";

/** The plans of some weeks as a list, day after day; days without plans are left out. */
export function Agenda({ span, onOpen }: { span: Week; onOpen: (plan: PlanItem) => void }) {
  const days = span.days.filter((day) => span.items.some((item) => item.on === day.on));
  if (days.length === 0) return <Empty sentence={say("work.plan.none")} />;
  return (
    <div className={css["agenda"]}>
      {days.map((day) => (
        <section key={day.on} aria-label={fullDate(day.on)}>
          <h2 data-weekday={weekdayMark(day, true)} data-today={day.today ? "" : undefined}>
            {fullDate(day.on)} {day.holiday !== null && <span className={css["holiday"]}>{day.holiday}</span>}
          </h2>
          <ul>
            {span.items
              .filter((item) => item.on === day.on)
              .map((item) => (
                <li key={item.id}>
                  <button type="button" className={css["row"]} data-result={item.result} onClick={() => onOpen(item)}>
                    <span className={`${css["when"]} figure`}>
                      {[item.start, item.end]
                        .filter((time) => time !== null)
                        .map(hourName)
                        .join("〜") || say("work.plan.all_day")}
                    </span>
                    <span>{item.title}</span>
                    <span className={css["more"]}>
                      {[item.org !== null && !item.title.includes(item.org) ? item.org : "", item.ward].filter(Boolean).join(" ")}
                    </span>
                    {item.series_id !== undefined && <Chip>{say("work.series.mark")}</Chip>}
                    {item.clash !== undefined && <Chip kind="warn">{say(`work.plan.${item.clash}`)}</Chip>}
                    {item.result === "cancelled" && <Chip>{say("work.plan.cancelled")}</Chip>}
                    {item.result === "done" && <Chip kind="accent">{say("work.plan.recorded")}</Chip>}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
