import { useAct } from "../../house/act.ts";
import type { PlanItem } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";

/** Why a plan does not happen; without a reason it is not cancelled. */
export function CancelPlan({ plan, onClose }: { plan: PlanItem; onClose: () => void }) {
  const sheet = useSheet(`form/cancel/${plan.id}`, { reason: "" });
  const { reason } = sheet.values;
  const finish = useAct("FinishPlan", { refusals: "here" });
  const keep = () => {
    if (reason.trim() !== "") finish.mutate({ plan_id: plan.id, result: "cancelled", reason }, recorded(sheet, onClose));
  };
  return (
    <Dialog
      title={say("shell.today.cancel_what", { what: plan.title })}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="warn" onPress={keep} isDisabled={reason.trim() === "" || finish.isPending}>
          {say("work.plan.cancel_keep")}
        </Button>
      }
    >
      <LineEntry
        label={say("work.plan.reason")}
        hint={say("work.plan.reason_hint")}
        value={reason}
        onChange={(next) => sheet.set({ reason: next })}
        onEnter={keep}
        autoFocus
      />
      {finish.error !== null && <ErrorNote failure={finish.error} />}
    </Dialog>
  );
}
