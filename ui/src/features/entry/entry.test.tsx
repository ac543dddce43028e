import { act, fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { CaseLine } from "../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../house/screen-test.tsx";
import { Curtain } from "./Curtain.tsx";
import { FirstRun } from "./FirstRun.tsx";
import { Palette } from "./Palette.tsx";
import { Recorder } from "./Recorder.tsx";

const locked = { state: "locked" as const, demo: false, failures: 0, wait_seconds: 0, last_backup_on: null };
const GOOD = "sakana-asahi-midori-tegami-kumo-hashiru";
const minami: CaseLine = {
  id: "c4",
  name: "南 和夫",
  kana: "みなみ かずお",
  index: "ま",
  code: null,
  org_id: "h1",
  hospital: "楠沢病院",
  ward: "C1病棟",
  room: null,
  stage: "engagement",
  status: "active",
  age: 68,
  last_contact_on: null,
  last_contact_days: null,
  face_to_face_days: 15,
  next_text: null,
  next_on: null,
  next_days: null,
};

afterEach(() => {
  window.location.hash = "";
  vi.useRealTimers();
});

it("leads from a passphrase over the code on paper to the first act", async () => {
  const shown = showScreen(<FirstRun unconfirmed={false} />, {
    roof: {
      create_vault: () => ({ recovery_code: "7K3M-Q9TD-XR2W-48HN-ZV6B-C5PJ-YE0F" }),
      confirm_recovery: (input) => {
        if ((input as { code: string }).code !== "7k3m q9td") throw refusal("vault.wrong-code", "復旧コードが違います。");
      },
      vault_state: () => ({ ...locked, state: "open" }),
    },
  });
  await expectNoViolations(shown.container);
  const create = shown.getByRole("button", { name: "保管庫を作る" });
  expect(create).toHaveProperty("disabled", true);
  await userEvent.click(shown.getByLabelText("パスワード"));
  await userEvent.paste(GOOD);
  await shown.findByText(/このパスワードが使えます/);
  await userEvent.click(shown.getByLabelText("もう一度、同じパスワード"));
  await userEvent.paste(GOOD);
  await userEvent.click(create);
  await shown.findByText("ZV6B");
  await expectNoViolations(shown.container);
  expect(shown.calls("create_vault")).toEqual([{ passphrase: GOOD }]);

  await userEvent.click(shown.getByRole("button", { name: "書き写しました" }));
  expect(shown.queryByText("ZV6B")).toBeNull();
  await userEvent.type(shown.getByLabelText("復旧コード"), "AAAA 1111{Enter}");
  await shown.findByText("復旧コードが違います。");
  await userEvent.clear(shown.getByLabelText("復旧コード"));
  await userEvent.type(shown.getByLabelText("復旧コード"), "7k3m q9td{Enter}");
  await expectNoViolations(shown.container);
  await userEvent.click(await shown.findByRole("button", { name: /最初の対象者を登録する/ }));
  expect(window.location.hash).toBe("#/people?write");
});

it("turns full-width letters into half-width ones before the eyes", async () => {
  const shown = showScreen(<FirstRun unconfirmed={false} />);
  await userEvent.type(shown.getByLabelText("パスワード"), "ｓａｋａｎａ-asahi");
  await userEvent.tab();
  await shown.findByDisplayValue("sakana-asahi");
  expect(shown.getByText(/半角に直しました/)).toBeDefined();
});

it("finds a person and opens her page, even when Enter comes before the answer", async () => {
  const shown = showScreen(<Palette isOpen onClose={() => {}} onKeys={() => {}} />, {
    answers: {
      CaseList: ({ filter }) => ({ lines: filter === "みな" ? [minami] : [], total: 1, open: 1 }),
      Organisations: [],
      Search: { total: 0, minutes: 0, hits: [] },
    },
  });
  await userEvent.type(shown.getByRole("combobox"), "みな{Enter}");
  await vi.waitFor(() => expect(window.location.hash).toBe("#/people/c4"));
  await expectNoViolations(document.body);
});

it.each([
  ["ヒカエ", "控えを取る", "#/settings/backup"],
  ["yotei ireru", "予定を入れる", "#/plans?write"],
  ["houkoku", "報告書", "#/reports"],
])("finds screens and doings by kana and Latin letters: %s", async (typed, name, hash) => {
  const shown = showScreen(<Palette isOpen onClose={() => {}} onKeys={() => {}} />, {
    answers: { CaseList: { lines: [], total: 1, open: 1 }, Organisations: [], Search: { total: 0, minutes: 0, hits: [] } },
  });
  await userEvent.type(shown.getByRole("combobox"), typed);
  await userEvent.click(await shown.findByRole("option", { name }));
  expect(window.location.hash).toBe(hash);
});

it("offers a note, an activity and an observation, and keeps what was begun of one with its tags", async () => {
  const closed = vi.fn();
  let kept: string | null = JSON.stringify({ text: "書きかけ", tags: [] });
  const given = {
    answers: { Draft: () => kept, CaseList: { lines: [minami], total: 1, open: 1 } },
    acts: {
      NoteIssue: () => "i1",
      KeepDraft: ({ body }: { body: string }) => {
        kept = body === "" ? null : body;
        return "2026-11-24T10:42:00+09:00";
      },
    },
  };
  const begun = showScreen(<Recorder isOpen onClose={closed} screen={{ at: "today" }} />, given);
  await expectNoViolations(document.body);
  await userEvent.keyboard("3");
  await userEvent.type(await begun.findByDisplayValue("書きかけ"), "の続き");
  await userEvent.click(begun.getByRole("button", { name: "住まい" }));
  begun.unmount();
  await vi.waitFor(() => expect(kept).toBe(JSON.stringify({ text: "書きかけの続き", tags: ["housing"] })));

  const shown = showScreen(<Recorder isOpen onClose={closed} screen={{ at: "today" }} />, given);
  await userEvent.keyboard("3");
  const entry = await shown.findByDisplayValue("書きかけの続き");
  expect(shown.getByRole("button", { name: "住まい" }).getAttribute("aria-pressed")).toBe("true");
  await userEvent.type(entry, "{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  expect(shown.calls("NoteIssue")).toEqual([{ text: "書きかけの続き", tags: ["housing"] }]);
  await vi.waitFor(() => expect(kept).toBeNull());
});

it("covers after a while without a touch and locks later, and one key brings everything back", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = showScreen(
    <>
      <input aria-label="記録" />
      <Curtain curtainSeconds={60} lockMinutes={5} onVisit={false} asked={0} />
    </>,
    { roof: { lock: () => null, vault_state: () => locked } },
  );
  shown.getByLabelText("記録").focus();
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(shown.getByRole("alertdialog", { name: "目隠し" })).toBeDefined();
  expect(document.documentElement.dataset["covered"]).toBe("");
  act(() => void fireEvent.keyDown(window, { key: "x" }));
  expect(shown.queryByRole("alertdialog")).toBeNull();
  expect(document.activeElement).toBe(shown.getByLabelText("記録"));
  expect(shown.calls("lock")).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(302_000));
  expect(shown.calls("lock").length).toBeGreaterThan(0);
});

it("locks after the computer slept, however short the idle time was", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = showScreen(<Curtain curtainSeconds={60} lockMinutes={5} onVisit={false} asked={0} />, {
    roof: { lock: () => null, vault_state: () => locked },
  });
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  vi.setSystemTime(Date.now() + 100_000);
  await act(() => vi.advanceTimersByTimeAsync(1_500));
  expect(shown.calls("lock").length).toBeGreaterThan(0);
});

it("gives a ward visit ten minutes", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = showScreen(<Curtain curtainSeconds={60} lockMinutes={5} onVisit asked={0} />, {
    roof: { lock: () => null, vault_state: () => locked },
  });
  await act(() => vi.advanceTimersByTimeAsync(590_000));
  expect(shown.calls("lock")).toEqual([]);
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  expect(shown.calls("lock").length).toBeGreaterThan(0);
});
