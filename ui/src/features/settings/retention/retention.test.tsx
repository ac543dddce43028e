import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectNoViolations, refusal, showScreen } from "../../../house/screen-test.tsx";
import { Retention } from "./Retention.tsx";

const kept = (id: string, name: string, over: boolean) => ({
  case_id: id,
  name,
  kana: "",
  closed_on: "2020-03-31",
  until: over ? "2025-03-31" : "2031-03-31",
  over,
});
const people = [kept("c1", "佐々木 洋子", true), kept("c2", "森 茂", false)];
const answers = {
  Retention: { years: 5, people, total: 3 },
  ErasePreview: { name: "佐々木 洋子", cases: 1, texts: 12, files: 2, papers: 3, numbers: 40 },
};

it("offers erasing only where the time is over", async () => {
  const shown = showScreen(<Retention />, { answers });
  await shown.findByRole("button", { name: "中身を確かめて消す：佐々木 洋子" });
  expect(shown.queryByRole("button", { name: /中身を確かめて消す：森/ })).toBeNull();
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "ほかの1人も表示" }));
  expect(shown.calls("Retention")).toEqual([{ first: 20 }, { first: 3 }]);
});

it("says what goes and what stays, asks for the name, and erases", async () => {
  const shown = showScreen(<Retention />, {
    answers,
    acts: { ErasePerson: () => null },
    roof: { copies: () => ({ own: ["2026-11-02", "2025-12-28"], put_aside: ["2026-10-05"] }) },
  });
  await userEvent.click(await shown.findByRole("button", { name: /中身を確かめて消す/ }));
  const dialog = await shown.findByRole("dialog", { name: "記録の消去" });
  await shown.findByText("記録の本文と前の版 12件");
  for (const said of [
    "これまでの「元に戻す」のすべて",
    /名前のない40行/,
    /古い控えは/,
    /控え2件/,
    "R8.11.2・R7.12.28",
    /before-restore/,
    "R8.10.5",
  ])
    expect(shown.getByText(said)).toBeDefined();
  const erase = shown.getByRole("button", { name: "消去する" });
  expect(erase).toHaveProperty("disabled", true);
  await expectNoViolations(dialog);
  await userEvent.type(shown.getByLabelText("確かめのため、お名前を入力してください"), "佐々木洋子");
  await userEvent.click(erase);
  expect(shown.calls("ErasePerson")).toEqual([{ case_id: "c1", typed: "佐々木洋子" }]);
  expect(shown.queryByRole("dialog")).toBeNull();
});

it("keeps the sheet and says why another name was refused", async () => {
  const shown = showScreen(<Retention />, {
    answers,
    acts: {
      ErasePerson: () => {
        throw refusal("erase.typed", "入力したお名前が一致しません。", "typed");
      },
    },
  });
  await userEvent.click(await shown.findByRole("button", { name: /中身を確かめて消す/ }));
  await userEvent.type(await shown.findByLabelText("確かめのため、お名前を入力してください"), "佐々木陽子");
  await userEvent.click(shown.getByRole("button", { name: "消去する" }));
  await shown.findByText("入力したお名前が一致しません。");
});

it("keeps one person longer and the rule for everybody", async () => {
  const shown = showScreen(<Retention />, { answers, acts: { KeepUntil: () => null, KeepRetention: () => null } });
  await userEvent.click(await shown.findByRole("button", { name: "期限をのばす：森 茂" }));
  await userEvent.click(await shown.findByRole("button", { name: "決めた年数に戻す" }));
  expect(shown.calls("KeepUntil")).toEqual([{ case_id: "c2", until: null }]);
  const years = shown.getByLabelText("終結からの保存年数");
  await userEvent.clear(years);
  await userEvent.type(years, "10");
  await userEvent.click(shown.getByRole("button", { name: "この年数にする" }));
  expect(shown.calls("KeepRetention")).toEqual([{ years: 10 }]);
});
