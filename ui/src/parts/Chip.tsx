import type { ReactNode } from "react";
import css from "./Chip.module.css";

/** A word about something, not to be pressed: 保留, 推定, 段階5. `warn` is for what must be acted on. */
export function Chip({ children, kind = "plain" }: { children: ReactNode; kind?: "plain" | "accent" | "warn" }) {
  return <span className={`${css["chip"]} ${css[kind]}`}>{children}</span>;
}
