import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { ja } from "./words/lock.gen.ts";

/** What a file reads at once, but for types. */
const reads = (source: string): string[] =>
  [...source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)"/gm)].map(([, from = ""]) => from);

/** Our own files that the first page reads before anything else, and the packages they ask for. */
const firstPage = () => {
  const own = new Map<string, string>();
  const packages = new Set<string>();
  const walk = (file: string) => {
    if (own.has(file)) return;
    const source = readFileSync(file, "utf8");
    own.set(file, source);
    for (const from of reads(source)) {
      if (!from.startsWith(".")) packages.add(from);
      else if (from.endsWith(".ts") || from.endsWith(".tsx")) walk(join(dirname(file), from));
    }
  };
  walk("src/main.ts");
  return { own, packages: [...packages] };
};

it("reads only the way to the roof before the lock stands", () => {
  const { own, packages } = firstPage();
  expect([...own.keys()]).toContain("src/features/entry/lock.ts");
  expect(packages.filter((name) => !/^@tauri-/.test(name))).toEqual([]);
  expect([...own.keys()].filter((file) => file.endsWith(".tsx") || file.endsWith("words.gen.ts"))).toEqual([]);
});

it("says nothing at the lock that the lock's own words lack", () => {
  const files = ["src/features/entry/lock.ts", "src/features/entry/refused.ts", "src/parts/plain.ts", "src/words/dates.ts"];
  const { own } = firstPage();
  const said = files.flatMap((file) => [...(own.get(file) ?? "").matchAll(/say\("([^"]+)"/g)].map(([, key = ""]) => key));
  expect(said.length).toBeGreaterThan(8);
  expect(said.filter((key) => !(key in ja))).toEqual([]);
});
