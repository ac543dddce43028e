import { type ReactNode, useId } from "react";
import css from "./Page.module.css";

/** The frame of a screen: its head, and below it everything else. `fill` gives the height of the window to the children. */
export function Page({
  title,
  sub,
  actions,
  children,
  fill = false,
}: {
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  fill?: boolean;
}) {
  return (
    <div className={`${css["page"]} ${fill ? css["fill"] : ""}`}>
      <header className={css["head"]}>
        <h1 className={css["title"]}>{title}</h1>
        {sub !== undefined && <div className={css["sub"]}>{sub}</div>}
        {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A group with a heading: a hairline above, no box. `panel` puts it on white paper. */
export function Section({
  title,
  aside,
  children,
  panel = false,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  panel?: boolean;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${css["section"]} ${panel ? css["panel"] : ""}`}>
      <header className={css["sectionHead"]}>
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <div className={css["aside"]}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** Columns beside each other: `wide-narrow` 3:2, `even`, `list-detail` (a list of 20 rem and the rest). */
export function Columns({ shape, children }: { shape: "even" | "wide-narrow" | "list-detail"; children: ReactNode }) {
  return <div className={`${css["columns"]} ${css[shape]}`}>{children}</div>;
}
