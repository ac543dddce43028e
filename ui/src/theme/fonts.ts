// Before the house is open only small cuts of the fonts are read (`type.css`); the whole ones follow in time for it.

/** A kanji that no cut holds. */
const RARE = "龗";

/** Reads the whole fonts, so that no text has to wait for them when the house opens. */
export const readWholeFonts = (): void => {
  for (const font of ['1em "BIZ UDPGothic"', 'bold 1em "BIZ UDPGothic"', '1em "BIZ UDGothic"']) void document.fonts.load(font, RARE);
};
