import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { AdmissionForm, CasePage, Destination, HoldReason, PartialDate, Service } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import type { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

type Form = { person: CasePage; onDone: () => void };
type DatedForm = Form & { today: string };

/** The sentence of a refusal beside the entry it names. */
const at = (refusal: Refusal | null, field: string) => (refusal?.field === field ? refusal.sentence : null);

function Foot({ refusal, say: word, onKeep, waits }: { refusal: Refusal | null; say: string; onKeep: () => void; waits: boolean }) {
  useKeys({ "Mod+Enter": () => !waits && onKeep() }, { inDialogs: true });
  return (
    <>
      {refusal !== null && refusal.field === null && <ErrorNote failure={refusal} />}
      <div className={css["noteActs"]}>
        <Button kind="primary" onPress={onKeep} keys="Mod+Enter" isDisabled={waits}>
          {word}
        </Button>
      </div>
    </>
  );
}

/** The stay of now, and with its last day the discharge. */
export function StayForm({ person, onDone }: Form) {
  const [hospital, setHospital] = useState(person.hospital ?? "");
  const [ward, setWard] = useState(person.ward ?? "");
  const [room, setRoom] = useState(person.room ?? "");
  const [admitted, setAdmitted] = useState<PartialDate | null>(person.admitted_on);
  const [form, setForm] = useState<AdmissionForm | null>(person.admission_form as AdmissionForm | null);
  const [discharged, setDischarged] = useState<PartialDate | null>(null);
  const [destination, setDestination] = useState<Destination | null>(null);
  const keep = useAct("KeepStay", { refusals: "here" });
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
        admission_form: form,
        discharged_on: discharged,
        destination,
      },
      { onSuccess: onDone },
    );
  };
  return (
    <>
      <Fields columns={3}>
        <LineEntry label={say("people.papers.hospital")} value={hospital} onChange={setHospital} error={at(keep.error, "hospital")} />
        <LineEntry label={say("people.papers.ward")} value={ward} onChange={setWard} />
        <LineEntry label={say("people.papers.room")} value={room} onChange={setRoom} />
      </Fields>
      <Fields columns={2}>
        <DateEntry
          label={say("people.papers.admitted")}
          hint={say("people.papers.admitted_hint")}
          value={admitted}
          onChange={setAdmitted}
          precision="any"
          error={at(keep.error, "admitted_on")}
        />
        <Select
          label={say("people.papers.form")}
          value={form}
          onChange={(next) => setForm(next as AdmissionForm)}
          options={codeOptions("admission_form")}
        />
        <DateEntry
          label={say("people.papers.discharged")}
          value={discharged}
          onChange={setDischarged}
          error={at(keep.error, "discharged_on")}
        />
        {discharged !== null && (
          <Select
            label={say("people.papers.destination")}
            value={destination}
            onChange={(next) => setDestination(next as Destination)}
            options={codeOptions("destination")}
          />
        )}
      </Fields>
      <Foot refusal={keep.error} say={say("people.papers.stay_keep")} onKeep={save} waits={admitted === null || keep.isPending} />
    </>
  );
}

/** A benefit decision with its period. */
export function DecisionForm({ person, today, onDone }: DatedForm) {
  const [service, setService] = useState<Service>("community_transition_support");
  const [from, setFrom] = useState<PartialDate | null>(today);
  const [to, setTo] = useState<PartialDate | null>(null);
  const keep = useAct("KeepDecision", { refusals: "here" });
  const save = () => {
    if (from === null) return;
    keep.mutate(
      { case_id: person.id, decision_id: null, service, from_on: from, to_on: to, ended_on: null, end_reason: "" },
      { onSuccess: onDone },
    );
  };
  return (
    <>
      <Select
        label={say("people.papers.service")}
        value={service}
        onChange={(next) => setService(next as Service)}
        options={codeOptions("service")}
      />
      <Fields columns={2}>
        <DateEntry label={say("people.papers.from")} value={from} onChange={setFrom} error={at(keep.error, "from_on")} />
        <DateEntry label={say("people.papers.to")} value={to} onChange={setTo} error={at(keep.error, "to_on")} />
      </Fields>
      <Foot refusal={keep.error} say={say("people.papers.decision_keep")} onKeep={save} waits={from === null || keep.isPending} />
    </>
  );
}

/** A hold with the day on which it is looked at again, or the end of one. */
export function HoldForm({ person, today, onDone }: DatedForm) {
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState<HoldReason>("wavering");
  const [review, setReview] = useState<string | null>(null);
  const sheet = useSheet(`form/hold/${person.id}`, { note: "" });
  const hold = useAct("HoldCase", { refusals: "here" });
  const end = useAct("EndHold", { refusals: "here" });
  if (person.status === "on_hold") {
    const stop = () => on !== null && end.mutate({ case_id: person.id, to_on: on }, { onSuccess: onDone });
    return (
      <>
        <DateEntry label={say("people.papers.hold_end_on")} value={on} onChange={setOn} error={at(end.error, "to_on")} />
        <Foot refusal={end.error} say={say("people.papers.hold_end")} onKeep={stop} waits={on === null || end.isPending} />
      </>
    );
  }
  const done = () => {
    sheet.finish();
    onDone();
  };
  const keep = () => {
    if (on !== null)
      hold.mutate({ case_id: person.id, from_on: on, reason, review_on: review, note: sheet.values.note }, { onSuccess: done });
  };
  return (
    <>
      <Fields columns={2}>
        <DateEntry label={say("people.papers.hold_from")} value={on} onChange={setOn} error={at(hold.error, "from_on")} />
        <Select
          label={say("people.papers.hold_reason")}
          value={reason}
          onChange={(next) => setReason(next as HoldReason)}
          options={codeOptions("hold_reason")}
        />
        <DateEntry
          label={say("people.papers.review")}
          hint={say("people.papers.review_hint")}
          value={review}
          onChange={setReview}
          error={at(hold.error, "review_on")}
        />
        <LineEntry label={say("people.papers.note")} value={sheet.values.note} onChange={(note) => sheet.set({ note })} />
      </Fields>
      <Foot refusal={hold.error} say={say("people.papers.hold_keep")} onKeep={keep} waits={on === null || hold.isPending} />
    </>
  );
}
