import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { TrialLine } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { NumberEntry } from "../../../parts/NumberEntry.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Empty } from "../../../parts/States.tsx";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./homes.module.css";

const blank = {
  place: "",
  from_on: null as string | null,
  to_on: null as string | null,
  nights: null as number | null,
  purpose: "",
  result: "",
  person_view: "",
  staff_view: "",
};

const days = (trial: TrialLine): string =>
  trial.to_on === null ? shortFull(trial.from_on) : say("road.trial.span", { from: shortFull(trial.from_on), to: shortFull(trial.to_on) });

/** The nights on trial: how many so far, and how each stay went. */
export function Trials({ caseId, trials, nights }: { caseId: string; trials: readonly TrialLine[]; nights: number }) {
  const [open, setOpen] = useState<TrialLine | "new" | null>(null);
  return (
    <Section
      title={say("road.trial.title")}
      aside={
        <Button kind="quiet" dense onPress={() => setOpen("new")}>
          {say("road.trial.add")}
        </Button>
      }
    >
      {trials.length === 0 ? (
        <Empty sentence={say("road.trial.none")} />
      ) : (
        <>
          <p className="figure">{say("road.trial.counter", { times: trials.length, nights })}</p>
          <ul className={css["trials"]} aria-label={say("road.trial.title")}>
            {trials.map((trial) => (
              <Stay key={trial.id} trial={trial} onEdit={() => setOpen(trial)} />
            ))}
          </ul>
        </>
      )}
      {open !== null && <TrialForm caseId={caseId} trial={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** One stay: when, how long and where, then what was meant and how it was seen. */
function Stay({ trial, onEdit }: { trial: TrialLine; onEdit: () => void }) {
  const told: [string, string][] = [
    [say("road.trial.purpose"), trial.purpose],
    [say("road.trial.person_view"), trial.person_view],
    [say("road.trial.staff_view"), trial.staff_view],
  ];
  return (
    <li>
      <div className={css["stay"]}>
        <span className="figure">{days(trial)}</span>
        {trial.nights !== null && (
          <span className="figure">
            {trial.nights}
            <span className="unit">{say("road.trial.night_unit")}</span>
          </span>
        )}
        <span>{trial.place}</span>
        {trial.result !== "" && <Chip>{codeName("trial_result", trial.result)}</Chip>}
        <Button kind="quiet" dense label={say("road.trial.edit_of", { on: days(trial) })} onPress={onEdit}>
          {say("road.home.edit")}
        </Button>
      </div>
      <dl>
        {told.map(
          ([head, text]) =>
            text !== "" && (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </li>
  );
}

function TrialForm({ caseId, trial, onClose }: { caseId: string; trial: TrialLine | null; onClose: () => void }) {
  const { id, ...first } = trial ?? { id: null, ...blank };
  const sheet = useSheet<typeof blank>(`form/trial/${caseId}/${id ?? "new"}`, first);
  const write = useAct("KeepTrial", { refusals: "here" });
  const remove = useAct("RemoveTrial");
  const { values, set } = sheet;
  const keep = () => {
    const { from_on, ...rest } = values;
    if (from_on !== null) write.mutate({ case_id: caseId, trial_id: id, from_on, ...rest }, recorded(sheet, onClose));
  };
  const refused = (field: string) => refusedAt(write.error, field);
  return (
    <Dialog title={say("road.trial.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("road.home.keep")}
        onKeep={keep}
        ready={!write.isPending && values.from_on !== null}
        refusal={write.error}
        beside={["from_on", "to_on", "nights"]}
      >
        <LineEntry label={say("road.trial.place")} value={values.place} onChange={(place) => set({ place })} />
        <Fields columns="days">
          <DateEntry
            label={say("road.trial.from")}
            value={values.from_on}
            onChange={(from_on) => set({ from_on })}
            error={refused("from_on")}
          />
          <DateEntry label={say("road.trial.to")} value={values.to_on} onChange={(to_on) => set({ to_on })} error={refused("to_on")} />
          <NumberEntry
            label={say("road.trial.nights")}
            unit={say("road.trial.night_unit")}
            hint={say("road.trial.nights_hint")}
            value={values.nights}
            onChange={(nights) => set({ nights })}
            error={refused("nights")}
          />
        </Fields>
        <LineEntry label={say("road.trial.purpose")} value={values.purpose} onChange={(purpose) => set({ purpose })} />
        <Choice
          label={say("road.trial.result")}
          options={codeOptions("trial_result")}
          value={values.result}
          onChange={(result: string) => set({ result })}
        />
        <LineEntry label={say("road.trial.person_view")} value={values.person_view} onChange={(person_view) => set({ person_view })} />
        <LineEntry label={say("road.trial.staff_view")} value={values.staff_view} onChange={(staff_view) => set({ staff_view })} />
        {id !== null && (
          <Button kind="quiet" onPress={() => remove.mutate({ case_id: caseId, trial_id: id }, recorded(sheet, onClose))}>
            {say("road.trial.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
