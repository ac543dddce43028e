import { useAct } from "../../house/act.ts";
import type { Activity } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Late } from "../../parts/notes/Late.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import { type Assigned, AssignedTasks, toldTasks } from "./AssignedTasks.tsx";
import css from "./activities.module.css";
import { MeetingMore, moreOf, toldMore } from "./MeetingMore.tsx";
import { OnAndMinutes } from "./OnAndMinutes.tsx";

const SIDES = ["medical", "support", "municipal", "peer_family", "housing", "other"] as const;
const sideName = (side: (typeof SIDES)[number]) => say(side === "support" ? "work.activity.support_side" : `work.activity.${side}`);

/** A meeting, a briefing, a training: new, or one that is corrected. */
export function MeetingForm({ today, activity = null, onDone }: { today: string; activity?: Activity | null; onDone: () => void }) {
  const sheet = useSheet(activity === null ? "form/activity" : `form/activity/${activity.id}`, {
    kind: activity?.kind ?? "council",
    on: activity?.on ?? (today as string | null),
    name: activity?.name ?? "",
    minutes: activity?.minutes ?? (null as number | null),
    participants: activity?.participants ?? (null as number | null),
    sides: Object.fromEntries(SIDES.map((side) => [side, activity?.[side] ?? null])) as Record<string, number | null>,
    role: activity?.partner_role ?? (null as string | null),
    content: activity?.content ?? "",
    decisions: activity?.decisions ?? "",
    more: moreOf(activity),
    tasks: [] as Assigned[],
    steps: {} as StepChoices,
  });
  const { values, set } = sheet;
  const record = useAct("RecordActivity", { refusals: "here" });
  const before = new Set(`${activity?.content ?? ""}\n${activity?.decisions ?? ""}`.split("\n"));
  const newLines = `${values.content}\n${values.decisions}`.split("\n").filter((line) => activity === null || !before.has(line));
  const proposals = useStepsFromText(newLines.join("\n"), values.on, values.steps);
  const side = (key: (typeof SIDES)[number]) => values.sides[key] ?? null;
  const wrong = (field: string) => refusedAt(record.error, field);
  const keep = () => {
    if (values.on === null || !proposals.seen()) return;
    record.mutate(
      {
        kind: values.kind,
        on: values.on,
        minutes: values.minutes,
        name: values.name,
        participants: values.participants,
        medical: side("medical"),
        support: side("support"),
        municipal: side("municipal"),
        peer_family: side("peer_family"),
        housing: side("housing"),
        other: side("other"),
        partner_role: values.role,
        content: values.content,
        decisions: values.decisions,
        area: values.more.area.trim() === "" ? null : values.more.area,
        activity_id: activity?.id ?? null,
        details: toldMore(values.more),
        ...proposals.input,
        more_steps: [...(proposals.input.more_steps ?? []), ...toldTasks(values.tasks)],
      },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.activity.keep")}
      onKeep={keep}
      ready={values.on !== null && !record.isPending}
      refusal={record.error}
      beside={["name", "on", "participants"]}
    >
      <LineEntry
        label={say("work.activity.name")}
        value={values.name}
        onChange={(next) => set({ name: next })}
        placeholder={say("work.activity.name_hint")}
        error={wrong("name")}
        autoFocus
      />
      <div className={css["when"]}>
        <Select
          label={say("work.activity.kind")}
          value={values.kind}
          onChange={(next) => set({ kind: next })}
          options={codeOptions("activity_kind")}
        />
        <OnAndMinutes sheet={sheet} error={wrong("on")} />
      </div>
      {activity === null && <Late on={values.on} />}
      <NoteText
        label={say("work.activity.content")}
        placeholder={say("work.activity.content_hint")}
        value={values.content}
        onChange={(next) => set({ content: next })}
        caseId={null}
        on={values.on}
        method="meeting"
        rows={2}
        compact
      />
      <NoteText
        label={say("work.activity.decisions")}
        placeholder=""
        value={values.decisions}
        onChange={(next) => set({ decisions: next })}
        caseId={null}
        on={values.on}
        method="meeting"
        rows={2}
        compact
      />
      <StepsFromText of={proposals} choices={values.steps} onChoose={(chosen) => set({ steps: chosen })} />
      <AssignedTasks tasks={values.tasks} onChange={(tasks) => set({ tasks })} />
      <Fields columns={2}>
        <NumberEntry
          label={say("work.activity.participants")}
          unit={say("work.activity.people")}
          value={values.participants}
          onChange={(next) => set({ participants: next })}
          error={wrong("participants")}
        />
        <Select
          label={say("work.activity.partner_role")}
          value={values.role}
          onChange={(next) => set({ role: next })}
          options={codeOptions("partner_role")}
        />
      </Fields>
      <fieldset className={css["sides"]}>
        <legend>{say("work.activity.sides")}</legend>
        {SIDES.map((key) => (
          <NumberEntry key={key} label={sideName(key)} value={side(key)} onChange={(n) => set({ sides: { ...values.sides, [key]: n } })} />
        ))}
      </fieldset>
      <MeetingMore more={values.more} onChange={(change) => set({ more: { ...values.more, ...change } })} />
    </Form>
  );
}
