// A record on its way into the vault. The hand goes on at once, so that no letter falls between two forms. When the
// record is refused its text is a draft again, and its form says why.
import { act } from "./act.ts";
import { answers, ask } from "./ask.ts";
import type { Commands } from "./contract.gen.ts";
import { showRefusal } from "./notices.ts";
import { Refusal } from "./transport.ts";
import { vaultState } from "./vault.ts";

/** A contact record as it is written. */
export type Contact = Commands["WriteContact"][0];

const refusedAt = (place: string) => ["Refused", place] as const;
const isLocked = () => answers.getQueryData(vaultState.queryKey)?.state === "locked";

/** Why the record whose text stands at this place was refused, or null. */
export const whyRefused = (place: string): Refusal | null => answers.getQueryData<Refusal>(refusedAt(place)) ?? null;

/** Hands over a record whose text and further fields (`more`, as they are kept) stand as drafts at a place. Null when the vault has it, else why not. */
export const handOver = async (place: string, input: Omit<Contact, "draft_place">, more: string): Promise<Refusal | null> => {
  const further = `${place}/more`;
  const show = (at: string, body: string | null) => answers.setQueryData(ask("Draft", { place: at }).queryKey, body);
  show(place, null);
  show(further, null);
  answers.setQueryData(refusedAt(place), null);
  try {
    await act("WriteContact", { ...input, draft_place: place });
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    // What the vault holds of the draft stays there behind a lock.
    if (isLocked()) return thrown;
    for (const [at, body] of [
      [place, input.text],
      [further, more],
    ] as const) {
      show(at, body === "" ? null : body);
      act("KeepDraft", { place: at, body }).catch(showRefusal);
    }
    answers.setQueryData(refusedAt(place), thrown);
    return thrown;
  }
  act("KeepDraft", { place: further, body: "" }).catch(showRefusal);
  return null;
};
