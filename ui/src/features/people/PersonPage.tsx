import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { useKeys } from "../../parts/keys.ts";
import { Answer } from "../../parts/States.tsx";
import { ExitLines } from "./ExitLines.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { NoteEntry } from "./NoteEntry.tsx";
import { PersonHead } from "./PersonHead.tsx";
import css from "./person.module.css";
import { StageForm } from "./StageForm.tsx";
import { Timeline } from "./Timeline.tsx";
import { Wish } from "./Wish.tsx";

type Props = { caseId: string; writing: boolean; onWrite: () => void; onClose: () => void };

/** One person: the own words first, the next step and the exit always in view, then everything that happened. */
export function PersonPage({ caseId, writing, onWrite, onClose }: Props) {
  const [moving, setMoving] = useState(false);
  const page = useQuery(ask("CasePage", { case_id: caseId }));
  const move = () => setMoving(true);
  useKeys({ N: onWrite, S: move });
  return (
    <Answer of={page}>
      {(person) => (
        <article className={css["page"]} aria-label={person.name}>
          <PersonHead person={person} writing={writing} onWrite={onWrite} onMove={move} />
          {writing && <NoteEntry key={caseId} person={person} onClose={onClose} />}
          <div className={css["fore"]}>
            <div>
              <Wish person={person} />
              <NextSteps person={person} />
            </div>
            <ExitLines person={person} />
          </div>
          <Timeline person={person} />
          <StageForm person={person} isOpen={moving} onClose={() => setMoving(false)} />
        </article>
      )}
    </Answer>
  );
}
