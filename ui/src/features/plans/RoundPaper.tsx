import { Button } from "../../parts/Button.tsx";
import { say } from "../../words/words.ts";
import { usePaper } from "./paper.ts";
import css from "./plans.module.css";

/** 準備表 of a visit: carried through wards with codes, with names where somebody asks for them. */
export function RoundPaper({ planId }: { planId: string }) {
  const print = usePaper();
  const make = (names: boolean) => print.mutate({ paper: "round", plan_id: planId, names });
  return (
    <div className={css["paper"]} role="group" aria-label={say("work.plan.round_paper")}>
      <span>{say("work.plan.round_paper")}</span>
      <Button dense onPress={() => make(false)} isDisabled={print.isPending}>
        {say("work.plan.round_codes")}
      </Button>
      <Button dense kind="quiet" onPress={() => make(true)} isDisabled={print.isPending}>
        {say("work.plan.round_names")}
      </Button>
    </div>
  );
}
