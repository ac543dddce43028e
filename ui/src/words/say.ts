// How a word is said, with the few words of the lock. `words.ts` brings all the others; they come with the house.
import { en, ja } from "./lock.gen.ts";
import type { ja as all, Key } from "./words.gen.ts";

export type Language = "ja" | "en";
type Holes<T extends string> = T extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;
type Values<K extends Key> = [Holes<(typeof all)[K]>] extends [never] ? [] : [Record<Holes<(typeof all)[K]>, string | number>];
type Catalogues = Record<Language, Record<string, string>>;

let catalogues: Catalogues = { ja, en };
let language: Language = "ja";
const hearers = new Set<() => void>();

/** From now on these catalogues are spoken from. */
export const learn = (whole: Catalogues): void => {
  catalogues = whole;
};

/** The language of the moment. */
export const currentLanguage = (): Language => language;

/** Changes the language of every screen. */
export const speak = (next: Language): void => {
  if (next === language) return;
  language = next;
  document.documentElement.lang = next;
  for (const hearer of hearers) hearer();
};

/** Hears every change of the language until the returned function is called. */
export const hearLanguage = (hearer: () => void): (() => void) => {
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
};

const fill = (sentence: string, values: Record<string, string | number> | undefined): string =>
  values === undefined ? sentence : sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** The sentence of a key, its holes filled. */
export const say = <K extends Key>(key: K, ...values: Values<K>): string =>
  fill(catalogues[language][key] ?? key, values[0] as Record<string, string | number> | undefined);

/** The sentence of a key that is put together at run time (codes of the contract); the code itself where there is none. */
export const sayCode = (room: string, code: string, values?: Record<string, string | number>): string =>
  fill(catalogues[language][`${room}.${code}`] ?? code, values);
