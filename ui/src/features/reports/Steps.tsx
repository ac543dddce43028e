import type { ReportPlace } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./steps.module.css";

export type Step = "choose" | "check" | "leave";
const STEPS: readonly Step[] = ["choose", "check", "leave"];

/** The step of a place: the texts are part of the check. */
export const stepOf = (place: ReportPlace["step"]): Step => (place === "texts" ? "check" : place);

/** えらぶ → 確かめる → 出す. */
export function Steps({ at, mayLeave, onGo }: { at: Step; mayLeave: boolean; onGo: (step: Step) => void }) {
  return (
    <nav aria-label={say("release.report.steps")}>
      <ol className={css["steps"]}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              className={css["step"]}
              aria-current={step === at ? "step" : undefined}
              disabled={step === "leave" && !mayLeave}
              onClick={() => onGo(step)}
            >
              <span className="figure">{index + 1}</span>
              {say(`release.report.step_${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
