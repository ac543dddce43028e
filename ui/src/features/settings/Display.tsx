import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import type { PartProps, Wishes } from "./SettingsScreen.tsx";
import css from "./settings.module.css";

/** Minutes before the begin of a plan. */
const REMIND = [0, 5, 10, 30, 60];

/** 表示: size, colours, years, language. */
export function Display({ wishes, onWish }: PartProps) {
  const today = useQuery(ask("Today", { on: null }));
  return (
    <Fields>
      <Choice
        label={say("shell.settings.text_size")}
        options={(["normal", "large", "largest"] as const).map((id) => ({ id, label: say(`shell.settings.${id}`) }))}
        value={wishes.text_size}
        onChange={(text_size) => onWish({ text_size })}
      />
      <Choice
        label={say("shell.settings.theme")}
        options={(["system", "light", "dark", "contrast"] as const).map((id) => ({ id, label: say(`shell.settings.${id}`) }))}
        value={wishes.theme}
        onChange={(theme) => onWish({ theme })}
      />
      <Choice
        label={say("shell.settings.eras")}
        options={(["wareki", "seireki", "both"] as const).map((id) => ({ id, label: say(`shell.settings.${id}`) }))}
        value={wishes.eras}
        onChange={(eras) => onWish({ eras })}
      />
      <Choice
        label={say("shell.settings.week_starts")}
        options={(["monday", "sunday"] as const).map((id) => ({ id, label: say(`shell.settings.${id}`) }))}
        value={wishes.week_starts}
        onChange={(week_starts) => onWish({ week_starts })}
      />
      <Choice
        label={say("shell.settings.remind")}
        options={[...new Set([...REMIND, wishes.remind_minutes])]
          .sort((a, b) => a - b)
          .map((n) => ({ id: String(n), label: n === 0 ? say("shell.settings.remind_off") : say("shell.settings.remind_before", { n }) }))}
        value={String(wishes.remind_minutes)}
        onChange={(n) => onWish({ remind_minutes: Number(n) })}
      />
      <p className={css["note"]}>{say("shell.settings.remind_note")}</p>
      <Choice
        label={say("shell.settings.language")}
        options={(["ja", "en"] as const).map((id) => ({ id, label: say(`shell.settings.${id}`) }))}
        value={wishes.language}
        onChange={(language) => onWish({ language })}
      />
      <figure className={css["sample"]}>
        <figcaption>{say("shell.settings.sample")}</figcaption>
        <p>{say("shell.settings.sample_text", { date: today.data === undefined ? "" : fullDate(today.data.on) })}</p>
      </figure>
    </Fields>
  );
}

type Line = "author" | "organisation" | "receiver" | "city" | "aim";
const LINES: readonly Line[] = ["author", "organisation", "receiver", "city", "aim"];

/** 作成者と報告書: what stands on the cover, and the aim of the year. */
export function Author({ wishes, onWish }: PartProps) {
  return (
    <Fields>
      {LINES.map((line) => (
        <KeptLine key={line} line={line} wishes={wishes} onWish={onWish} />
      ))}
    </Fields>
  );
}

/** One line, kept on leaving it or on Enter. */
function KeptLine({ line, wishes, onWish }: PartProps & { line: Line }) {
  const [text, setText] = useState(wishes[line]);
  const keep = () => {
    const change: Partial<Wishes> = { [line]: text };
    if (text !== wishes[line]) onWish(change);
  };
  const hint = line === "aim" ? say("shell.settings.aim_note") : line === "author" ? say("shell.settings.author_note") : undefined;
  return <LineEntry label={say(`shell.settings.${line}`)} value={text} onChange={setText} onLeave={keep} onEnter={keep} hint={hint} />;
}
