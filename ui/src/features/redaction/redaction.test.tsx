import { waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { KeptWordLine, RedactedHit, RedactedText } from "../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../house/screen-test.tsx";
import { cut, placesOf, resultOf } from "./pieces.ts";
import { RedactionScreen } from "./RedactionScreen.tsx";

const TEXT = "岡さんの件で佐藤さんが来た。40年の入院。";
const client: RedactedHit = {
  start: 0,
  end: 1,
  layer: "dictionary",
  code: "client",
  certainty: "block",
  replacement: "【利用者N】",
  word: "岡",
};
const perhaps: RedactedHit = {
  start: 6,
  end: 8,
  layer: "context",
  code: "name",
  certainty: "warn",
  replacement: "【関係者1】",
  word: "佐藤",
};
const found: RedactedText = {
  text: "【利用者N】さんの件で【関係者1】さんが来た。40年の入院。",
  hits: [client, perhaps],
  prompts: [{ start: 14, end: 20, code: "very_long", question: "長さから分かる方がいないか確かめてください。" }],
};
const nothing = (text: string): RedactedText => ({ text, hits: [], prompts: [] });
/** The house as it would answer: what was replaced is found no more. */
const redact = ({ text }: { text: string }) => (text === TEXT ? found : nothing(text));

const begin = async (answers: Parameters<typeof showScreen>[1]) => {
  const shown = showScreen(<RedactionScreen section={null} />, answers);
  await userEvent.type(shown.getByRole("textbox"), TEXT);
  await userEvent.click(shown.getByRole("button", { name: /^点検する/ }));
  await shown.findByText("もとの文章");
  return shown;
};

it("the text is put together as the house does it, beyond the first plane of letters too", () => {
  expect(resultOf(cut(TEXT, placesOf(found, {})))).toBe(found.text);
  const text = "𠮷野さん";
  const hit = { ...client, end: 2, word: "𠮷野" };
  expect(resultOf(cut(text, placesOf({ text: "", hits: [hit], prompts: [] }, {})))).toBe("【利用者N】さん");
});

it("a text leaves only after every place was seen, a second look found nothing, and a person has read it", async () => {
  const shown = await begin({ answers: { Redact: redact } });
  await expectNoViolations(shown.container);
  const gate = () => shown.getByRole("button", { name: "出す前の確かめへ" }) as HTMLButtonElement;
  expect(gate().disabled).toBe(true);
  await userEvent.keyboard("a");
  await shown.findByText(/「佐藤」は、人の名前ですか/);
  await userEvent.keyboard("a");
  await shown.findByText("長さから分かる方がいないか確かめてください。");
  await userEvent.keyboard("a");
  await userEvent.click(gate());
  await shown.findByText("もう一度調べて、名前や番号は見つかりませんでした。");
  const sheet = shown.getByRole("dialog");
  await expectNoViolations(sheet);
  const pass = () => shown.getByRole("button", { name: "この文章を出せる形にする" }) as HTMLButtonElement;
  expect(pass().disabled).toBe(true);
  for (const box of shown.getAllByRole("checkbox")) await userEvent.click(box);
  await userEvent.click(pass());
  expect((shown.getByRole("textbox", { name: "出す文章" }) as HTMLTextAreaElement).value).toBe(found.text);
  expect(shown.calls("Redact")).toContainEqual({ text: found.text, level: "municipal" });
});

it("what a second look still finds keeps the gate shut", async () => {
  const shown = await begin({ answers: { Redact: () => found } });
  for (let n = 0; n < 3; n++) await userEvent.keyboard("a");
  await userEvent.click(shown.getByRole("button", { name: "出す前の確かめへ" }));
  await shown.findByText(/もう一度調べると、2か所に残っていました/);
  expect((shown.getByRole("button", { name: "この文章を出せる形にする" }) as HTMLButtonElement).disabled).toBe(true);
});

it("a public text is asked about twice", async () => {
  const shown = showScreen(<RedactionScreen section={null} />, { answers: { Redact: ({ text }) => nothing(text) } });
  await userEvent.click(shown.getByText("公開用"));
  await userEvent.type(shown.getByRole("textbox"), "よく晴れた。");
  await userEvent.click(shown.getByRole("button", { name: /^点検する/ }));
  await userEvent.click(await shown.findByRole("button", { name: "出す前の確かめへ" }));
  await shown.findByText(/名前や番号は見つかりませんでした。$/, { selector: "[class*=clean]" });
  for (const box of shown.getAllByRole("checkbox")) await userEvent.click(box);
  await userEvent.click(shown.getByRole("button", { name: "公開用として確かめる" }));
  await shown.findByText(/取り戻せません/);
  expect(shown.queryByRole("textbox", { name: "出す文章" })).toBeNull();
  await userEvent.click(shown.getByRole("button", { name: "公開してよい" }));
  expect(shown.getByRole("textbox", { name: "出す文章" })).toBeDefined();
});

it("a word stays only with a reason; the name of a client never", async () => {
  const kept: unknown[] = [];
  const shown = await begin({
    answers: { Redact: redact },
    acts: {
      KeepWord: (input) => {
        if (input.reason.trim() === "") throw refusal("redaction.no-reason", "理由がありません。", "reason");
        kept.push(input);
        return null;
      },
    },
  });
  expect(shown.queryByRole("button", { name: "残す" })).toBeNull();
  await userEvent.keyboard("r");
  expect(shown.queryByRole("dialog")).toBeNull();
  await userEvent.keyboard("jr");
  const sheet = await shown.findByRole("dialog");
  await expectNoViolations(sheet);
  const keep = [...sheet.querySelectorAll("button")].find((one) => one.textContent === "残す") as HTMLButtonElement;
  expect(keep.disabled).toBe(true);
  await userEvent.click(shown.getByRole("button", { name: "人の名前ではない" }));
  await userEvent.click(keep);
  await waitFor(() => expect(shown.queryByRole("dialog")).toBeNull());
  expect(kept).toEqual([{ word: "佐藤", level: "municipal", code: "name", reason: "人の名前ではない" }]);
});

it("every word that stays is seen with its reason, day and decider, and can be forgotten", async () => {
  const words: KeptWordLine[] = [
    { word: "鷲尾", level: "municipal", code: "name", reason: "公開の講師名", on: "2026-11-02", by: "三枝 千晴" },
    { word: "青葉野", level: "public", code: "address", reason: "市の名前", on: "2026-10-30", by: "" },
  ];
  const shown = showScreen(<RedactionScreen section={null} />, {
    answers: { KeptWords: () => words },
    acts: {
      ForgetWord: ({ word }) => {
        words.splice(
          words.findIndex((one) => one.word === word),
          1,
        );
        return null;
      },
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: "残すことにした言葉（2）" }));
  const sheet = await shown.findByRole("dialog");
  await expectNoViolations(sheet);
  expect(sheet.textContent).toContain("公開の講師名");
  expect(sheet.textContent).toContain("令和8年11月2日");
  expect(sheet.textContent).toContain("三枝 千晴");
  await userEvent.click(shown.getByRole("button", { name: "「鷲尾」を忘れる（自治体提出用）" }));
  expect(shown.calls("ForgetWord")).toEqual([{ word: "鷲尾", level: "municipal" }]);
});

it("a place can be made wider, up to the next one", async () => {
  const shown = await begin({ answers: { Redact: redact } });
  await userEvent.keyboard("jww");
  await shown.findByText(/「佐藤さん」は、人の名前ですか/);
  expect(shown.getByRole("button", { name: "元の広さ" })).toBeDefined();
  await userEvent.keyboard("qqqqqqqqqqqq");
  await shown.findByText(/「さんの件で佐藤さん」は/);
});

it("a text of a report goes back to the report", async () => {
  const section = {
    key: "programme",
    title: "退院プログラム",
    title_en: "Programme",
    text: TEXT,
    materials: [],
    longest: 2000,
    lines: null,
  };
  const shown = showScreen(<RedactionScreen section={{ kind: "annual", fiscal_year: 2025, level: "municipal", key: "programme" }} />, {
    answers: { Redact: redact, Sections: [section] },
    acts: { KeepSection: () => null },
  });
  await shown.findByText("もとの文章");
  for (let n = 0; n < 3; n++) await userEvent.keyboard("a");
  await userEvent.click(shown.getByRole("button", { name: "出す前の確かめへ" }));
  await shown.findByText("もう一度調べて、名前や番号は見つかりませんでした。");
  for (const box of shown.getAllByRole("checkbox")) await userEvent.click(box);
  await userEvent.click(shown.getByRole("button", { name: "この文章を出せる形にする" }));
  await userEvent.click(shown.getByRole("button", { name: "報告書の文章に戻す" }));
  expect(shown.calls("KeepSection")).toEqual([
    { report: { kind: "annual", fiscal_year: 2025, level: "municipal" }, key: "programme", text: found.text },
  ]);
});
