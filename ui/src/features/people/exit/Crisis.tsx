import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { CrisisCall, CrisisView } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Empty } from "../../../parts/States.tsx";
import { TextEntry } from "../../../parts/TextEntry.tsx";
import { go } from "../../../screens.ts";
import { longDate } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./exit.module.css";

const PARTS = ["well", "signs", "own_ways", "wanted", "unwanted", "hospital"] as const;
const nobody: CrisisCall = { who: "", phone: "", hours: "" };

type Row = CrisisCall & { key: number };
const rowsOf = (calls: readonly CrisisCall[]): Row[] => (calls.length === 0 ? [nobody] : calls).map((call, key) => ({ ...call, key }));

type Props = { caseId: string; crisis: CrisisView; today: string };

/** クライシスプラン: written in calm days in her own words, and on paper where she sees it. */
export function Crisis({ caseId, crisis, today }: Props) {
  const [open, setOpen] = useState(false);
  const parts = PARTS.filter((part) => crisis[part] !== "");
  const empty = parts.length === 0 && crisis.calls.length === 0;
  const acts = (
    <>
      {!empty && (
        <Button kind="quiet" dense onPress={() => go({ at: "records", paper: "crisis", caseId })}>
          {say("exit.crisis.paper")}
        </Button>
      )}
      <Button kind="quiet" dense onPress={() => setOpen(true)}>
        {say(empty ? "exit.crisis.add" : "exit.crisis.edit")}
      </Button>
    </>
  );
  return (
    <Section title={say("exit.crisis.title")} aside={acts}>
      {empty && <Empty sentence={say("exit.crisis.none")} />}
      {!empty && (
        <p className={css["quiet"]}>
          {crisis.made_on === null ? say("exit.crisis.older") : say("exit.crisis.made", { date: longDate(crisis.made_on) })}
        </p>
      )}
      {parts.length > 0 && (
        <dl className={css["facts"]}>
          {parts.map((part) => (
            <div key={part}>
              <dt>{say(`exit.crisis.${part}`)}</dt>
              <dd>{crisis[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      {crisis.calls.length > 0 && (
        <>
          <h3 className={css["sub"]}>{say("exit.crisis.calls")}</h3>
          <ol className={css["calls"]}>
            {crisis.calls.map((call) => (
              <li key={`${call.who} ${call.phone}`}>
                <strong>{call.who}</strong>
                <span className="figure">{call.phone}</span>
                <span className={css["quiet"]}>{call.hours}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {open && <CrisisForm caseId={caseId} crisis={crisis} today={today} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function CrisisForm({ caseId, crisis, today, onClose }: Props & { onClose: () => void }) {
  const { calls, made_on, ...texts } = crisis;
  const sheet = useSheet(`form/crisis/${caseId}`, { made_on: made_on ?? today, rows: rowsOf(calls), ...texts });
  const write = useAct("KeepCrisisPlan", { refusals: "here" });
  const { values, set } = sheet;
  const keep = () => {
    const { rows, ...rest } = values;
    write.mutate({ case_id: caseId, ...rest, calls: rows.map(({ key: _, ...call }) => call) }, recorded(sheet, onClose));
  };
  const change = (key: number, next: Partial<CrisisCall>) =>
    set({ rows: values.rows.map((row) => (row.key === key ? { ...row, ...next } : row)) });
  return (
    <Dialog title={say("exit.crisis.title")} isOpen onClose={onClose} width="wide">
      <Form
        sheet={sheet}
        keep={say("exit.crisis.keep")}
        onKeep={keep}
        ready={!write.isPending}
        refusal={write.error}
        beside={["made_on", ...PARTS]}
      >
        <DateEntry
          label={say("exit.crisis.on")}
          precision="any"
          value={values.made_on}
          onChange={(next) => set({ made_on: next ?? today })}
          error={refusedAt(write.error, "made_on")}
        />
        <Fields columns={2}>
          {PARTS.map((part) => (
            <TextEntry
              key={part}
              label={say(`exit.crisis.${part}`)}
              rows={2}
              value={values[part]}
              onChange={(text) => set({ [part]: text } as Partial<typeof values>)}
              error={refusedAt(write.error, part)}
            />
          ))}
        </Fields>
        <h3 className={css["sub"]}>{say("exit.crisis.calls")}</h3>
        <ol className={css["rows"]}>
          {values.rows.map((row, at) => (
            <li key={row.key}>
              <Fields columns={3}>
                <LineEntry label={say("exit.crisis.who")} value={row.who} onChange={(who) => change(row.key, { who })} />
                <LineEntry label={say("exit.crisis.phone")} value={row.phone} onChange={(phone) => change(row.key, { phone })} />
                <LineEntry label={say("exit.crisis.hours")} value={row.hours} onChange={(hours) => change(row.key, { hours })} />
              </Fields>
              {values.rows.length > 1 && (
                <Button
                  kind="quiet"
                  dense
                  label={say("exit.crisis.less_of", { n: at + 1 })}
                  onPress={() => set({ rows: values.rows.filter((one) => one.key !== row.key) })}
                >
                  {say("exit.crisis.less")}
                </Button>
              )}
            </li>
          ))}
        </ol>
        <div>
          <Button
            dense
            onPress={() => set({ rows: [...values.rows, { ...nobody, key: Math.max(-1, ...values.rows.map((row) => row.key)) + 1 }] })}
          >
            {say("exit.crisis.more")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
