import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { named, openRecords } from "../../house/box.ts";
import type { PlanItem, Programme } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Count } from "../../parts/Count.tsx";
import { List } from "../../parts/List.tsx";
import { Page, Section } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { Table } from "../../parts/Table.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { addDays, fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { ProgrammeForm } from "./ProgrammeForm.tsx";
import { ProgrammePage } from "./ProgrammePage.tsx";
import { PeersScreen } from "./peers/PeersScreen.tsx";
import css from "./programmes.module.css";
import { SessionRecord } from "./SessionRecord.tsx";

type Props = { planId: string | null; programmeId?: string | null; peers?: boolean };

/** Programmes of preparation for discharge; the page of one, the record of a session, or the peer supporters. */
export function ProgrammesScreen({ planId, programmeId = null, peers = false }: Props) {
  if (planId !== null) return <SessionRecord key={planId} planId={planId} />;
  if (programmeId !== null) return <ProgrammePage key={programmeId} programmeId={programmeId} />;
  return peers ? <PeersScreen /> : <Programmes />;
}

function Programmes() {
  const [making, setMaking] = useState(false);
  const programmes = useQuery(ask("Programmes", {}));
  const today = useQuery(ask("Today", { on: null }));
  const add = (
    <>
      <Button kind="quiet" onPress={() => go({ at: "programmes", peers: true })}>
        {say("programmes.peer.open")}
      </Button>
      <Button onPress={() => setMaking(true)}>{say("programmes.page.add")}</Button>
      <Button kind="primary" onPress={() => go({ at: "plans", write: true, session: true })}>
        {say("work.programme.add")}
      </Button>
    </>
  );
  return (
    <Page title={say("work.programme.title")} sub={say("work.programme.sub")} actions={add}>
      <Answer of={programmes}>
        {(all) =>
          all.length === 0 ? (
            <Empty sentence={say("work.programme.none")} />
          ) : (
            <>
              <Table<Programme>
                caption={say("work.programme.title")}
                columns={[
                  {
                    key: "name",
                    head: say("work.plan.programme_name"),
                    cell: (one) => (
                      <Count label={one.name} onPress={() => go({ at: "programmes", programmeId: one.id })}>
                        {one.name}
                      </Count>
                    ),
                  },
                  { key: "org", head: say("work.programme.where"), cell: (one) => one.org ?? "" },
                  {
                    key: "status",
                    head: say("work.programme.status"),
                    cell: (one) => (
                      <Chip kind={one.status === "running" ? "accent" : "plain"}>{codeName("programme_status", one.status)}</Chip>
                    ),
                    width: "8rem",
                  },
                  {
                    key: "sessions",
                    head: say("work.programme.held"),
                    cell: (one) => (
                      <Count
                        label={`${one.name} ${say("work.programme.sessions", { n: one.sessions })}`}
                        onPress={() => openRecords(`kind:session state:held ${named("programme", one.name)}`)}
                      >
                        {say("work.programme.sessions", { n: one.sessions })}
                      </Count>
                    ),
                    number: true,
                    width: "7rem",
                  },
                  {
                    key: "next",
                    head: say("work.programme.coming"),
                    cell: (one) => (one.status === "finished" ? "" : say("work.programme.no", { n: one.next_no })),
                    number: true,
                    width: "7rem",
                  },
                ]}
                rows={all}
                id={(one) => one.id}
              />
              {today.data !== undefined && <Sessions today={today.data.on} unrecorded={today.data.unrecorded} />}
            </>
          )
        }
      </Answer>
      {making && <ProgrammeForm programme={null} onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** Sessions are shown this many weeks ahead. */
const WEEKS = 5;

/** The sessions of the coming weeks, and those whose attendance nobody has written down yet. */
function Sessions({ today, unrecorded }: { today: string; unrecorded: readonly PlanItem[] }) {
  const weeks = useQueries({ queries: Array.from({ length: WEEKS }, (_, n) => ask("Week", { from: addDays(today, 7 * n) })) });
  const coming = weeks.flatMap((week) => week.data?.items ?? []).filter((item) => item.kind === "session");
  const late = unrecorded.filter((item) => item.kind === "session" && !coming.some((other) => other.id === item.id));
  return (
    <div className={css["sessions"]}>
      <Section
        title={say("work.programme.session_list")}
        aside={late.length + coming.length > 0 && say("work.programme.session_list_aside")}
      >
        <List
          label={say("work.programme.session_list")}
          onOpen={(id) => go({ at: "programmes", planId: id })}
          rows={[...late, ...coming].map((item) => ({
            id: item.id,
            text: `${item.title} ${item.on}`,
            first: item.title,
            beside: item.session_no === null ? null : say("work.programme.no", { n: item.session_no }),
            second: [fullDate(item.on), [item.start, item.end].filter(Boolean).join("〜"), item.org].filter(Boolean).join("　"),
            end:
              item.result === "planned" && item.on < today ? (
                <Chip kind="warn">{say("work.programme.unrecorded")}</Chip>
              ) : (
                codeName("plan_result", item.result)
              ),
          }))}
          empty={<Empty sentence={say("work.programme.no_sessions")} />}
        />
      </Section>
    </div>
  );
}
