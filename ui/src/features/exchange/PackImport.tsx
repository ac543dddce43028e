import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answers } from "../../house/ask.ts";
import { callRoof, type Fault } from "../../house/roof.ts";
import { hear } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { Table } from "../../parts/Table.tsx";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";

/** More faults than this are only counted: nobody mends a thousand places from a screen. */
const SHOWN = 60;

/** A folder in the open format: all of it comes in, or nothing and every fault is named. */
export function PackImport() {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  useEffect(
    () =>
      hear((event) => {
        if (event.kind === "progress") setProgress({ done: event.done, total: event.total });
      }),
    [],
  );
  const bring = useMutation({
    mutationFn: () => callRoof("choose_pack", {}),
    onSuccess: () => void answers.invalidateQueries(),
    onSettled: () => setProgress(null),
  });
  const faults = bring.data?.faults ?? [];
  return (
    <div className={css["pack"]}>
      <p className={css["note"]}>{say("release.paste.pack_note")}</p>
      <Button onPress={() => bring.mutate()} isDisabled={bring.isPending}>
        {say("release.paste.pack")}
      </Button>
      {bring.isPending && progress !== null && progress.total > 0 && (
        <progress className={css["progress"]} value={progress.done} max={progress.total} aria-label={say("release.paste.pack")} />
      )}
      {bring.error !== null && <ErrorNote failure={failureOf(bring.error)} />}
      {bring.data !== undefined && bring.data !== null && faults.length === 0 && (
        <p role="status">{say("release.paste.pack_done", { n: Object.values(bring.data.imported).reduce((sum, n) => sum + n, 0) })}</p>
      )}
      {faults.length > 0 && <Faults faults={faults} />}
    </div>
  );
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  return (
    <div role="alert">
      <p className={css["refused"]}>{say("release.paste.pack_faults", { n: faults.length })}</p>
      <Table
        caption={say("release.paste.fault_reason")}
        columns={[
          { key: "file", head: say("release.paste.fault_file"), cell: (fault) => fault.file, width: "14rem" },
          { key: "line", head: say("release.paste.fault_line"), cell: (fault) => fault.line || "", number: true, width: "4rem" },
          { key: "column", head: say("release.paste.fault_column"), cell: (fault) => fault.column, width: "11rem" },
          { key: "reason", head: say("release.paste.fault_reason"), cell: (fault) => fault.reason },
        ]}
        rows={faults.slice(0, SHOWN)}
        id={(fault) => `${fault.file}/${fault.line}/${fault.column}/${fault.code}`}
      />
      {faults.length > SHOWN && <p className={css["note"]}>{say("release.paste.more_faults", { n: faults.length - SHOWN })}</p>}
    </div>
  );
}
