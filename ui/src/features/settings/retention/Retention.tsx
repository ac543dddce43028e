import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { KeptPerson, Retention as RetentionView } from "../../../house/contract.gen.ts";
import { Button } from "../../../parts/Button.tsx";
import { Name } from "../../../parts/Name.tsx";
import { NumberEntry } from "../../../parts/NumberEntry.tsx";
import { Answer, Empty, ErrorNote } from "../../../parts/States.tsx";
import { Table } from "../../../parts/Table.tsx";
import { shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import { Erase } from "./Erase.tsx";
import { Longer } from "./Longer.tsx";
import css from "./retention.module.css";

/** So many are shown until the others are asked for. */
const FEW = 20;

/** 保存期限: until when the records of people whose support ended are kept, and erasing those whose time is over. */
export function Retention() {
  const [first, setFirst] = useState(FEW);
  const retention = useQuery({ ...ask("Retention", { first }), placeholderData: keepPreviousData });
  return (
    <>
      <p className={css["note"]}>{say("people.retention.note")}</p>
      <Answer of={retention}>
        {(view) => (
          <>
            <Years key={view.years} years={view.years} />
            {view.people.length === 0 ? <Empty sentence={say("people.retention.none")} /> : <People view={view} />}
            {view.people.length < view.total && (
              <div className={css["acts"]}>
                <Button onPress={() => setFirst(view.total)}>{say("people.retention.more", { n: view.total - view.people.length })}</Button>
              </div>
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function Years({ years }: { years: number }) {
  const [value, setValue] = useState<number | null>(years);
  const keep = useAct("KeepRetention", { refusals: "here" });
  return (
    <>
      <NumberEntry
        label={say("people.retention.years")}
        hint={say("people.retention.years_hint")}
        unit={say("people.retention.unit")}
        max={30}
        value={value}
        onChange={setValue}
      />
      {keep.error !== null && <ErrorNote failure={keep.error} onClose={() => keep.reset()} />}
      <div className={css["acts"]}>
        <Button
          isDisabled={value === null || value === years || keep.isPending}
          onPress={() => value !== null && keep.mutate({ years: value })}
        >
          {say("people.retention.keep")}
        </Button>
      </div>
    </>
  );
}

type Meant = { what: "erase" | "longer"; person: KeptPerson };

function People({ view }: { view: RetentionView }) {
  const [meant, setMeant] = useState<Meant | null>(null);
  const close = () => setMeant(null);
  return (
    <>
      <Table
        caption={say("shell.settings.retention")}
        rows={view.people}
        id={(person) => person.case_id}
        columns={[
          { key: "who", head: say("people.retention.who"), cell: (person) => <Name name={person.name} kana={person.kana} /> },
          { key: "closed", head: say("people.retention.closed"), width: "7rem", cell: (person) => shortFull(person.closed_on) },
          {
            key: "until",
            head: say("people.retention.until"),
            width: "9rem",
            cell: (person) => (
              <>
                {shortFull(person.until)}
                {person.over && <p className={css["over"]}>{say("people.retention.over")}</p>}
              </>
            ),
          },
          {
            key: "acts",
            head: say("people.retention.acts"),
            width: "11rem",
            cell: (person) => (
              <div className={css["acts"]}>
                {person.over && (
                  <Button
                    dense
                    kind="warn"
                    label={say("people.erase.open_of", { name: person.name })}
                    onPress={() => setMeant({ what: "erase", person })}
                  >
                    {say("people.erase.open")}
                  </Button>
                )}
                <Button
                  dense
                  kind="quiet"
                  label={say("people.retention.longer_of", { name: person.name })}
                  onPress={() => setMeant({ what: "longer", person })}
                >
                  {say("people.retention.longer")}
                </Button>
              </div>
            ),
          },
        ]}
      />
      {meant?.what === "erase" && <Erase person={meant.person} onClose={close} />}
      {meant?.what === "longer" && <Longer person={meant.person} onClose={close} />}
    </>
  );
}
