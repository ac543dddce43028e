import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Outcome, VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { isTyping, useKeys } from "../../parts/keys.ts";
import { focusRow } from "../../parts/List.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { FinishVisit } from "./FinishVisit.tsx";
import { focusNote, VisitNote } from "./VisitNote.tsx";
import { VisitPeople } from "./VisitPeople.tsx";
import css from "./visit.module.css";

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
  const person = persons.find((one) => one.case_id === chosen) ?? waiting[0] ?? persons[0];
  const open = visit.plan.result === "planned";

  /** Brings somebody to the front, with the caret in the text or on the line of the list. */
  const show = (caseId: string, inText: boolean) => {
    setChosen(caseId);
    setCaret(inText);
    if (inText) focusNote();
    else focusRow(caseId);
  };
  const step = (by: number) => {
    const at = persons.findIndex((one) => one.case_id === person?.case_id);
    const next = persons[at + by];
    if (next !== undefined) show(next.case_id, isTyping(document.activeElement));
  };
  /** On to whoever has no outcome yet; when nobody is left, the round can end. */
  const after = (inText: boolean) => {
    const at = persons.findIndex((one) => one.case_id === person?.case_id);
    const next = [...persons.slice(at + 1), ...persons.slice(0, at)].find((one) => one.outcome === null);
    if (next !== undefined) show(next.case_id, inText);
    else if (person !== undefined) show(person.case_id, false);
  };
  const mark = (outcome: Outcome) => {
    if (person === undefined) return;
    const then = () => (outcome === "met" ? show(person.case_id, true) : after(false));
    setOutcome.mutate({ plan_id: visit.plan.id, case_id: person.case_id, outcome }, { onSuccess: then });
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
      <div className={css["round"]}>
        <VisitPeople
          persons={persons}
          others={visit.others}
          wardNote={visit.ward_note}
          selected={person?.case_id ?? null}
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
          <Empty sentence={say("work.visit.empty")} />
        ) : (
          <VisitNote
            key={person.case_id}
            plan={visit.plan}
            person={person}
            caret={caret}
            onOutcome={mark}
            onWritten={() => after(true)}
            onLeave={() => show(person.case_id, false)}
            last={waiting.every((one) => one.case_id === person.case_id)}
          />
        )}
      </div>
      {finishing && <FinishVisit visit={visit} persons={persons} onClose={() => setFinishing(false)} />}
    </Page>
  );
}
