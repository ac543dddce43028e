import { useState } from "react";
import { showSaid } from "../../house/notices.ts";
import { Choice } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";
import { MeetingForm } from "./MeetingForm.tsx";
import { LooseNoteForm, PublicationForm, SupportForm } from "./OtherForms.tsx";

type What = "meeting" | "support" | "publication" | "note";

/** One sheet for everything that is not casework; only what and when are asked, the rest may stay empty. */
export function ActivityForm({ isOpen, today, onClose }: { isOpen: boolean; today: string; onClose: () => void }) {
  const [what, setWhat] = useState<What>("meeting");
  const done = () => {
    showSaid(say("work.activity.kept"), true);
    onClose();
  };
  return (
    <Dialog title={say("work.activity.add")} isOpen={isOpen} onClose={onClose} width="middle">
      <div className={css["form"]}>
        <Choice
          label={say("work.activity.what")}
          hideLabel
          value={what}
          onChange={setWhat}
          options={[
            { id: "meeting", label: say("work.activity.meeting") },
            { id: "support", label: say("work.activity.support") },
            { id: "publication", label: say("work.activity.publication") },
            { id: "note", label: say("work.activity.note") },
          ]}
        />
        {what === "meeting" && <MeetingForm today={today} onDone={done} />}
        {what === "support" && <SupportForm today={today} onDone={done} />}
        {what === "publication" && <PublicationForm today={today} onDone={done} />}
        {what === "note" && <LooseNoteForm today={today} onDone={done} />}
      </div>
    </Dialog>
  );
}
