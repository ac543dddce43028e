import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
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

type Form = { today: string; onDone: () => void };

function Foot({ keep, isDisabled }: { keep: () => void; isDisabled: boolean }) {
  useKeys({ "Mod+Enter": keep }, { inDialogs: true });
  return (
    <div className={css["foot"]}>
      <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={isDisabled}>
        {say("work.activity.keep")}
      </Button>
    </div>
  );
}

/** Back-up, supervision and consultation for another organisation. */
export function SupportForm({ today, onDone }: Form) {
  const [kind, setKind] = useState<"backup" | "supervision" | "consultation">("backup");
  const [on, setOn] = useState<string | null>(today);
  const [orgId, setOrgId] = useState<string | null>(null);
  const [theme, setTheme] = useState("");
  const [minutes, setMinutes] = useState<number | null>(null);
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const record = useAct("RecordSupport", { refusals: "here" });
  const keep = () => {
    if (on !== null && orgId !== null) record.mutate({ kind, on, org_id: orgId, org_name: "", theme, minutes }, { onSuccess: onDone });
  };
  return (
    <>
      <Choice
        label={say("work.activity.kind")}
        value={kind}
        onChange={(next) => setKind(next as typeof kind)}
        options={codeOptions("support_kind")}
      />
      <Fields columns={2}>
        <DateEntry label={say("work.activity.on")} value={on} onChange={setOn} />
        <Select
          label={say("work.activity.org")}
          value={orgId}
          onChange={setOrgId}
          options={(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name }))}
        />
      </Fields>
      <LineEntry label={say("work.activity.theme")} value={theme} onChange={setTheme} />
      <NumberEntry
        label={say("work.activity.minutes")}
        unit={say("work.activity.minute")}
        value={minutes}
        onChange={setMinutes}
        max={1440}
      />
      {record.error !== null && <ErrorNote failure={record.error} />}
      <Foot keep={keep} isDisabled={on === null || orgId === null || record.isPending} />
    </>
  );
}

/** A newsletter, a page, slides. */
export function PublicationForm({ today, onDone }: Form) {
  const [month, setMonth] = useState(today.slice(0, 7));
  const [kind, setKind] = useState("newsletter");
  const [title, setTitle] = useState("");
  const record = useAct("RecordPublication", { refusals: "here" });
  const keep = () => record.mutate({ month, kind, title } as Parameters<typeof record.mutate>[0], { onSuccess: onDone });
  return (
    <>
      <Fields columns={2}>
        <LineEntry label={say("work.activity.month")} value={month} onChange={setMonth} hint={say("work.activity.month_hint")} />
        <Select label={say("work.activity.media")} value={kind} onChange={setKind} options={codeOptions("publication_kind")} />
      </Fields>
      <LineEntry label={say("work.activity.headline")} value={title} onChange={setTitle} />
      {record.error !== null && <ErrorNote failure={record.error} />}
      <Foot keep={keep} isDisabled={record.isPending} />
    </>
  );
}

/** A talk on the ward, a call to an office: a record that belongs to no case. */
export function LooseNoteForm({ today, onDone }: Form) {
  const [on, setOn] = useState<string | null>(today);
  const [method, setMethod] = useState("phone");
  const [counterpart, setCounterpart] = useState("hospital");
  const [minutes, setMinutes] = useState<number | null>(null);
  const [text, setText] = useState("");
  const write = useAct("WriteContact", { refusals: "here" });
  const keep = () => {
    if (on === null || text.trim() === "") return;
    write.mutate(
      {
        case_ids: [],
        plan_id: null,
        on,
        minutes,
        method,
        counterparts: [counterpart],
        text,
        next_step: null,
        outcome: null,
        draft_place: null,
      } as Parameters<typeof write.mutate>[0],
      { onSuccess: onDone },
    );
  };
  return (
    <>
      <Fields columns={2}>
        <DateEntry label={say("work.activity.on")} value={on} onChange={setOn} />
        <NumberEntry
          label={say("work.activity.minutes")}
          unit={say("work.activity.minute")}
          value={minutes}
          onChange={setMinutes}
          max={1440}
        />
        <Select label={say("work.activity.method")} value={method} onChange={setMethod} options={codeOptions("method")} />
        <Select
          label={say("work.activity.counterpart")}
          value={counterpart}
          onChange={setCounterpart}
          options={codeOptions("counterpart")}
        />
      </Fields>
      <TextEntry label={say("work.activity.text")} value={text} onChange={setText} rows={5} autoFocus />
      {write.error !== null && <ErrorNote failure={write.error} />}
      <Foot keep={keep} isDisabled={on === null || text.trim() === "" || write.isPending} />
    </>
  );
}
