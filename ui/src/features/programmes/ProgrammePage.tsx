import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { ProgrammePage as Sheet } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Columns, Page, Section } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { fiscalYearOf, shortFull } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { Organisers } from "./Organisers.tsx";
import { Preparations } from "./Preparations.tsx";
import { ProgrammeForm } from "./ProgrammeForm.tsx";
import css from "./page.module.css";
import { RosterTable } from "./RosterTable.tsx";
import { SessionTable } from "./SessionTable.tsx";

/** One programme: what it is, what is prepared, who is on its roster, who came when, and its sessions. */
export function ProgrammePage({ programmeId }: { programmeId: string }) {
  const page = useQuery(ask("ProgrammePage", { programme_id: programmeId }));
  return <Answer of={page}>{(programme) => <Body programme={programme} />}</Answer>;
}

/** 令和7年6月4日〜令和7年10月15日; nothing where nobody knows. */
const period = (programme: Sheet): string =>
  programme.starts === null && programme.ends === null
    ? ""
    : say("programmes.page.of", {
        from: programme.starts === null ? "" : shortFull(programme.starts),
        to: programme.ends === null ? "" : shortFull(programme.ends),
      });

/** Sessions that were held. */
const heldOf = (programme: Sheet): number => programme.sessions.filter((one) => one.attended > 0 || one.result === "done").length;

function Body({ programme }: { programme: Sheet }) {
  const [editing, setEditing] = useState(false);
  const held = heldOf(programme);
  const count =
    programme.planned_sessions === null
      ? say("programmes.page.held", { held })
      : say("programmes.page.so_many", { held, planned: programme.planned_sessions });
  const year = programme.starts === null ? null : fiscalYearOf(programme.starts);
  return (
    <Page
      title={programme.name}
      sub={
        <>
          <Chip kind={programme.status === "running" ? "accent" : "plain"}>{codeName("programme_status", programme.status)}</Chip>
          <span className={css["muted"]}>{[programme.org, period(programme), count].filter(Boolean).join("　")}</span>
        </>
      }
      actions={
        <>
          <Button kind="quiet" onPress={() => go({ at: "programmes" })}>
            {say("programmes.page.back")}
          </Button>
          {year !== null && (
            <Button
              onPress={() =>
                go({
                  at: "reports",
                  show: { kind: "programme", fiscal_year: year, programme_id: programme.id, level: "municipal", step: "choose" },
                })
              }
            >
              {say("programmes.page.report")}
            </Button>
          )}
          <Button kind="primary" onPress={() => go({ at: "plans", write: true, session: true })}>
            {say("programmes.page.plan")}
          </Button>
        </>
      }
    >
      <RosterTable programme={programme} />
      <Columns shape="wide-narrow">
        <SessionTable programme={programme} />
        <div>
          <Section
            title={say("programmes.page.facts")}
            aside={
              <Button kind="quiet" dense onPress={() => setEditing(true)}>
                {say("programmes.page.edit")}
              </Button>
            }
          >
            <Facts programme={programme} />
          </Section>
          <Organisers programme={programme} />
          <Preparations programme={programme} />
        </div>
      </Columns>
      {editing && <ProgrammeForm programme={programme} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Facts({ programme }: { programme: Sheet }) {
  const facts: [string, ReactNode][] = [
    [say("programmes.page.aim"), programme.aim],
    [say("programmes.page.eligibility"), programme.eligibility],
    [say("programmes.page.cost"), programme.cost],
  ];
  const known = facts.filter(([, value]) => value !== "");
  if (known.length === 0) return <p className={css["none"]}>{say("programmes.page.nothing")}</p>;
  return (
    <dl className={css["facts"]}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
