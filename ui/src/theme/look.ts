// How the window looks and speaks: as the settings wish, and so at the lock of the same sitting, which cannot read them.
import type { Settings } from "../house/contract.gen.ts";
import { showYears } from "../words/dates.ts";
import { speak } from "../words/say.ts";

type Look = Pick<Settings, "theme" | "text_size" | "eras" | "language">;
const PLACE = "look";

const dress = (look: Look): void => {
  document.documentElement.dataset["theme"] = look.theme;
  document.documentElement.dataset["text"] = look.text_size;
  showYears(look.eras);
  speak(look.language);
};

/** Dresses the window, also for its next lock. */
export const wear = ({ theme, text_size, eras, language }: Look): void => {
  const look = { theme, text_size, eras, language };
  dress(look);
  sessionStorage.setItem(PLACE, JSON.stringify(look));
};

/** Dresses the window as it was before the page was loaded anew. */
export const wearAgain = (): void => {
  const kept = sessionStorage.getItem(PLACE);
  if (kept !== null) dress(JSON.parse(kept) as Look);
};
