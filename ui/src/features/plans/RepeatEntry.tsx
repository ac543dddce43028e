import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { HolidayRule, Repeat } from "../../house/contract.gen.ts";
import { Refusal } from "../../house/transport.ts";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./plans.module.css";
import { type Ending, type Every, everyOptions, type Repetition, repeatOf } from "./repeat.ts";

type Props = {
  on: string | null;
  start: string | null;
  end: string | null;
  value: Repetition;
  onChange: (change: Partial<Repetition>) => void;
};

const MOST = 400;

/** How a plan comes back, with the days that this means. */
export function RepeatEntry({ on, start, end, value, onChange }: Props) {
  if (on === null) return null;
  const options = everyOptions(on);
  const every = options.some((one) => one.id === value.every) ? value.every : "once";
  const repeat = repeatOf(on, { ...value, every });
  const endings: Ending[] = ["endless", "until", "count"];
  return (
    <div className={css["repeat"]}>
      <Fields columns={2}>
        <Select<Every> label={say("work.repeat.label")} value={every} onChange={(next) => onChange({ every: next })} options={options} />
        {repeat !== null && (
          <Select<HolidayRule>
            label={say("work.repeat.holidays")}
            value={value.holidays}
            onChange={(next) => onChange({ holidays: next })}
            options={codeOptions("holiday_rule") as { id: HolidayRule; label: string }[]}
          />
        )}
      </Fields>
      {repeat !== null && (
        <>
          <Fields columns={2}>
            <Select<Ending>
              label={say("work.repeat.ending")}
              value={value.ending}
              onChange={(next) => onChange({ ending: next })}
              options={endings.map((id) => ({ id, label: say(`work.repeat.${id}`) }))}
            />
            {value.ending === "until" && (
              <DateEntry label={say("work.repeat.until_on")} value={value.until} onChange={(next) => onChange({ until: next })} />
            )}
            {value.ending === "count" && (
              <NumberEntry
                label={say("work.repeat.times")}
                value={value.count}
                onChange={(next) => onChange({ count: next })}
                unit={say("work.repeat.times_unit")}
                max={MOST}
              />
            )}
          </Fields>
          <Preview repeat={repeat} on={on} start={start} end={end} />
        </>
      )}
    </div>
  );
}

/** The next days of a rule: which are shifted or left out, and why, and what is already planned then. */
export function Preview({ repeat, on, start, end }: { repeat: Repeat; on: string; start: string | null; end: string | null }) {
  const view = useQuery(ask("RulePreview", { ...repeat, on, start, end, org_id: null }));
  if (view.error instanceof Refusal) return <ErrorNote failure={view.error} />;
  if (view.data === undefined) return null;
  const { words, dates, more } = view.data;
  return (
    <div className={css["preview"]}>
      <p>
        <strong>{words}</strong>
      </p>
      <ul aria-label={say("work.repeat.next")}>
        {dates.map((date) => {
          const why = date.why === null ? "" : date.why;
          const said =
            date.on === null
              ? say("work.repeat.left_out", { day: shortDay(date.due), why })
              : date.on === date.due
                ? shortDay(date.on)
                : say("work.repeat.shifted", { day: shortDay(date.on), from: shortDay(date.due), why });
          return (
            <li key={date.due} data-out={date.on === null ? "" : undefined}>
              {said}
              {date.on === date.due && why !== "" && <span className={css["why"]}>{why}</span>}
              {date.clash !== null && <span className={css["clash"]}>{say(`work.plan.${date.clash}`)}</span>}
            </li>
          );
        })}
        {more && <li>{say("work.repeat.more")}</li>}
      </ul>
    </div>
  );
}
