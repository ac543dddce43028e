import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { named, openPeople } from "../../house/box.ts";
import type { Organisation } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Count } from "../../parts/Count.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { focusRow, List } from "../../parts/List.tsx";
import { Name } from "../../parts/Name.tsx";
import { Columns, Page, Section } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go, stay } from "../../screens.ts";
import { codeName, isNamed } from "../../words/codes.ts";
import { longDate, shortDay, shortFull } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { Closure } from "./Closure.tsx";
import css from "./organisations.module.css";

const HOSPITALS = ["psychiatric_hospital", "general_hospital"];
type Kind = "all" | "hospital" | "partner";

/** Hospitals and partners: who they are, and when we last had anything to do with each other. */
export function OrganisationsScreen({ orgId }: { orgId: string | null }) {
  const [filter, setFilter] = useState("");
  const [kind, setKind] = useState<Kind>("all");
  const found = useQuery({ ...ask("Organisations", { filter }), placeholderData: keepPreviousData });
  const shown = (found.data ?? []).filter((one) => kind === "all" || (kind === "hospital") === HOSPITALS.includes(one.type));
  const selected = shown.find((one) => one.id === orgId) ?? shown[0];
  const step = (by: number) => {
    const next = shown[shown.findIndex((one) => one.id === selected?.id) + by];
    if (next === undefined) return;
    stay({ at: "organisations", orgId: next.id });
    focusRow(next.id);
  };
  const next = () => step(1);
  const previous = () => step(-1);
  useKeys({ J: next, K: previous, "Mod+]": next, "Mod+[": previous });
  return (
    <Page fill title={say("work.organisation.title")} sub={found.data && say("work.organisation.count", { n: shown.length })}>
      <div className={css["desk"]}>
        <Columns shape="list-detail">
          <div className={css["list"]}>
            <LineEntry
              label={say("work.organisation.filter")}
              hideLabel
              placeholder={say("work.organisation.filter")}
              value={filter}
              onChange={setFilter}
              onArrow={() => selected !== undefined && focusRow(selected.id)}
              isFilter
            />
            <Choice
              label={say("work.organisation.kinds")}
              hideLabel
              dense
              value={kind}
              onChange={setKind}
              options={[
                { id: "all", label: say("work.organisation.all") },
                { id: "hospital", label: say("work.organisation.hospitals") },
                { id: "partner", label: say("work.organisation.partners") },
              ]}
            />
            <div className={css["rows"]}>
              <Answer of={found}>
                {() => (
                  <List
                    label={say("work.organisation.title")}
                    selected={selected?.id ?? null}
                    onSelect={(id) => stay({ at: "organisations", orgId: id })}
                    rows={shown.map((one) => ({
                      id: one.id,
                      text: `${one.name} ${one.kana}`,
                      first: one.name,
                      second: (
                        <span className={css["about"]}>
                          <span>{codeName("organisation_type", one.type)}</span>
                          {one.last_contact_on !== null && <span className={css["last"]}>{shortFull(one.last_contact_on)}</span>}
                        </span>
                      ),
                    }))}
                    empty={
                      filter === "" && kind === "all" ? (
                        <Empty sentence={say("work.organisation.none")}>
                          <Button onPress={() => go({ at: "plans", write: true })}>{say("work.organisation.visit")}</Button>
                        </Empty>
                      ) : (
                        <Empty sentence={say("work.organisation.nothing_found")} />
                      )
                    }
                  />
                )}
              </Answer>
            </div>
          </div>
          {selected !== undefined && <Detail key={selected.id} organisation={selected} />}
        </Columns>
      </div>
    </Page>
  );
}

function Detail({ organisation }: { organisation: Organisation }) {
  const hospital = HOSPITALS.includes(organisation.type);
  const facts: [string, string][] = [
    [say("work.organisation.type"), codeName("organisation_type", organisation.type)],
    ...(isNamed(organisation.area) ? [[say("work.organisation.area"), organisation.area] as [string, string]] : []),
    ...(organisation.wards.length === 0 ? [] : [[say("work.organisation.wards"), organisation.wards.join("、")] as [string, string]]),
    [
      say("work.organisation.last"),
      organisation.last_contact_on === null ? say("work.organisation.no_contact") : longDate(organisation.last_contact_on),
    ],
  ];
  return (
    <section className={css["detail"]} aria-label={organisation.name}>
      <header className={css["head"]}>
        <div>
          <h2>{organisation.name}</h2>
          {organisation.kana !== "" && <p className={css["kana"]}>{organisation.kana}</p>}
        </div>
        {hospital && (
          <Button onPress={() => go({ at: "plans", write: true, orgId: organisation.id })}>{say("work.organisation.visit")}</Button>
        )}
      </header>
      <dl className={css["facts"]}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {hospital && <Closure orgId={organisation.id} />}
      {hospital && <People organisation={organisation} />}
    </section>
  );
}

/** Whoever is supported and stays there now. */
function People({ organisation }: { organisation: Organisation }) {
  const list = useQuery(ask("CaseList", { filter: "", scope: "open", sort: "kana" }));
  return (
    <Section
      title={say("work.organisation.people")}
      aside={
        <Count onPress={() => openPeople(named("hospital", organisation.name))}>
          {say("work.organisation.open_cases", { n: organisation.open_cases })}
        </Count>
      }
    >
      <Answer of={list}>
        {(all) => (
          <List
            label={say("work.organisation.people")}
            onOpen={(id) => go({ at: "people", caseId: id })}
            rows={all.lines
              .filter((line) => line.org_id === organisation.id)
              .map((line) => ({
                id: line.id,
                text: `${line.name} ${line.kana}`,
                first: <Name name={line.name} kana={line.kana} />,
                second: [line.ward, sayCode("people.step", line.stage)].filter(Boolean).join("　"),
                end: line.last_contact_on === null ? "" : say("work.organisation.met", { date: shortDay(line.last_contact_on) }),
              }))}
            empty={<Empty sentence={say("work.organisation.nobody")} />}
          />
        )}
      </Answer>
    </Section>
  );
}
