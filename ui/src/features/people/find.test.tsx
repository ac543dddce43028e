import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { fill, openPeople } from "../../house/box.ts";
import type { AskedView, CaseLine, CasePage, TimelineItem, TimelineMatches } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import { Timeline } from "./Timeline.tsx";

afterEach(() => {
  window.location.hash = "";
  fill({ records: "", people: null });
});

const note = (id: string, on: string, text: string): TimelineItem => ({
  id,
  kind: "contact",
  on,
  method: "phone",
  counterparts: [],
  minutes: 10,
  text,
  next_step: null,
  place: null,
  revised: 0,
  stage: null,
  written_at: null,
  mentions: [],
  attachments: [],
  episode: false,
});
const old = note("n3", "2025-05-01", "ぐるーぷほーむを初めて聞いた");
const person = {
  id: "c1",
  name: "南 和夫",
  timeline: [note("n1", "2026-10-30", "ｸﾞﾙｰﾌﾟﾎｰﾑを見た"), note("n2", "2026-10-02", "電話のみ")],
  timeline_total: 3,
} as CasePage;
const match = (entry: number, id: string, to: number) => ({
  entry,
  id,
  kind: "contact" as const,
  in_step: false,
  ranges: [[0, to]] as [number, number][],
});
const found: TimelineMatches = { total: 2, matches: [match(0, "n1", 9), match(2, "n3", 7)] };
const answers = {
  TimelineFind: ({ phrase }: { phrase: string }) => (phrase === "グループホーム" ? found : { total: 0, matches: [] }),
  Timeline: [old],
};

it("goes from match to match, loads what is not there yet, and gives the keyboard back", async () => {
  const shown = showScreen(
    <>
      <button type="button">前にいた所</button>
      <Timeline person={person} />
    </>,
    { answers },
  );
  const before = shown.getByRole("button", { name: "前にいた所" });
  before.focus();
  await userEvent.keyboard("{F3}");
  const box = shown.getByLabelText("この方の経過からさがす");
  expect(document.activeElement).toBe(box);
  await userEvent.type(box, "グループホーム");
  await shown.findByText("1 / 2");
  expect(shown.getByText("ｸﾞﾙｰﾌﾟﾎｰﾑ").getAttribute("aria-current")).toBe("true");
  expect(shown.queryByText(/初めて聞いた/)).toBeNull();
  await userEvent.keyboard("{Enter}");
  await shown.findByText("2 / 2");
  expect((await shown.findByText("ぐるーぷほーむ")).getAttribute("aria-current")).toBe("true");
  await expectNoViolations(shown.container);
  await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
  await shown.findByText("1 / 2");
  await userEvent.keyboard("{F3}");
  await shown.findByText("2 / 2");
  await userEvent.keyboard("{Escape}");
  await new Promise((done) => requestAnimationFrame(done));
  expect(shown.queryByLabelText("この方の経過からさがす")).toBeNull();
  expect(document.activeElement).toBe(before);
});

it("says when nothing is found", async () => {
  const shown = showScreen(<Timeline person={person} />, { answers });
  await userEvent.click(shown.getByRole("button", { name: /経過からさがす/ }));
  await userEvent.type(shown.getByLabelText("この方の経過からさがす"), "ない言葉");
  await shown.findByText("見つかりません");
});

it("shows one record in its place, however far down it lies", async () => {
  const shown = showScreen(<Timeline person={person} note="n3" />, { answers });
  const text = await shown.findByText("ぐるーぷほーむを初めて聞いた");
  expect(text.closest("li")?.dataset["shown"]).toBe("");
});

const asked = ({ query }: { query: string }): AskedView => {
  const chip = "段階:退院調整";
  const words = query.replace(chip, "").trim();
  return { words, told: [], chips: query.includes(chip) ? [{ key: "stage", label: "段階：退院調整", token: chip, without: words }] : [] };
};
const somebody = { id: "c1", name: "南 和夫", kana: "みなみ かずお", index: "ま", stage: "planning", status: "active" } as CaseLine;
const list = {
  CaseList: { lines: [somebody], total: 2, open: 2 },
  AskedFor: asked,
  Choices: [],
  Today: quietDay,
  SavedSearches: [],
};

it("keeps the conditions of each list and loosens them for good", async () => {
  const shown = showScreen(<PeopleScreen caseId={null} write={false} />, {
    answers: { ...list, ListFilters: [{ list: "open", query: "段階:退院調整" }] },
    acts: { KeepListFilter: () => null },
  });
  await userEvent.click(await shown.findByRole("button", { name: "「段階：退院調整」を外す" }));
  await new Promise((done) => setTimeout(done, 50));
  expect(shown.calls("KeepListFilter")).toEqual([{ list: "open", query: "" }]);
});

it("is narrowed by a link for once, without being kept so", async () => {
  openPeople("段階:退院調整", "all");
  const shown = showScreen(<PeopleScreen caseId={null} write={false} />, {
    answers: { ...list, ListFilters: [] },
    acts: { KeepListFilter: () => null },
  });
  await shown.findByRole("button", { name: "「段階：退院調整」を外す" });
  await new Promise((done) => setTimeout(done, 50));
  expect(shown.calls("KeepListFilter")).toEqual([]);
  expect(shown.calls("CaseList")).toContainEqual({ filter: "段階:退院調整", scope: "all", sort: "kana" });
});
