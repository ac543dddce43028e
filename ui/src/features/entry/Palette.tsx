import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { Finder } from "./Finder.tsx";

/** さがす・移る: from anywhere to a person, an organisation or a screen. */
export function Palette({ isOpen, onClose, onKeys }: { isOpen: boolean; onClose: () => void; onKeys: () => void }) {
  return (
    <Dialog title={say("shell.palette.title")} isOpen={isOpen} onClose={onClose} width="middle" hideTitle>
      <Finder
        label={say("shell.palette.label")}
        onPick={(screen) => {
          onClose();
          go(screen);
        }}
      />
      <div className={css["keys"]}>
        <span>{say("shell.palette.keys")}</span>
        <Button kind="quiet" dense onPress={onKeys}>
          {say("shell.keys.title")}
        </Button>
      </div>
    </Dialog>
  );
}
