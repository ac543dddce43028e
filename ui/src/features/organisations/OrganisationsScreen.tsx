import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Organisation } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { List } from "../../parts/List.tsx";
import { Columns, Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go, stay } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { longDate, shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./organisations.module.css";

/** Hospitals and partners: who they are, and when we last had anything to do with each other. */
export function OrganisationsScreen({ orgId }: { orgId: string | null }) {
  const [filter, setFilter] = useState("");
  const found = useQuery({ ...ask("Organisations", { filter }), placeholderData: keepPreviousData });
  return (
    <Page fill title={say("work.organisation.title")}>
      <Columns shape="list-detail">
        <div className={css["list"]}>
          <LineEntry label={say("work.organisation.filter")} value={filter} onChange={setFilter} isFilter />
          <Answer of={found}>
            {(all) => (
              <List
                label={say("work.organisation.title")}
                selected={orgId}
                onSelect={(id) => stay({ at: "organisations", orgId: id })}
                rows={all.map((one) => ({
                  id: one.id,
                  text: `${one.name} ${one.kana}`,
                  first: one.name,
                  second: codeName("organisation_type", one.type),
                  end: one.last_contact_on === null ? "" : shortDate(one.last_contact_on),
                }))}
                empty={<Empty sentence={filter === "" ? say("work.organisation.none") : say("work.organisation.nothing_found")} />}
              />
            )}
          </Answer>
        </div>
        <Detail organisation={found.data?.find((one) => one.id === orgId)} />
      </Columns>
    </Page>
  );
}

function Detail({ organisation }: { organisation: Organisation | undefined }) {
  if (organisation === undefined) return <Empty sentence={say("work.organisation.choose")} />;
  const facts: [string, string][] = [
    [say("work.organisation.type"), codeName("organisation_type", organisation.type)],
    ...(organisation.area === null ? [] : [[say("work.organisation.area"), organisation.area] as [string, string]]),
    ...(organisation.wards.length === 0 ? [] : [[say("work.organisation.wards"), organisation.wards.join("、")] as [string, string]]),
  ];
  return (
    <section className={css["detail"]} aria-label={organisation.name}>
      <h2>{organisation.name}</h2>
      {organisation.kana !== "" && <p className={css["kana"]}>{organisation.kana}</p>}
      <p>
        {organisation.last_contact_on === null
          ? say("work.organisation.no_contact")
          : say("work.organisation.last", { date: longDate(organisation.last_contact_on) })}
        {organisation.open_cases > 0 && (
          <span className={css["open"]}>{say("work.organisation.open_cases", { n: organisation.open_cases })}</span>
        )}
      </p>
      <dl className={css["facts"]}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={() => go({ at: "plans", write: true })}>{say("work.organisation.visit")}</Button>
    </section>
  );
}
