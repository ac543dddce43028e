// Where somebody is typing a name behind @ or #.

/** A mark before the caret, where it stands and what was typed behind it so far. */
export type Mark = { person: boolean; start: number; typed: string };

/** Behind a Latin letter or a digit a mark is part of an address or a number. */
const TOKEN = /(?:^|[^A-Za-z0-9])([@＠#＃])([^\s@＠#＃、。，．,（(「]{0,16})$/u;

/** The mark that the caret stands behind, if any. */
export const markAt = (text: string, caret: number): Mark | null => {
  const found = TOKEN.exec(text.slice(0, caret));
  if (found === null) return null;
  const [, sign = "", typed = ""] = found;
  return { person: sign === "@" || sign === "＠", start: caret - typed.length - 1, typed };
};
