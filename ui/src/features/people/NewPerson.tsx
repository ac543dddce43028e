import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

const HOSPITALS = ["psychiatric_hospital", "general_hospital"];
/** A hospital that is not in the list yet. */
const OTHER = "";

const FIELDS = ["family_name", "given_name", "family_kana", "given_kana", "hospital", "identified_on"];
const NOTHING = {
  family: "",
  given: "",
  familyKana: "",
  givenKana: "",
  org: null as string | null,
  hospital: "",
  ward: "",
  since: null as string | null,
  wish: "",
};

/** A new person: a name and a hospital are enough. */
export function NewPerson({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const sheet = useSheet("form/person", NOTHING);
  const { family, given, familyKana, givenKana, org, hospital, ward, since, wish } = sheet.values;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const hospitals = (organisations.data ?? []).filter((one) => HOSPITALS.includes(one.type));
  const other = hospitals.length === 0 || org === OTHER;
  const open = useAct("OpenCase", { refusals: "here" });
  const wrong = (field: string) => refusedAt(open.error, field);
  const openPage = (id: string) => {
    onClose();
    onDone(id);
  };
  const keep = () =>
    open.mutate(
      {
        family_name: family,
        given_name: given,
        family_kana: familyKana,
        given_kana: givenKana,
        org_id: other ? null : org,
        hospital: other ? hospital : "",
        ward,
        identified_on: since,
        wish,
      },
      {
        onSuccess: (id) => {
          sheet.finish();
          onClose();
          onDone(id);
        },
      },
    );
  const named = (
    <LineEntry
      label={say(hospitals.length === 0 ? "people.new.hospital" : "people.new.hospital_name")}
      value={hospital}
      onChange={(next) => sheet.set({ hospital: next })}
      error={wrong("hospital")}
    />
  );
  return (
    <Dialog title={say("people.new.title")} isOpen onClose={onClose} width="middle">
      <Form sheet={sheet} keep={say("people.new.keep")} onKeep={keep} ready={!open.isPending} refusal={open.error} beside={FIELDS}>
        <p className={css["none"]}>{say("people.new.what")}</p>
        <Known names={{ family_name: family, given_name: given, family_kana: familyKana, given_kana: givenKana }} onOpen={openPage} />
        <Fields columns={2}>
          <LineEntry
            label={say("people.new.family")}
            value={family}
            onChange={(next) => sheet.set({ family: next })}
            error={wrong("family_name")}
            autoFocus
          />
          <LineEntry
            label={say("people.new.given")}
            value={given}
            onChange={(next) => sheet.set({ given: next })}
            error={wrong("given_name")}
          />
          <LineEntry
            label={say("people.new.family_kana")}
            value={familyKana}
            onChange={(next) => sheet.set({ familyKana: next })}
            error={wrong("family_kana")}
          />
          <LineEntry
            label={say("people.new.given_kana")}
            value={givenKana}
            onChange={(next) => sheet.set({ givenKana: next })}
            error={wrong("given_kana")}
          />
          {hospitals.length === 0 ? (
            named
          ) : (
            <Select
              label={say("people.new.hospital")}
              value={org}
              onChange={(next) => sheet.set({ org: next })}
              options={[
                ...hospitals.map((one) => ({ id: one.id, label: one.name })),
                { id: OTHER, label: say("people.new.other_hospital") },
              ]}
              error={org === OTHER ? null : wrong("hospital")}
            />
          )}
          <LineEntry label={say("people.new.ward")} value={ward} onChange={(next) => sheet.set({ ward: next })} />
          {hospitals.length > 0 && org === OTHER && named}
        </Fields>
        <DateEntry
          label={say("people.new.identified")}
          value={since}
          onChange={(next) => sheet.set({ since: next })}
          precision="any"
          error={wrong("identified_on")}
        />
        <TextEntry label={say("people.new.wish")} value={wish} onChange={(next) => sheet.set({ wish: next })} rows={2} />
      </Form>
    </Dialog>
  );
}

type Names = { family_name: string; given_name: string; family_kana: string; given_kana: string };

/** Whoever is registered already under a name that looks or sounds the same. */
function Known({ names, onOpen }: { names: Names; onOpen: (id: string) => void }) {
  const whole = (names.family_name !== "" && names.given_name !== "") || (names.family_kana !== "" && names.given_kana !== "");
  const found = useQuery({ ...ask("SimilarPeople", names), enabled: whole }).data ?? [];
  if (!whole || found.length === 0) return null;
  return (
    <div className={css["known"]} role="status">
      <p>{say("road.merge.similar")}</p>
      {found.map((line) => (
        <Button key={line.id} dense label={say("road.merge.open", { name: line.name })} onPress={() => onOpen(line.id)}>
          {[`${line.name}${say("shell.san")}`, line.hospital, line.ward].filter((part) => part !== null && part !== "").join("　")}
        </Button>
      ))}
    </div>
  );
}
