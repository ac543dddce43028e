import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { LifeCheckLine, Method } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Select } from "../../../parts/Select.tsx";
import { Empty } from "../../../parts/States.tsx";
import { TextEntry } from "../../../parts/TextEntry.tsx";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { shortFull } from "../../../words/dates.ts";
import { say, sayCode } from "../../../words/words.ts";
import css from "./exit.module.css";

const AREAS = ["sleep", "meals", "medicine", "money", "neighbours", "loneliness"] as const;
type Area = (typeof AREAS)[number];

/** A level of at least this gives pause. */
const PAUSE = 2;

const blank = (today: string) => ({
  on: today as string | null,
  method: null as Method | null,
  sleep: null as number | null,
  meals: null as number | null,
  medicine: null as number | null,
  money: null as number | null,
  neighbours: null as number | null,
  loneliness: null as number | null,
  note: "",
});

type Props = { caseId: string; checks: readonly LifeCheckLine[]; today: string };

/** 生活の確認: how everyday life goes, area by area, the newest first. */
export function LifeChecks({ caseId, checks, today }: Props) {
  const [open, setOpen] = useState<LifeCheckLine | "new" | null>(null);
  return (
    <Section
      title={say("exit.life.title")}
      aside={
        <Button kind="quiet" dense onPress={() => setOpen("new")}>
          {say("exit.life.add")}
        </Button>
      }
    >
      {checks.length === 0 ? (
        <Empty sentence={say("exit.life.none")} />
      ) : (
        <ol className={css["checks"]}>
          {checks.map((check) => (
            <Checked key={check.id} check={check} onEdit={() => setOpen(check)} />
          ))}
        </ol>
      )}
      {open !== null && <CheckForm caseId={caseId} check={open === "new" ? null : open} today={today} onClose={() => setOpen(null)} />}
    </Section>
  );
}

const levelName = (level: number): string => sayCode("exit.level", String(level));

/** One day of it: what was looked at, area by area, and the words about it. */
function Checked({ check, onEdit }: { check: LifeCheckLine; onEdit: () => void }) {
  return (
    <li>
      <div className={css["checkHead"]}>
        <span className="figure">{shortFull(check.on)}</span>
        <span className={css["quiet"]}>{codeName("method", check.method)}</span>
        <Button kind="quiet" dense label={say("exit.life.edit_of", { date: shortFull(check.on) })} onPress={onEdit}>
          {say("exit.life.edit")}
        </Button>
      </div>
      <dl>
        {AREAS.map((area) => {
          const level = check[area];
          return (
            level !== null && (
              <div key={area}>
                <dt>{say(`exit.life.${area}`)}</dt>
                <dd className={level >= PAUSE ? css["pause"] : ""}>{levelName(level)}</dd>
              </div>
            )
          );
        })}
      </dl>
      {check.note !== "" && <p>{check.note}</p>}
    </li>
  );
}

function CheckForm({ caseId, check, today, onClose }: { caseId: string; check: LifeCheckLine | null; today: string; onClose: () => void }) {
  const { id, method, ...rest } = check ?? { id: null, ...blank(today) };
  const first = { ...rest, method: method === "" ? null : (method as Method | null) };
  const sheet = useSheet<ReturnType<typeof blank>>(`form/life/${caseId}/${id ?? "new"}`, first);
  const write = useAct("KeepLifeCheck", { refusals: "here" });
  const remove = useAct("RemoveLifeCheck");
  const { values, set } = sheet;
  const keep = () => {
    const { on, ...others } = values;
    if (on !== null) write.mutate({ case_id: caseId, check_id: id, on, ...others }, recorded(sheet, onClose));
  };
  const put = (area: Area, level: string) => set({ [area]: Number(level) } as Partial<ReturnType<typeof blank>>);
  return (
    <Dialog title={say("exit.life.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("exit.life.keep")}
        onKeep={keep}
        ready={!write.isPending && values.on !== null}
        refusal={write.error}
        beside={["on", "note"]}
      >
        <Fields columns={2}>
          <DateEntry label={say("exit.life.on")} value={values.on} onChange={(on) => set({ on })} error={refusedAt(write.error, "on")} />
          <Select
            label={say("exit.life.method")}
            value={values.method}
            onChange={(next) => set({ method: next as Method | null })}
            options={codeOptions("method")}
          />
        </Fields>
        <div className={css["areas"]}>
          {AREAS.map((area) => (
            <Choice
              key={area}
              label={say(`exit.life.${area}`)}
              beside
              dense
              value={values[area] === null ? null : String(values[area])}
              onChange={(level) => put(area, level)}
              options={["0", "1", "2", "3"].map((level) => ({ id: level, label: levelName(Number(level)) }))}
            />
          ))}
        </div>
        <TextEntry
          label={say("exit.life.note")}
          rows={2}
          value={values.note}
          onChange={(note) => set({ note })}
          error={refusedAt(write.error, "note")}
        />
        {id !== null && (
          <Button kind="quiet" onPress={() => remove.mutate({ case_id: caseId, check_id: id }, recorded(sheet, onClose))}>
            {say("exit.life.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
