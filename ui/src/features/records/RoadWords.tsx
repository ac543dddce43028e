import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { RoadView } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { go } from "../../screens.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./records.module.css";

/** The words of the person's own page, where they are to differ from the record. */
export function RoadWords({ caseId }: { caseId: string }) {
  const road = useQuery(ask("PersonRoad", { case_id: caseId }));
  return <Answer of={road}>{(view) => <Words view={view} caseId={caseId} />}</Answer>;
}

function Words({ view, caseId }: { view: RoadView; caseId: string }) {
  const [wish, setWish] = useState(view.written.wish);
  const [step, setStep] = useState(view.written.next_step);
  const keep = useAct("KeepRoadPage", { refusals: "here" });
  const same = wish === view.written.wish && step === view.written.next_step;
  const save = () => !same && !keep.isPending && keep.mutate({ case_id: caseId, wish, next_step: step });
  const problem = (field: string) => (keep.error?.field === field ? keep.error.sentence : null);
  return (
    <div className={css["words"]}>
      <TextEntry
        label={say("records.road.wish")}
        hint={say("records.road.wish_hint")}
        error={problem("wish")}
        placeholder={view.wish_of_record}
        value={wish}
        onChange={setWish}
        onFinish={save}
        rows={2}
      />
      <TextEntry
        label={say("records.road.next_step")}
        hint={say("records.road.next_hint")}
        error={problem("next_step")}
        value={step}
        onChange={setStep}
        onFinish={save}
        rows={2}
      />
      <p className={css["aside"]}>{say("records.road.ruby")}</p>
      {view.withheld.map((field) => (
        <p key={field} className={css["warn"]}>
          {sayCode("records.road", `withheld_${field}`)}
        </p>
      ))}
      <div className={css["quick"]}>
        <Button onPress={save} isDisabled={same || keep.isPending}>
          {say("records.road.keep")}
        </Button>
        <Button onPress={() => go({ at: "together", caseId })}>{say("records.together")}</Button>
      </div>
      {keep.error !== null && keep.error.field === null && <ErrorNote failure={keep.error} />}
    </div>
  );
}
