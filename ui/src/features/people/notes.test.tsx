import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import type { CasePage, MentionView, NoteVersion, TimelineItem } from "../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../house/screen-test.tsx";
import { blankAfter } from "../../parts/notes/blanks.ts";
import { piecesOf } from "../../parts/notes/LinkedText.tsx";
import { markAt } from "../../parts/notes/marks.ts";
import { NoteText } from "../../parts/notes/NoteText.tsx";
import { NoteEntry } from "./NoteEntry.tsx";
import { AddFiles, FileList } from "./notes/Files.tsx";
import { History } from "./notes/History.tsx";
import { ReviseForm } from "./ReviseForm.tsx";
import { Timeline } from "./Timeline.tsx";

const someone = {
  id: "c1",
  name: "南 和夫",
  hospital: "楠沢病院",
  stage: "housing",
  timeline: [] as TimelineItem[],
  timeline_total: 0,
} as unknown as CasePage;
const entry = (more: Partial<TimelineItem>): TimelineItem => ({
  id: "n1",
  kind: "contact",
  on: "2026-11-20",
  method: "phone",
  counterparts: ["family"],
  minutes: 10,
  text: "姉と電話。",
  next_step: null,
  place: null,
  revised: 0,
  stage: null,
  written_at: "2026-11-20T17:00:00+09:00",
  mentions: [],
  attachments: [],
  episode: false,
  ...more,
});
const kept = () => "2026-11-24T10:42:00+09:00";
const common = { Today: quietDay, Draft: null, IssuedReports: [], MentionNames: [], ProposedSteps: [] };

it("finds the mark behind which somebody types, and none in an address", () => {
  expect(markAt("きょう@みな", 6)).toEqual({ person: true, start: 3, typed: "みな" });
  expect(markAt("＃くすざわ", 5)).toEqual({ person: false, start: 0, typed: "くすざわ" });
  expect(markAt("a@b", 3)).toBeNull();
  expect(markAt("@南 和夫", 5)).toBeNull();
  expect(markAt("@南、", 3)).toBeNull();
});

it("finds the blanks of a template one after the other", () => {
  expect(blankAfter("「＿＿」と＿＿", 0)).toEqual([1, 3]);
  expect(blankAfter("「＿＿」と＿＿", 3)).toEqual([5, 7]);
  expect(blankAfter("a_b", 0)).toBeNull();
});

it("cuts a text at its links, and takes the longer of two names", () => {
  const link = (text: string, name = text): MentionView => ({ person: true, text, name, case_id: "c2", org_id: null });
  const pieces = piecesOf("@南 和夫さんと @南さん、a@南", [link("南"), link("南 和夫", "南 和雄")]);
  expect(pieces.map((piece) => [piece.text, piece.link?.name ?? null])).toEqual([
    ["@南 和夫", "南 和雄"],
    ["さんと ", null],
    ["@南", "南"],
    ["さん、a@南", null],
  ]);
});

function Typing() {
  const [text, setText] = useState("");
  return <NoteText value={text} onChange={setText} caseId="c1" on="2026-11-24" rows={4} error={null} />;
}

it("offers names behind @ and writes the chosen one by keys alone", async () => {
  const names = vi.fn(() => [
    { text: "南 和夫", kana: "みなみ かずお", place: "楠沢病院" },
    { text: "南 花", kana: "みなみ はな", place: "" },
  ]);
  const shown = showScreen(<Typing />, { answers: { ...common, MentionNames: names } });
  const area = (await shown.findByRole("textbox")) as HTMLTextAreaElement;
  await userEvent.type(area, "きょう@みな");
  await shown.findByRole("option", { name: /南 花/ });
  expect(names).toHaveBeenLastCalledWith({ person: true, typed: "みな" });
  await expectNoViolations(shown.container);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(area.value).toBe("きょう@南 花");
  expect(shown.queryByRole("listbox")).toBeNull();
  await userEvent.keyboard("さん");
  expect(area.value).toBe("きょう@南 花さん");
});

it("an Enter that ends a conversion chooses no name and sends nothing", async () => {
  const shown = showScreen(<Typing />, { answers: { ...common, MentionNames: [{ text: "南 和夫", kana: "みなみ かずお", place: "" }] } });
  const area = (await shown.findByRole("textbox")) as HTMLTextAreaElement;
  await userEvent.type(area, "@みな");
  await shown.findByRole("option");
  for (const init of [{ key: "Enter", isComposing: true }, { key: "Process" }]) {
    area.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true }));
  }
  expect(area.value).toBe("@みな");
  await userEvent.keyboard("{Escape}");
  expect(shown.queryByRole("option")).toBeNull();
  expect(area.value).toBe("@みな");
});

it("puts a template in with two keys and stands in its first blank", async () => {
  const templates = [
    { name: "電話", body: "＿＿から電話。", method: null, stage: null },
    { name: "面接", body: "〔病棟〕で面接。「＿＿」", method: null, stage: null },
  ];
  const shown = showScreen(<Typing />, { answers: { ...common, Templates: templates, FilledTemplate: "C1病棟で面接。「＿＿」" } });
  const area = (await shown.findByRole("textbox")) as HTMLTextAreaElement;
  await userEvent.click(area);
  await userEvent.keyboard("{Alt>}t{/Alt}");
  await shown.findByRole("dialog");
  await userEvent.keyboard("2");
  await vi.waitFor(() => expect(area.value).toBe("C1病棟で面接。「＿＿」"));
  await vi.waitFor(() => expect([area.selectionStart, area.selectionEnd]).toEqual([9, 11]));
  await userEvent.keyboard("寒い");
  expect(area.value).toBe("C1病棟で面接。「寒い」");
});

it("makes a next step of a line only as it was shown, and not where the tick was taken away", async () => {
  const proposed = [
    { line: "→ 来週火曜 役所に電話", text: "役所に電話", due_on: "2026-12-01" },
    { line: "→ 返事", text: "返事", due_on: null },
  ];
  const shown = showScreen(<NoteEntry person={someone} onClose={() => {}} />, {
    answers: { ...common, ProposedSteps: proposed },
    acts: { WriteContact: () => ["n1"], KeepDraft: kept },
  });
  await userEvent.type(await shown.findByRole("textbox", { name: "内容" }), "→ 来週火曜 役所に電話{Enter}→ 返事");
  await userEvent.click(await shown.findByRole("checkbox", { name: /返事/ }));
  expect(shown.getByDisplayValue("令和8年12月1日（火）")).toBeDefined();
  await userEvent.click(shown.getByRole("textbox", { name: "内容" }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(shown.calls("WriteContact")).toHaveLength(1));
  expect((shown.calls("WriteContact")[0] as { more_steps: unknown }).more_steps).toEqual([{ text: "役所に電話", due_on: "2026-12-01" }]);
});

it("tells every version with what changed, and brings one back", async () => {
  const version = (more: Partial<NoteVersion>): NoteVersion => ({
    number: null,
    from: "2026-11-03T10:00:00+09:00",
    reason: "相手の誤り",
    on: "2026-11-02",
    minutes: 10,
    method: "phone",
    counterparts: ["family"],
    text: "姉と電話。",
    pieces: [
      { kind: "removed", text: "兄" },
      { kind: "added", text: "姉" },
      { kind: "same", text: "と電話。" },
    ],
    ...more,
  });
  const first = version({ number: 1, reason: null, text: "兄と電話。", minutes: 20, pieces: [{ kind: "same", text: "兄と電話。" }] });
  const restore = vi.fn(() => null);
  const shown = showScreen(<History contactId="n1" onClose={() => {}} />, {
    answers: { NoteHistory: [version({}), first] },
    acts: { RestoreVersion: restore },
  });
  await shown.findByText("相手の誤り");
  expect(document.querySelector("del")?.textContent).toContain("兄");
  expect(document.querySelector("ins")?.textContent).toContain("姉");
  expect(shown.getByText(/時間\s20分 → 10分/)).toBeDefined();
  await expectNoViolations(document.querySelector("[role=dialog]") as HTMLElement);
  await userEvent.click(shown.getByRole("radio", { name: "並べる" }));
  expect(shown.getByText("前")).toBeDefined();
  await userEvent.click(shown.getByRole("button", { name: "この版に戻す" }));
  expect(restore).toHaveBeenCalledWith({ contact_id: "n1", number: 1 });
});

it("marks what was written later with both days, and leads to whom it names", async () => {
  const item = entry({
    on: "2026-11-02",
    text: "@林 花さんと。",
    mentions: [{ person: true, text: "林 花", name: "森 花", case_id: "c2", org_id: null }],
  });
  const shown = showScreen(<Timeline person={{ ...someone, timeline: [item], timeline_total: 1 }} />, { answers: common });
  await shown.findByText("後日記入");
  expect(shown.getByText(/実施 11\/2\s記入 11\/20/)).toBeDefined();
  await userEvent.click(shown.getByRole("button", { name: "@森 花" }));
  expect(window.location.hash).toBe("#/people/c2");
  window.location.hash = "";
});

it("says that a report over the day has left, and throws a note away", async () => {
  const away = vi.fn(() => "t1");
  const close = vi.fn();
  const shown = showScreen(<ReviseForm item={entry({})} caseId="c1" onClose={close} />, {
    answers: { ...common, IssuedReports: [{ file_name: "R8_年度.pdf", released_at: "2026-11-22T09:00:00+09:00" }] },
    acts: { ThrowAway: away, KeepDraft: kept },
  });
  await shown.findByText(/R8_年度.pdf、11\/22/);
  await userEvent.click(shown.getByRole("button", { name: /^ごみ箱に入れる：/ }));
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
  expect(away).toHaveBeenCalledWith({ kind: "contact", record_id: "n1" });
});

it("puts the bytes of a photo into the vault and shows a paper page by page", async () => {
  const added = vi.fn();
  const stage = vi.fn(() => ({ name: "a.png", sha256: "f", kind: "png", size: 3 }));
  const shown = showScreen(<AddFiles onAdd={added} />, { acts: { StageFile: stage } });
  const chooser = shown.container.querySelector("input[type=file]") as HTMLInputElement;
  await userEvent.upload(chooser, new File([new Uint8Array([1, 2, 3])], "a.png", { type: "image/png" }));
  await vi.waitFor(() => expect(added).toHaveBeenCalled());
  expect(stage).toHaveBeenCalledWith({ name: "a.png", data: "AQID" });
  shown.unmount();

  const page = vi.fn(({ page: at }: { page: number }) => ({ mime: "image/png", data: `AQ${at}=`, pages: 2 }));
  const list = showScreen(<FileList files={[{ id: "f1", name: "同意書.pdf", kind: "pdf", size: 2048 }]} />, {
    answers: { AttachmentPage: page },
  });
  await userEvent.click(list.getByRole("button", { name: "開く：同意書.pdf" }));
  const picture = (await list.findByRole("img", { name: "同意書.pdf" })) as HTMLImageElement;
  expect(picture.src).toBe("data:image/png;base64,AQ1=");
  await expectNoViolations(document.querySelector("[role=dialog]") as HTMLElement);
  await userEvent.click(list.getByRole("button", { name: "次のページ" }));
  await vi.waitFor(() => expect((list.getByRole("img") as HTMLImageElement).src).toBe("data:image/png;base64,AQ2="));
});
