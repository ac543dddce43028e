import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { CheckItem, CheckStage, Stage } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { Check } from "../../../parts/Check.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Form, recorded } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { shortFull } from "../../../words/dates.ts";
import { say, sayCode } from "../../../words/words.ts";
import css from "./road.module.css";

type Props = { caseId: string; stages: readonly CheckStage[]; current: Stage; today: string };

const nameOf = (stage: Stage, item: CheckItem): string => (item.added ? item.item : sayCode(`road.${stage}`, item.item));

/** What each stage asks, the present one first; any item may be done at any time. */
export function Checklist({ caseId, stages, current, today }: Props) {
  const [stage, setStage] = useState<Stage>(current);
  const [open, setOpen] = useState<CheckItem | null>(null);
  const keep = useAct("KeepCheck");
  const shown = stages.find((one) => one.stage === stage);
  if (shown === undefined) return null;
  const put = (item: CheckItem, change: Partial<CheckItem>) => {
    const { item: code, done_on, done_by, note, hidden } = { ...item, ...change };
    keep.mutate({ case_id: caseId, stage, item: code, done_on, done_by, note, hidden });
  };
  const used = shown.items.filter((item) => !item.hidden);
  const unused = shown.items.filter((item) => item.hidden);
  return (
    <div className={css["checklist"]}>
      <Choice
        label={say("road.check.stages")}
        hideLabel
        dense
        value={stage}
        onChange={setStage}
        options={stages.map((one) => ({
          id: one.stage,
          label: say("road.check.stage", { name: sayCode("people.step", one.stage), done: one.done, asked: one.asked }),
        }))}
      />
      <dl className={css["criteria"]}>
        <dt>{say("road.check.enter")}</dt>
        <dd>{sayCode("road.entry", stage)}</dd>
        <dt>{say("road.check.leave")}</dt>
        <dd>{sayCode("road.leave", stage)}</dd>
      </dl>
      <ul className={css["items"]}>
        {used.map((item) => (
          <li key={item.item}>
            <Check checked={item.done_on !== null} onChange={(on) => put(item, { done_on: on ? today : null })}>
              {nameOf(stage, item)}
            </Check>
            <span className={css["done"]}>
              {[item.done_on === null ? "" : shortFull(item.done_on), item.done_by, item.note].filter((part) => part !== "").join("　")}
            </span>
            <Button kind="quiet" dense label={say("road.check.detail_of", { item: nameOf(stage, item) })} onPress={() => setOpen(item)}>
              {say("road.check.detail")}
            </Button>
          </li>
        ))}
      </ul>
      <AddItem
        key={stage}
        onAdd={(item) => keep.mutate({ case_id: caseId, stage, item, done_on: null, done_by: "", note: "", hidden: false })}
      />
      {unused.length > 0 && (
        <details className={css["unused"]}>
          <summary>{say("road.check.hidden", { n: unused.length })}</summary>
          <ul>
            {unused.map((item) => (
              <li key={item.item}>
                <span>{nameOf(stage, item)}</span>
                <Button
                  kind="quiet"
                  dense
                  label={say("road.check.show_of", { item: nameOf(stage, item) })}
                  onPress={() => put(item, { hidden: false })}
                >
                  {say("road.check.show")}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className={css["quiet"]}>{say("road.check.any")}</p>
      {open !== null && (
        <Detail caseId={caseId} stage={stage} item={open} onHide={() => put(open, { hidden: true })} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function AddItem({ onAdd }: { onAdd: (item: string) => void }) {
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() === "") return;
    onAdd(text);
    setText("");
  };
  return (
    <div className={css["add"]}>
      <LineEntry
        label={say("road.check.add")}
        hideLabel
        placeholder={say("road.check.add")}
        value={text}
        onChange={setText}
        onEnter={add}
      />
      {text.trim() !== "" && <Button onPress={add}>{say("road.check.add_do")}</Button>}
    </div>
  );
}

type DetailProps = { caseId: string; stage: Stage; item: CheckItem; onHide: () => void; onClose: () => void };

function Detail({ caseId, stage, item, onHide, onClose }: DetailProps) {
  const sheet = useSheet(`form/check/${caseId}/${stage}/${item.item}`, {
    done_on: item.done_on,
    done_by: item.done_by,
    note: item.note,
  });
  const write = useAct("KeepCheck", { refusals: "here" });
  const keep = () =>
    write.mutate({ case_id: caseId, stage, item: item.item, hidden: item.hidden, ...sheet.values }, recorded(sheet, onClose));
  return (
    <Dialog title={nameOf(stage, item)} isOpen onClose={onClose}>
      <Form sheet={sheet} keep={say("road.check.keep")} onKeep={keep} ready={!write.isPending} refusal={write.error}>
        <DateEntry
          label={say("road.check.done_on")}
          precision="any"
          value={sheet.values.done_on}
          onChange={(next) => sheet.set({ done_on: next })}
          error={write.error?.field === "done_on" ? write.error.sentence : null}
        />
        <LineEntry label={say("road.check.done_by")} value={sheet.values.done_by} onChange={(next) => sheet.set({ done_by: next })} />
        <LineEntry label={say("road.check.note")} value={sheet.values.note} onChange={(next) => sheet.set({ note: next })} />
        <Button
          kind="quiet"
          onPress={() => {
            onHide();
            onClose();
          }}
        >
          {say("road.check.hide")}
        </Button>
      </Form>
    </Dialog>
  );
}
