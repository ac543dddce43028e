import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { SessionPage, SessionDetails as Told } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./programmes.module.css";

type Staff = { key: number; person: string; org: string | null; orgName: string; role: string };
type Details = {
  theme: string;
  contents: string;
  materials: string;
  place: string | null;
  observers: number | null;
  staff: Staff[];
};

/** What is written of a session beyond who came. */
export const detailsOf = (session: SessionPage): Details => ({
  theme: session.theme,
  contents: session.contents,
  materials: session.materials,
  place: session.place === "" ? null : session.place,
  observers: session.observers,
  staff: session.staff.map((one, key) => ({ key, person: one.person, org: one.org_id, orgName: "", role: one.role })),
});

/** The same as the house takes it. */
export const toldDetails = (details: Details): Told => ({
  theme: details.theme,
  contents: details.contents,
  materials: details.materials,
  place: details.place,
  observers: details.observers,
  staff: details.staff.map((one) => ({
    person: one.person,
    org_id: one.org === OTHER ? null : one.org,
    org_name: one.org === OTHER ? one.orgName : "",
    role: one.role,
  })),
});

const OTHER = "";

type Change = (change: Partial<Details>) => void;

/** Theme, place and contents of a session. */
export function SessionDetails({ details, programmeId, onChange }: { details: Details; programmeId: string | null; onChange: Change }) {
  const page = useQuery({ ...ask("ProgrammePage", { programme_id: programmeId ?? "" }), enabled: programmeId !== null });
  return (
    <>
      <div>
        <LineEntry label={say("programmes.session.theme")} value={details.theme} onChange={(theme) => onChange({ theme })} />
        {details.theme === "" && page.data !== undefined && (
          <div className={css["themes"]} role="group" aria-label={say("programmes.session.themes")}>
            {page.data.themes.map((theme) => (
              <Button key={theme} dense onPress={() => onChange({ theme })}>
                {theme}
              </Button>
            ))}
          </div>
        )}
      </div>
      <Fields columns={2}>
        <Choice
          label={say("programmes.session.place")}
          dense
          value={details.place}
          onChange={(place) => onChange({ place })}
          options={codeOptions("session_place")}
        />
        <NumberEntry
          label={say("programmes.session.observers")}
          unit={say("work.programme.people")}
          value={details.observers}
          onChange={(observers) => onChange({ observers })}
        />
      </Fields>
      <NoteText
        label={say("programmes.session.contents")}
        placeholder=""
        value={details.contents}
        onChange={(contents) => onChange({ contents })}
        caseId={null}
        on={null}
        rows={2}
        compact
      />
    </>
  );
}

/** Materials, and who helped. */
export function SessionHelp({ details, onChange }: { details: Details; onChange: Change }) {
  return (
    <>
      <LineEntry label={say("programmes.session.materials")} value={details.materials} onChange={(materials) => onChange({ materials })} />
      <StaffList staff={details.staff} onChange={(staff) => onChange({ staff })} />
    </>
  );
}

function StaffList({ staff, onChange }: { staff: Staff[]; onChange: (staff: Staff[]) => void }) {
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const put = (key: number, change: Partial<Staff>) => onChange(staff.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const next = staff.reduce((most, one) => Math.max(most, one.key + 1), 0);
  const roles = ["role_lead", "role_notes", "role_talk", "role_other"].map((key) =>
    say(`programmes.session.${key}` as "programmes.session.role_lead"),
  );
  return (
    <fieldset className={css["plain"]}>
      <legend>{say("programmes.session.staff_title")}</legend>
      {staff.map((one) => (
        <div key={one.key} className={css["staff"]}>
          <div className={css["wide"]}>
            {one.org === OTHER ? (
              <LineEntry
                label={say("programmes.organiser.org_name")}
                value={one.orgName}
                onChange={(orgName) => put(one.key, { orgName })}
                autoFocus
              />
            ) : (
              <Select
                label={say("programmes.session.staff_org")}
                value={one.org}
                onChange={(org) => put(one.key, { org })}
                options={[
                  ...(organisations.data ?? []).map((each) => ({ id: each.id, label: each.name })),
                  { id: OTHER, label: say("programmes.organiser.org_other") },
                ]}
              />
            )}
          </div>
          <LineEntry label={say("programmes.session.staff_person")} value={one.person} onChange={(person) => put(one.key, { person })} />
          <Select
            label={say("programmes.session.staff_role")}
            value={one.role === "" ? null : one.role}
            onChange={(role) => put(one.key, { role })}
            options={[...new Set([...roles, one.role].filter(Boolean))].map((role) => ({ id: role, label: role }))}
          />
          <Button
            kind="quiet"
            dense
            label={say("programmes.session.staff_remove", { name: one.person })}
            onPress={() => onChange(staff.filter((each) => each.key !== one.key))}
          >
            {say("work.programme.leave_out")}
          </Button>
        </div>
      ))}
      <Button dense onPress={() => onChange([...staff, { key: next, person: "", org: null, orgName: "", role: "" }])}>
        {say("programmes.session.staff_add")}
      </Button>
    </fieldset>
  );
}
