import { useQuery } from "@tanstack/react-query";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components/Tabs";
import { ask } from "../../house/ask.ts";
import type { CasePage } from "../../house/contract.gen.ts";
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
  const list = useQuery(ask("Checklist", { case_id: person.id }));
  const today = useQuery(ask("Today", { on: null })).data?.on;
  const now = list.data?.find((one) => one.stage === person.stage);
  return (
    <Tabs className={css["parts"] ?? ""}>
      <TabList aria-label={person.name} className={css["tabList"] ?? ""}>
        <Tab id="timeline" className={css["tab"] ?? ""}>
          {say("road.check.timeline_tab", { n: person.timeline_total })}
        </Tab>
        <Tab id="checklist" className={css["tab"] ?? ""}>
          {now === undefined ? say("road.check.title") : say("road.check.tab", { done: now.done, asked: now.asked })}
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
        <Answer of={list}>
          {(stages) =>
            today !== undefined && <Checklist key={person.stage} caseId={person.id} stages={stages} current={person.stage} today={today} />
          }
        </Answer>
      </TabPanel>
      <TabPanel id="consents">{today !== undefined && <Consents caseId={person.id} today={today} />}</TabPanel>
      <TabPanel id="homes">
        <Homes caseId={person.id} />
      </TabPanel>
      <TabPanel id="after">{today !== undefined && <AfterDischarge caseId={person.id} today={today} />}</TabPanel>
    </Tabs>
  );
}
