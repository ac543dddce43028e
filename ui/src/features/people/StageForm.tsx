import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage, Stage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";

/** A move on the road, forwards or back; the history keeps every step. */
export function StageForm({ person, isOpen, onClose }: { person: CasePage; isOpen: boolean; onClose: () => void }) {
  const today = useQuery(ask("Today", { on: null }));
  if (!isOpen || today.data === undefined) return null;
  return <Move person={person} today={today.data.on} onClose={onClose} />;
}

function Move({ person, today, onClose }: { person: CasePage; today: string; onClose: () => void }) {
  const sheet = useSheet(`form/stage/${person.id}`, {
    stage: person.stage,
    from: today as string | null,
    closing: null as string | null,
    reason: "",
  });
  const { stage, from, closing, reason } = sheet.values;
  const ending = stage === "closed";
  const move = useAct("MoveStage", { refusals: "here" });
  const wrong = (field: string) => refusedAt(move.error, field);
  const ready = from !== null && stage !== person.stage && (!ending || closing !== null) && !move.isPending;
  const keep = () => {
    if (!ready) return;
    move.mutate(
      { case_id: person.id, stage, from_on: from, reason: ending && closing !== null ? `${closing} ${reason}`.trim() : reason },
      recorded(sheet, onClose),
    );
  };
  const options = codeOptions("stage");
  useKeys(Object.fromEntries(options.map((one, at) => [String(at + 1), () => sheet.set({ stage: one.id as Stage })])), { inDialogs: true });
  return (
    <Dialog title={say("people.stage.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("people.stage.keep")}
        onKeep={keep}
        ready={ready}
        refusal={move.error}
        beside={["stage", "from_on", "reason"]}
      >
        <Choice
          label={say("people.stage.to")}
          value={stage}
          onChange={(next) => sheet.set({ stage: next as Stage })}
          options={options.map((one, at) => ({ ...one, label: `${at + 1} ${one.label}` }))}
          error={wrong("stage")}
        />
        <DateEntry label={say("people.stage.from")} value={from} onChange={(next) => sheet.set({ from: next })} error={wrong("from_on")} />
        {ending && (
          <Choice
            label={say("people.closing.reason")}
            value={closing}
            onChange={(next) => sheet.set({ closing: next })}
            options={codeOptions("closure_reason")}
            error={wrong("reason")}
          />
        )}
        <LineEntry
          label={say(ending ? "people.closing.words" : "people.stage.reason")}
          hint={ending ? null : say("people.stage.reason_hint")}
          value={reason}
          onChange={(next) => sheet.set({ reason: next })}
          onEnter={keep}
          error={ending ? null : wrong("reason")}
        />
      </Form>
    </Dialog>
  );
}
