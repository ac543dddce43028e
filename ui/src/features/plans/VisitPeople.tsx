import type { CaseLine, VisitPerson } from "../../house/contract.gen.ts";
import { List } from "../../parts/List.tsx";
import { Name } from "../../parts/Name.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeName } from "../../words/codes.ts";
import { say, sayCode } from "../../words/words.ts";
import { WARD } from "./handed.ts";
import css from "./visit.module.css";

type Props = {
  persons: readonly VisitPerson[];
  others: readonly CaseLine[];
  selected: string | null;
  /** What a pack brought in about the ward. */
  wardNote: string | null;
  /** A note about the ward stands. */
  wardWritten: boolean;
  onChoose: (caseId: string) => void;
  /** Enter on a line: on to the text. */
  onOpen: (caseId: string) => void;
  onAdd: (person: VisitPerson) => void;
};

/** Whom to see, with what became of each attempt; below, whoever else is there. */
export function VisitPeople({ persons, others, selected, wardNote, wardWritten, onChoose, onOpen, onAdd }: Props) {
  const rest = others.filter((one) => !persons.some((known) => known.case_id === one.id));
  const add = (id: string) => {
    const line = rest.find((one) => one.id === id);
    if (line !== undefined) onAdd(asPerson(line));
  };
  const ward = {
    id: WARD,
    text: say("work.visit.ward"),
    first: say("work.visit.ward"),
    end: wardWritten && <span className={css["settled"]}>{say("work.visit.written")}</span>,
  };
  return (
    <div className={css["people"]}>
      <div className={css["rows"]}>
        <List
          label={say("work.visit.people")}
          selected={selected}
          onSelect={onChoose}
          onOpen={onOpen}
          rows={[
            ward,
            ...persons.map((one) => ({
              id: one.case_id,
              text: `${one.name} ${one.kana}`,
              first: <Name name={one.name} />,
              second: [one.ward, one.room, sayCode("people.step", one.stage)].filter(Boolean).join("　"),
              end: (
                <span className={one.outcome === null ? css["waiting"] : css["settled"]}>
                  {one.outcome === null ? say("work.visit.not_yet") : codeName("outcome", one.outcome)}
                  {one.contact !== null && <span className={css["written"]}>{say("work.visit.written")}</span>}
                  {one.contact === null && one.draft !== null && <span className={css["written"]}>{say("work.visit.draft")}</span>}
                </span>
              ),
            })),
          ]}
        />
      </div>
      {wardNote !== null && wardNote !== "" && (
        <section aria-label={say("work.visit.ward_note")} className={css["wardNote"]}>
          <h2>{say("work.visit.ward_note")}</h2>
          <p>{wardNote}</p>
        </section>
      )}
      <p className={css["keys"]}>{say(persons.length === 0 ? "work.visit.empty" : "work.visit.keys")}</p>
      {rest.length > 0 && (
        <Select
          label={say("work.visit.others")}
          value={null}
          onChange={add}
          options={rest.map((line) => ({
            id: line.id,
            label: `${line.name}${say("shell.san")}`,
            ...(line.ward === null ? {} : { note: line.ward }),
          }))}
        />
      )}
    </div>
  );
}

/** Somebody who was not planned, before anything is written. */
const asPerson = (line: CaseLine): VisitPerson => ({
  case_id: line.id,
  name: line.name,
  kana: line.kana,
  ward: line.ward,
  room: line.room,
  stage: line.stage,
  planned: false,
  outcome: null,
  last_on: line.last_contact_on,
  last_text: null,
  open_step: line.next_text,
  contact: null,
  draft: null,
});
