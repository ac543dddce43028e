import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Set by React Aria on what it opens. */
const GIVEN = ["--trigger-width"];

const files = (ending: string) =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => readFileSync(`src/${path}`, "utf8"));

it("no style asks for a length or colour that nothing defines", () => {
  const styles = files(".css");
  const defined = new Set([
    ...GIVEN,
    ...styles.flatMap((css) => css.match(/--[\w-]+(?=\s*:)/g) ?? []),
    ...files(".tsx").flatMap((screen) => screen.match(/--[\w-]+(?=["'`])/g) ?? []),
  ]);
  const asked = styles.flatMap((css) => [...css.matchAll(/var\((--[\w-]+)\)/g)].map((found) => found[1] ?? ""));
  expect(asked.length).toBeGreaterThan(500);
  expect([...new Set(asked.filter((name) => !defined.has(name)))]).toEqual([]);
});
