import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { TimelineItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choices } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

/** A correction: a new version with its reason; the earlier one is kept. */
export function ReviseForm({ item, onClose }: { item: TimelineItem; onClose: () => void }) {
  const [text, setText] = useState(item.text);
  const [on, setOn] = useState<string | null>(item.on);
  const [minutes, setMinutes] = useState(item.minutes);
  const [method, setMethod] = useState<string>(item.method ?? "other");
  const [counterparts, setCounterparts] = useState<string[]>(item.counterparts);
  const [reason, setReason] = useState("");
  const revise = useAct("ReviseContact", { refusals: "here" });
  const keep = () => {
    if (on === null) return;
    revise.mutate({ contact_id: item.id, on, minutes, method, counterparts, text, reason } as Parameters<typeof revise.mutate>[0], {
      onSuccess: onClose,
    });
  };
  return (
    <Dialog
      title={say("people.revise.title")}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        <Button kind="primary" onPress={keep} isDisabled={on === null || revise.isPending}>
          {say("people.revise.keep")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <TextEntry label={say("people.note.text")} value={text} onChange={setText} rows={6} />
        <Fields columns={3}>
          <DateEntry label={say("people.note.on")} value={on} onChange={setOn} />
          <Select label={say("people.note.method")} value={method} onChange={setMethod} options={codeOptions("method")} />
          <NumberEntry
            label={say("people.note.minutes")}
            unit={say("people.note.minute")}
            value={minutes}
            onChange={setMinutes}
            max={1440}
          />
        </Fields>
        <Choices
          label={say("people.note.counterpart")}
          dense
          value={counterparts}
          onChange={setCounterparts}
          options={codeOptions("counterpart")}
        />
        <LineEntry label={say("people.revise.reason")} hint={say("people.revise.reason_hint")} value={reason} onChange={setReason} />
        {revise.error !== null && <ErrorNote failure={revise.error} />}
      </div>
    </Dialog>
  );
}
