import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { PlanItem, VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { expectNoViolations, freshSettings, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { PlansScreen } from "./PlansScreen.tsx";
import { placeDay } from "./pack.ts";
import { Soon } from "./Soon.tsx";
import { VisitScreen } from "./VisitScreen.tsx";

const plan = (change: Partial<PlanItem>): PlanItem => ({
  id: "p1",
  kind: "visit",
  on: "2026-11-24",
  start: "09:30",
  end: "12:00",
  title: "楠沢病院",
  org_id: "h1",
  org: "楠沢病院",
  ward: "C1病棟",
  programme_id: null,
  session_no: null,
  persons: 2,
  written: 0,
  result: "planned",
  reason: null,
  ...change,
});
const week = {
  days: Array.from({ length: 7 }, (_, n) => ({
    on: `2026-11-${23 + n}`,
    weekday: n + 1,
    holiday: n === 0 ? "勤労感謝の日" : null,
    today: n === 1,
  })),
  items: [plan({}), plan({ id: "p2", kind: "meeting", title: "市 打合せ", start: "13:30", end: "14:30", org: null, ward: null })],
};
const seen = (case_id: string, name: string): VisitPerson => ({
  case_id,
  name,
  kana: "",
  ward: "C1病棟",
  room: null,
  stage: "housing",
  planned: true,
  outcome: null,
  last_on: "2026-10-27",
  last_text: "寒くなる前に決めたい",
  open_step: "体験宿泊の日どり",
  contact: null,
  draft: null,
});
/** A ward of ten, changed by what is recorded. */
const ward = (count: number) => {
  const visit: VisitPage = {
    plan: plan({ persons: count }),
    purposes: ["interview"],
    persons: Array.from({ length: count }, (_, n) => seen(`c${n + 1}`, `対象 ${n + 1}`)),
    others: [],
    ward_note: "看護師長と、次の会議の日どり。",
    ward: { notes: [], last_on: "2026-10-27", last_text: "家族会の日が変わった" },
  };
  const set = (case_id: string, change: Partial<VisitPerson>) => {
    visit.persons = visit.persons.map((one) => (one.case_id === case_id ? { ...one, ...change } : one));
  };
  return {
    answers: { VisitPage: () => ({ ...visit }), Draft: null, Today: quietDay, IssuedReports: [], MentionNames: [], ProposedSteps: [] },
    changed: ["plans" as const],
    acts: {
      KeepDraft: () => "2026-11-24T10:42:00+09:00",
      SetOutcome: ({ case_id, outcome }: { case_id: string; outcome: VisitPerson["outcome"] }) => {
        set(case_id, { outcome });
        return null;
      },
      WriteContact: (note: { case_ids: string[]; text: string }) => {
        if (note.case_ids.length === 0) {
          const said = { id: "w", text: note.text, next_step: null, mentions: [] } as unknown as VisitPage["ward"]["notes"][number];
          visit.ward = { ...visit.ward, notes: [...visit.ward.notes, said] };
          return ["w"];
        }
        set(note.case_ids[0] ?? "", {
          outcome: "met",
          contact: { id: "n", text: note.text, next_step: null, mentions: [] } as unknown as VisitPerson["contact"],
        });
        return ["n"];
      },
    },
  };
};

afterEach(() => {
  window.location.hash = "";
});

it("a week: a plan moves by keys and opens with what can be done", async () => {
  const move = vi.fn(() => null);
  const shown = showScreen(<PlansScreen write={false} session={false} orgId={null} />, {
    answers: { Today: quietDay, Span: week, Settings: freshSettings },
    acts: { MovePlan: move },
  });
  (await shown.findByRole("button", { name: /市 打合せ/ })).focus();
  await userEvent.keyboard("{Alt>}{ArrowRight}{ArrowDown}{/Alt}");
  expect(move).toHaveBeenNthCalledWith(1, { plan_id: "p2", on: "2026-11-25", start: "13:30", end: "14:30" });
  expect(move).toHaveBeenNthCalledWith(2, { plan_id: "p2", on: "2026-11-24", start: "13:45", end: "14:45" });
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: /楠沢病院/ }));
  await userEvent.click(await shown.findByRole("button", { name: "訪問を始める" }));
  expect(window.location.hash).toBe("#/visit/p1");
});

it("items that overlap stand side by side", () => {
  const placed = placeDay([
    plan({ id: "a", start: "09:00", end: "10:00" }),
    plan({ id: "b", start: "09:30", end: "10:30" }),
    plan({ id: "c", start: "10:00", end: "11:00" }),
    plan({ id: "d", start: "13:00", end: null }),
  ]);
  expect(placed.map((one) => [one.item.id, one.lane, one.lanes])).toEqual([
    ["a", 0, 2],
    ["b", 1, 2],
    ["c", 0, 2],
    ["d", 0, 1],
  ]);
});

it("ten notes in a row without a mouse, however long the vault takes", async () => {
  const round = ward(10);
  const written: (() => void)[] = [];
  const shown = showScreen(<VisitScreen planId="p1" />, {
    ...round,
    acts: {
      ...round.acts,
      WriteContact: async (note) => {
        await new Promise<void>((resolve) => written.push(resolve));
        return round.acts.WriteContact(note);
      },
    },
  });
  await shown.findByRole("textbox", { name: "記録" });
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
  const typed = Array.from({ length: 10 }, (_, n) => `記録${n + 1}{Control>}{Enter}{/Control}`).join("");
  await userEvent.keyboard(typed);
  expect(
    shown.calls("WriteContact").map((note) => [(note as { case_ids: string[] }).case_ids[0], (note as { text: string }).text]),
  ).toEqual(Array.from({ length: 10 }, (_, n) => [`c${n + 1}`, `記録${n + 1}`]));
  expect(shown.getByText(/10人のうち0人 済み/)).toBeDefined();
  for (const done of written) done();
  await shown.findByText(/10人のうち10人 済み/);
});

it("a note that is refused after the next was begun loses nothing and says whose it is", async () => {
  const round = ward(3);
  const shown = showScreen(<VisitScreen planId="p1" />, {
    ...round,
    acts: {
      ...round.acts,
      WriteContact: async (note) => {
        if (note.case_ids[0] === "c1") throw refusal("contact.text_long", "長すぎます。", "text");
        return round.acts.WriteContact(note);
      },
    },
  });
  await shown.findByRole("textbox", { name: "記録" });
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
  await userEvent.keyboard("ひとり目{Control>}{Enter}{/Control}ふたり目");
  await shown.findByText(/対象 1さんの記録はまだ保存されていません。.*長すぎます。/);
  expect(shown.getByDisplayValue("ふたり目")).toBe(document.activeElement);
  expect(shown.calls("KeepDraft")).toContainEqual({ place: "visit/p1/c1", body: "ひとり目" });
  await userEvent.click(shown.getByRole("button", { name: "その方の記録へ" }));
  expect(await shown.findByDisplayValue("ひとり目")).toBeDefined();
  expect(shown.getByText("長すぎます。")).toBeDefined();
  await userEvent.keyboard("{Escape}j");
  expect(await shown.findByDisplayValue("ふたり目")).toBeDefined();
});

it("outcomes take one key each, from the list", async () => {
  const shown = showScreen(<VisitScreen planId="p1" />, ward(4));
  await shown.findByRole("textbox", { name: "記録" });
  await shown.findByText("看護師長と、次の会議の日どり。");
  await expectNoViolations(shown.container);
  await userEvent.keyboard("下書き{Escape}");
  const row = (id: string) => vi.waitFor(() => expect(document.activeElement?.getAttribute("data-key")).toBe(id));
  await row("c1");
  expect(shown.calls("KeepDraft")).toContainEqual({ place: "visit/p1/c1", body: "下書き" });
  await userEvent.keyboard("2");
  await row("c2");
  await userEvent.keyboard("j");
  await row("c3");
  await userEvent.keyboard("0");
  await row("c4");
  await userEvent.keyboard("k");
  await row("c3");
  expect(shown.calls("SetOutcome")).toEqual([
    { plan_id: "p1", case_id: "c1", outcome: "away" },
    { plan_id: "p1", case_id: "c3", outcome: "out" },
  ]);
});

it("the ward stands above the first person, and what its staff said is in nobody's record", async () => {
  const shown = showScreen(<VisitScreen planId="p1" />, ward(2));
  await shown.findByRole("textbox", { name: "記録" });
  await userEvent.keyboard("{Escape}k");
  await vi.waitFor(() => expect(document.activeElement?.getAttribute("data-key")).toBe("ward"));
  await shown.findByText("家族会の日が変わった");
  await expectNoViolations(shown.container);
  await userEvent.keyboard("n");
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
  await userEvent.keyboard("師長と次の会議{Control>}{Enter}{/Control}");
  const [note] = shown.calls("WriteContact") as { case_ids: string[]; counterparts: string[]; outcome: unknown; text: string }[];
  expect([note?.case_ids, note?.counterparts, note?.outcome, note?.text]).toEqual([[], ["hospital"], null, "師長と次の会議"]);
  await shown.findByText("記入済み");
  await vi.waitFor(() => expect(shown.getByRole("region", { name: "対象 1" })).toBeDefined());
});

it("a month is printed as a month, and a visit's preparation with codes or with names", async () => {
  const made = { path: "/home/s/a.pdf", file_name: "a.pdf", pages: 1, size: 10 };
  const shown = showScreen(<PlansScreen write={false} session={false} orgId={null} />, {
    answers: { Today: quietDay, Span: week, Settings: freshSettings },
    roof: { export_paper: () => made },
  });
  await userEvent.click(await shown.findByRole("radio", { name: "月" }));
  await userEvent.click(shown.getByRole("button", { name: "印刷（PDF）" }));
  await userEvent.click((await shown.findAllByRole("button", { name: /楠沢病院/ }))[0] as HTMLElement);
  await userEvent.click(await shown.findByRole("button", { name: "仮名で作る" }));
  await userEvent.click(shown.getByRole("button", { name: "お名前で作る" }));
  expect(shown.calls("export_paper")).toEqual([
    { paper: { paper: "month", of: "2026-11-01" } },
    { paper: { paper: "round", plan_id: "p1", names: false } },
    { paper: { paper: "round", plan_id: "p1", names: true } },
  ]);
});

it("what begins soon stands over the screen until it is closed", async () => {
  const shown = showScreen(<Soon />, { answers: { Soon: [plan({}), plan({ id: "p2", title: "市 打合せ", kind: "meeting" })] } });
  await shown.findByText("市 打合せ");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "閉じる：市 打合せ" }));
  expect(shown.queryByText("市 打合せ")).toBeNull();
  await userEvent.click(shown.getByRole("button", { name: "開く" }));
  expect(window.location.hash).toBe("#/visit/p1");
  expect(shown.queryByText("楠沢病院")).toBeNull();
});

it("ending a visit names whoever is left", async () => {
  const round = ward(2);
  const shown = showScreen(<VisitScreen planId="p1" />, {
    ...round,
    acts: {
      ...round.acts,
      FinishPlan: () => {
        throw { ...refusal("visit.people-left", "結果がまだの方がいます。"), about: ["c1", "c2"] };
      },
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: "訪問を終える" }));
  const sheet = await shown.findByRole("dialog");
  expect(sheet.textContent).toContain("対象 1さん");
  expect(sheet.textContent).toContain("対象 2さん");
});
