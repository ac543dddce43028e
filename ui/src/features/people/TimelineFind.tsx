import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Id, TimelineItem, TimelineMatch } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { keyName, useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import type { Mark } from "../../parts/Marked.tsx";
import { say } from "../../words/words.ts";
import css from "./find.module.css";

/** What stands in the find box of one person, and where it was found. */
export type Finding = {
  isOpen: boolean;
  phrase: string;
  /** The match that is shown; its entry must be loaded. */
  current: TimelineMatch | null;
  at: number;
  total: number;
  marksOf: (item: TimelineItem, inStep: boolean) => Mark[];
  open: () => void;
  close: () => void;
  type: (phrase: string) => void;
  step: (by: 1 | -1) => void;
};

/** Finds within one person's timeline. The box is empty again when it closes, and when another person is shown. */
export const useFinding = (caseId: Id): Finding => {
  const [phrase, setPhrase] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const before = useRef<HTMLElement | null>(null);
  const wanted = (phrase ?? "").trim();
  const found = useQuery({
    ...ask("TimelineFind", { case_id: caseId, phrase: wanted }),
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
  });
  const matches = wanted === "" ? [] : (found.data?.matches ?? []);
  const place = matches.length === 0 ? 0 : Math.min(at, matches.length - 1);
  const current = matches[place] ?? null;
  const marksOf = (item: TimelineItem, inStep: boolean): Mark[] =>
    matches
      .filter((one) => one.id === item.id && one.kind === item.kind && one.in_step === inStep)
      .flatMap((one) => one.ranges.map(([from, to]) => ({ from, to, current: one === current })));
  return {
    isOpen: phrase !== null,
    phrase: phrase ?? "",
    current,
    at: place,
    total: matches.length,
    marksOf,
    open: () => {
      if (phrase !== null) return;
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      setPhrase("");
      setAt(0);
    },
    close: () => {
      setPhrase(null);
      const back = before.current;
      requestAnimationFrame(() => back?.focus());
    },
    type: (next) => {
      setPhrase(next);
      setAt(0);
    },
    step: (by) => matches.length > 0 && setAt((place + by + matches.length) % matches.length),
  };
};

/** The find box: a word to press until it is open. Enter and Shift+Enter, or F3 and Shift+F3, go from match to match. */
export function FindBox({ finding }: { finding: Finding }) {
  const entry = useRef<HTMLInputElement>(null);
  const turn = (by: 1 | -1) => (finding.isOpen ? finding.step(by) : finding.open());
  useKeys({ ["F3"]: () => turn(1), "Shift+F3": () => turn(-1) });
  useEffect(() => {
    if (finding.isOpen) entry.current?.focus();
  }, [finding.isOpen]);
  if (!finding.isOpen) {
    return (
      <span data-find="">
        <Button kind="quiet" dense keys="F3" onPress={finding.open}>
          {say("find.timeline.open")}
        </Button>
      </span>
    );
  }
  const none = finding.phrase.trim() !== "" && finding.total === 0;
  return (
    <search
      className={css["find"]}
      data-find=""
      onKeyDownCapture={(event) => {
        const key = keyName(event);
        const does = { Escape: finding.close, "Shift+Enter": () => finding.step(-1) }[key ?? ""];
        if (does === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        does();
      }}
    >
      <LineEntry
        label={say("find.timeline.label")}
        hideLabel
        placeholder={say("find.timeline.label")}
        value={finding.phrase}
        onChange={finding.type}
        onEnter={() => finding.step(1)}
        onArrow={finding.step}
        inputRef={entry}
        width="middle"
      />
      <span className={css["findCount"]} role="status">
        {none ? say("find.timeline.none") : finding.total > 0 && say("find.timeline.count", { at: finding.at + 1, n: finding.total })}
      </span>
      <Button dense kind="quiet" label={say("find.timeline.previous")} isDisabled={finding.total === 0} onPress={() => finding.step(-1)}>
        ↑
      </Button>
      <Button dense kind="quiet" label={say("find.timeline.next")} isDisabled={finding.total === 0} onPress={() => finding.step(1)}>
        ↓
      </Button>
      <Button dense kind="quiet" onPress={finding.close} keys="Escape">
        {say("find.timeline.close")}
      </Button>
    </search>
  );
}
