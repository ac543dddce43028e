// Whether the vault is there, locked or open. Everything else on the screen follows from it.
import { queryOptions } from "@tanstack/react-query";
import { answers } from "./ask.ts";
import { keepCaret } from "./caret.ts";
import { clearNotices } from "./notices.ts";
import { callRoof } from "./roof.ts";

export const vaultState = queryOptions({ queryKey: ["vault_state"] as const, queryFn: () => callRoof("vault_state", {}) });

/**
 * Looks at the vault again. Once it is locked nothing of the store stays in memory, and the page is loaded anew, so that
 * nothing that was said or shown, not even to a screen reader, is left in it.
 */
export const lookAtVault = async (): Promise<void> => {
  const state = await answers.fetchQuery({ ...vaultState, staleTime: 0 });
  if (state.state === "open") return;
  clearNotices();
  answers.getMutationCache().clear();
  answers.removeQueries({ predicate: (query) => query.queryKey[0] !== "vault_state" });
  if (state.state !== "locked") return;
  keepCaret();
  window.location.reload();
};

const DRAFT_MS = 1000;

/** Leaves the entry being typed in, so that it keeps its draft, and waits for that for a moment. */
export const keepDrafts = async (): Promise<void> => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const begun = performance.now();
  while (answers.isMutating() > 0 && performance.now() - begun < DRAFT_MS) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Keeps what is being typed, locks, and shows nothing more. */
export const lockNow = async (): Promise<void> => {
  keepCaret();
  await keepDrafts();
  await callRoof("lock", {});
  await lookAtVault();
};
