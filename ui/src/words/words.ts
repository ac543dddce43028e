// Every word on the screen comes from the catalogue: `say("shell.unlock.open")`, `say("shell.people", { n: 3 })`.
import { useSyncExternalStore } from "react";
import { currentLanguage, hearLanguage, type Language, learn, wordsOf } from "./say.ts";
import { en, ja } from "./words.gen.ts";

export type { Language } from "./say.ts";
export { currentLanguage, say, speak } from "./say.ts";

learn({ ja, en });

/** The language, for the root component: when it changes everything is said anew. */
export const useLanguage = (): Language => useSyncExternalStore(hearLanguage, currentLanguage);

/** Words that the house gives in both languages. */
export const inLanguage = (japanese: string, english: string): string => (currentLanguage() === "ja" ? japanese : english);

/** The sentence of a key that is put together at run time (codes of the contract); the rest of the key where there is none. */
export const sayCode = (room: string, code: string): string => wordsOf()[`${room}.${code}`] ?? code;
