import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ChosenTable, Mapping, TableKind } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";
import { TableCheck } from "./TableCheck.tsx";
import { TableResult } from "./TableResult.tsx";

/** What is said about a list before anybody says anything. */
export const UNSAID: Mapping = {
  sheet: null,
  head_row: null,
  columns: {},
  organisations: {},
  hospital: null,
  identified_on: null,
  fiscal_year: null,
  take: [],
};

/** A list out of a file: chosen, checked, brought in, and taken back with one press. */
export function TableImport() {
  const [chosen, setChosen] = useState<{ table: ChosenTable; count: number } | null>(null);
  const choose = useMutation({
    mutationFn: () => callRoof("choose_table", {}),
    onSuccess: (table) => {
      if (table === null) return;
      setChosen((before) => ({ table, count: (before?.count ?? 0) + 1 }));
    },
  });
  return (
    <div className={css["file"]}>
      {chosen === null && <p className={css["note"]}>{say("pack.table.note")}</p>}
      <div className={css["chosen"]}>
        <Button onPress={() => choose.mutate()} isDisabled={choose.isPending}>
          {chosen === null ? say("pack.table.choose") : say("pack.table.another")}
        </Button>
        {chosen !== null && (
          <p role="status">
            <strong>{chosen.table.file}</strong> <span className={css["written"]}>{chosen.table.written}</span>
          </p>
        )}
      </div>
      {choose.error !== null && <ErrorNote failure={failureOf(choose.error)} />}
      {chosen !== null && <Chosen key={chosen.count} table={chosen.table} count={chosen.count} />}
    </div>
  );
}

function Chosen({ table, count }: { table: ChosenTable; count: number }) {
  const [kind, setKind] = useState<TableKind>(table.kind ?? "cases");
  const [mapping, setMapping] = useState<Mapping>(UNSAID);
  const bring = useMutation({ mutationFn: () => callRoof("import_table", { kind, mapping }) });
  const tell = (next: Mapping) => {
    setMapping(next);
    bring.reset();
  };
  if (bring.data !== undefined) return <TableResult done={bring.data} onBack={bring.reset} />;
  return (
    <TableCheck
      table={table}
      count={count}
      kind={kind}
      onKind={(next) => {
        setKind(next);
        // Columns and answers belong to one kind of list; the sheet stays.
        tell({ ...UNSAID, sheet: mapping.sheet });
      }}
      mapping={mapping}
      onMapping={tell}
      bring={{ start: () => bring.mutate(), isPending: bring.isPending, failure: bring.error === null ? null : failureOf(bring.error) }}
    />
  );
}
