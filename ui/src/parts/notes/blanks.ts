// Blanks of a template: two or more low lines, of either width.

const BLANK = /[＿_]{2,}/g;

/** The first blank at or after a place: where it begins and ends. */
export const blankAfter = (text: string, from: number): readonly [number, number] | null => {
  BLANK.lastIndex = from;
  const found = BLANK.exec(text);
  return found === null ? null : [found.index, found.index + found[0].length];
};
