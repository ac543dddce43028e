import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Choices } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import { again, type When } from "./when.ts";

const HOSPITALS = ["psychiatric_hospital", "general_hospital"];
const OTHER = "";

/** A visit to a hospital: which ward, and whom to see there. */
export function VisitPlan({ when, orgId, onDone }: { when: When; orgId: string | null; onDone: () => void }) {
  const sheet = useSheet(`form/plan/visit${orgId === null ? "" : `/${orgId}`}`, {
    org: orgId,
    name: "",
    ward: "",
    purposes: ["interview"],
    people: [] as string[],
    travel: null as number | null,
  });
  const { org, name, ward, purposes, people, travel } = sheet.values;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const caseload = useQuery(ask("CaseList", { filter: "", scope: "open", sort: "kana" }));
  const plan = useAct("PlanVisit", { refusals: "here" });
  const hospitals = (organisations.data ?? []).filter((one) => HOSPITALS.includes(one.type));
  const here = (caseload.data?.lines ?? []).filter((line) => org !== null && line.org_id === org);
  /** Once a ward is named, those who stay there and those who were chosen before. */
  const ofWard = here.filter((line) => line.ward === ward.trim());
  const there = ofWard.length === 0 ? here : here.filter((line) => ofWard.includes(line) || people.includes(line.id));
  const keep = () => {
    if (when.on === null) return;
    plan.mutate(
      {
        org_id: org === null || org === OTHER ? null : org,
        org_name: org === OTHER ? name : "",
        ward,
        on: when.on,
        start: when.start,
        end: when.end,
        purposes,
        case_ids: people,
        ...(travel === null ? {} : { travel_minutes: travel }),
        ...again(when),
      },
      recorded(sheet, onDone),
    );
  };
  const ready = when.on !== null && org !== null && (org !== OTHER || name.trim() !== "");
  return (
    <Form sheet={sheet} keep={say("work.plan.keep")} onKeep={keep} ready={ready && !plan.isPending} refusal={plan.error}>
      <Fields columns={2}>
        {organisations.isSuccess && hospitals.length === 0 ? (
          <LineEntry label={say("work.plan.hospital")} value={name} onChange={(next) => sheet.set({ org: OTHER, name: next })} />
        ) : (
          <Select
            label={say("work.plan.hospital")}
            value={org}
            onChange={(next) => sheet.set({ org: next, people: [] })}
            options={[...hospitals.map((one) => ({ id: one.id, label: one.name })), { id: OTHER, label: say("work.plan.other_hospital") }]}
          />
        )}
        <LineEntry label={say("work.plan.ward")} value={ward} onChange={(next) => sheet.set({ ward: next })} />
      </Fields>
      {org === OTHER && hospitals.length > 0 && (
        <LineEntry label={say("work.plan.hospital_new")} value={name} onChange={(next) => sheet.set({ name: next })} autoFocus />
      )}
      <NumberEntry
        label={say("work.plan.travel_minutes")}
        hint={say("work.plan.travel_hint")}
        value={travel}
        onChange={(next) => sheet.set({ travel: next })}
        unit={say("work.visit.minute")}
        max={600}
      />
      <Choices
        label={say("work.plan.purposes")}
        dense
        value={purposes}
        onChange={(next) => sheet.set({ purposes: next })}
        options={codeOptions("purpose")}
      />
      {there.length > 0 && (
        <div>
          <Choices
            label={say("work.plan.people")}
            dense
            value={people}
            onChange={(next) => sheet.set({ people: next })}
            options={there.map((line) => ({
              id: line.id,
              label: `${line.name}${say("shell.san")}${line.ward === null ? "" : ` ${line.ward}`}`,
            }))}
          />
          {there.some((line) => !people.includes(line.id)) && (
            <Button dense kind="quiet" onPress={() => sheet.set({ people: there.map((line) => line.id) })}>
              {say("work.plan.everybody")}
            </Button>
          )}
        </div>
      )}
    </Form>
  );
}
