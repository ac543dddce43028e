import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Place } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import type { When } from "./PlanForm.tsx";
import css from "./plans.module.css";

const NEW = "";

/** One session of a programme; a new programme begins with its first session. */
export function SessionPlan({ when, onDone }: { when: When; onDone: () => void }) {
  const programmes = useQuery(ask("Programmes", {}));
  return (
    <Answer of={programmes}>
      {(all) => {
        const running = all.filter((one) => one.status !== "finished");
        return (
          <Form
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

function Form({ when, onDone, options, first }: FormProps) {
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
      },
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
      {plan.error !== null && <ErrorNote failure={plan.error} />}
      <div className={css["foot"]}>
        <Button
          kind="primary"
          onPress={keep}
          keys="Mod+Enter"
          isDisabled={when.on === null || (programme === NEW && name.trim() === "") || plan.isPending}
        >
          {say("work.plan.keep")}
        </Button>
      </div>
    </>
  );
}
