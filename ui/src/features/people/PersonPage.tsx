import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Answer } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import { ExitLines } from "./ExitLines.tsx";
import { Merge } from "./Merge.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { NoteEntry, notePlace } from "./NoteEntry.tsx";
import { PersonHead } from "./PersonHead.tsx";
import { PersonParts } from "./PersonParts.tsx";
import css from "./person.module.css";
import { StageForm } from "./StageForm.tsx";
import { Timeline } from "./Timeline.tsx";
import { Wish } from "./Wish.tsx";

type Props = { caseId: string; note: string | null; writing: boolean; onWrite: () => void; onClose: () => void };

/** One person: the own words first, the next step and the exit always in view, then everything that happened. */
export function PersonPage({ caseId, note, writing, onWrite, onClose }: Props) {
  const [moving, setMoving] = useState(false);
  const page = useQuery(ask("CasePage", { case_id: caseId }));
  // What its parts will ask as soon as it is drawn.
  usePrefetchQuery(ask("Checklist", { case_id: caseId }));
  const move = () => setMoving(true);
  useKeys(writing ? { S: move } : { N: onWrite, S: move });
  return (
    <Answer of={page}>
      {(person) => (
        <article className={css["page"]} aria-label={person.name} data-finds="" tabIndex={-1}>
          <PersonHead person={person} writing={writing} onWrite={onWrite} onMove={move} />
          {!writing && <Unfinished caseId={caseId} onWrite={onWrite} />}
          {writing ? (
            <div className={css["desk"]}>
              <div>
                <NoteEntry key={caseId} person={person} onClose={onClose} />
                <Timeline person={person} />
              </div>
              <div className={css["beside"]}>
                <Wish person={person} />
                <NextSteps person={person} />
                <ExitLines person={person} />
              </div>
            </div>
          ) : (
            <>
              <div className={css["fore"]}>
                <div className={css["beside"]}>
                  <Wish person={person} />
                  <NextSteps person={person} />
                </div>
                <ExitLines person={person} />
              </div>
              <PersonParts person={person} note={note} />
              <p className={css["rare"]}>
                <Merge person={person} />
              </p>
            </>
          )}
          <StageForm person={person} isOpen={moving} onClose={() => setMoving(false)} />
        </article>
      )}
    </Answer>
  );
}

/** A record that was begun. Asked only while nobody writes: what is typed must not draw the page again. */
function Unfinished({ caseId, onWrite }: { caseId: string; onWrite: () => void }) {
  const draft = useQuery(ask("Draft", { place: notePlace(caseId) }));
  if (!draft.data) return null;
  return (
    <p className={css["draft"]}>
      <strong>{say("people.note.draft")}</strong>
      <span className={css["draftText"]}>{draft.data}</span>
      <Button kind="quiet" dense onPress={onWrite}>
        {say("people.note.continue")}
      </Button>
    </p>
  );
}
