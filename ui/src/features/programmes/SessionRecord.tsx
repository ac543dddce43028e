import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { SessionPage } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Fields } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Columns, Page, Section } from "../../parts/Page.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeName } from "../../words/codes.ts";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./programmes.module.css";
import { Roster } from "./Roster.tsx";

/** The record of one session: who was there, who helped, and what was noticed. */
export function SessionRecord({ planId }: { planId: string }) {
  const page = useQuery(ask("SessionPage", { plan_id: planId }));
  return <Answer of={page}>{(session) => <Form session={session} />}</Answer>;
}

function Form({ session }: { session: SessionPage }) {
  const [attendance, setAttendance] = useState<Record<string, string>>({});
  const [cases, setCases] = useState<{ id: string; name: string }[]>([]);
  const [labels, setLabels] = useState<string[]>([]);
  const [peers, setPeers] = useState(session.peer_supporters);
  const [medical, setMedical] = useState(session.staff_medical);
  const [support, setSupport] = useState(session.staff_support);
  const [municipal, setMunicipal] = useState(session.staff_municipal);
  const [good, setGood] = useState(session.good);
  const [concern, setConcern] = useState(session.concern);
  const [words, setWords] = useState(session.words);
  const [next, setNext] = useState(session.next);
  const record = useAct("RecordSession", { refusals: "here" });
  const marked = session.attendance.flatMap((one) => {
    const code = attendance[one.participant_id] ?? one.attendance;
    return code === null ? [] : [{ participant_id: one.participant_id, attendance: code }];
  });
  const keep = () =>
    record.mutate(
      {
        plan_id: session.plan.id,
        attendance: marked,
        add_case_ids: cases.map((one) => one.id),
        add_labels: labels,
        good,
        concern,
        words,
        next,
        peer_supporters: peers,
        staff_medical: medical,
        staff_support: support,
        staff_municipal: municipal,
      } as Parameters<typeof record.mutate>[0],
      {
        onSuccess: () => {
          setCases([]);
          setLabels([]);
          showSaid(say("work.programme.kept"), true);
        },
      },
    );
  useKeys({ "Mod+Enter": keep });
  const no = session.plan.session_no === null ? "" : say("work.programme.no", { n: session.plan.session_no });
  return (
    <Page
      title={`${session.programme}　${no}`}
      sub={[fullDate(session.plan.on), session.plan.start, session.theme, codeName("place", session.place)].filter(Boolean).join("　")}
      actions={
        <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={record.isPending}>
          {say("work.programme.keep")}
        </Button>
      }
    >
      {record.error !== null && <ErrorNote failure={record.error} />}
      <Columns shape="even">
        <Roster
          session={session}
          attendance={attendance}
          onAttendance={setAttendance}
          cases={cases}
          onCases={setCases}
          labels={labels}
          onLabels={setLabels}
        />
        <Section title={say("work.programme.session")}>
          <div className={css["form"]}>
            <LineEntry label={say("work.programme.peers")} value={peers} onChange={setPeers} />
            <Fields columns={3}>
              <NumberEntry
                label={say("work.programme.staff_medical")}
                unit={say("work.programme.people")}
                value={medical}
                onChange={setMedical}
              />
              <NumberEntry
                label={say("work.programme.staff_support")}
                unit={say("work.programme.people")}
                value={support}
                onChange={setSupport}
              />
              <NumberEntry
                label={say("work.programme.staff_municipal")}
                unit={say("work.programme.people")}
                value={municipal}
                onChange={setMunicipal}
              />
            </Fields>
            <TextEntry label={say("work.programme.good")} value={good} onChange={setGood} rows={2} />
            <TextEntry label={say("work.programme.concern")} value={concern} onChange={setConcern} rows={2} />
            <TextEntry label={say("work.programme.words")} value={words} onChange={setWords} rows={2} />
            <TextEntry label={say("work.programme.following")} value={next} onChange={setNext} rows={2} />
          </div>
        </Section>
      </Columns>
    </Page>
  );
}
