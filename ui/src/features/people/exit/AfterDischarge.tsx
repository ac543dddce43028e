import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { AfterContact, SettlementPage } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Answer } from "../../../parts/States.tsx";
import { longDate, shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import { Crisis } from "./Crisis.tsx";
import { Examples } from "./Examples.tsx";
import css from "./exit.module.css";
import { LifeChecks } from "./LifeChecks.tsx";
import { Plan } from "./Plan.tsx";

/** What carries a person after the discharge: its day and the contacts after it, who comes when, how life goes, the crisis plan. */
export function AfterDischarge({ caseId, today }: { caseId: string; today: string }) {
  const page = useQuery(ask("Settlement", { case_id: caseId }));
  return (
    <Answer of={page}>
      {(settlement) => (
        <div className={css["after"]}>
          <Discharge caseId={caseId} page={settlement} today={today} />
          <Plan caseId={caseId} plan={settlement.plan} today={today} />
          <Crisis caseId={caseId} crisis={settlement.crisis} today={today} />
          <LifeChecks caseId={caseId} checks={settlement.checks} today={today} />
          <Examples caseId={caseId} />
        </div>
      )}
    </Answer>
  );
}

function Discharge({ caseId, page, today }: { caseId: string; page: SettlementPage; today: string }) {
  const [open, setOpen] = useState(false);
  const finish = useAct("FinishTask");
  const { discharged_on: home, planned_on: planned, in_hospital: inside, contacts } = page;
  const edit = inside && (
    <Button kind="quiet" dense onPress={() => setOpen(true)}>
      {say(planned === null ? "exit.discharge.plan" : "exit.discharge.plan_edit")}
    </Button>
  );
  return (
    <Section title={say("exit.discharge.title")} aside={edit}>
      {inside && (
        <p>
          {planned === null ? say("exit.discharge.no_plan") : `${say("exit.discharge.planned")}　${longDate(planned)}`}
          {planned === null && contacts.length === 0 && <span className={css["quiet"]}>　{say("exit.discharge.first")}</span>}
        </p>
      )}
      {!inside && home === null && contacts.length === 0 && <p className={css["quiet"]}>{say("exit.discharge.no_stay")}</p>}
      {home !== null && <p>{say("exit.discharge.home_on", { date: longDate(home) })}</p>}
      {contacts.length > 0 && (
        <ol className={css["contacts"]}>
          {contacts.map((contact) => (
            <Contact
              key={contact.task_id}
              contact={contact}
              today={today}
              onFinish={() => finish.mutate({ task_id: contact.task_id, done_on: today })}
            />
          ))}
        </ol>
      )}
      {open && <PlanDay caseId={caseId} planned={planned} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Contact({ contact, today, onFinish }: { contact: AfterContact; today: string; onFinish: () => void }) {
  const { days_after: n, due_on: due, done_on: done } = contact;
  const late = done === null && due !== null && due < today;
  return (
    <li className={done === null ? "" : css["past"]}>
      <strong>{say("exit.discharge.contact", { n })}</strong>
      <span className={late ? css["late"] : css["quiet"]}>
        {done !== null
          ? say("exit.discharge.done", { date: shortFull(done) })
          : due === null
            ? ""
            : say("exit.discharge.due", { date: shortFull(due) })}
      </span>
      {done === null && (
        <Button kind="quiet" dense label={say("exit.discharge.finish_of", { n })} onPress={onFinish}>
          {say("exit.discharge.finish")}
        </Button>
      )}
    </li>
  );
}

function PlanDay({ caseId, planned, onClose }: { caseId: string; planned: string | null; onClose: () => void }) {
  const sheet = useSheet(`form/discharge/${caseId}`, { planned_on: planned });
  const write = useAct("PlanDischarge", { refusals: "here" });
  const keep = () => write.mutate({ case_id: caseId, planned_on: sheet.values.planned_on }, recorded(sheet, onClose));
  return (
    <Dialog title={say("exit.discharge.planned")} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("exit.discharge.keep")}
        onKeep={keep}
        ready={!write.isPending}
        refusal={write.error}
        beside={["planned_on"]}
      >
        <DateEntry
          label={say("exit.discharge.planned")}
          hint={say("exit.discharge.plan_hint")}
          precision="any"
          value={sheet.values.planned_on}
          onChange={(planned_on) => sheet.set({ planned_on })}
          error={refusedAt(write.error, "planned_on")}
        />
      </Form>
    </Dialog>
  );
}
