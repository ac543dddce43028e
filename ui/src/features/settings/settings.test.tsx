import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { expectNoViolations, freshSettings, quietDay, refusal, showScreen } from "../../house/screen-test.tsx";
import { SETTINGS_PARTS } from "../../screens.ts";
import { SettingsScreen } from "./SettingsScreen.tsx";

const roof = { vault_state: () => ({ state: "open", demo: false, failures: 0, wait_seconds: 0, last_backup_on: null }) };

it.each(SETTINGS_PARTS)("%s breaks no accessibility rule", async (part) => {
  const shown = showScreen(<SettingsScreen part={part} />, { answers: { Today: quietDay }, roof });
  await shown.findByRole("heading", { level: 2 });
  await expectNoViolations(shown.container);
});

it("keeps a choice at once, with everything else as it was", async () => {
  const shown = showScreen(<SettingsScreen part="display" />, { answers: { Today: quietDay }, acts: { KeepSettings: () => null } });
  await userEvent.click(await shown.findByRole("radio", { name: "特大" }));
  const { demo: _, ...wishes } = freshSettings;
  expect(shown.calls("KeepSettings")).toEqual([{ ...wishes, text_size: "largest" }]);
});

it("keeps a line on leaving it, and only when it changed", async () => {
  const shown = showScreen(<SettingsScreen part="report" />, { acts: { KeepSettings: () => null } });
  await userEvent.type(await shown.findByLabelText("作成者"), "若宮");
  await userEvent.tab();
  await userEvent.tab();
  expect(shown.calls("KeepSettings")).toHaveLength(1);
  expect(shown.calls("KeepSettings")[0]).toMatchObject({ author: "若宮" });
});

it("shows why a setting was refused", async () => {
  const shown = showScreen(<SettingsScreen part="lock" />, {
    acts: {
      KeepSettings: () => {
        throw refusal("settings.lock", "ロックまでの時間は10分までです。");
      },
    },
  });
  await userEvent.click(await shown.findByRole("radio", { name: "10分" }));
  await shown.findByText("ロックまでの時間は10分までです。");
});

it("changes the passphrase only when old and new are given", async () => {
  const shown = showScreen(<SettingsScreen part="lock" />, { roof: { change_passphrase: () => null } });
  const change = await shown.findByRole("button", { name: "変える" });
  expect(change).toHaveProperty("disabled", true);
  await userEvent.type(shown.getByLabelText("今のパスワード"), "mae-no-mono");
  await userEvent.type(shown.getByLabelText("新しいパスワード"), "abcdefghijkl1");
  await userEvent.type(shown.getByLabelText("もう一度、同じパスワード"), "abcdefghijkl1{Enter}");
  await shown.findByText(/パスワードを変えました/);
  expect(shown.calls("change_passphrase")).toEqual([{ old: "mae-no-mono", new: "abcdefghijkl1" }]);
});

it("tells where the backup lies", async () => {
  const shown = showScreen(<SettingsScreen part="backup" />, {
    roof: { ...roof, backup: () => ({ path: "E:\\susono-2026.susono", size: 1 }) },
  });
  await shown.findByText("まだ控えを取っていません");
  await userEvent.click(shown.getByRole("button", { name: "控えを取る" }));
  await shown.findByText("E:\\susono-2026.susono");
});

it("keeps numbers of one's own and goes back to the usual ones", async () => {
  const limit = { code: "decision", unit: "days", value: 45, usual: 60, least: 1, most: 365 };
  const shown = showScreen(<SettingsScreen part="limits" />, {
    answers: { AlertLimits: [limit], StallLimits: [{ stage: "planning", in_stage: 92, silent: 14 }] },
    acts: { KeepAlertLimits: () => null, KeepStallLimits: () => null },
  });
  const entry = await shown.findByLabelText("支給決定の終わりの前");
  await userEvent.clear(entry);
  await userEvent.type(entry, "３０");
  const keep = shown.getAllByRole("button", { name: "この数にする" });
  await userEvent.click(keep[0] as HTMLElement);
  await userEvent.click(shown.getByRole("button", { name: "ふつうの数に戻す" }));
  expect(shown.calls("KeepAlertLimits")).toEqual([{ limits: { decision: 30 } }, { limits: {} }]);
  const silent = shown.getByLabelText("アセスメント・計画：ご本人との関わりがない日数");
  await userEvent.clear(silent);
  await userEvent.type(silent, "21");
  await userEvent.click(keep[1] as HTMLElement);
  expect(shown.calls("KeepStallLimits")).toEqual([{ limits: [{ stage: "planning", in_stage: 92, silent: 21 }] }]);
  await expectNoViolations(shown.container);
});
