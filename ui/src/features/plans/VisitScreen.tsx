import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { FinishVisit } from "./FinishVisit.tsx";
import { VisitNote } from "./VisitNote.tsx";
import { VisitPeople } from "./VisitPeople.tsx";
import css from "./visit.module.css";

/** A round on a ward: everybody in one list, one after the other without leaving the screen. */
export function VisitScreen({ planId }: { planId: string }) {
  const page = useQuery(ask("VisitPage", { plan_id: planId }));
  return <Answer of={page}>{(visit) => <Round visit={visit} />}</Answer>;
}

function Round({ visit }: { visit: VisitPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState<VisitPerson[]>([]);
  const [finishing, setFinishing] = useState(false);
  const setOutcome = useAct("SetOutcome");
  const persons = [...visit.persons, ...added.filter((one) => !visit.persons.some((known) => known.case_id === one.case_id))];
  const waiting = persons.find((one) => one.outcome === null);
  const person = persons.find((one) => one.case_id === chosen) ?? waiting ?? persons[0];
  const done = persons.filter((one) => one.outcome !== null).length;

  const step = (by: number) => {
    const at = persons.findIndex((one) => one.case_id === person?.case_id);
    const next = persons[Math.max(0, Math.min(persons.length - 1, at + by))];
    if (next !== undefined) setChosen(next.case_id);
  };
  const after = () => {
    const at = persons.findIndex((one) => one.case_id === person?.case_id);
    const rest = [...persons.slice(at + 1), ...persons.slice(0, at)];
    setChosen(rest.find((one) => one.outcome === null)?.case_id ?? person?.case_id ?? null);
  };
  const mark = (outcome: NonNullable<VisitPerson["outcome"]>) => {
    if (person === undefined) return;
    setOutcome.mutate({ plan_id: visit.plan.id, case_id: person.case_id, outcome }, { onSuccess: outcome === "met" ? () => {} : after });
  };
  const next = () => step(1);
  const previous = () => step(-1);
  useKeys({
    J: next,
    K: previous,
    "Mod+]": next,
    "Mod+[": previous,
    "1": () => mark("met"),
    "2": () => mark("away"),
    "3": () => mark("unwilling"),
    "4": () => mark("unwell"),
    "0": () => mark("out"),
  });
  return (
    <Page
      fill
      title={visit.plan.org ?? visit.plan.title}
      sub={[fullDate(visit.plan.on), visit.plan.ward, say("work.visit.done_of", { n: persons.length, m: done })].filter(Boolean).join("　")}
      actions={
        visit.plan.result === "planned" && (
          <Button onPress={() => setFinishing(true)} isDisabled={persons.length === 0}>
            {say("work.visit.finish")}
          </Button>
        )
      }
    >
      <div className={css["round"]}>
        <VisitPeople
          persons={persons}
          others={visit.others}
          selected={person?.case_id ?? null}
          onChoose={setChosen}
          onAdd={(one) => {
            setAdded((old) => [...old, one]);
            setChosen(one.case_id);
          }}
        />
        {person === undefined ? (
          <Empty sentence={say("work.visit.empty")} />
        ) : (
          <VisitNote
            key={person.case_id}
            plan={visit.plan}
            person={person}
            onOutcome={mark}
            onWritten={after}
            last={persons.length - done <= 1}
          />
        )}
      </div>
      {finishing && <FinishVisit visit={visit} persons={persons} onClose={() => setFinishing(false)} />}
    </Page>
  );
}
