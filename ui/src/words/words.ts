// Every word on the screen comes from the catalogue: `say("shell.unlock.open")`, `say("shell.people", { n: 3 })`.
import { useSyncExternalStore } from "react";
import { en, ja, type Key } from "./words.gen.ts";

export type { Key } from "./words.gen.ts";
export type Language = "ja" | "en";

type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Values<K extends Key> = [Holes<(typeof ja)[K]>] extends [never] ? [] : [Record<Holes<(typeof ja)[K]>, string | number>];

const catalogues: Record<Language, Record<Key, string>> = { ja, en };
let language: Language = "ja";
const hearers = new Set<() => void>();

/** The language of the moment. */
export const currentLanguage = (): Language => language;

/** Changes the language of every screen. */
export const speak = (next: Language): void => {
  if (next === language) return;
  language = next;
  document.documentElement.lang = next;
  for (const hearer of hearers) hearer();
};

/** The language, for the root component: when it changes everything is said anew. */
export const useLanguage = (): Language =>
  useSyncExternalStore(
    (hearer) => {
      hearers.add(hearer);
      return () => void hearers.delete(hearer);
    },
    () => language,
  );

const fill = (sentence: string, values: Record<string, string | number> | undefined): string =>
  values === undefined ? sentence : sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** The sentence of a key, its holes filled. */
export const say = <K extends Key>(key: K, ...values: Values<K>): string =>
  fill(catalogues[language][key], values[0] as Record<string, string | number> | undefined);

/** Words that the house gives in both languages. */
export const inLanguage = (japanese: string, english: string): string => (language === "ja" ? japanese : english);

/** The sentence of a key that is put together at run time (codes of the contract); the rest of the key where there is none. */
export const sayCode = (room: string, code: string): string => {
  const words: Record<string, string> = catalogues[language];
  return words[`${room}.${code}`] ?? code;
};
