import type { CSSProperties } from "react";
import { useAct } from "../../house/act.ts";
import type { PlanItem, Week } from "../../house/contract.gen.ts";
import { announce } from "../../house/notices.ts";
import { keyName } from "../../parts/keys.ts";
import { addDays, shortDate, shortDay, weekdayName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { minutesOf, placeDay, timeOf, USUAL_HOURS } from "./pack.ts";
import css from "./plans.module.css";

const QUARTER = 15;
const DAY = 24 * 60;

type Props = { week: Week; onOpen: (plan: PlanItem) => void; onAdd: (on: string) => void };

/** Seven days side by side. One flat list of items, so that an item moved to another day keeps the caret. */
export function WeekGrid({ week, onOpen, onAdd }: Props) {
  const move = useAct("MovePlan");
  const starts = week.items.flatMap((item) => minutesOf(item.start) ?? []);
  const ends = week.items.flatMap((item) => minutesOf(item.end) ?? []);
  const first = Math.min(USUAL_HOURS[0], ...starts.map((n) => Math.floor(n / 60)));
  const last = Math.max(USUAL_HOURS[1], ...ends.map((n) => Math.ceil(n / 60)));
  const hours = Array.from({ length: last - first }, (_, n) => first + n);
  const span = hours.length * 60;
  const untimed = week.items.filter((item) => item.start === null);
  const shift = (plan: PlanItem, days: number, minutes: number) => {
    const start = minutesOf(plan.start);
    const end = minutesOf(plan.end);
    if (plan.result !== "planned" || (minutes !== 0 && start === null)) return;
    const on = addDays(plan.on, days);
    const time = start === null ? null : timeOf(Math.min(DAY - QUARTER, Math.max(0, start + minutes)));
    move.mutate(
      { plan_id: plan.id, on, start: time, end: end === null ? null : timeOf(Math.min(DAY - 1, Math.max(0, end + minutes))) },
      { onSuccess: () => announce(say("work.plan.moved", { day: shortDay(on), time: time ?? "" })) },
    );
  };
  const column = (on: string) => week.days.findIndex((day) => day.on === on);
  return (
    <div className={css["week"]} style={{ "--hours": hours.length } as CSSProperties}>
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
                  <Item key={item.id} item={item} onOpen={onOpen} onShift={shift} />
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
          <div className={css["items"]}>
            {week.days.flatMap((day) =>
              placeDay(week.items.filter((item) => item.on === day.on)).map((one) => (
                <Item
                  key={one.item.id}
                  item={one.item}
                  onOpen={onOpen}
                  onShift={shift}
                  style={{
                    left: `calc(${((column(day.on) + one.lane / one.lanes) / 7) * 100}% + 2px)`,
                    width: `calc(${100 / 7 / one.lanes}% - 4px)`,
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

/** How many lines its time and title may take: an hour has room for two. */
const linesOf = (item: PlanItem): number => {
  const start = minutesOf(item.start);
  const end = minutesOf(item.end);
  const length = start === null ? 60 : (end ?? start + 60) - start;
  return length <= 30 ? 1 : length < 90 ? 2 : 3;
};

type ItemProps = {
  item: PlanItem;
  onOpen: (plan: PlanItem) => void;
  onShift: (plan: PlanItem, days: number, minutes: number) => void;
  style?: CSSProperties;
};

function Item({ item, onOpen, onShift, style }: ItemProps) {
  const state = item.result === "done" ? say("work.plan.recorded") : item.result === "cancelled" ? say("work.plan.cancelled") : "";
  const persons = item.kind === "visit" && item.persons > 0 ? say("work.plan.persons", { n: item.persons }) : "";
  const place = item.org !== null && !item.title.includes(item.org) ? item.org : "";
  const more = [state, item.ward, persons, place].filter((part) => part !== null && part !== "");
  return (
    <button
      type="button"
      className={css["item"]}
      data-kind={item.kind}
      data-result={item.result}
      style={{ ...style, "--lines": linesOf(item) } as CSSProperties}
      title={[item.start, item.title, ...more].filter(Boolean).join(" ")}
      onClick={() => onOpen(item)}
      onKeyDown={(event) => {
        const step: Record<string, [number, number]> = {
          "Alt+ArrowLeft": [-1, 0],
          "Alt+ArrowRight": [1, 0],
          "Alt+ArrowUp": [0, -QUARTER],
          "Alt+ArrowDown": [0, QUARTER],
        };
        const [days, minutes] = step[keyName(event) ?? ""] ?? [0, 0];
        if (days === 0 && minutes === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onShift(item, days, minutes);
      }}
    >
      <span className={css["line"]} data-tall={linesOf(item) > 2 ? "" : undefined}>
        {item.start !== null && <span className={`${css["time"]} figure`}>{item.start}</span>}
        <span className={css["title"]}>{item.title}</span>
      </span>
      {more.length > 0 && <span className={css["more"]}>{more.join("　")}</span>}
    </button>
  );
}
