// Where the caret stood in a text that was being typed when the vault was locked. The page is loaded anew then; three
// numbers outlive it, and nothing of the text.

const PLACE = "caret";

/** Remembers the caret of the text that has the focus: how long the text is, and where its selection begins and ends. */
export const keepCaret = (): void => {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return;
  sessionStorage.setItem(PLACE, JSON.stringify([field.value.length, field.selectionStart, field.selectionEnd]));
};

/** Focuses a text with the caret where it stood, when this is the text it stood in. */
export const giveCaretBack = (field: HTMLTextAreaElement): void => {
  const kept = sessionStorage.getItem(PLACE);
  if (kept === null) return;
  const [length, from, to] = JSON.parse(kept) as [number, number, number];
  if (field.value.length !== length) return;
  sessionStorage.removeItem(PLACE);
  // A field that gets the focus later would begin at its start again.
  field.focus();
  field.setSelectionRange(from, to);
};
