import type { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";

type Props = {
  refusal: Refusal | null /** Fields that show a refusal themselves. */;
  beside: string[];
  onKeep: () => void;
  isDisabled: boolean;
};

/** The foot of a form: always in sight, however long the form is. */
export function FormFoot({ refusal, beside, onKeep, isDisabled }: Props) {
  useKeys({ "Mod+Enter": onKeep }, { inDialogs: true });
  return (
    <>
      {refusal !== null && !beside.includes(refusal.field ?? "") && <ErrorNote failure={refusal} />}
      <div className={css["foot"]}>
        <Button kind="primary" onPress={onKeep} keys="Mod+Enter" isDisabled={isDisabled}>
          {say("work.activity.keep")}
        </Button>
      </div>
    </>
  );
}
