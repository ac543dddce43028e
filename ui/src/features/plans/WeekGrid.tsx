import { type CSSProperties, useRef } from "react";
import { useAct } from "../../house/act.ts";
import type { PlanItem, Week } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { addDays, shortDate, shortDay, weekdayName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { PlanBlock, QUARTER } from "./PlanBlock.tsx";
import { minutesOf, placeDay, timeOf, USUAL_HOURS } from "./pack.ts";
import css from "./plans.module.css";

const DAY = 24 * 60;

type Props = { week: Week; onOpen: (plan: PlanItem) => void; onAdd: (on: string) => void };

/** A day, or the days of a week side by side. One flat list of items, so that an item moved to another day keeps the caret. */
export function WeekGrid({ week, onOpen, onAdd }: Props) {
  const move = useAct("MovePlan");
  const starts = week.items.flatMap((item) => minutesOf(item.start) ?? []);
  const ends = week.items.flatMap((item) => minutesOf(item.end) ?? []);
  const first = Math.min(USUAL_HOURS[0], ...starts.map((n) => Math.floor(n / 60)));
  const last = Math.max(USUAL_HOURS[1], ...ends.map((n) => Math.ceil(n / 60)));
  const hours = Array.from({ length: last - first }, (_, n) => first + n);
  const span = hours.length * 60;
  const untimed = week.items.filter((item) => item.start === null);
  const board = useRef<HTMLDivElement>(null);
  const scale = () => {
    const box = board.current?.getBoundingClientRect();
    return { day: (box?.width ?? 0) / week.days.length || 1, minute: (box?.height ?? 0) / span || 1 };
  };
  const shift = (plan: PlanItem, days: number, minutes: number, longer: number) => {
    const start = minutesOf(plan.start);
    const end = minutesOf(plan.end);
    if (plan.result !== "planned" || (minutes + longer !== 0 && start === null)) return;
    const on = addDays(plan.on, days);
    const time = start === null ? null : timeOf(Math.min(DAY - QUARTER, Math.max(0, start + minutes)));
    const until = longer === 0 ? end : Math.max((end ?? (start ?? 0) + 60) + longer, (start ?? 0) + QUARTER);
    move.mutate(
      { plan_id: plan.id, on, start: time, end: until === null ? null : timeOf(Math.min(DAY - 1, Math.max(0, until + minutes))) },
      {
        onSuccess: () => {
          const said = longer === 0 ? "work.plan.moved" : "work.plan.lengthened";
          showSaid(say(said, { day: shortDay(on), time: time ?? "", end: until === null ? "" : timeOf(Math.min(DAY - 1, until)) }), true);
        },
      },
    );
  };
  const column = (on: string) => week.days.findIndex((day) => day.on === on);
  return (
    <div className={css["week"]} style={{ "--hours": hours.length, "--days": week.days.length } as CSSProperties}>
      <div className={css["heads"]}>
        <span />
        {week.days.map((day) => (
          <button
            key={day.on}
            type="button"
            className={css["dayHead"]}
            data-today={day.today ? "" : undefined}
            data-weekday={day.holiday !== null || day.weekday === 7 ? "holiday" : day.weekday === 6 ? "saturday" : undefined}
            title={say("work.plan.add_on", { day: shortDay(day.on) })}
            onClick={() => onAdd(day.on)}
          >
            <span className="figure">{shortDate(day.on)}</span>
            <span>{weekdayName(day.on)}</span>
            {day.holiday !== null && <span className={css["holiday"]}>{day.holiday}</span>}
          </button>
        ))}
      </div>
      {untimed.length > 0 && (
        <div className={css["untimed"]}>
          <span className={css["hour"]}>{say("work.plan.all_day")}</span>
          {week.days.map((day) => (
            <div key={day.on} className={css["untimedDay"]}>
              {untimed
                .filter((item) => item.on === day.on)
                .map((item) => (
                  <PlanBlock key={item.id} item={item} onOpen={onOpen} onShift={shift} />
                ))}
            </div>
          ))}
        </div>
      )}
      <div className={css["scroll"]}>
        <div className={css["grid"]}>
          {hours.map((hour, row) => (
            <span key={hour} className={`${css["hour"]} figure`} style={{ gridRow: row + 1 }}>
              {hour}:00
            </span>
          ))}
          {week.days.map((day, at) => (
            <div key={day.on} className={css["lane"]} data-today={day.today ? "" : undefined} style={{ gridColumn: at + 2 }} />
          ))}
          <div className={css["items"]} ref={board}>
            {week.days.flatMap((day) =>
              placeDay(week.items.filter((item) => item.on === day.on)).map((one) => (
                <PlanBlock
                  key={one.item.id}
                  item={one.item}
                  onOpen={onOpen}
                  onShift={shift}
                  scale={scale}
                  style={{
                    left: `calc(${((column(day.on) + one.lane / one.lanes) / week.days.length) * 100}% + 2px)`,
                    width: `calc(${100 / week.days.length / one.lanes}% - 4px)`,
                    top: `${((one.start - first * 60) / span) * 100}%`,
                    height: `calc(${((one.end - one.start) / span) * 100}% - 2px)`,
                  }}
                />
              )),
            )}
          </div>
        </div>
      </div>
    </div>
  );
}
