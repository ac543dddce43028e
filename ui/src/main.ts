import "./theme/tokens.css";
import "./theme/type.css";
import "./theme/focus.css";
import { showLock } from "./features/entry/lock.ts";
import { callRoof } from "./house/roof.ts";
import { installKeys } from "./parts/keyboard.ts";
import { readWholeFonts } from "./theme/fonts.ts";
import { wearAgain } from "./theme/look.ts";

installKeys();
wearAgain();

/** The house with React and the whole fonts: read while somebody types the passphrase, so that it is there at once. */
const house = () => {
  readWholeFonts();
  return import("./app.tsx");
};

const begin = async (root: HTMLElement): Promise<void> => {
  // A roof that does not answer is asked again by the house, which can say so.
  const vault = await callRoof("vault_state", {}).catch(() => null);
  if (vault?.state !== "locked") return (await house()).show(root);
  window.addEventListener("input", () => void house(), { once: true });
  showLock(root, vault, {
    enter: async () => (await house()).show(root),
    recover: async () => (await house()).showRecovery(root),
  });
};

const root = document.getElementById("root");
if (root !== null) void begin(root);
