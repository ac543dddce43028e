import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { fill } from "../../house/box.ts";
import type { AskedView, ChoiceGroup, SearchHits } from "../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../house/screen-test.tsx";
import { SearchScreen } from "./SearchScreen.tsx";

afterEach(() => {
  window.location.hash = "";
  fill({ records: "", people: null });
});

const groups: ChoiceGroup[] = [
  { key: "kind", label: "種別", choices: [{ label: "記録", token: "種別:記録" }] },
  {
    key: "stage",
    label: "段階",
    choices: [
      { label: "住居設定・体験宿泊", token: "段階:住居設定・体験宿泊" },
      { label: "退院調整", token: "段階:退院調整" },
    ],
  },
];
/** What the house would say of these few questions. */
const asked = ({ query }: { query: string }): AskedView => {
  const rest = query.replace("段階:退院調整", "").trim();
  return {
    words: rest,
    chips: query.includes("段階:退院調整") ? [{ key: "stage", label: "段階：退院調整", token: "段階:退院調整", without: rest }] : [],
    told: query.includes("病因") ? ["「病因:楠沢」のようなしぼり込みはありません。"] : [],
  };
};
const found: SearchHits = {
  total: 2,
  minutes: 45,
  hits: [
    { kind: "contact", id: "n1", case_id: "c1", date: "2026-10-30", title: "髙橋 正一", snippet: "住まいの話をした", ranges: [[0, 3]] },
    { kind: "issue", id: "i1", case_id: null, date: "2026-10-01", title: "", snippet: "住まいが足りない", ranges: [[0, 3]] },
  ],
};
const answers = { AskedFor: asked, Choices: groups, Search: found, SavedSearches: [] };

it("finds as one types, marks the places and opens the record where it stands", async () => {
  const shown = showScreen(<SearchScreen />, { answers });
  await shown.findByText(/打った言葉は残りません/);
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "住まい");
  await shown.findByText("2件（合わせて 45分）");
  expect(shown.getAllByText("住まい").map((mark) => mark.tagName)).toEqual(["MARK", "MARK"]);
  expect(shown.calls("Search").at(-1)).toEqual({ query: "住まい", limit: 50 });
  await expectNoViolations(shown.container);
  await userEvent.keyboard("{Enter}");
  await new Promise((done) => requestAnimationFrame(done));
  await userEvent.keyboard("{Enter}");
  expect(window.location.hash).toBe("#/people/c1?note=n1");
});

it("narrows without any syntax and loosens again", async () => {
  const shown = showScreen(<SearchScreen />, { answers });
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "住まい");
  await userEvent.click(await shown.findByRole("button", { name: "段階" }));
  await userEvent.click(await shown.findByRole("menuitemcheckbox", { name: "退院調整" }));
  const box = shown.getByLabelText("さがす言葉としぼり込み");
  expect(box).toHaveProperty("value", "住まい 段階:退院調整");
  await userEvent.keyboard("{Escape}");
  await userEvent.click(await shown.findByRole("button", { name: "「段階：退院調整」を外す" }));
  expect(box).toHaveProperty("value", "住まい");
});

it("says in words what it cannot read", async () => {
  const shown = showScreen(<SearchScreen />, { answers });
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "病因:楠沢");
  await shown.findByText("「病因:楠沢」のようなしぼり込みはありません。");
});

it("keeps nothing of what was typed outside its own memory", async () => {
  const shown = showScreen(<SearchScreen />, { answers });
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "住まい");
  await shown.findByText("2件（合わせて 45分）");
  expect(window.location.href).not.toContain(encodeURIComponent("住まい"));
  expect(JSON.stringify([window.history.state, { ...window.sessionStorage }])).not.toContain("住まい");
});

it("keeps a search under a name, in an order of one's own", async () => {
  const kept = [
    { name: "電話", place: "records" as const, query: "方法:電話" },
    { name: "間", place: "people" as const, query: "気がかり:間があいた方" },
  ];
  const shown = showScreen(<SearchScreen />, { answers: { ...answers, SavedSearches: kept }, acts: { KeepSearches: () => null } });
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "住まい");
  await userEvent.click(await shown.findByRole("button", { name: "この探し方を残す" }));
  await userEvent.type(shown.getByLabelText("名前"), "住まいの話{Enter}");
  expect(shown.calls("KeepSearches")).toEqual([{ searches: [...kept, { name: "住まいの話", place: "records", query: "住まい" }] }]);
  await userEvent.click(shown.getByRole("button", { name: "並べ替え・名前の変更" }));
  await userEvent.click(await shown.findByRole("button", { name: "「電話」を下へ" }));
  expect(shown.calls("KeepSearches").at(-1)).toEqual({ searches: [kept[1], kept[0]] });
});

it("says why a name is refused", async () => {
  const shown = showScreen(<SearchScreen />, {
    answers,
    acts: {
      KeepSearches: () => {
        throw refusal("search.twice", "同じ名前の探し方が、もうあります。", "name");
      },
    },
  });
  await userEvent.type(shown.getByLabelText("さがす言葉としぼり込み"), "住まい");
  await userEvent.click(await shown.findByRole("button", { name: "この探し方を残す" }));
  await userEvent.type(shown.getByLabelText("名前"), "電話{Enter}");
  await shown.findByText("同じ名前の探し方が、もうあります。");
});
