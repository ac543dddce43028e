import { Button } from "react-aria-components/Button";
import { say } from "../words/words.ts";
import css from "./KanaBar.module.css";

const LETTERS = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ", "他"];

/** The kana index of a list: letters with somebody behind them can be pressed. */
export function KanaBar({
  present,
  current = null,
  onPick,
}: {
  present: ReadonlySet<string>;
  current?: string | null;
  onPick: (letter: string) => void;
}) {
  return (
    <div className={css["bar"]} role="group" aria-label={say("shell.kana.label")}>
      {LETTERS.filter((letter) => letter !== "他" || present.has("他")).map((letter) => (
        <Button
          key={letter}
          className={css["letter"] ?? ""}
          isDisabled={!present.has(letter)}
          aria-label={say("shell.kana.letter", { letter })}
          aria-pressed={letter === current}
          onPress={() => onPick(letter)}
        >
          {letter}
        </Button>
      ))}
    </div>
  );
}
