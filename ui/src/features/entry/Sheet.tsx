import type { ReactNode } from "react";
import { Hill } from "../../parts/Hill.tsx";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";

/** One sheet of paper in an otherwise empty window, for everything before the house is open. */
export function Sheet({ children, steps, step }: { children: ReactNode; steps?: readonly string[]; step?: number }) {
  return (
    <main className={css["desk"]}>
      <header className={css["brand"]}>
        <Hill size={56} />
        <span className={css["name"]}>{say("shell.product")}</span>
      </header>
      {steps !== undefined && (
        <ol className={css["steps"]}>
          {steps.map((label, index) => (
            <li key={label} {...(index === step ? { "aria-current": "step" as const } : {})}>
              {label}
            </li>
          ))}
        </ol>
      )}
      <div className={css["sheet"]}>{children}</div>
    </main>
  );
}
