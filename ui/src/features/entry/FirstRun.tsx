import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { lookAtVault } from "../../house/vault.ts";
import { Button } from "../../parts/Button.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { mayUse, NewPassphrase } from "../../parts/NewPassphrase.tsx";
import { halfWidth, plainCode } from "../../parts/passphrase.ts";
import { ErrorNote } from "../../parts/States.tsx";
import { go, type Screen } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { Sheet } from "./Sheet.tsx";

type Step = { at: "passphrase" } | { at: "code"; code: string } | { at: "retype"; code: string | null } | { at: "start" };
const ORDER = { passphrase: 0, code: 1, retype: 1, start: 2 } as const;

/** From the first opening to the first act: passphrase, recovery code on paper, begin. */
export function FirstRun({ unconfirmed }: { unconfirmed: boolean }) {
  const [step, setStep] = useState<Step>(unconfirmed ? { at: "retype", code: null } : { at: "passphrase" });
  return (
    <Sheet steps={[say("shell.first.step_pass"), say("shell.first.step_code"), say("shell.first.step_start")]} step={ORDER[step.at]}>
      {step.at === "passphrase" && <Passphrase onMade={(code) => setStep({ at: "code", code })} />}
      {step.at === "code" && <Code code={step.code} onWritten={() => setStep({ at: "retype", code: step.code })} />}
      {step.at === "retype" && (
        <Retype
          code={step.code}
          onAgain={() => setStep(step.code === null ? { at: "passphrase" } : { at: "code", code: step.code })}
          onConfirmed={() => setStep({ at: "start" })}
        />
      )}
      {step.at === "start" && <Start />}
    </Sheet>
  );
}

function Passphrase({ onMade }: { onMade: (code: string) => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [making, setMaking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ready = mayUse(passphrase, repeated) && !making;
  const make = async () => {
    if (!ready) return;
    setMaking(true);
    setRefusal(null);
    try {
      onMade((await callRoof("create_vault", { passphrase: halfWidth(passphrase) })).recovery_code);
    } catch (thrown) {
      if (thrown instanceof Refusal) setRefusal(thrown);
      setMaking(false);
    }
  };
  return (
    <>
      <h1>{say("shell.first.title")}</h1>
      <p>{say("shell.first.what")}</p>
      <NewPassphrase
        label={say("shell.first.passphrase")}
        passphrase={passphrase}
        repeated={repeated}
        onChange={(one, two) => {
          setPassphrase(one);
          setRepeated(two);
        }}
        onEnter={() => void make()}
        autoFocus
      />
      {refusal !== null && <ErrorNote failure={refusal} />}
      <p className={css["quiet"]}>{say("shell.first.forget")}</p>
      <div className={css["foot"]}>
        {making && (
          <span className={css["quiet"]} role="status">
            {say("shell.first.making")}
          </span>
        )}
        <Button kind="primary" isDisabled={!ready} onPress={() => void make()}>
          {say("shell.first.create")}
        </Button>
      </div>
    </>
  );
}

function Code({ code, onWritten }: { code: string; onWritten: () => void }) {
  const groups = plainCode(code).match(/.{1,4}/g) ?? [];
  return (
    <>
      <h1>{say("shell.first.code_title")}</h1>
      <p>{say("shell.first.code_what")}</p>
      <p className={css["code"]} role="group" aria-label={say("shell.first.code_label")}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className={css["foot"]}>
        <Button kind="primary" onPress={onWritten}>
          {say("shell.first.code_written")}
        </Button>
      </div>
    </>
  );
}

function Retype({ code, onAgain, onConfirmed }: { code: string | null; onAgain: () => void; onConfirmed: () => void }) {
  const [typed, setTyped] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [checking, setChecking] = useState(false);
  const check = async () => {
    if (plainCode(typed) === "" || checking) return;
    setChecking(true);
    setRefusal(null);
    try {
      await callRoof("confirm_recovery", { code: typed });
      onConfirmed();
    } catch (thrown) {
      if (thrown instanceof Refusal) setRefusal(thrown);
      setChecking(false);
    }
  };
  return (
    <>
      <h1>{say("shell.first.code_retype")}</h1>
      {code === null && <p>{say("shell.first.unconfirmed")}</p>}
      <LineEntry
        label={say("shell.first.code_label")}
        value={typed}
        onChange={setTyped}
        onEnter={() => void check()}
        hint={say("shell.first.code_retype_note")}
        autoFocus
      />
      {refusal !== null && <ErrorNote failure={refusal} />}
      {code !== null && <p className={css["quiet"]}>{say("shell.first.code_lost")}</p>}
      <div className={css["foot"]}>
        <span className={css["left"]}>
          <Button kind="quiet" onPress={onAgain}>
            {code === null ? say("shell.first.code_anew") : say("shell.first.code_again")}
          </Button>
        </span>
        <Button kind="primary" isDisabled={plainCode(typed) === "" || checking} onPress={() => void check()}>
          {say("shell.first.code_check")}
        </Button>
      </div>
    </>
  );
}

function Start() {
  const enter = (screen: Screen) => {
    go(screen);
    void lookAtVault();
  };
  return (
    <>
      <h1>{say("shell.first.start_title")}</h1>
      <div className={css["ways"]}>
        <AriaButton className={css["way"] ?? ""} autoFocus onPress={() => enter({ at: "people", write: true })}>
          <strong>{say("shell.first.start_person")}</strong>
          <span>{say("shell.first.start_person_note")}</span>
        </AriaButton>
        <AriaButton className={css["way"] ?? ""} onPress={() => enter({ at: "exchange" })}>
          <strong>{say("shell.first.start_import")}</strong>
          <span>{say("shell.first.start_import_note")}</span>
        </AriaButton>
      </div>
      <div className={css["foot"]}>
        <span className={css["right"]}>
          <Button kind="quiet" onPress={() => enter({ at: "today" })}>
            {say("shell.first.start_later")}
          </Button>
        </span>
      </div>
    </>
  );
}
