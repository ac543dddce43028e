// Why the roof refused, before the vault is open: in the language of the window, with the seconds left to wait.
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { say, sayCode } from "../../words/say.ts";

export type Refused = { id: string; sentence: string; wait: number };

/** What to say of something thrown. While the vault is shut the roof knows no settings and speaks Japanese. */
export const refusedBy = async (thrown: unknown): Promise<Refused> => {
  const { id, sentence } = thrown instanceof Refusal ? thrown : { id: "screen.broken", sentence: "" };
  const wait = await callRoof("vault_state", {}).then(
    (now) => now.wait_seconds,
    () => 0,
  );
  const own = sayCode("failure", id, { n: wait });
  return { id, sentence: own === id ? sentence || say("shell.failure.unreachable") : own, wait };
};
