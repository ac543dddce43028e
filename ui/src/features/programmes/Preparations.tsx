import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { PreparationLine, ProgrammePage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./page.module.css";

/** What is to be prepared, each with the day on which it was done. */
export function Preparations({ programme }: { programme: ProgrammePage }) {
  const [open, setOpen] = useState<PreparationLine | null>(null);
  const [item, setItem] = useState("");
  const today = useQuery(ask("Today", { on: null }));
  const keep = useAct("KeepPreparation");
  const usual = useAct("AddUsualPreparations");
  const left = programme.preparations.filter((one) => one.done_on === null).length;
  const add = () => {
    if (item.trim() === "") return;
    keep.mutate({ programme_id: programme.id, preparation_id: null, item, done_on: null }, { onSuccess: () => setItem("") });
  };
  const tick = (one: PreparationLine, done: boolean) =>
    keep.mutate({
      programme_id: programme.id,
      preparation_id: one.id,
      item: one.item,
      done_on: done ? (today.data?.on ?? null) : null,
    });
  return (
    <Section
      title={say("programmes.prepare.title")}
      aside={programme.preparations.length > 0 && left > 0 && say("programmes.prepare.left", { n: left })}
    >
      {programme.preparations.length === 0 && (
        <p className={css["none"]}>
          {say("programmes.prepare.none")}{" "}
          <Button dense onPress={() => usual.mutate({ programme_id: programme.id })}>
            {say("programmes.prepare.usual")}
          </Button>
        </p>
      )}
      <ul className={css["lines"]}>
        {programme.preparations.map((one) => (
          <li key={one.id}>
            <span className={css["text"]}>
              <Check checked={one.done_on !== null} onChange={(done) => tick(one, done)}>
                {one.item}
                {one.done_on !== null && (
                  <span className={css["muted"]}>{say("programmes.prepare.done", { date: shortDate(one.done_on) })}</span>
                )}
              </Check>
            </span>
            <Button kind="quiet" dense label={say("programmes.prepare.edit_of", { name: one.item })} onPress={() => setOpen(one)}>
              {say("programmes.roster.edit")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={css["add"]}>
        <LineEntry
          label={say("programmes.prepare.add")}
          hideLabel
          placeholder={say("programmes.prepare.add_placeholder")}
          value={item}
          onChange={setItem}
          onEnter={add}
        />
        <Button onPress={add} isDisabled={item.trim() === ""}>
          {say("work.programme.add_do")}
        </Button>
      </div>
      {open !== null && <PreparationForm programmeId={programme.id} one={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function PreparationForm({ programmeId, one, onClose }: { programmeId: string; one: PreparationLine; onClose: () => void }) {
  const sheet = useSheet(`form/preparation/${one.id}`, { item: one.item, done_on: one.done_on });
  const { values, set } = sheet;
  const write = useAct("KeepPreparation", { refusals: "here" });
  const remove = useAct("RemovePreparation");
  return (
    <Dialog title={say("programmes.prepare.title")} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("programmes.prepare.keep")}
        onKeep={() => write.mutate({ programme_id: programmeId, preparation_id: one.id, ...values }, recorded(sheet, onClose))}
        ready={!write.isPending}
        refusal={write.error}
        beside={["item", "done_on"]}
      >
        <LineEntry
          label={say("programmes.prepare.item")}
          value={values.item}
          onChange={(item) => set({ item })}
          error={refusedAt(write.error, "item")}
          autoFocus
        />
        <DateEntry
          label={say("programmes.prepare.done_on")}
          value={values.done_on}
          onChange={(done_on) => set({ done_on })}
          error={refusedAt(write.error, "done_on")}
        />
        <Button kind="quiet" onPress={() => remove.mutate({ programme_id: programmeId, preparation_id: one.id }, recorded(sheet, onClose))}>
          {say("programmes.prepare.remove")}
        </Button>
      </Form>
    </Dialog>
  );
}
