import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Place } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Form, recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import { again, type When } from "./when.ts";

const NEW = "";

/** One session of a programme; a new programme begins with its first session. */
export function SessionPlan({ when, onDone }: { when: When; onDone: () => void }) {
  const programmes = useQuery(ask("Programmes", {}));
  return (
    <Answer of={programmes}>
      {(all) => {
        const running = all.filter((one) => one.status !== "finished");
        return (
          <Entries
            when={when}
            onDone={onDone}
            options={[...running, ...all.filter((one) => one.status === "finished")].map((one) => ({ id: one.id, label: one.name }))}
            first={running[0]?.id ?? NEW}
          />
        );
      }}
    </Answer>
  );
}

type FormProps = { when: When; onDone: () => void; options: { id: string; label: string }[]; first: string };

function Entries({ when, onDone, options, first }: FormProps) {
  const sheet = useSheet("form/plan/session", { programme: first, name: "", theme: "", place: "inside" as Place });
  const { programme, name, theme, place } = sheet.values;
  const plan = useAct("PlanSession", { refusals: "here" });
  const keep = () => {
    if (when.on === null) return;
    plan.mutate(
      {
        programme_id: programme === NEW ? null : programme,
        programme_name: programme === NEW ? name : "",
        org_id: null,
        on: when.on,
        start: when.start,
        end: when.end,
        theme,
        place,
        ...again(when),
      },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.plan.keep")}
      onKeep={keep}
      ready={when.on !== null && !(programme === NEW && name.trim() === "") && !plan.isPending}
      refusal={plan.error}
    >
      <Select
        label={say("work.plan.programme")}
        value={programme}
        onChange={(next) => sheet.set({ programme: next })}
        options={[...options, { id: NEW, label: say("work.plan.new_programme") }]}
      />
      {programme === NEW && (
        <LineEntry label={say("work.plan.programme_name")} value={name} onChange={(next) => sheet.set({ name: next })} />
      )}
      <LineEntry label={say("work.plan.theme")} value={theme} onChange={(next) => sheet.set({ theme: next })} />
      <Choice
        label={say("work.plan.place")}
        value={place}
        onChange={(next) => sheet.set({ place: next as Place })}
        options={codeOptions("session_place")}
      />
    </Form>
  );
}
