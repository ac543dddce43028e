import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { SessionPage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { Fields } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Issued, Late, Written } from "../../parts/notes/Late.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { Columns, Page, Section } from "../../parts/Page.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { fullDate, hourName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { PeersEntry } from "./PeersEntry.tsx";
import css from "./programmes.module.css";
import { codeOf, type Marks, Roster } from "./Roster.tsx";
import { detailsOf, SessionDetails, SessionHelp, toldDetails } from "./SessionDetails.tsx";

/** The record of one session: who was there, who helped, and what was noticed. */
export function SessionRecord({ planId }: { planId: string }) {
  const page = useQuery(ask("SessionPage", { plan_id: planId }));
  return <Answer of={page}>{(session) => <Form session={session} />}</Answer>;
}

const asWritten = (session: SessionPage) => ({
  attendance: {} as Marks["attendance"],
  remarks: {} as Marks["remarks"],
  cases: [] as Marks["cases"],
  labels: [] as Marks["labels"],
  peers: session.peer_supporters,
  medical: session.staff_medical,
  support: session.staff_support,
  municipal: session.staff_municipal,
  good: session.good,
  concern: session.concern,
  words: session.words,
  next: session.next,
  details: detailsOf(session),
  steps: {} as StepChoices,
});

const written = (of: { good: string; concern: string; words: string; next: string }) =>
  [of.good, of.concern, of.words, of.next].join("\n").split("\n");

/** Lines that stand in no text of the session yet: what was recorded before has its next steps already. */
const newLines = (values: Parameters<typeof written>[0], session: SessionPage) => {
  const before = new Set(written(session));
  return written(values)
    .filter((line) => !before.has(line))
    .join("\n");
};

function Form({ session }: { session: SessionPage }) {
  const sheet = useSheet(`form/session/${session.plan.id}`, asWritten(session));
  const { values, set } = sheet;
  const record = useAct("RecordSession", { refusals: "here" });
  const proposals = useStepsFromText(newLines(values, session), session.plan.on, values.steps);
  const marked = session.attendance.flatMap((one) => {
    const code = codeOf(session, values, one);
    const remark = values.remarks[one.participant_id];
    return code === null ? [] : [{ participant_id: one.participant_id, attendance: code, ...(remark === undefined ? {} : { remark }) }];
  });
  const keep = () => {
    if (!proposals.seen()) return;
    record.mutate(
      {
        plan_id: session.plan.id,
        attendance: marked,
        add_case_ids: values.cases.map((one) => one.id),
        add_labels: values.labels,
        good: values.good,
        concern: values.concern,
        words: values.words,
        next: values.next,
        peer_supporters: values.peers,
        staff_medical: values.medical,
        staff_support: values.support,
        staff_municipal: values.municipal,
        details: toldDetails(values.details),
        ...proposals.input,
      } as Parameters<typeof record.mutate>[0],
      {
        onSuccess: () => {
          sheet.restart();
          showSaid(say("work.programme.kept"), true);
        },
      },
    );
  };
  useKeys({ "Mod+Enter": keep });
  const no = session.plan.session_no === null ? "" : say("work.programme.no", { n: session.plan.session_no });
  const staff = [
    ["medical", say("work.programme.staff_medical")],
    ["support", say("work.programme.staff_support")],
    ["municipal", say("work.programme.staff_municipal")],
  ] as const;
  const texts = [
    ["good", say("work.programme.good")],
    ["concern", say("work.programme.concern")],
    ["words", say("work.programme.words")],
    ["next", say("work.programme.following")],
  ] as const;
  return (
    <Page
      title={[session.programme, no].filter(Boolean).join("　")}
      sub={[
        fullDate(session.plan.on),
        [session.plan.start, session.plan.end]
          .filter((time) => time !== null)
          .map(hourName)
          .join("〜"),
        session.theme,
        session.place === "" ? "" : codeName("session_place", session.place),
      ]
        .filter(Boolean)
        .join("　")}
      actions={
        <>
          {session.programme_id !== null && (
            <Button kind="quiet" onPress={() => go({ at: "programmes", programmeId: session.programme_id ?? "" })}>
              {say("programmes.session.page")}
            </Button>
          )}
          <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={record.isPending}>
            {say("work.programme.keep")}
          </Button>
        </>
      }
      fill
    >
      <div className={css["sheet"]}>
        <Restored sheet={sheet} />
        {record.error !== null && <ErrorNote failure={record.error} />}
        <Columns shape="wide-narrow">
          <Roster session={session} marks={values} onMarks={set} />
          <div>
            <Section title={say("work.programme.session")}>
              <div className={css["form"]}>
                <SessionDetails
                  details={values.details}
                  programmeId={session.programme_id}
                  onChange={(change) => set({ details: { ...values.details, ...change } })}
                />
                <PeersEntry on={session.plan.on} value={values.peers} onChange={(peers) => set({ peers })} />
                <Fields columns={3}>
                  {staff.map(([key, label]) => (
                    <NumberEntry
                      key={key}
                      label={label}
                      unit={say("work.programme.people")}
                      value={values[key]}
                      onChange={(n) => set({ [key]: n })}
                    />
                  ))}
                </Fields>
                {texts.map(([key, label]) => (
                  <NoteText
                    key={key}
                    label={label}
                    placeholder=""
                    value={values[key]}
                    onChange={(text) => set({ [key]: text })}
                    caseId={null}
                    on={session.plan.on}
                    rows={2}
                    compact
                  />
                ))}
                <SessionHelp details={values.details} onChange={(change) => set({ details: { ...values.details, ...change } })} />
                <StepsFromText of={proposals} choices={values.steps} onChoose={(chosen) => set({ steps: chosen })} />
                {session.written_at === null ? (
                  <Late on={session.plan.on} />
                ) : (
                  <>
                    <p className={css["written"]}>
                      <Written on={session.plan.on} at={session.written_at} />
                    </p>
                    <Issued on={session.plan.on} />
                  </>
                )}
                <div className={css["away"]}>
                  <Discard
                    kind="session"
                    id={session.plan.id}
                    name={[session.programme, no].join(" ")}
                    onDone={() => {
                      sheet.finish();
                      go({ at: "programmes" });
                    }}
                  />
                </div>
              </div>
            </Section>
          </div>
        </Columns>
      </div>
    </Page>
  );
}
