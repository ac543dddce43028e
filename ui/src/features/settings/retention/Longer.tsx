import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { KeptPerson, PartialDate } from "../../../house/contract.gen.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { refusedAt } from "../../../parts/Form.tsx";
import { Name } from "../../../parts/Name.tsx";
import { ErrorNote } from "../../../parts/States.tsx";
import { say } from "../../../words/words.ts";
import css from "./retention.module.css";

/** 期限をのばす: one person's records are kept longer than the office's rule says. */
export function Longer({ person, onClose }: { person: KeptPerson; onClose: () => void }) {
  const [until, setUntil] = useState<PartialDate | null>(person.until);
  const keep = useAct("KeepUntil", { refusals: "here" });
  const put = (day: PartialDate | null) => keep.mutate({ case_id: person.case_id, until: day }, { onSuccess: onClose });
  const refused = refusedAt(keep.error, "until");
  return (
    <Dialog
      title={say("people.retention.longer")}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button isDisabled={keep.isPending} onPress={() => put(null)}>
            {say("people.retention.by_rule")}
          </Button>
          <Button kind="primary" isDisabled={until === null || keep.isPending} onPress={() => put(until)}>
            {say("people.retention.longer_keep")}
          </Button>
        </>
      }
    >
      <Fields>
        <p>
          <Name name={person.name} kana={person.kana} strong />
        </p>
        <p className={css["note"]}>{say("people.retention.longer_note")}</p>
        <DateEntry label={say("people.retention.longer_until")} value={until} onChange={setUntil} error={refused} />
        {keep.error !== null && refused === null && <ErrorNote failure={keep.error} />}
      </Fields>
    </Dialog>
  );
}
