import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

type Props = { isOpen: boolean; onClose: () => void; onDone: (id: string) => void };

/** A new person: three fields are enough. */
export function NewPerson({ isOpen, onClose, onDone }: Props) {
  return isOpen ? <Form onClose={onClose} onDone={onDone} /> : null;
}

function Form({ onClose, onDone }: Omit<Props, "isOpen">) {
  const [family, setFamily] = useState("");
  const [given, setGiven] = useState("");
  const [familyKana, setFamilyKana] = useState("");
  const [givenKana, setGivenKana] = useState("");
  const [hospital, setHospital] = useState("");
  const [ward, setWard] = useState("");
  const [since, setSince] = useState<string | null>(null);
  const [wish, setWish] = useState("");
  const open = useAct("OpenCase", { refusals: "here" });
  const wrong = (field: string) => (open.error?.field === field ? open.error.sentence : null);
  const keep = () =>
    open.mutate(
      {
        family_name: family,
        given_name: given,
        family_kana: familyKana,
        given_kana: givenKana,
        org_id: null,
        hospital,
        ward,
        identified_on: since,
        wish,
      },
      {
        onSuccess: (id) => {
          onClose();
          onDone(id);
        },
      },
    );
  useKeys({ "Mod+Enter": keep }, { inDialogs: true });
  return (
    <Dialog
      title={say("people.new.title")}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={open.isPending}>
          {say("people.new.keep")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <p className={css["none"]}>{say("people.new.what")}</p>
        <Fields columns={2}>
          <LineEntry label={say("people.new.family")} value={family} onChange={setFamily} error={wrong("family_name")} autoFocus />
          <LineEntry label={say("people.new.given")} value={given} onChange={setGiven} error={wrong("given_name")} />
          <LineEntry label={say("people.new.family_kana")} value={familyKana} onChange={setFamilyKana} error={wrong("family_kana")} />
          <LineEntry label={say("people.new.given_kana")} value={givenKana} onChange={setGivenKana} error={wrong("given_kana")} />
          <LineEntry label={say("people.new.hospital")} value={hospital} onChange={setHospital} error={wrong("hospital")} />
          <LineEntry label={say("people.new.ward")} value={ward} onChange={setWard} />
        </Fields>
        <DateEntry label={say("people.new.identified")} value={since} onChange={setSince} precision="any" error={wrong("identified_on")} />
        <TextEntry label={say("people.new.wish")} value={wish} onChange={setWish} rows={2} />
        {open.error !== null && open.error.field === null && <ErrorNote failure={open.error} />}
      </div>
    </Dialog>
  );
}
