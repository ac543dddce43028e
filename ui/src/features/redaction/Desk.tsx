import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { say, sayCode } from "../../words/words.ts";
import { mayStay, type Place } from "./pieces.ts";
import css from "./redaction.module.css";

type Props = {
  place: Place;
  word: string;
  at: number;
  count: number;
  decided: boolean;
  /** Characters free on either side, and whether it was made wider. */
  room: { before: number; behind: number };
  wider: boolean;
  onStep: (step: number) => void;
  onAccept: () => void;
  onKeep: () => void;
  onWiden: (before: number, behind: number) => void;
  onAsFound: () => void;
};

/** The one place that is being decided about, and what can be done with it. Every key is also a button. */
export function Desk(p: Props) {
  const { place } = p;
  const thinking = place.replacement === null;
  const stay = mayStay(place);
  const keep = () => stay && p.onKeep();
  const before = () => !thinking && p.room.before > 0 && p.onWiden(1, 0);
  const behind = () => !thinking && p.room.behind > 0 && p.onWiden(0, 1);
  const next = () => p.onStep(1);
  const previous = () => p.onStep(-1);
  useKeys({ J: next, K: previous, A: p.onAccept, R: keep, Q: before, W: behind });
  return (
    <section className={css["desk"]} aria-label={sayCode("release.redaction", `code_${place.code}`)}>
      <div className={css["case"]} role="status">
        <p className={css["caseHead"]}>
          <span className="figure">{say("release.redaction.here", { at: p.at, n: p.count })}</span>
          <strong>{sayCode("release.redaction", `layer_${place.layer}`)}</strong>
          <span className={css["aside"]}>
            {p.decided
              ? thinking
                ? say("release.redaction.was_thought")
                : say("release.redaction.replaced")
              : say("release.redaction.undecided")}
          </span>
        </p>
        <p>
          {place.question ??
            (place.unsure
              ? say("release.redaction.ask_name", { word: p.word })
              : say("release.redaction.becomes", { word: p.word, replacement: place.replacement ?? "" }))}
        </p>
        {!thinking && !stay && <p className={css["aside"]}>{say("release.redaction.never")}</p>}
      </div>
      <div className={css["acts"]}>
        <Button dense onPress={p.onAccept} keys="A">
          {thinking ? say("release.redaction.thought") : say("release.redaction.replace")}
        </Button>
        {stay && (
          <Button dense onPress={p.onKeep} keys="R">
            {say("release.redaction.keep")}
          </Button>
        )}
        {!thinking && (
          <>
            <Button dense kind="quiet" onPress={before} isDisabled={p.room.before === 0} keys="Q">
              {say("release.redaction.wider_left")}
            </Button>
            <Button dense kind="quiet" onPress={behind} isDisabled={p.room.behind === 0} keys="W">
              {say("release.redaction.wider_right")}
            </Button>
            {p.wider && (
              <Button dense kind="quiet" onPress={p.onAsFound}>
                {say("release.redaction.as_found")}
              </Button>
            )}
          </>
        )}
        <span className={css["steps"]}>
          <Button dense kind="quiet" onPress={previous} keys="K">
            {say("release.redaction.previous")}
          </Button>
          <Button dense kind="quiet" onPress={next} keys="J">
            {say("release.redaction.next")}
          </Button>
        </span>
      </div>
    </section>
  );
}
