import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useSheet } from "../../house/draft.ts";
import { Form, recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { say } from "../../words/words.ts";
import { again, type When } from "./when.ts";

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
      { kind, title, on: when.on, start: when.start, end: when.end, case_id: person === NOBODY ? null : person, ...again(when) },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.plan.keep")}
      onKeep={keep}
      ready={when.on !== null && title.trim() !== "" && !plan.isPending}
      refusal={plan.error}
    >
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
    </Form>
  );
}
