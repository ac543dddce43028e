// The mark of the house: a low hill line with a path rising from the left.

/** Its lines on a field of 48 to 24, with their widths. */
export const MARK = [
  { d: "M2 20 C 11 19.5, 16 15, 22 10 C 26 6.6, 29.5 5, 33 6.2 C 38 8, 40 15.5, 46 18", width: "2" },
  { d: "M4 23 C 13 22.8, 20 21.5, 24 18.2 C 26.4 16.2, 27.2 14, 29.6 12.4", width: "1.3" },
] as const;
