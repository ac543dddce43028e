import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { lockNow } from "../../house/vault.ts";
import { Clock } from "../../parts/Clock.tsx";
import { Hill } from "../../parts/Hill.tsx";
import { useKeys } from "../../parts/keys.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";

type Props = {
  curtainSeconds: number;
  lockMinutes: number;
  onVisit: boolean;
  /** Counts the presses of 「目隠し」. */
  asked: number;
};
const VISIT_MINUTES = 10;
/** A silence between two ticks longer than any throttled timer: the computer has slept. */
const SLEPT_SECONDS = 90;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** 目隠し: covers everything when nobody has touched anything for a while or on Mod+Shift+M, and locks later. */
export function Curtain({ curtainSeconds, lockMinutes, onVisit, asked }: Props) {
  const [covered, setCovered] = useState(false);
  const touched = useRef(Date.now());
  const before = useRef<HTMLElement | null>(null);
  const isCovered = useRef(false);

  const cover = useCallback(() => {
    if (isCovered.current) return;
    isCovered.current = true;
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    document.documentElement.dataset["covered"] = "";
    setCovered(true);
  }, []);
  const uncover = useCallback(() => {
    if (!isCovered.current) return;
    isCovered.current = false;
    touched.current = Date.now();
    delete document.documentElement.dataset["covered"];
    setCovered(false);
    before.current?.focus();
  }, []);

  useKeys({ "Mod+Shift+M": cover }, { inDialogs: true });
  useEffect(() => {
    if (asked > 0) cover();
  }, [asked, cover]);

  useEffect(() => {
    const minutes = onVisit ? Math.max(lockMinutes, VISIT_MINUTES) : lockMinutes;
    const touch = () => {
      if (!isCovered.current) touched.current = Date.now();
    };
    // A clock, not a timer: after sleep the whole time counts.
    let ticked = Date.now();
    const watch = setInterval(() => {
      const now = Date.now();
      const slept = (now - ticked) / 1000 > SLEPT_SECONDS;
      ticked = now;
      const idle = (now - touched.current) / 1000;
      if (slept || idle >= minutes * 60) void lockNow();
      else if (idle >= curtainSeconds) cover();
    }, 1000);
    for (const sign of SIGNS) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      clearInterval(watch);
      for (const sign of SIGNS) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [curtainSeconds, lockMinutes, onVisit, cover]);

  useLayoutEffect(() => {
    if (!covered) return;
    const back = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!(event instanceof KeyboardEvent && event.repeat)) uncover();
    };
    window.addEventListener("keydown", back, true);
    window.addEventListener("pointerdown", back, true);
    return () => {
      window.removeEventListener("keydown", back, true);
      window.removeEventListener("pointerdown", back, true);
    };
  }, [covered, uncover]);

  useEffect(
    () => () => {
      delete document.documentElement.dataset["covered"];
    },
    [],
  );

  if (!covered) return null;
  return createPortal(
    <div
      className={css["curtain"]}
      role="alertdialog"
      aria-modal="true"
      aria-label={say("shell.curtain.title")}
      ref={(sheet) => sheet?.focus()}
      tabIndex={-1}
    >
      <header>
        <Hill size={56} />
        <span className={css["name"]}>{say("shell.product")}</span>
      </header>
      <Clock />
      <p className={css["quiet"]}>{say("shell.curtain.hint")}</p>
    </div>,
    document.body,
  );
}
