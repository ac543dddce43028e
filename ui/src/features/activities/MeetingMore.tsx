import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { Activity, ActivityDetails } from "../../house/contract.gen.ts";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { Select } from "../../parts/Select.tsx";
import { TimeEntry } from "../../parts/TimeEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";

type More = {
  org: string | null;
  orgName: string;
  start: string | null;
  aim: string;
  homework: string;
  reaction: string;
  materials: string;
  area: string;
};

const NOBODY = "-";
const OTHER = "";

/** What a meeting was beyond its numbers. */
export const moreOf = (activity: Activity | null): More => ({
  org: activity?.org_id ?? null,
  orgName: "",
  start: activity?.start ?? null,
  aim: activity?.aim ?? "",
  homework: activity?.homework ?? "",
  reaction: activity?.reaction ?? "",
  materials: activity?.materials ?? "",
  area: activity?.area ?? "",
});

/** The same as the house takes it. */
export const toldMore = (more: More): ActivityDetails => ({
  org_id: more.org === OTHER ? null : more.org,
  org_name: more.org === OTHER ? more.orgName : "",
  start: more.start,
  aim: more.aim,
  homework: more.homework,
  reaction: more.reaction,
  materials: more.materials,
});

/** The organisation, what it was for, the homework, how the others took it; all of it may stay empty. */
export function MeetingMore({ more, onChange }: { more: More; onChange: (change: Partial<More>) => void }) {
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const texts = [
    ["homework", say("work.activity.homework")],
    ["reaction", say("work.activity.reaction")],
  ] as const;
  return (
    <fieldset className={css["more"]}>
      <legend>{say("work.activity.more")}</legend>
      <Fields columns={2}>
        <Select
          label={say("work.activity.partner_org")}
          value={more.org ?? NOBODY}
          onChange={(org) => onChange({ org: org === NOBODY ? null : org })}
          options={[
            { id: NOBODY, label: say("work.activity.nobody_org") },
            ...(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name })),
            { id: OTHER, label: say("work.activity.org_other") },
          ]}
        />
        {more.org === OTHER ? (
          <LineEntry label={say("work.activity.org_name")} value={more.orgName} onChange={(orgName) => onChange({ orgName })} />
        ) : (
          <TimeEntry label={say("work.activity.start")} value={more.start} onChange={(start) => onChange({ start })} />
        )}
        <LineEntry label={say("work.activity.aim")} value={more.aim} onChange={(aim) => onChange({ aim })} />
        <LineEntry label={say("work.activity.area")} value={more.area} onChange={(area) => onChange({ area })} />
      </Fields>
      {texts.map(([key, label]) => (
        <NoteText
          key={key}
          label={label}
          placeholder=""
          value={more[key]}
          onChange={(text) => onChange({ [key]: text })}
          caseId={null}
          on={null}
          rows={2}
          compact
        />
      ))}
      <LineEntry label={say("work.activity.materials")} value={more.materials} onChange={(materials) => onChange({ materials })} />
    </fieldset>
  );
}
