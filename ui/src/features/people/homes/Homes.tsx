import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { HomeLine } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { Choice, Choices } from "../../../parts/Choice.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { NumberEntry } from "../../../parts/NumberEntry.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./homes.module.css";
import { Trials } from "./Trials.tsx";
import { Uses } from "./Uses.tsx";

/** So many homes stand beside each other. */
const BESIDE = 3;

const blank = {
  seen_on: null as string | null,
  name: "",
  address: "",
  landlord: "",
  agent: "",
  rent: null as number | null,
  initial_cost: null as number | null,
  guarantor: "",
  told: "",
  result: "",
  reason: "",
};

/** The homes that were looked at, up to three beside each other, the nights on trial, and the services tried. */
export function Homes({ caseId }: { caseId: string }) {
  const page = useQuery(ask("Homes", { case_id: caseId }));
  return (
    <Answer of={page}>
      {({ homes, trials, nights, uses, days }) => (
        <div className={css["homes"]}>
          <Candidates caseId={caseId} homes={homes} />
          <Trials caseId={caseId} trials={trials} nights={nights} />
          <Uses caseId={caseId} uses={uses} days={days} />
        </div>
      )}
    </Answer>
  );
}

function Candidates({ caseId, homes }: { caseId: string; homes: readonly HomeLine[] }) {
  const [picked, setPicked] = useState<string[] | null>(null);
  const [open, setOpen] = useState<HomeLine | "new" | null>(null);
  const ids = (picked ?? homes.map((home) => home.id)).filter((id) => homes.some((home) => home.id === id)).slice(0, BESIDE);
  const shown = homes.filter((home) => ids.includes(home.id));
  return (
    <Section
      title={say("road.home.title")}
      aside={
        <Button kind="quiet" dense onPress={() => setOpen("new")}>
          {say("road.home.add")}
        </Button>
      }
    >
      {homes.length > BESIDE && (
        <Choices
          label={say("road.home.compare")}
          dense
          value={ids}
          onChange={(next: string[]) => setPicked(next.slice(-BESIDE))}
          options={homes.map((home) => ({ id: home.id, label: home.name }))}
        />
      )}
      {homes.length === 0 ? <Empty sentence={say("road.home.none")} /> : <Comparison homes={shown} onOpen={setOpen} />}
      {open !== null && <HomeForm caseId={caseId} home={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

const yen = (sum: number | null): string => (sum === null ? "" : `${String(sum).replace(/\B(?=(\d{3})+$)/g, ",")}${say("road.home.yen")}`);

function Comparison({ homes, onOpen }: { homes: readonly HomeLine[]; onOpen: (home: HomeLine) => void }) {
  const rows: [string, (home: HomeLine) => string][] = [
    [say("road.home.result"), (home) => codeName("home_result", home.result)],
    [say("road.home.reason"), (home) => home.reason],
    [say("road.home.rent"), (home) => yen(home.rent)],
    [say("road.home.initial_cost"), (home) => yen(home.initial_cost)],
    [say("road.home.guarantor"), (home) => home.guarantor],
    [say("road.home.told"), (home) => home.told],
    [say("road.home.address"), (home) => home.address],
    [say("road.home.landlord"), (home) => home.landlord],
    [say("road.home.agent"), (home) => home.agent],
    [say("road.home.seen_on"), (home) => (home.seen_on === null ? "" : shortFull(home.seen_on))],
  ];
  return (
    <table className={css["compare"]}>
      <caption className="for-reader">{say("road.home.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("road.home.field")}</th>
          {homes.map((home) => (
            <th key={home.id} scope="col">
              <span>{home.name}</span>
              <Button kind="quiet" dense label={say("road.home.edit_of", { name: home.name })} onPress={() => onOpen(home)}>
                {say("road.home.edit")}
              </Button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, cell]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {homes.map((home) => (
              <td key={home.id}>{cell(home)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HomeForm({ caseId, home, onClose }: { caseId: string; home: HomeLine | null; onClose: () => void }) {
  const { id, ...first } = home ?? { id: null, ...blank };
  const sheet = useSheet(`form/home/${caseId}/${id ?? "new"}`, first);
  const write = useAct("KeepHome", { refusals: "here" });
  const remove = useAct("RemoveHome");
  const { values, set } = sheet;
  const keep = () => write.mutate({ case_id: caseId, home_id: id, ...values }, recorded(sheet, onClose));
  return (
    <Dialog title={say("road.home.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("road.home.keep")}
        onKeep={keep}
        ready={!write.isPending}
        refusal={write.error}
        beside={["name", "seen_on", "reason"]}
      >
        <LineEntry
          label={say("road.home.name")}
          value={values.name}
          onChange={(name) => set({ name })}
          error={refusedAt(write.error, "name")}
        />
        <Fields columns={3}>
          <DateEntry
            label={say("road.home.seen_on")}
            precision="any"
            value={values.seen_on}
            onChange={(seen_on) => set({ seen_on })}
            error={refusedAt(write.error, "seen_on")}
          />
          <NumberEntry
            max={9_999_999}
            label={say("road.home.rent")}
            unit={say("road.home.yen")}
            value={values.rent}
            onChange={(rent) => set({ rent })}
          />
          <NumberEntry
            max={9_999_999}
            label={say("road.home.initial_cost")}
            unit={say("road.home.yen")}
            value={values.initial_cost}
            onChange={(initial_cost) => set({ initial_cost })}
          />
        </Fields>
        <LineEntry label={say("road.home.address")} value={values.address} onChange={(address) => set({ address })} />
        <Fields columns={2}>
          <LineEntry label={say("road.home.landlord")} value={values.landlord} onChange={(landlord) => set({ landlord })} />
          <LineEntry label={say("road.home.agent")} value={values.agent} onChange={(agent) => set({ agent })} />
        </Fields>
        <LineEntry label={say("road.home.guarantor")} value={values.guarantor} onChange={(guarantor) => set({ guarantor })} />
        <LineEntry label={say("road.home.told")} value={values.told} onChange={(told) => set({ told })} />
        <Choice
          label={say("road.home.result")}
          options={codeOptions("home_result")}
          value={values.result}
          onChange={(result: string) => set({ result })}
        />
        <LineEntry
          label={say("road.home.reason")}
          value={values.reason}
          onChange={(reason) => set({ reason })}
          error={refusedAt(write.error, "reason")}
        />
        {id !== null && (
          <Button kind="quiet" onPress={() => remove.mutate({ case_id: caseId, home_id: id }, recorded(sheet, onClose))}>
            {say("road.home.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
