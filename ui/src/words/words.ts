// Every word on the screen comes from the catalogue: `say("shell.unlock.open")`, `say("shell.people", { n: 3 })`.
import { useSyncExternalStore } from "react";
import { currentLanguage, hearLanguage, type Language, learn } from "./say.ts";
import { en, ja } from "./words.gen.ts";

export type { Language } from "./say.ts";
export { currentLanguage, say, sayCode, speak } from "./say.ts";

learn({ ja, en });

/** The language, for the root component: when it changes everything is said anew. */
export const useLanguage = (): Language => useSyncExternalStore(hearLanguage, currentLanguage);

/** Words that the house gives in both languages. */
export const inLanguage = (japanese: string, english: string): string => (currentLanguage() === "ja" ? japanese : english);
