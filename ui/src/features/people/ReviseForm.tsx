import { useAct } from "../../house/act.ts";
import type { Id, TimelineItem } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Choices } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Issued } from "../../parts/notes/Late.tsx";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import { AddFiles } from "./notes/Files.tsx";
import css from "./person.module.css";

/** A correction: a new version with its reason; the earlier one is kept. */
export function ReviseForm({ item, caseId, onClose }: { item: TimelineItem; caseId: Id; onClose: () => void }) {
  const sheet = useSheet(`form/revise/${item.id}`, {
    text: item.text,
    on: item.on as string | null,
    minutes: item.minutes,
    method: item.method ?? "other",
    counterparts: item.counterparts,
    reason: "",
  });
  const { text, on, minutes, method, counterparts, reason } = sheet.values;
  const revise = useAct("ReviseContact", { refusals: "here" });
  const attach = useAct("AttachFiles");
  const wrong = (field: string) => refusedAt(revise.error, field);
  const keep = () => {
    if (on === null || revise.isPending) return;
    revise.mutate({ contact_id: item.id, on, minutes, method, counterparts, text, reason }, recorded(sheet, onClose));
  };
  return (
    <Dialog title={say("people.revise.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("people.revise.keep")}
        onKeep={keep}
        ready={on !== null && !revise.isPending}
        refusal={revise.error}
        beside={["text", "on", "reason"]}
      >
        <NoteText
          value={text}
          onChange={(next) => sheet.set({ text: next })}
          caseId={caseId}
          on={on}
          method={method}
          rows={5}
          autoFocus
          error={wrong("text")}
        />
        <div className={css["when"]}>
          <DateEntry label={say("people.note.on")} value={on} onChange={(next) => sheet.set({ on: next })} error={wrong("on")} />
          <Select
            label={say("people.note.method")}
            value={method}
            onChange={(next) => sheet.set({ method: next })}
            options={codeOptions("method")}
          />
          <NumberEntry
            label={say("people.note.minutes")}
            unit={say("people.note.minute")}
            value={minutes}
            onChange={(next) => sheet.set({ minutes: next })}
            max={1440}
          />
        </div>
        <Choices
          label={say("people.note.counterpart")}
          dense
          value={counterparts}
          onChange={(next) => sheet.set({ counterparts: next })}
          options={codeOptions("counterpart")}
        />
        <LineEntry
          label={say("people.revise.reason")}
          hint={say("people.revise.reason_hint")}
          value={reason}
          onChange={(next) => sheet.set({ reason: next })}
          onEnter={keep}
          error={wrong("reason")}
        />
        <Issued on={item.on} />
        <div className={css["apart"]}>
          <AddFiles onAdd={(files) => attach.mutate({ contact_id: item.id, files }, { onSuccess: onClose })} />
          <Discard kind="contact" id={item.id} name={item.text} onDone={recorded(sheet, onClose).onSuccess} />
        </div>
      </Form>
    </Dialog>
  );
}
