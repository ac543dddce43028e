import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Support, SupportKind } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Choice, Choices } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Late } from "../../parts/notes/Late.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { type StepChoices, StepsFromText, useStepsFromText } from "../../parts/notes/StepsFromText.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";
import { OnAndMinutes } from "./OnAndMinutes.tsx";

type Props = { today: string; onDone: () => void };

/** An organisation that is not in the list yet. */
const OTHER = "";

/** Back-up, supervision and consultation for another organisation: new, or one that is corrected. */
export function SupportForm({ today, onDone, support = null }: Props & { support?: Support | null }) {
  const sheet = useSheet(support === null ? "form/support" : `form/support/${support.id}`, {
    kind: (support?.kind ?? "backup") as SupportKind,
    on: support?.on ?? (today as string | null),
    org: support?.org_id ?? (null as string | null),
    name: "",
    theme: support?.theme ?? "",
    minutes: support?.minutes ?? (null as number | null),
    themes: support?.themes ?? ([] as string[]),
    change: support?.change_seen ?? "",
  });
  const { kind, on, org, name, theme, minutes, themes, change } = sheet.values;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const record = useAct("RecordSupport", { refusals: "here" });
  const wrong = (field: string) => refusedAt(record.error, field);
  const ready = on !== null && org !== null && (org !== OTHER || name.trim() !== "");
  const keep = () => {
    if (!ready || on === null) return;
    record.mutate(
      {
        kind,
        on,
        org_id: org === OTHER ? null : org,
        org_name: org === OTHER ? name : "",
        theme,
        minutes,
        support_id: support?.id ?? null,
        themes,
        change_seen: change,
      },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.activity.keep")}
      onKeep={keep}
      ready={ready && !record.isPending}
      refusal={record.error}
      beside={["org_name", "on", "theme"]}
    >
      <Choice
        label={say("work.activity.kind")}
        value={kind}
        onChange={(next) => sheet.set({ kind: next as SupportKind })}
        options={codeOptions("support_kind")}
      />
      <div className={css["when"]}>
        <Select
          label={say("work.activity.org")}
          value={org}
          onChange={(next) => sheet.set({ org: next })}
          options={[
            ...(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name })),
            { id: OTHER, label: say("work.activity.org_other") },
          ]}
        />
        <OnAndMinutes sheet={sheet} error={wrong("on")} />
      </div>
      {support === null && <Late on={on} />}
      {org === OTHER && (
        <LineEntry
          label={say("work.activity.org_name")}
          value={name}
          onChange={(next) => sheet.set({ name: next })}
          error={wrong("org_name")}
          autoFocus
        />
      )}
      <LineEntry label={say("work.activity.theme")} value={theme} onChange={(next) => sheet.set({ theme: next })} error={wrong("theme")} />
      <Choices
        label={say("work.activity.themes")}
        dense
        value={themes}
        onChange={(next) => sheet.set({ themes: next })}
        options={codeOptions("support_theme")}
      />
      <LineEntry label={say("work.activity.change_seen")} value={change} onChange={(next) => sheet.set({ change: next })} />
    </Form>
  );
}

/** A newsletter, a page, slides. */
export function PublicationForm({ today, onDone }: Props) {
  const sheet = useSheet("form/publication", {
    month: today.slice(0, 7) as string | null,
    kind: "newsletter",
    title: "",
    area: "",
    audience: "",
  });
  const { month, kind, title, area, audience } = sheet.values;
  const record = useAct("RecordPublication", { refusals: "here" });
  const wrong = (field: string) => refusedAt(record.error, field);
  const keep = () => {
    if (month === null) return;
    record.mutate({ month: month.slice(0, 7), kind, title, area, audience }, recorded(sheet, onDone));
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.activity.keep")}
      onKeep={keep}
      ready={month !== null && !record.isPending}
      refusal={record.error}
      beside={["title", "month"]}
    >
      <LineEntry
        label={say("work.activity.headline")}
        value={title}
        onChange={(next) => sheet.set({ title: next })}
        error={wrong("title")}
        autoFocus
      />
      <Fields columns={2}>
        <Select
          label={say("work.activity.media")}
          value={kind}
          onChange={(next) => sheet.set({ kind: next })}
          options={codeOptions("publication_kind")}
        />
        <DateEntry
          label={say("work.activity.month")}
          value={month}
          onChange={(next) => sheet.set({ month: next })}
          precision="any"
          hint={say("work.activity.month_hint")}
          error={wrong("month")}
        />
        <LineEntry label={say("work.activity.area")} value={area} onChange={(next) => sheet.set({ area: next })} />
        <LineEntry label={say("work.activity.audience")} value={audience} onChange={(next) => sheet.set({ audience: next })} />
      </Fields>
    </Form>
  );
}

/** A talk on the ward, a call to an office: a record that belongs to no case. */
export function LooseNoteForm({ today, onDone }: Props) {
  const sheet = useSheet("form/loose", {
    on: today as string | null,
    method: "phone",
    counterparts: ["hospital"],
    minutes: null as number | null,
    text: "",
    steps: {} as StepChoices,
  });
  const { on, method, counterparts, minutes, text, steps } = sheet.values;
  const proposals = useStepsFromText(text, on, steps);
  const write = useAct("WriteContact", { refusals: "here" });
  const wrong = (field: string) => refusedAt(write.error, field);
  const keep = () => {
    if (on === null || text.trim() === "" || !proposals.seen()) return;
    write.mutate(
      {
        case_ids: [],
        plan_id: null,
        on,
        minutes,
        method,
        counterparts,
        text,
        next_step: null,
        outcome: null,
        draft_place: null,
        ...proposals.input,
      },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("work.activity.keep")}
      onKeep={keep}
      ready={on !== null && text.trim() !== "" && !write.isPending}
      refusal={write.error}
      beside={["text", "on"]}
    >
      <NoteText
        label={say("work.activity.text")}
        hint={say("work.activity.note_hint")}
        placeholder=""
        value={text}
        onChange={(next) => sheet.set({ text: next })}
        caseId={null}
        on={on}
        method={method}
        rows={4}
        compact
        autoFocus
        error={wrong("text")}
      />
      <StepsFromText of={proposals} choices={steps} onChoose={(chosen) => sheet.set({ steps: chosen })} />
      <div className={css["when"]}>
        <Select
          label={say("work.activity.method")}
          value={method}
          onChange={(next) => sheet.set({ method: next })}
          options={codeOptions("method")}
        />
        <OnAndMinutes sheet={sheet} error={wrong("on")} />
      </div>
      <Late on={on} />
      <Choices
        label={say("work.activity.counterpart")}
        dense
        value={counterparts}
        onChange={(next) => sheet.set({ counterparts: next })}
        options={codeOptions("counterpart")}
      />
    </Form>
  );
}
