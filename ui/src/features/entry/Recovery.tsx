import { useState } from "react";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { mayUse, NewPassphrase } from "../../parts/NewPassphrase.tsx";
import { halfWidth, plainCode } from "../../parts/passphrase.ts";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { type Refused, refusedBy } from "./refused.ts";
import { Sheet } from "./Sheet.tsx";

/** The way in for somebody who forgot the passphrase: the code on paper, and a new passphrase at once. */
export function Recovery({ onBack, onOpened }: { onBack: () => void; onOpened: () => void }) {
  const [code, setCode] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [opening, setOpening] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const ready = plainCode(code) !== "" && mayUse(passphrase, repeated) && !opening;
  const attempt = async (knowing: { accept_older?: true } = {}) => {
    if (!ready) return;
    setOpening(true);
    setRefusal(null);
    try {
      await callRoof("unlock_with_recovery", { code, new_passphrase: halfWidth(passphrase), ...knowing });
      onOpened();
    } catch (thrown) {
      setRefusal(await refusedBy(thrown));
      setOpening(false);
    }
  };
  return (
    <Sheet>
      <h1>{say("shell.unlock.recover_title")}</h1>
      <p className={css["quiet"]}>{say("shell.unlock.recover_what")}</p>
      <LineEntry
        label={say("shell.first.code_label")}
        value={code}
        onChange={setCode}
        hint={say("shell.first.code_retype_note")}
        autoFocus
      />
      <NewPassphrase
        label={say("shell.settings.new")}
        passphrase={passphrase}
        repeated={repeated}
        onChange={(one, two) => {
          setPassphrase(one);
          setRepeated(two);
        }}
        onEnter={() => void attempt()}
      />
      {refusal !== null && <ErrorNote failure={refusal} />}
      {refusal?.id === "vault.rolled-back" && (
        <Button kind="warn" isDisabled={!ready} onPress={() => void attempt({ accept_older: true })}>
          {say("shell.unlock.older")}
        </Button>
      )}
      <div className={css["foot"]}>
        <span className={css["left"]}>
          <Button kind="quiet" onPress={onBack}>
            {say("shell.unlock.to_passphrase")}
          </Button>
        </span>
        <Button kind="primary" isDisabled={!ready} onPress={() => void attempt()}>
          {opening ? say("shell.unlock.opening") : say("shell.unlock.recover_do")}
        </Button>
      </div>
    </Sheet>
  );
}
