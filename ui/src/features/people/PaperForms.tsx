import { useAct } from "../../house/act.ts";
import type { AdmissionForm, CasePage, Destination, HoldReason, PartialDate, Service } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";

type Props = { person: CasePage; onDone: () => void };
type DatedProps = Props & { today: string };

/** The stay of now, and with its last day the discharge. */
export function StayForm({ person, onDone }: Props) {
  const sheet = useSheet(`form/stay/${person.id}`, {
    hospital: person.hospital ?? "",
    ward: person.ward ?? "",
    room: person.room ?? "",
    admitted: person.admitted_on,
    form: person.admission_form,
    discharged: null as PartialDate | null,
    destination: null as Destination | null,
  });
  const { hospital, ward, room, admitted, form, discharged, destination } = sheet.values;
  const keep = useAct("KeepStay", { refusals: "here" });
  const wrong = (field: string) => refusedAt(keep.error, field);
  const save = () => {
    if (admitted === null) return;
    keep.mutate(
      {
        case_id: person.id,
        stay_id: person.stay_id,
        org_id: hospital === person.hospital ? person.org_id : null,
        hospital,
        ward,
        room,
        admitted_on: admitted,
        admission_form: form as AdmissionForm | null,
        discharged_on: discharged,
        destination,
      },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("people.papers.stay_keep")}
      onKeep={save}
      ready={admitted !== null && !keep.isPending}
      refusal={keep.error}
      beside={["hospital", "admitted_on", "discharged_on"]}
    >
      <Fields columns={3}>
        <LineEntry
          label={say("people.papers.hospital")}
          value={hospital}
          onChange={(next) => sheet.set({ hospital: next })}
          error={wrong("hospital")}
        />
        <LineEntry label={say("people.papers.ward")} value={ward} onChange={(next) => sheet.set({ ward: next })} />
        <LineEntry label={say("people.papers.room")} value={room} onChange={(next) => sheet.set({ room: next })} />
      </Fields>
      <Fields columns={2}>
        <DateEntry
          label={say("people.papers.admitted")}
          hint={say("people.papers.admitted_hint")}
          value={admitted}
          onChange={(next) => sheet.set({ admitted: next })}
          precision="any"
          error={wrong("admitted_on")}
        />
        <Select
          label={say("people.papers.form")}
          value={form}
          onChange={(next) => sheet.set({ form: next })}
          options={codeOptions("admission_form")}
        />
        <DateEntry
          label={say("people.papers.discharged")}
          value={discharged}
          onChange={(next) => sheet.set({ discharged: next })}
          error={wrong("discharged_on")}
        />
        {discharged !== null && (
          <Select
            label={say("people.papers.destination")}
            value={destination}
            onChange={(next) => sheet.set({ destination: next as Destination })}
            options={codeOptions("destination")}
          />
        )}
      </Fields>
    </Form>
  );
}

/** A benefit decision with its period. */
export function DecisionForm({ person, today, onDone }: DatedProps) {
  const sheet = useSheet(`form/decision/${person.id}`, {
    service: "community_transition_support" as Service,
    from: today as string | null,
    to: null as string | null,
  });
  const { service, from, to } = sheet.values;
  const keep = useAct("KeepDecision", { refusals: "here" });
  const save = () => {
    if (from === null) return;
    keep.mutate(
      { case_id: person.id, decision_id: null, service, from_on: from, to_on: to, ended_on: null, end_reason: "" },
      recorded(sheet, onDone),
    );
  };
  return (
    <Form
      sheet={sheet}
      keep={say("people.papers.decision_keep")}
      onKeep={save}
      ready={from !== null && !keep.isPending}
      refusal={keep.error}
      beside={["from_on", "to_on"]}
    >
      <Select
        label={say("people.papers.service")}
        value={service}
        onChange={(next) => sheet.set({ service: next as Service })}
        options={codeOptions("service")}
      />
      <Fields columns={2}>
        <DateEntry
          label={say("people.papers.from")}
          value={from}
          onChange={(next) => sheet.set({ from: next })}
          error={refusedAt(keep.error, "from_on")}
        />
        <DateEntry
          label={say("people.papers.to")}
          value={to}
          onChange={(next) => sheet.set({ to: next })}
          error={refusedAt(keep.error, "to_on")}
        />
      </Fields>
    </Form>
  );
}

/** A hold with the day on which it is looked at again, or the end of one. */
export function HoldForm({ person, today, onDone }: DatedProps) {
  return person.status === "on_hold" ? (
    <HoldEnd person={person} today={today} onDone={onDone} />
  ) : (
    <HoldBegin person={person} today={today} onDone={onDone} />
  );
}

function HoldEnd({ person, today, onDone }: DatedProps) {
  const sheet = useSheet(`form/hold-end/${person.id}`, { on: today as string | null });
  const { on } = sheet.values;
  const end = useAct("EndHold", { refusals: "here" });
  const stop = () => on !== null && end.mutate({ case_id: person.id, to_on: on }, recorded(sheet, onDone));
  return (
    <Form
      sheet={sheet}
      keep={say("people.papers.hold_end")}
      onKeep={stop}
      ready={on !== null && !end.isPending}
      refusal={end.error}
      beside={["to_on"]}
    >
      <DateEntry
        label={say("people.papers.hold_end_on")}
        value={on}
        onChange={(next) => sheet.set({ on: next })}
        error={refusedAt(end.error, "to_on")}
      />
    </Form>
  );
}

function HoldBegin({ person, today, onDone }: DatedProps) {
  const sheet = useSheet(`form/hold/${person.id}`, {
    on: today as string | null,
    reason: "wavering" as HoldReason,
    review: null as string | null,
    note: "",
  });
  const { on, reason, review, note } = sheet.values;
  const hold = useAct("HoldCase", { refusals: "here" });
  const wrong = (field: string) => refusedAt(hold.error, field);
  const keep = () => {
    if (on !== null) hold.mutate({ case_id: person.id, from_on: on, reason, review_on: review, note }, recorded(sheet, onDone));
  };
  return (
    <Form
      sheet={sheet}
      keep={say("people.papers.hold_keep")}
      onKeep={keep}
      ready={on !== null && !hold.isPending}
      refusal={hold.error}
      beside={["from_on", "review_on"]}
    >
      <Fields columns={2}>
        <DateEntry
          label={say("people.papers.hold_from")}
          value={on}
          onChange={(next) => sheet.set({ on: next })}
          error={wrong("from_on")}
        />
        <Select
          label={say("people.papers.hold_reason")}
          value={reason}
          onChange={(next) => sheet.set({ reason: next as HoldReason })}
          options={codeOptions("hold_reason")}
        />
        <DateEntry
          label={say("people.papers.review")}
          hint={say("people.papers.review_hint")}
          value={review}
          onChange={(next) => sheet.set({ review: next })}
          error={wrong("review_on")}
        />
        <LineEntry label={say("people.papers.note")} value={note} onChange={(next) => sheet.set({ note: next })} />
      </Fields>
    </Form>
  );
}
