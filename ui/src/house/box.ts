// What is asked of everything that was written, and of the list of people. It lives in the memory of this page alone and
// never in its address: a lock reads the page anew, and with it the box is empty.
import { useSyncExternalStore } from "react";
import { go } from "../screens.ts";

export type Scope = "open" | "closed" | "all";
type Box = { records: string; people: { scope: Scope; query: string } | null };

let box: Box = { records: "", people: null };
const hearers = new Set<() => void>();
const hear = (hearer: () => void) => {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
};

/** Changes what is asked. */
export const fill = (change: Partial<Box>): void => {
  box = { ...box, ...change };
  for (const hearer of hearers) hearer();
};

/** What is asked now. */
export const useBox = (): Box => useSyncExternalStore(hear, () => box);

/** Opens what was written, narrowed by a question. */
export const openRecords = (query: string): void => {
  fill({ records: query });
  go({ at: "search" });
};

/** Opens the list of people, narrowed by a question. */
export const openPeople = (query: string, scope: Scope = "open"): void => {
  fill({ people: { scope, query } });
  go({ at: "people" });
};

/** A condition with a name as its value, as somebody would type it. */
export const named = (key: string, name: string): string => `${key}:「${name}」`;
