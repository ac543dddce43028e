// The field's code lists in the language of the moment.
import { codes } from "../house/contract.gen.ts";
import { currentLanguage } from "./words.ts";

/** The entries of a list as options of a picker, in the field's order. */
export const codeOptions = (list: string, only?: readonly string[]): { id: string; label: string }[] =>
  (codes[list] ?? [])
    .filter((entry) => only === undefined || only.includes(entry.code))
    .map((entry) => ({ id: entry.code, label: currentLanguage() === "ja" ? entry.ja : entry.en }));

/** The label of a code; the code itself where the list has none. */
export const codeName = (list: string, code: string): string => {
  const entry = codes[list]?.find((one) => one.code === code);
  return entry === undefined ? code : currentLanguage() === "ja" ? entry.ja : entry.en;
};

/** Whether an area is written in words: a code of a list that has no name yet says nothing to a reader. */
export const isNamed = (area: string | null): area is string => area !== null && !/^[a-z0-9_-]+$/.test(area);
