import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { en, ja } from "../words/words.gen.ts";

/** Signs of the cut of the text font, as the sheet says. */
const cut = (): ((sign: string) => boolean) => {
  const sheet = readFileSync("src/theme/type.css", "utf8");
  const face = /BIZUDPGothic-Regular-Lock[^}]*unicode-range:([^;]+);/.exec(sheet)?.[1] ?? "";
  const ranges = [...face.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/g)].map(([, from = "", to = from]) => [
    parseInt(from, 16),
    parseInt(to, 16),
  ]);
  return (sign) => ranges.some(([from = 0, to = 0]) => from <= (sign.codePointAt(0) ?? 0) && (sign.codePointAt(0) ?? 0) <= to);
};

it("shows lock and first run without reading a whole font", () => {
  const holds = cut();
  const said = [ja, en].flatMap((words) =>
    Object.entries(words)
      .filter(([key]) => /^(?:shell\.(?:first|unlock|failure|product|retry)|failure\.(?:vault|passphrase))\b/.test(key))
      .map(([, sentence]) => sentence),
  );
  expect(said.length).toBeGreaterThan(50);
  expect([...new Set(said.join(""))].filter((sign) => !holds(sign))).toEqual([]);
  expect(holds("龗")).toBe(false);
});
