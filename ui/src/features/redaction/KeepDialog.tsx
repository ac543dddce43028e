import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { TextLevel } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import type { Place } from "./pieces.ts";
import css from "./redaction.module.css";

const REASONS = ["not_name", "open", "consent"] as const;

type Props = { place: Place; word: string; level: TextLevel; onKept: () => void; onClose: () => void };

/** A word that stays needs a reason, and both are recorded. */
export function KeepDialog({ place, word, level, onKept, onClose }: Props) {
  const [reason, setReason] = useState("");
  const keep = useAct("KeepWord", { refusals: "here" });
  const go = () => {
    if (reason.trim() !== "") keep.mutate({ word: place.word, level, code: place.code, reason }, { onSuccess: onKept });
  };
  const error = keep.error ?? null;
  return (
    <Dialog
      title={say("release.redaction.keep_title", { word })}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("shell.cancel")}</Button>
          <Button kind="primary" isDisabled={reason.trim() === "" || keep.isPending} onPress={go}>
            {say("release.redaction.keep_it")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <LineEntry
          label={say("release.redaction.reason")}
          value={reason}
          onChange={setReason}
          onEnter={go}
          autoFocus
          width="full"
          error={error?.field === "reason" ? error.sentence : null}
        />
        <div className={css["reasons"]}>
          {REASONS.map((id) => (
            <Button key={id} dense onPress={() => setReason(say(`release.redaction.reason_${id}`))}>
              {say(`release.redaction.reason_${id}`)}
            </Button>
          ))}
        </div>
        <p className={css["aside"]}>{say("release.redaction.keep_note")}</p>
        {error !== null && error.field !== "reason" && <ErrorNote failure={error} />}
      </div>
    </Dialog>
  );
}
