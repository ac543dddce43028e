// What the house has to say at the foot of the window: refusals that stay, and quiet announcements for a screen reader.
import { useSyncExternalStore } from "react";
import type { Failure } from "./contract.gen.ts";

export type Notice = { id: number; kind: "refusal"; failure: Failure } | { id: number; kind: "said"; text: string; undo: boolean };

let notices: readonly Notice[] = [];
let spoken = "";
let next = 1;
const hearers = new Set<() => void>();
const tell = () => {
  for (const hearer of hearers) hearer();
};
const subscribe = (hearer: () => void) => {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
};

/** Shows why something was refused, until it is closed or the next refusal takes its place. */
export const showRefusal = (failure: Failure): void => {
  notices = [...notices.filter((notice) => notice.kind !== "refusal"), { id: next++, kind: "refusal", failure }];
  tell();
};

/** Shows one line at the foot for a few seconds, with 「元に戻す」 when asked. For acts whose result is out of sight. */
export const showSaid = (text: string, undo = false): void => {
  const id = next++;
  notices = [...notices.filter((notice) => notice.kind !== "said"), { id, kind: "said", text, undo }];
  spoken = text;
  tell();
  setTimeout(() => dismiss(id), 8000);
};

/** Says something to a screen reader only. */
export const announce = (text: string): void => {
  spoken = text;
  tell();
};

export const dismiss = (id: number): void => {
  notices = notices.filter((notice) => notice.id !== id);
  tell();
};

export const clearNotices = (): void => {
  notices = [];
  spoken = "";
  tell();
};

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
export const useSpoken = (): string => useSyncExternalStore(subscribe, () => spoken);
