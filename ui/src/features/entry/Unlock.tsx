import { useEffect, useState } from "react";
import type { VaultState } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { lookAtVault } from "../../house/vault.ts";
import { Button } from "../../parts/Button.tsx";
import { Clock } from "../../parts/Clock.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { mayUse, NewPassphrase } from "../../parts/NewPassphrase.tsx";
import { halfWidth, plainCode } from "../../parts/passphrase.ts";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { Sheet } from "./Sheet.tsx";

/** The lock: a clock, one entry, and nothing from the store. */
export function Unlock({ state }: { state: VaultState }) {
  const [way, setWay] = useState<"passphrase" | "recovery">("passphrase");
  return (
    <Sheet>
      <div className={css["clock"]}>
        <Clock />
      </div>
      {state.demo && <p className={css["quiet"]}>{say("shell.unlock.practice")}</p>}
      {way === "passphrase" ? (
        <ByPassphrase waitSeconds={state.wait_seconds} onForgot={() => setWay("recovery")} />
      ) : (
        <ByRecovery onBack={() => setWay("passphrase")} />
      )}
    </Sheet>
  );
}

/** Seconds left of a wait the vault imposes after wrong passphrases. */
const useWait = (seconds: number): number => {
  const [left, setLeft] = useState(seconds);
  useEffect(() => setLeft(seconds), [seconds]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
};

/** Tries to open; tells the refusal, and always looks at the vault again. */
const useOpening = () => {
  const [opening, setOpening] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const open = async (attempt: () => Promise<unknown>): Promise<boolean> => {
    setOpening(true);
    setRefusal(null);
    try {
      await attempt();
      await lookAtVault();
      return true;
    } catch (thrown) {
      if (thrown instanceof Refusal) setRefusal(thrown);
      setOpening(false);
      await lookAtVault();
      return false;
    }
  };
  return { opening, refusal, open };
};

type Older = { accept_older?: true };

/** Why it did not open. Records older than those used last open only when somebody says so. */
function Refused({ refusal, ready, onOlder }: { refusal: Refusal | null; ready: boolean; onOlder: () => void }) {
  if (refusal === null) return null;
  return (
    <>
      <ErrorNote failure={refusal} />
      {refusal.id === "vault.rolled-back" && (
        <Button kind="warn" isDisabled={!ready} onPress={onOlder}>
          {say("shell.unlock.older")}
        </Button>
      )}
    </>
  );
}

function ByPassphrase({ waitSeconds, onForgot }: { waitSeconds: number; onForgot: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const { opening, refusal, open } = useOpening();
  const wait = useWait(waitSeconds);
  const ready = passphrase !== "" && !opening && wait === 0;
  const attempt = async (older: Older = {}) => {
    if (!ready) return;
    if (!(await open(() => callRoof("unlock", { passphrase: halfWidth(passphrase), ...older })))) setPassphrase("");
  };
  return (
    <>
      <h1 className="for-reader">{say("shell.unlock.title")}</h1>
      <LineEntry
        label={say("shell.unlock.passphrase")}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void attempt()}
        autoFocus
        autoComplete="current-password"
      />
      <Refused refusal={refusal} ready={ready} onOlder={() => void attempt({ accept_older: true })} />
      {wait > 0 && (
        <p className={css["quiet"]} role="status">
          {say("shell.unlock.wait", { n: wait })}
        </p>
      )}
      <p className={css["quiet"]}>{say("shell.unlock.drafts")}</p>
      <div className={css["foot"]}>
        <span className={css["left"]}>
          <Button kind="quiet" onPress={onForgot}>
            {say("shell.unlock.recover")}
          </Button>
        </span>
        <Button kind="primary" isDisabled={!ready} onPress={() => void attempt()}>
          {opening ? say("shell.unlock.opening") : say("shell.unlock.open")}
        </Button>
      </div>
    </>
  );
}

function ByRecovery({ onBack }: { onBack: () => void }) {
  const [code, setCode] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const { opening, refusal, open } = useOpening();
  const ready = plainCode(code) !== "" && mayUse(passphrase, repeated) && !opening;
  const attempt = async (older: Older = {}) => {
    if (ready) await open(() => callRoof("unlock_with_recovery", { code, new_passphrase: halfWidth(passphrase), ...older }));
  };
  return (
    <>
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
      <Refused refusal={refusal} ready={ready} onOlder={() => void attempt({ accept_older: true })} />
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
    </>
  );
}
