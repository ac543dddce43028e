import { type KeyboardEvent, useRef } from "react";
import type { Day, PlanItem, Week } from "../../house/contract.gen.ts";
import { addDays, hourName, shortDay, weekdayName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./views.module.css";

/** How many plans a day of the month shows; the rest is behind its number. */
const SHOWN = 4;

type Props = {
  month: Week;
  /** First day of the month that is meant; days of others are dimmed. */
  first: string;
  onOpen: (plan: PlanItem) => void;
  onDay: (on: string) => void;
};

/** A month as it hangs on the wall. Arrows go from day to day. */
export function MonthGrid({ month, first, onOpen, onDay }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const weeks = Array.from({ length: Math.ceil(month.days.length / 7) }, (_, n) => month.days.slice(n * 7, n * 7 + 7));
  const current = month.days.find((day) => day.today && day.on.slice(0, 7) === first.slice(0, 7))?.on ?? first;
  const walk = (event: KeyboardEvent<HTMLButtonElement>, on: string) => {
    const step: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const days = step[event.key];
    if (days === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = table.current?.querySelector<HTMLButtonElement>(`[data-day="${addDays(on, days)}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <table className={css["month"]} ref={table}>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day.on} scope="col" data-weekday={weekdayMark(day, false)}>
              {weekdayName(day.on)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((day) => {
              const items = month.items.filter((item) => item.on === day.on);
              return (
                <td
                  key={day.on}
                  data-today={day.today ? "" : undefined}
                  data-other={day.on.slice(0, 7) === first.slice(0, 7) ? undefined : ""}
                >
                  <button
                    type="button"
                    className={css["date"]}
                    data-day={day.on}
                    data-weekday={weekdayMark(day, true)}
                    tabIndex={day.on === current ? 0 : -1}
                    aria-label={[shortDay(day.on), day.holiday, say("work.plan.count", { n: items.length })].filter(Boolean).join(" ")}
                    onClick={() => onDay(day.on)}
                    onKeyDown={(event) => walk(event, day.on)}
                  >
                    <span className="figure">{Number(day.on.slice(8))}</span>
                    {day.holiday !== null && <span className={css["holiday"]}>{day.holiday}</span>}
                  </button>
                  <ul>
                    {items.slice(0, items.length > SHOWN ? SHOWN - 1 : SHOWN).map((item) => (
                      <li key={item.id}>
                        <button
                          type="button"
                          className={css["entry"]}
                          data-kind={item.kind}
                          data-result={item.result}
                          onClick={() => onOpen(item)}
                        >
                          {item.start !== null && <span className="figure">{hourName(item.start)}</span>} {item.title}
                        </button>
                      </li>
                    ))}
                    {items.length > SHOWN && <li className={css["rest"]}>{say("work.plan.rest", { n: items.length - SHOWN + 1 })}</li>}
                  </ul>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sundays and holidays, and Saturdays, have their own colour and their name. */
export const weekdayMark = (day: Pick<Day, "weekday" | "holiday">, holidays: boolean): string | undefined =>
  day.weekday === 7 || (holidays && day.holiday !== null) ? "holiday" : day.weekday === 6 ? "saturday" : undefined;
