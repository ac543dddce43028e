import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { ask } from "../../house/ask.ts";
import type { CasePage, IsoDate } from "../../house/contract.gen.ts";
import { Answer } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import { Consents } from "./consents/Consents.tsx";
import { AfterDischarge } from "./exit/AfterDischarge.tsx";
import { Homes } from "./homes/Homes.tsx";
import { Checklist } from "./road/Checklist.tsx";
import css from "./road/road.module.css";
import { Timeline } from "./Timeline.tsx";

/** What lies below the wish and the exit: everything that happened, and what the stages ask. */
export function PersonParts({ person, note }: { person: CasePage; note: string | null }) {
  return (
    <Tabs className={css["parts"] ?? ""}>
      <TabList aria-label={person.name} className={css["tabList"] ?? ""}>
        <Tab id="timeline" className={css["tab"] ?? ""}>
          {say("road.check.timeline_tab", { n: person.timeline_total })}
        </Tab>
        <Tab id="checklist" className={css["tab"] ?? ""}>
          <Checked person={person} />
        </Tab>
        <Tab id="consents" className={css["tab"] ?? ""}>
          {say("people.consent.tab")}
        </Tab>
        <Tab id="homes" className={css["tab"] ?? ""}>
          {say("road.home.tab")}
        </Tab>
        <Tab id="after" className={css["tab"] ?? ""}>
          {say("exit.tab")}
        </Tab>
      </TabList>
      <TabPanel id="timeline">
        <Timeline person={person} note={note} bare />
      </TabPanel>
      <TabPanel id="checklist">
        <Stages person={person} />
      </TabPanel>
      <TabPanel id="consents">
        <OnDay>{(today) => <Consents caseId={person.id} today={today} />}</OnDay>
      </TabPanel>
      <TabPanel id="homes">
        <Homes caseId={person.id} />
      </TabPanel>
      <TabPanel id="after">
        <OnDay>{(today) => <AfterDischarge caseId={person.id} today={today} />}</OnDay>
      </TabPanel>
    </Tabs>
  );
}

/** How much of the list of the present stage is done: asked here, so that its answer draws nothing else again. */
function Checked({ person }: { person: CasePage }) {
  const list = useQuery(ask("Checklist", { case_id: person.id }));
  const now = list.data?.find((one) => one.stage === person.stage);
  return now === undefined ? say("road.check.title") : say("road.check.tab", { done: now.done, asked: now.asked });
}

function Stages({ person }: { person: CasePage }) {
  const list = useQuery(ask("Checklist", { case_id: person.id }));
  return (
    <Answer of={list}>
      {(stages) => (
        <OnDay>{(today) => <Checklist key={person.stage} caseId={person.id} stages={stages} current={person.stage} today={today} />}</OnDay>
      )}
    </Answer>
  );
}

function OnDay({ children }: { children: (today: IsoDate) => ReactNode }) {
  const today = useQuery(ask("Today", { on: null }));
  return <Answer of={today}>{(day) => children(day.on)}</Answer>;
}
