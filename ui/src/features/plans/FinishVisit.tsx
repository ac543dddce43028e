import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./visit.module.css";

/** Ending a round names whoever is left: falling through the cracks is the field's worst fear. */
export function FinishVisit({ visit, persons, onClose }: { visit: VisitPage; persons: readonly VisitPerson[]; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const finish = useAct("FinishPlan", { refusals: "here" });
  const left = persons.filter((one) => one.outcome === null && one.planned);
  const end = () =>
    finish.mutate(
      { plan_id: visit.plan.id, result: "done", reason },
      {
        onSuccess: () => {
          showSaid(say("work.visit.finished"), true);
          onClose();
          go({ at: "today" });
        },
      },
    );
  return (
    <Dialog
      title={say("work.visit.finish")}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={end} isDisabled={finish.isPending || (left.length > 0 && reason.trim() === "")}>
          {left.length > 0 ? say("work.visit.finish_anyway") : say("work.visit.finish")}
        </Button>
      }
    >
      <div className={css["finish"]}>
        {left.length > 0 && (
          <>
            <p className={css["left"]}>
              {say("work.visit.left", { names: left.map((one) => `${one.name}${say("shell.san")}`).join("、") })}
            </p>
            <LineEntry label={say("work.visit.left_reason")} value={reason} onChange={setReason} onEnter={end} autoFocus />
          </>
        )}
        {finish.error !== null && <ErrorNote failure={finish.error} />}
      </div>
    </Dialog>
  );
}
