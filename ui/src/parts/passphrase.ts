// What the house accepts as a passphrase, said while one types. The vault decides; this only speaks earlier.
import { say } from "../words/say.ts";

const WORDS = /^[A-Za-z]{4,}(?:-[A-Za-z]{4,}){5,}$/;
const LEAST = 13;

/** Full-width letters, digits and symbols as half-width ones. */
export const halfWidth = (text: string): string => text.normalize("NFKC");

/** Whether it will do, and what to say. */
export const judge = (passphrase: string): { good: boolean; sentence: string } => {
  if (passphrase === "") return { good: false, sentence: "" };
  if (!/^[\x20-\x7e]*$/.test(halfWidth(passphrase))) return { good: false, sentence: say("shell.first.not_ascii") };
  const plain = halfWidth(passphrase);
  if (WORDS.test(plain)) return { good: true, sentence: say("shell.first.good") };
  if (plain.length < LEAST) return { good: false, sentence: say("shell.first.short", { n: LEAST - plain.length }) };
  if (!/[A-Za-z]/.test(plain)) return { good: false, sentence: say("shell.first.need_letters") };
  if (!/[^A-Za-z]/.test(plain)) return { good: false, sentence: say("shell.first.need_mix") };
  return { good: true, sentence: say("shell.first.good") };
};

/** A recovery code as typed, without what does not matter. */
export const plainCode = (code: string): string =>
  halfWidth(code)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
