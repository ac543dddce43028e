import { CalendarDate, createCalendar, GregorianCalendar, parseDate } from "@internationalized/date";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components/Calendar";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Popover } from "react-aria-components/Popover";
import { TextField } from "react-aria-components/TextField";
import { ask, askOnce } from "../house/ask.ts";
import type { PartialDate } from "../house/contract.gen.ts";
import { Refusal } from "../house/transport.ts";
import { fullDate, weekdayOf } from "../words/dates.ts";
import { currentLanguage, say } from "../words/words.ts";
import css from "./DateEntry.module.css";
import entry from "./entry.module.css";
import { FieldFrame, type FieldProps, useHint } from "./Field.tsx";
import { isOwnEnter, keyName, pressAgain } from "./keys.ts";

type Props = FieldProps & {
  value: PartialDate | null;
  onChange: (value: PartialDate | null) => void;
  /** `day`: only a whole day will do. `any`: 昭和54年 or 1979-09 will do too. */
  precision?: "day" | "any";
  isDisabled?: boolean;
};

/** A date, typed as people write it (`11/2`, `R8.11.2`, `s150305`, きのう, +7), read by the house and echoed in full. */
export function DateEntry({ value, onChange, precision = "day", isDisabled = false, ...field }: Props) {
  const [text, setText] = useState(value === null ? "" : fullDate(value));
  const [note, setNote] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    setText(value === null ? "" : fullDate(value));
    setNote(null);
    setWrong(null);
  }, [value]);

  const settle = (date: PartialDate | null, said: string | null) => {
    shown.current = date;
    setText(date === null ? "" : fullDate(date));
    setNote(said);
    setWrong(null);
    if (date !== value) onChange(date);
  };
  /** Whether what is typed could be read. */
  const read = async (): Promise<boolean> => {
    if (text.trim() === "") {
      settle(null, null);
      return true;
    }
    if (value !== null && text === fullDate(value)) return true;
    try {
      const answer = await askOnce("ReadDate", { text });
      if (precision === "day" && answer.precision !== "day") setWrong(say("shell.date.need_day"));
      else {
        settle(answer.date, answer.note);
        return true;
      }
    } catch (thrown) {
      setWrong((thrown instanceof Refusal && thrown.sentence) || say("shell.date.unreadable"));
    }
    return false;
  };
  const error = wrong ?? field.error;
  const { hintId, described } = useHint(note ?? field.hint);
  return (
    <TextField
      {...described}
      className={`${entry["entry"]} ${entry["middle"]}`}
      value={text}
      onChange={(next) => {
        setText(next);
        setNote(null);
        setWrong(null);
      }}
      onBlur={() => void read()}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      autoComplete="off"
      validationBehavior="aria"
    >
      <FieldFrame hintId={hintId} {...field} error={error} hint={note ?? field.hint}>
        <span className={entry["row"]}>
          <Input
            className={entry["input"] ?? ""}
            placeholder={say("shell.date.example")}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={(event) => {
              const name = keyName(event);
              const known = text === (value === null ? "" : fullDate(value));
              if (!isOwnEnter(event) || (known && name !== "Enter")) return;
              event.preventDefault();
              event.stopPropagation();
              const pressed = event.nativeEvent;
              void read().then((readable) => readable && name !== "Enter" && setTimeout(() => pressAgain(pressed)));
            }}
          />
          {!isDisabled && <Picker value={value} onPick={(date) => settle(date, null)} />}
        </span>
      </FieldFrame>
    </TextField>
  );
}

/** The calendar behind the word 「暦」: only for picking. */
function Picker({ value, onPick }: { value: PartialDate | null; onPick: (date: string) => void }) {
  const japanese = currentLanguage() === "ja";
  return (
    <I18nProvider locale={japanese ? "ja-JP-u-ca-japanese" : "en-US"}>
      <DialogTrigger>
        <AriaButton className={css["open"] ?? ""} slot={null}>
          {say("shell.date.calendar")}
        </AriaButton>
        <Popover className={css["popover"] ?? ""} placement="bottom end">
          <AriaDialog aria-label={say("shell.date.pick")} className={css["dialog"] ?? ""}>
            {({ close }) => (
              <Month
                value={value}
                onPick={(date) => {
                  onPick(date);
                  close();
                }}
              />
            )}
          </AriaDialog>
        </Popover>
      </DialogTrigger>
    </I18nProvider>
  );
}

function Month({ value, onPick }: { value: PartialDate | null; onPick: (date: string) => void }) {
  const today = useQuery(ask("Today", { on: null }));
  const settings = useQuery(ask("Settings", {}));
  const start = value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null;
  const now = today.data === undefined ? null : parseDate(today.data.on);
  const focused = start ?? now;
  const [turned, setTurned] = useState<string | null>(null);
  const month = (turned ?? focused?.toString() ?? "").slice(0, 7);
  const days = useQuery({ ...ask("Span", spanOf(month)), enabled: month !== "", placeholderData: keepPreviousData });
  const holidays = new Map(days.data?.days.map((day) => [day.on, day.holiday]));
  if (today.isPending) return null;
  return (
    <Calendar
      aria-label={say("shell.date.pick")}
      autoFocus
      value={start}
      createCalendar={(name) => (name === "japanese" ? createCalendar("japanese") : new GregorianCalendar())}
      firstDayOfWeek={settings.data?.week_starts === "sunday" ? "sun" : "mon"}
      {...(focused === null ? {} : { defaultFocusedValue: focused })}
      onFocusChange={(day) => setTurned(isoOf(day.toDate("UTC")))}
      onChange={(picked) => {
        const day = new CalendarDate(picked.year, picked.month, picked.day);
        onPick("calendar" in picked && picked.calendar.identifier !== "gregory" ? isoOf(picked.toDate("UTC")) : day.toString());
      }}
    >
      <header className={css["head"]}>
        <AriaButton slot="previous" className={css["step"] ?? ""} aria-label={say("shell.date.previous_month")}>
          {say("shell.date.previous_month")}
        </AriaButton>
        <Heading className={css["heading"] ?? ""} />
        <AriaButton slot="next" className={css["step"] ?? ""} aria-label={say("shell.date.next_month")}>
          {say("shell.date.next_month")}
        </AriaButton>
      </header>
      <CalendarGrid weekdayStyle="narrow" className={css["grid"] ?? ""}>
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className={css["weekday"] ?? ""}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>
          {(date) => {
            const iso = isoOf(date.toDate("UTC"));
            const weekday = weekdayOf(iso);
            const holiday = holidays.get(iso) ?? null;
            return (
              <CalendarCell
                date={date}
                className={css["day"] ?? ""}
                data-weekday={holiday !== null || weekday === 0 ? "holiday" : weekday === 6 ? "saturday" : undefined}
                data-now={iso === today.data?.on ? "" : undefined}
              >
                {({ formattedDate }) => (holiday === null ? formattedDate : <span title={holiday}>{formattedDate}</span>)}
              </CalendarCell>
            );
          }}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/** The days of a month, `2026-11`. */
const spanOf = (month: string) => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return { from: `${month}-01`, to: isoOf(new Date(Date.UTC(year, number, 0))) };
};

const isoOf = (date: Date): string => date.toISOString().slice(0, 10);
