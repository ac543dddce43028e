import { useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog } from "../../parts/Dialog.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { useKeys } from "../../parts/keys.ts";
import { go, type Screen } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { Finder } from "./Finder.tsx";
import { IssueNote } from "./IssueNote.tsx";

type Step = "kind" | "person" | "issue";

/** 記録する: a note, an activity or an observation, from anywhere. */
export function Recorder({ isOpen, onClose, screen }: { isOpen: boolean; onClose: () => void; screen: Screen }) {
  const [step, setStep] = useState<Step>("kind");
  useEffect(() => {
    if (isOpen) setStep("kind");
  }, [isOpen]);
  const leave = (to: Screen) => {
    onClose();
    go(to);
  };
  const contact = () => {
    if (screen.at === "people" && screen.caseId !== undefined) leave({ at: "people", caseId: screen.caseId, write: true });
    else setStep("person");
  };
  const titles = { kind: say("shell.record.title"), person: say("shell.record.whose"), issue: say("shell.issue.title") };
  return (
    <Dialog title={titles[step]} isOpen={isOpen} onClose={onClose}>
      {step === "kind" && (
        <Kinds onContact={contact} onActivity={() => leave({ at: "activities", write: true })} onIssue={() => setStep("issue")} />
      )}
      {step === "person" && <Finder label={say("shell.palette.person")} onlyPeople onPick={leave} />}
      {step === "issue" && <IssueNote onDone={onClose} />}
    </Dialog>
  );
}

function Kinds({ onContact, onActivity, onIssue }: { onContact: () => void; onActivity: () => void; onIssue: () => void }) {
  const kinds = [
    { key: "1", name: say("shell.record.contact"), note: say("shell.record.contact_note"), begin: onContact },
    { key: "2", name: say("shell.record.activity"), note: say("shell.record.activity_note"), begin: onActivity },
    { key: "3", name: say("shell.record.issue"), note: say("shell.record.issue_note"), begin: onIssue },
  ];
  useKeys(Object.fromEntries(kinds.map((kind) => [kind.key, kind.begin])), { inDialogs: true });
  return (
    <div className={css["ways"]}>
      {kinds.map((kind, index) => (
        <AriaButton key={kind.key} className={css["way"] ?? ""} onPress={kind.begin} autoFocus={index === 0}>
          <strong>
            {kind.name}
            <Kbd keys={kind.key} />
          </strong>
          <span>{kind.note}</span>
        </AriaButton>
      ))}
    </div>
  );
}
