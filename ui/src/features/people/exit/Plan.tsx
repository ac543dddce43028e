import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { SettlementPlan, Supporter } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Empty } from "../../../parts/States.tsx";
import { Table } from "../../../parts/Table.tsx";
import { TextEntry } from "../../../parts/TextEntry.tsx";
import { longDate } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./exit.module.css";

const nobody: Supporter = { role: "", name: "", contact: "", first_weeks: "", first_months: "", later: "" };

/** Rows of the form; the key stays with its row while others come and go. */
type Row = Supporter & { key: number };
const rowsOf = (supporters: readonly Supporter[]): Row[] =>
  (supporters.length === 0 ? [nobody] : supporters).map((supporter, key) => ({ ...supporter, key }));

type Props = { caseId: string; plan: SettlementPlan; today: string };

/** 定着の計画: who comes when, on one page. */
export function Plan({ caseId, plan, today }: Props) {
  const [open, setOpen] = useState(false);
  const texts = [
    [say("exit.plan.day_activity"), plan.day_activity],
    [say("exit.plan.medication"), plan.medication],
    [say("exit.plan.money"), plan.money],
    [say("exit.plan.others"), plan.others],
  ].filter(([, text]) => text !== "");
  const empty = texts.length === 0 && plan.supporters.length === 0;
  const write = (
    <Button kind="quiet" dense onPress={() => setOpen(true)}>
      {say(empty ? "exit.plan.add" : "exit.plan.edit")}
    </Button>
  );
  return (
    <Section title={say("exit.plan.title")} aside={write}>
      {empty && <Empty sentence={say("exit.plan.none")} />}
      {!empty && plan.planned_on !== null && <p className={css["quiet"]}>{say("exit.plan.made", { date: longDate(plan.planned_on) })}</p>}
      {plan.supporters.length > 0 && (
        <Table
          caption={say("exit.plan.supporters")}
          rows={plan.supporters.map((supporter, at) => ({ ...supporter, id: String(at) }))}
          id={(supporter) => supporter.id}
          columns={[
            { key: "role", head: say("exit.plan.role"), cell: (supporter) => <span className={css["whole"]}>{supporter.role}</span> },
            { key: "name", head: say("exit.plan.name"), cell: (supporter) => supporter.name },
            { key: "weeks", head: say("exit.plan.first_weeks"), cell: (supporter) => supporter.first_weeks },
            { key: "months", head: say("exit.plan.first_months"), cell: (supporter) => supporter.first_months },
            { key: "later", head: say("exit.plan.later"), cell: (supporter) => supporter.later },
            {
              key: "contact",
              head: say("exit.plan.contact"),
              cell: (supporter) => <span className={css["number"]}>{supporter.contact}</span>,
            },
          ]}
        />
      )}
      {texts.length > 0 && (
        <dl className={css["facts"]}>
          {texts.map(([head, text]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {open && <PlanForm caseId={caseId} plan={plan} today={today} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function PlanForm({ caseId, plan, today, onClose }: Props & { onClose: () => void }) {
  const { supporters, planned_on, ...texts } = plan;
  const sheet = useSheet(`form/settlement/${caseId}`, { planned_on: planned_on ?? today, rows: rowsOf(supporters), ...texts });
  const write = useAct("KeepSettlement", { refusals: "here" });
  const { values, set } = sheet;
  const keep = () => {
    const { rows, ...rest } = values;
    write.mutate({ case_id: caseId, ...rest, supporters: rows.map(({ key: _, ...supporter }) => supporter) }, recorded(sheet, onClose));
  };
  const change = (key: number, next: Partial<Supporter>) =>
    set({ rows: values.rows.map((row) => (row.key === key ? { ...row, ...next } : row)) });
  const add = () => set({ rows: [...values.rows, { ...nobody, key: Math.max(-1, ...values.rows.map((row) => row.key)) + 1 }] });
  return (
    <Dialog title={say("exit.plan.title")} isOpen onClose={onClose} width="wide">
      <Form sheet={sheet} keep={say("exit.plan.keep")} onKeep={keep} ready={!write.isPending} refusal={write.error} beside={["planned_on"]}>
        <DateEntry
          label={say("exit.plan.on")}
          precision="any"
          value={values.planned_on}
          onChange={(next) => set({ planned_on: next ?? today })}
          error={refusedAt(write.error, "planned_on")}
        />
        <h3 className={css["sub"]}>{say("exit.plan.supporters")}</h3>
        <ul className={css["rows"]}>
          {values.rows.map((row, at) => (
            <li key={row.key}>
              <Fields columns={3}>
                <LineEntry
                  label={say("exit.plan.role")}
                  placeholder={at === 0 ? say("exit.plan.role_hint") : ""}
                  value={row.role}
                  onChange={(role) => change(row.key, { role })}
                />
                <LineEntry label={say("exit.plan.name")} value={row.name} onChange={(name) => change(row.key, { name })} />
                <LineEntry label={say("exit.plan.contact")} value={row.contact} onChange={(contact) => change(row.key, { contact })} />
                <LineEntry
                  label={say("exit.plan.first_weeks")}
                  placeholder={at === 0 ? say("exit.plan.weeks_hint") : ""}
                  value={row.first_weeks}
                  onChange={(first_weeks) => change(row.key, { first_weeks })}
                />
                <LineEntry
                  label={say("exit.plan.first_months")}
                  value={row.first_months}
                  onChange={(first_months) => change(row.key, { first_months })}
                />
                <LineEntry label={say("exit.plan.later")} value={row.later} onChange={(later) => change(row.key, { later })} />
              </Fields>
              {values.rows.length > 1 && (
                <Button
                  kind="quiet"
                  dense
                  label={say("exit.plan.less_of", { name: row.name || row.role || say("exit.plan.nobody") })}
                  onPress={() => set({ rows: values.rows.filter((one) => one.key !== row.key) })}
                >
                  {say("exit.plan.less")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <div>
          <Button dense onPress={add}>
            {say("exit.plan.more")}
          </Button>
        </div>
        <Fields columns={2}>
          <TextEntry
            label={say("exit.plan.day_activity")}
            rows={2}
            value={values.day_activity}
            onChange={(day_activity) => set({ day_activity })}
          />
          <TextEntry
            label={say("exit.plan.medication")}
            rows={2}
            value={values.medication}
            onChange={(medication) => set({ medication })}
          />
          <TextEntry label={say("exit.plan.money")} rows={2} value={values.money} onChange={(money) => set({ money })} />
          <TextEntry label={say("exit.plan.others")} rows={2} value={values.others} onChange={(others) => set({ others })} />
        </Fields>
      </Form>
    </Dialog>
  );
}
