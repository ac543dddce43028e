// What observations are sorted by: what was used so far, then what is offered from the start.
import type { Issue } from "../house/contract.gen.ts";
import { sayCode } from "./words.ts";

const OFFERED = ["housing", "daytime", "hospital", "family", "money", "peer", "area", "other"] as const;

/** The tags that were used. */
export const tagsUsed = (issues: readonly Issue[]): string[] => [...new Set(issues.flatMap((one) => one.tags))];

/** Tags as choices, each word once. */
export const tagOptions = (tags: readonly string[]): { id: string; label: string }[] => {
  const options = tags.map((id) => ({ id, label: sayCode("shell.tag", id) }));
  return options.filter((one, at) => options.findIndex((other) => other.label === one.label) === at);
};

/** All that can be chosen for a new observation. */
export const tagChoices = (issues: readonly Issue[]): { id: string; label: string }[] => tagOptions([...tagsUsed(issues), ...OFFERED]);
