import { Dialog } from "../../parts/Dialog.tsx";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { Finder } from "./Finder.tsx";

/** さがす・移る: from anywhere to a person, an organisation or a screen. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={say("shell.palette.title")} isOpen={isOpen} onClose={onClose} width="middle" hideTitle>
      <Finder
        label={say("shell.palette.label")}
        onPick={(screen) => {
          onClose();
          go(screen);
        }}
      />
      <p className={css["keys"]}>{say("shell.palette.keys")}</p>
    </Dialog>
  );
}
