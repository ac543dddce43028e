import { act, fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { VaultState } from "../../house/contract.gen.ts";
import { expectNoViolations, refusal, showScreen } from "../../house/screen-test.tsx";
import { speak } from "../../words/say.ts";
import { showLock } from "./lock.ts";
import { Recovery } from "./Recovery.tsx";

const locked: VaultState = { state: "locked", demo: false, failures: 0, wait_seconds: 0, last_backup_on: null };
const GOOD = "sakana-asahi-midori-tegami-kumo-hashiru";

afterEach(() => {
  vi.useRealTimers();
  speak("ja");
});

const lock = (state: VaultState, roof: Record<string, (input: unknown) => unknown> = {}) => {
  const shown = showScreen(<div data-testid="root" />, { roof });
  const ways = { enter: vi.fn(async () => {}), recover: vi.fn(async () => {}) };
  showLock(shown.getByTestId("root"), state, ways);
  return { ...shown, ...ways };
};

it("opens with Enter, in half-width letters, and only once", async () => {
  const shown = lock(locked, { unlock: () => null });
  await expectNoViolations(shown.container);
  expect(document.activeElement).toBe(shown.getByLabelText("パスワード"));
  expect(shown.getByRole("button", { name: "開く" })).toHaveProperty("disabled", true);
  await userEvent.keyboard("{Enter}ｓakana{Enter}{Enter}");
  await vi.waitFor(() => expect(shown.enter).toHaveBeenCalledOnce());
  expect(shown.calls("unlock")).toEqual([{ passphrase: "sakana" }]);
});

it("says what is wrong, keeps nothing of it, and leaves the caret where it was", async () => {
  const shown = lock(locked, {
    unlock: () => {
      throw refusal("vault.wrong-passphrase", "");
    },
    vault_state: () => locked,
  });
  const entry = shown.getByLabelText("パスワード");
  await userEvent.type(entry, "wrong");
  await userEvent.click(shown.getByRole("button", { name: "開く" }));
  expect((await shown.findByRole("alert")).textContent).toMatch(/記録はそのまま残っています/);
  await vi.waitFor(() => expect(document.activeElement).toBe(entry));
  expect(entry).toHaveProperty("value", "");
  await expectNoViolations(shown.container);
  expect(shown.enter).not.toHaveBeenCalled();
});

it("counts a wait down, and opens after it", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const shown = lock({ ...locked, failures: 5, wait_seconds: 2 }, { unlock: () => null });
  expect(shown.getByText("2秒たつと、もう一度試せます。")).toBeDefined();
  fireEvent.input(shown.getByLabelText("パスワード"), { target: { value: "sakana" } });
  expect(shown.getByRole("button", { name: "開く" })).toHaveProperty("disabled", true);
  await expectNoViolations(shown.container);
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(shown.getByText("1秒たつと、もう一度試せます。")).toBeDefined();
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(shown.queryByText(/もう一度試せます/)).toBeNull();
  expect(shown.getByRole("button", { name: "開く" })).toHaveProperty("disabled", false);
});

it("says it in the language of the window, with the seconds to wait", async () => {
  speak("en");
  const shown = lock(locked, {
    unlock: () => {
      throw refusal("vault.wait", "続けて開けられなかったため、お待ちください。");
    },
    vault_state: () => ({ ...locked, failures: 5, wait_seconds: 8 }),
  });
  await userEvent.keyboard("wrong{Enter}");
  expect((await shown.findByRole("alert")).textContent).toMatch(/wait 8 more seconds/);
  expect(shown.getByRole("timer").textContent).toBe("You can try again in 8 s.");
});

it("opens records older than those used last only when somebody says so", async () => {
  const shown = lock(locked, {
    unlock: (input) => {
      if (!(input as { accept_older?: boolean }).accept_older) throw refusal("vault.rolled-back", "最後に使った時より古いものです。");
      return null;
    },
    vault_state: () => locked,
  });
  await userEvent.keyboard("sakana{Enter}");
  const older = await shown.findByRole("button", { name: "古い記録と知ったうえで開く" });
  await vi.waitFor(() => expect(older).toHaveProperty("disabled", false));
  await expectNoViolations(shown.container);
  await userEvent.click(older);
  await vi.waitFor(() => expect(shown.enter).toHaveBeenCalledOnce());
  expect(shown.calls("unlock")).toEqual([{ passphrase: "sakana" }, { passphrase: "sakana", accept_older: true }]);
});

it("warns of Caps Lock, and says so when the house cannot be read", async () => {
  const shown = lock(locked, { unlock: () => null });
  shown.enter.mockRejectedValueOnce(new TypeError("gone"));
  await userEvent.keyboard("{CapsLock}a");
  expect(shown.getByText("Caps Lock が入っています。")).toBeDefined();
  await userEvent.keyboard("{CapsLock}{Enter}");
  expect((await shown.findByRole("alert")).textContent).toMatch(/処理を終えられませんでした/);
  expect(shown.getByRole("button", { name: "開く" })).toHaveProperty("disabled", false);
});

it("leads whoever forgot the passphrase in with the code on paper and a new one", async () => {
  const shown = lock(locked);
  await userEvent.click(shown.getByRole("button", { name: "パスワードを忘れたとき" }));
  expect(shown.recover).toHaveBeenCalledOnce();
  shown.unmount();

  const opened = vi.fn();
  let wrong = true;
  const way = showScreen(<Recovery onBack={() => {}} onOpened={opened} />, {
    roof: {
      unlock_with_recovery: () => {
        if (wrong) throw refusal("vault.bad-code", "");
        return null;
      },
    },
  });
  await expectNoViolations(way.container);
  await userEvent.type(way.getByLabelText("復旧コード"), "7k3m");
  for (const label of ["新しいパスワード", "もう一度、同じパスワード"]) {
    await userEvent.click(way.getByLabelText(label));
    await userEvent.paste(GOOD);
  }
  await userEvent.click(way.getByRole("button", { name: "新しいパスワードで開く" }));
  await way.findByText(/復旧コードに書き間違いがあります/);
  expect(opened).not.toHaveBeenCalled();
  wrong = false;
  await userEvent.click(way.getByRole("button", { name: "新しいパスワードで開く" }));
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
});
