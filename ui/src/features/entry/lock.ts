// The lock: a clock, one entry, and nothing from the store. It stands before React and the house are read.
import type { VaultState } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import entry from "../../parts/entry.module.css";
import field from "../../parts/Field.module.css";
import { isOwnEnter, locksCapitals } from "../../parts/keyboard.ts";
import { halfWidth } from "../../parts/passphrase.ts";
import { errorNote, hill, make, pressable, wallClock } from "../../parts/plain.ts";
import { say } from "../../words/say.ts";
import css from "./entry.module.css";
import { refusedBy } from "./refused.ts";

type Ways = {
  /** Shows the house: the vault is open. */
  enter: () => Promise<void>;
  /** Shows the way in with the code on paper. */
  recover: () => Promise<void>;
};

/** Shows the lock of a locked vault in an empty element. */
export const showLock = (root: HTMLElement, vault: VaultState, ways: Ways): void => {
  let wait = vault.wait_seconds;
  let opening = false;
  let capitals = false;

  const passphrase = make("input", {
    id: "passphrase",
    class: entry["input"],
    type: "password",
    autocomplete: "current-password",
    spellcheck: "false",
    "aria-describedby": "passphrase-capitals passphrase-wait",
  });
  const capsNote = make("span", { id: "passphrase-capitals", class: field["hint"], role: "status" });
  const waitNote = make("p", { id: "passphrase-wait", class: css["wait"], role: "timer" });
  const refused = make("div", { class: css["refused"] });
  const recover = pressable("quiet", say("shell.unlock.recover"), () => void leave(ways.recover));
  const open = pressable("primary", say("shell.unlock.open"), () => void attempt({}));
  const older = pressable("warn", say("shell.unlock.older"), () => void attempt({ accept_older: true }));
  const clock = wallClock();

  const ready = () => passphrase.value !== "" && !opening && wait === 0;
  const draw = () => {
    for (const button of [open, older]) button.disabled = !ready();
    open.textContent = opening ? say("shell.unlock.opening") : say("shell.unlock.open");
    waitNote.textContent = wait > 0 ? say("shell.unlock.wait", { n: wait }) : "";
    capsNote.textContent = capitals ? say("shell.unlock.capslock") : "";
  };
  const ticking = setInterval(() => {
    clock.tick();
    if (wait > 0) {
      wait -= 1;
      draw();
    }
  }, 1000);

  const leave = async (way: () => Promise<void>) => {
    try {
      await way();
      clearInterval(ticking);
    } catch {
      opening = false;
      refused.replaceChildren(errorNote(say("shell.failure.unreachable")));
      draw();
    }
  };
  const refuse = async (thrown: unknown) => {
    const { id, sentence, wait: seconds } = await refusedBy(thrown);
    const isOlder = id === "vault.rolled-back";
    // Whoever knows that the records are older need not type the passphrase again.
    if (!isOlder) passphrase.value = "";
    refused.replaceChildren(errorNote(sentence), ...(isOlder ? [older] : []));
    wait = seconds;
    opening = false;
    draw();
    passphrase.focus();
  };
  const attempt = async (knowing: { accept_older?: true }) => {
    if (!ready()) return;
    opening = true;
    refused.replaceChildren();
    draw();
    try {
      await callRoof("unlock", { passphrase: halfWidth(passphrase.value), ...knowing });
    } catch (thrown) {
      return refuse(thrown);
    }
    await leave(ways.enter);
  };

  passphrase.addEventListener("input", draw);
  passphrase.addEventListener("focus", () => passphrase.toggleAttribute("data-focused", true));
  passphrase.addEventListener("blur", () => passphrase.toggleAttribute("data-focused", false));
  passphrase.addEventListener("keydown", (event) => {
    if (isOwnEnter(event)) void attempt({});
  });
  for (const moment of ["keydown", "keyup"] as const)
    passphrase.addEventListener(moment, (event) => {
      capitals = locksCapitals(event);
      draw();
    });

  const label = make("label", { class: field["label"], for: "passphrase" }, say("shell.unlock.passphrase"));
  const practice = vault.demo ? [make("p", { class: css["quiet"] }, say("shell.unlock.practice"))] : [];
  root.replaceChildren(
    make(
      "main",
      { class: css["desk"] },
      make("header", { class: css["brand"] }, hill(56), make("span", { class: css["name"] }, say("shell.product"))),
      make(
        "div",
        { class: css["sheet"] },
        make("div", { class: css["clock"] }, clock.face),
        ...practice,
        make("h1", { class: "for-reader" }, say("shell.unlock.title")),
        make("div", { class: entry["entry"] }, label, passphrase, capsNote),
        refused,
        waitNote,
        make("p", { class: css["quiet"] }, say("shell.unlock.drafts")),
        make("div", { class: css["foot"] }, make("span", { class: css["left"] }, recover), open),
      ),
    ),
  );
  draw();
  passphrase.focus();
};
