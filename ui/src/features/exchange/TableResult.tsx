import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useAct } from "../../house/act.ts";
import { answers, ask } from "../../house/ask.ts";
import type { TableImported } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";

/** What came in and what did not, with the way back and the file of rows to correct. */
export function TableResult({ done, onBack }: { done: TableImported; onBack: () => void }) {
  const [pressed, setPressed] = useState(false);
  const state = useQuery(ask("UndoState", {})).data;
  // The next undo may be another act's, and this one may have been taken back from the rail.
  const undone = pressed || state?.redo === say("act.ImportTable");
  const next = state?.undo === say("act.ImportTable");
  const undo = useAct("Undo", { refusals: "here" });
  const save = useMutation({ mutationFn: () => callRoof("save_table_rest", {}) });
  useEffect(() => void answers.invalidateQueries(), []);
  return (
    <div className={css["done"]}>
      <p role="status">
        {undone ? (
          say("pack.table.undone")
        ) : (
          <>
            <strong>{say("pack.table.done", { n: done.imported })}</strong>{" "}
            {done.organisations > 0 && say("pack.table.done_new", { n: done.organisations })}
          </>
        )}
      </p>
      {done.faulty > 0 && <p>{say("pack.table.done_faulty", { n: done.faulty })}</p>}
      {done.duplicates > 0 && <p>{say("pack.table.done_duplicates", { n: done.duplicates })}</p>}
      {save.data !== undefined && save.data !== null && <p role="status">{say("pack.table.saved_rest", { name: save.data.file_name })}</p>}
      {undo.error !== null && <ErrorNote failure={undo.error} />}
      {save.error !== null && <ErrorNote failure={failureOf(save.error)} />}
      <div className={css["acts"]}>
        {done.faulty > 0 && (
          <Button onPress={() => save.mutate()} isDisabled={save.isPending}>
            {say("pack.table.save_rest")}
          </Button>
        )}
        {!undone && next && (
          <Button onPress={() => undo.mutate({}, { onSuccess: () => setPressed(true) })} isDisabled={undo.isPending}>
            {say("pack.table.undo")}
          </Button>
        )}
        <Button kind="quiet" onPress={onBack}>
          {say("pack.table.back")}
        </Button>
      </div>
    </div>
  );
}
