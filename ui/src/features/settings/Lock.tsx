import { useState } from "react";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { lockNow } from "../../house/vault.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { mayUse, NewPassphrase } from "../../parts/NewPassphrase.tsx";
import { halfWidth } from "../../parts/passphrase.ts";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import type { PartProps } from "./SettingsScreen.tsx";
import css from "./settings.module.css";

const CURTAIN_SECONDS = [30, 60, 120, 180];
const LOCK_MINUTES = [3, 5, 10];

/** ロックとパスワード. There is no "never". */
export function Lock({ wishes, onWish }: PartProps) {
  return (
    <>
      <Fields>
        <Choice
          label={say("shell.settings.curtain_after")}
          options={offered(CURTAIN_SECONDS, wishes.curtain_seconds).map((n) => ({
            id: String(n),
            label: say("shell.settings.seconds", { n }),
          }))}
          value={String(wishes.curtain_seconds)}
          onChange={(n) => onWish({ curtain_seconds: Number(n) })}
        />
        <Choice
          label={say("shell.settings.lock_after")}
          options={offered(LOCK_MINUTES, wishes.lock_minutes).map((n) => ({
            id: String(n),
            label: say("shell.settings.lock_minutes", { n }),
          }))}
          value={String(wishes.lock_minutes)}
          onChange={(n) => onWish({ lock_minutes: Number(n) })}
        />
        <p className={css["note"]}>{say("shell.settings.lock_note")}</p>
        <dl className={css["facts"]}>
          <dt>{say("shell.settings.hide_key")}</dt>
          <dd>
            <Kbd keys="Mod+Shift+M" />
          </dd>
          <dt>{say("shell.settings.lock_key")}</dt>
          <dd>
            <Button dense keys="Mod+L" onPress={() => void lockNow()}>
              {say("shell.rail.lock")}
            </Button>
          </dd>
        </dl>
      </Fields>
      <Change />
    </>
  );
}

const offered = (usual: readonly number[], held: number): number[] => [...new Set([...usual, held])].sort((a, b) => a - b);

function Change() {
  const [old, setOld] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ready = old !== "" && mayUse(passphrase, repeated) && !changing;
  const change = async () => {
    if (!ready) return;
    setChanging(true);
    setRefusal(null);
    try {
      await callRoof("change_passphrase", { old: halfWidth(old), new: halfWidth(passphrase) });
      setDone(true);
      setOld("");
      setPassphrase("");
      setRepeated("");
    } catch (thrown) {
      if (thrown instanceof Refusal) setRefusal(thrown);
    }
    setChanging(false);
  };
  return (
    <div className={css["below"]}>
      <h3>{say("shell.settings.change")}</h3>
      <Fields>
        <LineEntry label={say("shell.settings.old")} type="password" value={old} onChange={setOld} autoComplete="current-password" />
        <NewPassphrase
          label={say("shell.settings.new")}
          passphrase={passphrase}
          repeated={repeated}
          onChange={(one, two) => {
            setPassphrase(one);
            setRepeated(two);
            setDone(false);
          }}
          onEnter={() => void change()}
        />
        {refusal !== null && <ErrorNote failure={refusal} />}
        {done && <p role="status">{say("shell.settings.changed")}</p>}
        <div>
          <Button isDisabled={!ready} onPress={() => void change()}>
            {say("shell.settings.change_do")}
          </Button>
        </div>
      </Fields>
    </div>
  );
}
