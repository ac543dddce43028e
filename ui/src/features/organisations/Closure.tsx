import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { ClosureDays } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { Section } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { longDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";

/** 面会制限: while a hospital takes no visitors, nobody's gap grows. */
export function Closure({ orgId }: { orgId: string }) {
  const closure = useQuery(ask("VisitClosure", { org_id: orgId }));
  return <Answer of={closure}>{(days) => <Days orgId={orgId} days={days} />}</Answer>;
}

function Days({ orgId, days }: { orgId: string; days: ClosureDays }) {
  const [open, setOpen] = useState(false);
  const { from_on: from, to_on: to } = days;
  const edit = (
    <Button kind="quiet" dense onPress={() => setOpen(true)}>
      {say(from === null ? "exit.closure.add" : "exit.closure.edit")}
    </Button>
  );
  return (
    <Section title={say("exit.closure.title")} aside={edit}>
      <p>
        {from === null
          ? say("exit.closure.none")
          : to === null
            ? say("exit.closure.running", { from: longDate(from) })
            : say("exit.closure.until", { from: longDate(from), to: longDate(to) })}
      </p>
      {days.now && <p>{say("exit.closure.note")}</p>}
      {open && <ClosureForm orgId={orgId} days={days} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ClosureForm({ orgId, days, onClose }: { orgId: string; days: ClosureDays; onClose: () => void }) {
  const sheet = useSheet(`form/closure/${orgId}`, { from_on: days.from_on, to_on: days.to_on });
  const write = useAct("KeepVisitClosure", { refusals: "here" });
  const keep = () => write.mutate({ org_id: orgId, ...sheet.values }, recorded(sheet, onClose));
  return (
    <Dialog title={say("exit.closure.title")} isOpen onClose={onClose}>
      <Form sheet={sheet} keep={say("exit.closure.keep")} onKeep={keep} ready={!write.isPending} refusal={write.error} beside={["to_on"]}>
        <Fields columns={2}>
          <DateEntry
            label={say("exit.closure.from")}
            hint={say("exit.closure.clear_hint")}
            value={sheet.values.from_on}
            onChange={(from_on) => sheet.set({ from_on })}
          />
          <DateEntry
            label={say("exit.closure.to")}
            hint={say("exit.closure.to_hint")}
            value={sheet.values.to_on}
            onChange={(to_on) => sheet.set({ to_on })}
            error={refusedAt(write.error, "to_on")}
          />
        </Fields>
      </Form>
    </Dialog>
  );
}
