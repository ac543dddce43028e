import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Outcome, VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import type { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { isTyping, useKeys } from "../../parts/keys.ts";
import { focusRow } from "../../parts/List.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { FinishVisit } from "./FinishVisit.tsx";
import { type Handed, useAhead, useHanded, WARD } from "./handed.ts";
import { focusNote, VisitNote } from "./VisitNote.tsx";
import { VisitPeople } from "./VisitPeople.tsx";
import css from "./visit.module.css";
import { WardNote } from "./WardNote.tsx";

/** A round on a ward: everybody in one list, one after the other without leaving the screen. */
export function VisitScreen({ planId }: { planId: string }) {
  const page = useQuery(ask("VisitPage", { plan_id: planId }));
  return <Answer of={page}>{(visit) => <Round visit={visit} />}</Answer>;
}

function Round({ visit }: { visit: VisitPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [caret, setCaret] = useState(true);
  const [added, setAdded] = useState<VisitPerson[]>([]);
  const [finishing, setFinishing] = useState(false);
  const setOutcome = useAct("SetOutcome");
  const persons = [...visit.persons, ...added.filter((one) => !visit.persons.some((known) => known.case_id === one.case_id))];
  const waiting = persons.filter((one) => one.outcome === null);
  const handed = useHanded(visit);
  const person = chosen === WARD ? undefined : (persons.find((one) => one.case_id === chosen) ?? waiting[0] ?? persons[0]);
  /** The ward stands above the first person. */
  const at = persons.findIndex((one) => one.case_id === person?.case_id);
  /** Whoever has no outcome yet and no note on its way. */
  const ahead = [...persons.slice(at + 1), ...persons.slice(0, Math.max(at, 0))].find(
    (one) => one.outcome === null && !handed.texts.has(one.case_id),
  );
  useAhead(visit.plan, ahead);
  const open = visit.plan.result === "planned";

  /** Brings somebody to the front, with the caret in the text or on the line of the list. */
  const show = (row: string, inText: boolean) => {
    setChosen(row);
    setCaret(inText);
    if (inText) return focusNote();
    // The next key belongs to the list, even before the list has the keyboard.
    if (document.activeElement instanceof HTMLElement && isTyping(document.activeElement)) document.activeElement.blur();
    focusRow(row);
  };
  const step = (by: number) => {
    const next = at + by === -1 ? WARD : persons[at + by]?.case_id;
    if (next !== undefined) show(next, isTyping(document.activeElement));
  };
  /** On to whoever is ahead; when nobody is left, the round can end. */
  const after = (inText: boolean) => {
    if (ahead !== undefined) show(ahead.case_id, inText);
    else show(person?.case_id ?? WARD, false);
  };
  const hand = (note: Handed) => {
    handed.hand(person?.case_id ?? WARD, person === undefined ? say("work.visit.ward") : `${person.name}${say("shell.san")}`, note);
    after(true);
  };
  const mark = (outcome: Outcome) => {
    if (person === undefined) return;
    setOutcome.mutate({ plan_id: visit.plan.id, case_id: person.case_id, outcome });
    if (outcome === "met") show(person.case_id, true);
    else after(false);
  };
  const next = () => step(1);
  const previous = () => step(-1);
  useKeys({ J: next, K: previous, "Mod+]": next, "Mod+[": previous });
  return (
    <Page
      fill
      title={visit.plan.org ?? visit.plan.title}
      sub={[fullDate(visit.plan.on), visit.plan.ward, say("work.visit.done_of", { n: persons.length, m: persons.length - waiting.length })]
        .filter(Boolean)
        .join("　")}
      actions={
        open ? (
          <Button onPress={() => setFinishing(true)} isDisabled={persons.length === 0}>
            {say("work.visit.finish")}
          </Button>
        ) : (
          <>
            <span className={css["finished"]}>{codeName("plan_result", visit.plan.result)}</span>
            <Button onPress={() => go({ at: "today" })}>{say("work.visit.to_today")}</Button>
          </>
        )
      }
    >
      {handed.refused !== null && handed.refused.row !== (person?.case_id ?? WARD) && (
        <Refused of={handed.refused} onOpen={(row) => show(row, true)} />
      )}
      <div className={css["round"]}>
        <VisitPeople
          persons={persons}
          others={visit.others}
          wardNote={visit.ward_note}
          wardWritten={visit.ward.notes.length > 0 || handed.texts.has(WARD)}
          selected={person?.case_id ?? WARD}
          onChoose={(id) => {
            setChosen(id);
            setCaret(false);
          }}
          onOpen={(id) => show(id, true)}
          onAdd={(one) => {
            setAdded((old) => [...old, one]);
            show(one.case_id, true);
          }}
        />
        {person === undefined ? (
          <WardNote
            visit={visit}
            handed={handed.texts.get(WARD) ?? null}
            caret={caret}
            last={ahead === undefined}
            onHand={hand}
            onLeave={() => show(WARD, false)}
          />
        ) : (
          <VisitNote
            key={person.case_id}
            plan={visit.plan}
            person={person}
            caret={caret}
            onOutcome={mark}
            handed={handed.texts.get(person.case_id) ?? null}
            onHand={hand}
            onLeave={() => show(person.case_id, false)}
            last={ahead === undefined}
          />
        )}
      </div>
      {finishing && <FinishVisit visit={visit} persons={persons} onClose={() => setFinishing(false)} />}
    </Page>
  );
}

/** A note that was refused while the next person was in front already. */
function Refused({ of: { row, name, why }, onOpen }: { of: { row: string; name: string; why: Refusal }; onOpen: (row: string) => void }) {
  return (
    <div className={css["refused"]}>
      <ErrorNote failure={{ id: why.id, sentence: `${say("work.visit.refused", { name })}${why.sentence}` }} />
      <Button dense onPress={() => onOpen(row)}>
        {say("work.visit.refused_open")}
      </Button>
    </div>
  );
}
