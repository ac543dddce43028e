import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask, askOnce } from "../../house/ask.ts";
import type { EpisodeNote, Queries } from "../../house/contract.gen.ts";
import { showRefusal, showSaid } from "../../house/notices.ts";
import { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Name } from "../../parts/Name.tsx";
import { Answer } from "../../parts/States.tsx";
import { go, type ReportWish } from "../../screens.ts";
import { shortDate } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./episodes.module.css";

type Props = { report: ReportWish; onTake: (text: string) => void };

/** Notes marked for the report. Only with a consent that holds does one come into the text, and never under its names. */
export function EpisodeNotes({ report, onTake }: Props) {
  const notes = useQuery(ask("EpisodeNotes", report));
  return (
    <section className={css["episodes"]} aria-label={say("people.episode.notes")}>
      <h3 className={css["title"]}>{say("people.episode.notes")}</h3>
      <Answer of={notes}>
        {(all) =>
          all.length === 0 ? (
            <p className={css["quiet"]}>{say("people.episode.notes_none")}</p>
          ) : (
            <>
              <p className={css["quiet"]}>{say("people.episode.notes_what")}</p>
              <ul className={css["lines"]}>
                {all.map((note) => (
                  <Note key={note.contact_id} note={note} level={report.level} onTake={onTake} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** The rules by which names leave a text; papers that stay inside are read by others too. */
const rulesOf = (level: ReportWish["level"]): Queries["Redact"][0]["level"] => (level === "public" ? "public" : "municipal");

function Note({ note, level, onTake }: { note: EpisodeNote; level: ReportWish["level"]; onTake: (text: string) => void }) {
  const [taking, setTaking] = useState(false);
  const mark = useAct("MarkEpisode");
  const free = note.state === null || note.state === "valid";
  const take = async () => {
    setTaking(true);
    try {
      const told = await askOnce("Redact", { text: note.text, level: rulesOf(level) });
      onTake(told.text);
      showSaid(say("people.episode.taken"));
    } catch (thrown) {
      if (thrown instanceof Refusal) showRefusal(thrown);
    }
    setTaking(false);
  };
  const { case_id } = note;
  return (
    <li>
      <span className={css["who"]}>
        <span className="figure">{shortDate(note.on)}</span>
        {case_id === null ? <span>{say("people.episode.nobodys")}</span> : <Name name={note.name} />}
        {note.state !== null && <Chip kind={free ? "accent" : "warn"}>{sayCode("people.consent_state", note.state)}</Chip>}
      </span>
      <p className={css["told"]}>{note.text}</p>
      <span className={css["who"]}>
        {free ? (
          <Button dense onPress={() => void take()} isDisabled={taking} label={say("people.episode.take_of", { text: note.text })}>
            {say("people.episode.take")}
          </Button>
        ) : (
          <span className={css["bad"]}>{say("people.episode.no_consent")}</span>
        )}
        <Button
          kind="quiet"
          dense
          isDisabled={mark.isPending}
          onPress={() =>
            mark.mutate(
              { contact_id: note.contact_id, marked: false },
              { onSuccess: () => showSaid(say("people.episode.unmarked_said"), true) },
            )
          }
          label={say("people.episode.unmark_of", { text: note.text })}
        >
          {say("people.episode.unmark")}
        </Button>
        {case_id !== null && (
          <Button kind="quiet" dense onPress={() => go({ at: "people", caseId: case_id })}>
            {say("people.episode.open")}
          </Button>
        )}
      </span>
    </li>
  );
}
