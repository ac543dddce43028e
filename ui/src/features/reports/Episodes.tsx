import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { EpisodeConsent, Queries } from "../../house/contract.gen.ts";
import { Chip } from "../../parts/Chip.tsx";
import { Name } from "../../parts/Name.tsx";
import { Answer } from "../../parts/States.tsx";
import { longDate } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./episodes.module.css";

/** Whose words the texts repeat, and who agreed that an episode may be printed or took that back. */
export function Episodes({ report }: { report: Queries["EpisodeConsents"][0] }) {
  const people = useQuery(ask("EpisodeConsents", report));
  return (
    <section className={css["episodes"]} aria-label={say("people.episode.title")}>
      <h3 className={css["title"]}>{say("people.episode.title")}</h3>
      <Answer of={people}>
        {(lines) =>
          lines.length === 0 ? (
            <p className={css["quiet"]}>{say("people.episode.none")}</p>
          ) : (
            <ul className={css["lines"]}>
              {lines.map((line) => (
                <Line key={line.case_id} line={line} />
              ))}
            </ul>
          )
        }
      </Answer>
      <p className={css["quiet"]}>{say("people.episode.note")}</p>
    </section>
  );
}

function Line({ line }: { line: EpisodeConsent }) {
  const holds = line.state === "valid";
  const sections = line.quoted_in.join("・");
  const facts = [
    line.scope,
    line.valid_until === null ? "" : say("people.consent.until", { date: longDate(line.valid_until) }),
    line.withdrawn_on === null ? "" : say("people.consent.withdrawn", { date: longDate(line.withdrawn_on) }),
  ].filter((fact) => fact !== "");
  return (
    <li>
      <span className={css["who"]}>
        <Name name={line.name} />
        <Chip kind={holds ? "accent" : "warn"}>{sayCode("people.consent_state", line.state)}</Chip>
        <span className={css["quiet"]}>{facts.join("　")}</span>
      </span>
      {sections !== "" && (
        <p className={holds ? css["quiet"] : css["bad"]}>
          {holds ? say("people.episode.quoted", { sections }) : say("people.episode.quoted_bad", { sections })}
        </p>
      )}
    </li>
  );
}
