// What is being typed, kept inside the vault: it outlives Escape, leaving a screen, and the lock.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useAct } from "./act.ts";
import { answers, ask } from "./ask.ts";
import { vaultState } from "./vault.ts";

/** The text of one place. `kept` is what the vault holds; `close` when it is handed over, `finish` when it is recorded. */
export const useDraft = (place: string) => {
  const options = ask("Draft", { place });
  const kept = useQuery(options);
  const write = useAct("KeepDraft");
  const over = useRef(false);
  const keep = (body: string) => {
    if (over.current || answers.getQueryData(vaultState.queryKey)?.state === "locked") return;
    answers.setQueryData(options.queryKey, body === "" ? null : body);
    write.mutate({ place, body });
  };
  return {
    kept,
    keep,
    savedAt: write.data ?? null,
    waiting: write.isPending,
    /** Nothing more is kept while the text is being recorded: what the vault holds stays until that is done. */
    close: () => {
      over.current = true;
    },
    finish: () => {
      over.current = false;
      keep("");
      over.current = true;
    },
  };
};

/** A change is in the vault this soon, however fast the typing goes on. */
const KEEP_MS = 1000;

const read = <T>(body: string | null | undefined): Partial<T> => {
  try {
    return body ? (JSON.parse(body) as Partial<T>) : {};
  } catch {
    return {};
  }
};

/** Fields as they are kept: nothing where nothing was typed. */
const bodyOf = <T>(values: T, first: T): string => {
  const body = JSON.stringify(values);
  return body === JSON.stringify(first) ? "" : body;
};

/** The fields of a form as one draft. `set` changes some of them, `finish` when they are recorded, `restart` begins anew. */
export const useSheet = <T extends object>(place: string, first: T) => {
  const draft = useDraft(place);
  const [typed, setTyped] = useState<T | null>(null);
  const values: T = typed ?? { ...first, ...read<T>(draft.kept.data) };
  const found = useRef<boolean | null>(null);
  if (found.current === null && draft.kept.data !== undefined) found.current = typed === null && Boolean(draft.kept.data);
  const latest = useRef(values);
  latest.current = values;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const flush = useRef(() => {});
  flush.current = () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    draft.keep(bodyOf(latest.current, first));
  };
  useEffect(() => () => flush.current(), []);
  const set = (change: Partial<T>) => {
    latest.current = { ...latest.current, ...change };
    setTyped(latest.current);
    timer.current ??= setTimeout(() => flush.current(), KEEP_MS);
  };
  const forget = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  return {
    values,
    set,
    /** Opened as it was left. Stays until it is recorded or thrown away, so that nothing moves while one types. */
    restored: found.current === true,
    savedAt: draft.savedAt,
    waiting: draft.waiting,
    /** Nothing more is kept while the form is being recorded elsewhere. Answers what is to be kept if that is refused. */
    close: () => {
      forget();
      draft.close();
      return bodyOf(latest.current, first);
    },
    finish: () => {
      forget();
      found.current = false;
      draft.finish();
    },
    /** Thrown away, or recorded while the form stays open: shows what the house holds. */
    restart: () => {
      forget();
      found.current = false;
      draft.keep("");
      setTyped(null);
    },
  };
};
