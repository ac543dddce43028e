import { type ReactNode, useEffect, useRef } from "react";
import css from "./Marked.module.css";

/** A place in a text, in Unicode scalars; the one that is shown is `current`. */
export type Mark = { from: number; to: number; current: boolean };

/** A piece of a text that begins at `start`, with the found places in it marked; the one that is shown is brought into view. */
export function Marked({ text, start = 0, marks }: { text: string; start?: number; marks: readonly Mark[] }) {
  const chars = Array.from(text);
  const pieces: { text: string; at: number; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of marks) {
    const from = Math.max(mark.from - start, at);
    const to = Math.min(mark.to - start, chars.length);
    if (from >= to) continue;
    if (from > at) pieces.push({ text: chars.slice(at, from).join(""), at, mark: null });
    pieces.push({ text: chars.slice(from, to).join(""), at: from, mark });
    at = to;
  }
  if (at < chars.length) pieces.push({ text: chars.slice(at).join(""), at, mark: null });
  return pieces.map((piece) =>
    piece.mark === null ? (
      piece.text
    ) : (
      <Found key={piece.at} current={piece.mark.current}>
        {piece.text}
      </Found>
    ),
  );
}

/** A found place; the one that is shown is brought into view. */
export function Found({ children, current }: { children: ReactNode; current: boolean }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) mark.current?.scrollIntoView?.({ block: "center" });
  }, [current]);
  return (
    <mark ref={mark} className={css["mark"]} data-current={current ? "" : undefined} {...(current ? { "aria-current": true } : {})}>
      {children}
    </mark>
  );
}
