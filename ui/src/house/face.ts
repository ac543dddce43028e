// 仮名: whether names or codes are shown. The door decides it; here is only what the screens have to know of it.
import { useSyncExternalStore } from "react";
import { say } from "../words/words.ts";
import { answers, askOnce } from "./ask.ts";
import type { RevealedName } from "./contract.gen.ts";
import { announce, showRefusal } from "./notices.ts";
import { callRoof } from "./roof.ts";
import { Refusal } from "./transport.ts";
import { keepDrafts } from "./vault.ts";

let codes = false;
/** Counts the turns, so that every screen begins anew and nothing that was shown before stays in it. */
let turn = 0;
const hearers = new Set<() => void>();
const subscribe = (hearer: () => void) => {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
};
const tell = (now: boolean) => {
  if (now === codes) return;
  codes = now;
  turn += 1;
  answers.removeQueries({ predicate: (query) => query.queryKey[0] !== "vault_state" && query.queryKey[0] !== "Settings" });
  void answers.invalidateQueries({ queryKey: ["Settings"] });
  for (const hearer of hearers) hearer();
};

/** True while codes stand in the place of names. */
export const useCodes = (): boolean => useSyncExternalStore(subscribe, () => codes);
export const useTurn = (): number => useSyncExternalStore(subscribe, () => turn);

/** Asks the door which it is, for a page that begins anew beside an open house. */
export const lookAtFace = async (): Promise<void> => {
  try {
    tell((await callRoof("face", { codes: null })).codes);
  } catch (thrown) {
    if (thrown instanceof Refusal) showRefusal(thrown);
  }
};

/** Keeps what is being typed, then turns every name into a code, or back. */
export const turnFace = async (): Promise<void> => {
  try {
    if (!codes) await keepDrafts();
    tell((await callRoof("face", { codes: !codes })).codes);
    announce(codes ? say("shell.face.said_on") : say("shell.face.said_off"));
  } catch (thrown) {
    if (thrown instanceof Refusal) showRefusal(thrown);
  }
};

/** One name, for as long as somebody asks for it; none where the row is no person's. */
export const revealName = async (case_id: string): Promise<RevealedName | null> => {
  try {
    return await askOnce("RevealName", { case_id });
  } catch {
    return null;
  }
};
