// The clipboard, for what may leave the office. Nothing is ever read from it here.

/**
 * Writes a text that is still being made. The press that asks for it must be the one that calls this: a web view lets
 * only a press write, and a text that arrives later is promised to it.
 */
export const copyText = async (text: Promise<string>): Promise<void> => {
  if (typeof ClipboardItem === "undefined") {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const plain = text.then((made) => new Blob([made], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
};
