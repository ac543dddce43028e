import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { lookAtVault, vaultState } from "../../house/vault.ts";
import { Button } from "../../parts/Button.tsx";
import { Fields } from "../../parts/Field.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { fullDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./settings.module.css";

/** 控え: one encrypted file somewhere else. */
export function Backup() {
  const vault = useQuery(vaultState);
  const [made, setMade] = useState<{ path: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [making, setMaking] = useState(false);
  const last = vault.data?.last_backup_on ?? null;
  const make = async () => {
    setMaking(true);
    setRefusal(null);
    try {
      setMade(await callRoof("backup", {}));
      await lookAtVault();
    } catch (thrown) {
      if (thrown instanceof Refusal) setRefusal(thrown);
    }
    setMaking(false);
  };
  return (
    <Fields>
      <p>{say("shell.settings.backup_what")}</p>
      <dl className={css["facts"]}>
        <dt>{say("shell.settings.backup_last")}</dt>
        <dd>{last === null ? <strong className={css["warn"]}>{say("shell.settings.backup_never")}</strong> : fullDate(last)}</dd>
        {made !== null && (
          <>
            <dt>{say("shell.settings.backup_where")}</dt>
            <dd>{made.path}</dd>
          </>
        )}
      </dl>
      {made !== null && <p role="status">{say("shell.settings.backup_done")}</p>}
      {refusal !== null && <ErrorNote failure={refusal} />}
      <div>
        <Button kind="primary" isDisabled={making} onPress={() => void make()}>
          {say("shell.settings.backup_do")}
        </Button>
      </div>
    </Fields>
  );
}

/** 取り込み: the way to its screen. */
export function BringIn() {
  return (
    <Fields>
      <p>{say("shell.settings.exchange_what")}</p>
      <div>
        <Button onPress={() => go({ at: "exchange" })}>{say("shell.settings.exchange_do")}</Button>
      </div>
    </Fields>
  );
}
