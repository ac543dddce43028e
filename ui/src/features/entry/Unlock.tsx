import type { VaultState } from "../../house/contract.gen.ts";
import { say } from "../../words/words.ts";

export function Unlock(_: { state: VaultState }) {
  return <main>{say("shell.unlock.title")}</main>;
}
