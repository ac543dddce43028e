import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";

const SIDES = ["medical", "support", "municipal", "peer_family", "housing", "other"] as const;
const sideName = (side: (typeof SIDES)[number]) => say(side === "support" ? "work.activity.support_side" : `work.activity.${side}`);

/** A meeting, a briefing, a training. */
export function MeetingForm({ today, onDone }: { today: string; onDone: () => void }) {
  const [kind, setKind] = useState<string>("council");
  const [on, setOn] = useState<string | null>(today);
  const [name, setName] = useState("");
  const [minutes, setMinutes] = useState<number | null>(null);
  const [participants, setParticipants] = useState<number | null>(null);
  const [sides, setSides] = useState<Record<string, number | null>>({});
  const [role, setRole] = useState<string | null>(null);
  const [content, setContent] = useState("");
  const [decisions, setDecisions] = useState("");
  const record = useAct("RecordActivity", { refusals: "here" });
  const side = (key: (typeof SIDES)[number]) => sides[key] ?? null;
  const keep = () => {
    if (on === null) return;
    record.mutate(
      {
        kind,
        on,
        minutes,
        name,
        participants,
        medical: side("medical"),
        support: side("support"),
        municipal: side("municipal"),
        peer_family: side("peer_family"),
        housing: side("housing"),
        other: side("other"),
        partner_role: role,
        content,
        decisions,
        area: null,
      } as Parameters<typeof record.mutate>[0],
      { onSuccess: onDone },
    );
  };
  useKeys({ "Mod+Enter": keep }, { inDialogs: true });
  const wrong = (field: string) => (record.error?.field === field ? record.error.sentence : null);
  return (
    <>
      <Fields columns={2}>
        <Select label={say("work.activity.kind")} value={kind} onChange={setKind} options={codeOptions("activity_kind")} />
        <DateEntry label={say("work.activity.on")} value={on} onChange={setOn} error={wrong("on")} />
      </Fields>
      <LineEntry
        label={say("work.activity.name")}
        value={name}
        onChange={setName}
        placeholder={say("work.activity.name_hint")}
        error={wrong("name")}
        autoFocus
      />
      <Fields columns={3}>
        <NumberEntry
          label={say("work.activity.minutes")}
          unit={say("work.activity.minute")}
          value={minutes}
          onChange={setMinutes}
          max={1440}
        />
        <NumberEntry
          label={say("work.activity.participants")}
          unit={say("work.activity.people")}
          value={participants}
          onChange={setParticipants}
        />
        <Select label={say("work.activity.partner_role")} value={role} onChange={setRole} options={codeOptions("partner_role")} />
      </Fields>
      <fieldset className={css["sides"]}>
        <legend>{say("work.activity.sides")}</legend>
        {SIDES.map((key) => (
          <NumberEntry key={key} label={sideName(key)} value={side(key)} onChange={(n) => setSides((old) => ({ ...old, [key]: n }))} />
        ))}
      </fieldset>
      <TextEntry label={say("work.activity.content")} value={content} onChange={setContent} rows={3} />
      <TextEntry label={say("work.activity.decisions")} value={decisions} onChange={setDecisions} rows={2} />
      {record.error !== null && record.error.field === null && <ErrorNote failure={record.error} />}
      <div className={css["foot"]}>
        <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={on === null || record.isPending}>
          {say("work.activity.keep")}
        </Button>
      </div>
    </>
  );
}
