// What the house understood of a question, what can be chosen, and the searches that were kept.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAct } from "./act.ts";
import { ask } from "./ask.ts";
import type { SavedSearch, SearchPlace } from "./contract.gen.ts";

/** Chips, sentences and choices for a question. */
export const useAsked = (place: SearchPlace, query: string) => {
  const asked = useQuery({ ...ask("AskedFor", { query, place }), placeholderData: keepPreviousData });
  const choices = useQuery(ask("Choices", { place }));
  return {
    chips: asked.data?.chips ?? [],
    told: asked.data?.told ?? [],
    words: asked.data?.words ?? "",
    groups: choices.data ?? [],
    /** False while the chips still belong to an earlier question. */
    settled: asked.data !== undefined && !asked.isPlaceholderData,
  };
};

/** The searches that were kept, and how to keep one more or all anew. */
export const useSearches = () => {
  const kept = useQuery(ask("SavedSearches", {})).data ?? [];
  const keep = useAct("KeepSearches", { refusals: "here" });
  return {
    kept,
    error: keep.error,
    isPending: keep.isPending,
    forget: keep.reset,
    all: (searches: SavedSearch[], onSuccess?: () => void) => keep.mutate({ searches }, { onSuccess: () => onSuccess?.() }),
  };
};
