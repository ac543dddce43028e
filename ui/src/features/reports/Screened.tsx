import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { Level, ScreenedLine, Section, TextLevel } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { go, type ReportWish } from "../../screens.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./reports.module.css";

const textLevel = (level: Level): TextLevel => (level === "municipal" ? "municipal" : "public");
const END = /[。！？\n]/;

/** The sentence in which a finding stands, with the finding apart. */
const sentenceOf = (text: string, line: ScreenedLine): [string, string, string] => {
  const letters = Array.from(text);
  let from = line.start;
  while (from > 0 && !END.test(letters[from - 1] ?? "")) from--;
  let to = line.end;
  while (to < letters.length && !END.test(letters[to] ?? "")) to++;
  const part = (a: number, b: number) => letters.slice(a, b).join("");
  return [part(from, line.start), part(line.start, line.end), part(line.end, Math.min(letters.length, to + 1))];
};

/** What the screening says of a kept text, each finding at its sentence. */
export function Screened({ wish, section }: { wish: ReportWish; section: Section }) {
  const text = section.text;
  const found = useQuery(ask("ScreenText", { text, level: textLevel(wish.level), fiscal_year: wish.fiscal_year }));
  if (found.data === undefined) return null;
  const lines = found.data.findings;
  return (
    <section aria-label={say("release.report.screened")} className={css["screened"]}>
      <div className={css["materialsHead"]}>
        <h2>{say("release.report.screened")}</h2>
        <Button dense onPress={() => go({ at: "redaction", section: { ...wish, key: section.key } })}>
          {say("release.report.screened_mend")}
        </Button>
      </div>
      {lines.length === 0 ? (
        <p className={css["aside"]} role="status">
          {say("release.report.screened_clear")}
        </p>
      ) : (
        <ul className={css["findings"]}>
          {lines.map((line) => {
            const [before, word, behind] = sentenceOf(text, line);
            return (
              <li key={`${line.start}/${line.code}`}>
                <p>
                  {before}
                  <mark>{word}</mark>
                  {behind}
                </p>
                <p className={css["why"]}>
                  <Chip kind={line.severity === "block" && line.kept === null ? "warn" : "plain"}>
                    {sayCode("release.report", `screened_${line.severity}`)}
                  </Chip>
                  {line.kept === null ? line.sentence : say("release.report.screened_kept", { reason: line.kept })}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
