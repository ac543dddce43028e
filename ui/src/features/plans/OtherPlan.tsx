import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import type { When } from "./PlanForm.tsx";
import css from "./plans.module.css";

const NOBODY = "";

/** A meeting, an accompaniment, own time. */
export function OtherPlan({ kind, when, onDone }: { kind: "meeting" | "accompany" | "own"; when: When; onDone: () => void }) {
  const sheet = useSheet(`form/plan/${kind}`, { title: "", person: NOBODY });
  const { title, person } = sheet.values;
  const caseload = useQuery({ ...ask("CaseList", { filter: "", scope: "open", sort: "kana" }), enabled: kind === "accompany" });
  const plan = useAct("PlanOther", { refusals: "here" });
  const keep = () => {
    if (when.on === null || title.trim() === "") return;
    plan.mutate(
      { kind, title, on: when.on, start: when.start, end: when.end, case_id: person === NOBODY ? null : person },
      {
        onSuccess: () => {
          sheet.finish();
          onDone();
        },
      },
    );
  };
  useKeys({ "Mod+Enter": keep }, { inDialogs: true });
  return (
    <>
      <Restored sheet={sheet} />
      <LineEntry label={say("work.plan.name")} value={title} onChange={(next) => sheet.set({ title: next })} onEnter={keep} autoFocus />
      {kind === "accompany" && (
        <Select
          label={say("work.plan.person")}
          value={person}
          onChange={(next) => sheet.set({ person: next })}
          options={[
            { id: NOBODY, label: say("work.plan.nobody") },
            ...(caseload.data?.lines ?? []).map((line) => ({ id: line.id, label: `${line.name}${say("shell.san")}` })),
          ]}
        />
      )}
      {plan.error !== null && <ErrorNote failure={plan.error} />}
      <div className={css["foot"]}>
        <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={when.on === null || title.trim() === "" || plan.isPending}>
          {say("work.plan.keep")}
        </Button>
      </div>
    </>
  );
}
