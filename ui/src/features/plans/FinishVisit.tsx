import { useAct } from "../../house/act.ts";
import type { VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Name } from "../../parts/Name.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./visit.module.css";

/** Ending a round names whoever is left: falling through the cracks is the field's worst fear. */
export function FinishVisit({ visit, persons, onClose }: { visit: VisitPage; persons: readonly VisitPerson[]; onClose: () => void }) {
  const sheet = useSheet(`form/finish/${visit.plan.id}`, { reason: "" });
  const { reason } = sheet.values;
  const finish = useAct("FinishPlan", { refusals: "here" });
  const named = new Set(finish.error?.about);
  const left = persons.filter((one) => named.has(one.case_id) || (one.outcome === null && one.contact === null && one.planned));
  const end = () => {
    if (left.length > 0 && reason.trim() === "") return;
    finish.mutate(
      { plan_id: visit.plan.id, result: "done", reason },
      {
        onSuccess: () => {
          sheet.finish();
          showSaid(say("work.visit.finished"), true);
          onClose();
          go({ at: "today" });
        },
      },
    );
  };
  return (
    <Dialog
      title={say("work.visit.finish")}
      isOpen
      onClose={onClose}
      foot={
        <Button
          kind="primary"
          onPress={end}
          autoFocus={left.length === 0}
          isDisabled={finish.isPending || (left.length > 0 && reason.trim() === "")}
        >
          {left.length > 0 ? say("work.visit.finish_anyway") : say("work.visit.finish")}
        </Button>
      }
    >
      <div className={css["finish"]}>
        {left.length === 0 ? (
          <p>{say("work.visit.finish_all", { n: persons.length })}</p>
        ) : (
          <>
            <p className={css["left"]}>{say("work.visit.left", { n: left.length })}</p>
            <ul className={css["leftNames"]}>
              {left.map((one) => (
                <li key={one.case_id}>
                  <Name name={one.name} kana={one.kana} />
                </li>
              ))}
            </ul>
            <LineEntry
              label={say("work.visit.left_reason")}
              value={reason}
              onChange={(next) => sheet.set({ reason: next })}
              onEnter={end}
              hint={say("work.visit.left_hint")}
              autoFocus
            />
          </>
        )}
        {finish.error !== null && named.size === 0 && <ErrorNote failure={finish.error} />}
      </div>
    </Dialog>
  );
}
