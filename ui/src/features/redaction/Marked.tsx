import { useEffect, useRef } from "react";
import { say, sayCode } from "../../words/words.ts";
import type { Piece, Place } from "./pieces.ts";
import css from "./redaction.module.css";

type Props = {
  label: string;
  pieces: readonly Piece[];
  /** The replacements instead of what was written. */
  replaced?: boolean;
  current: string | null;
  decided: ReadonlySet<string>;
  onPick: (place: Place) => void;
};

/** A text with its places marked: by line, by a word beside it, and by colour last of all. */
export function Marked({ label, pieces, replaced = false, current, decided, onPick }: Props) {
  const here = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text follows the place one stands at
  useEffect(() => {
    here.current?.scrollIntoView?.({ block: "nearest" });
  }, [current]);
  let at = 0;
  return (
    <section className={css["sheet"]} aria-label={label}>
      <h2 className={css["sheetHead"]}>{label}</h2>
      <div className={`${css["text"]} ${replaced ? css["closed"] : ""}`}>
        {pieces.map((piece) => {
          const key = at;
          at += piece.text.length;
          const place = piece.place;
          if (place === null) return <span key={key}>{piece.text}</span>;
          const kind = sayCode("release.redaction", `code_${place.code}`);
          return (
            <button
              key={key}
              ref={place.id === current ? here : null}
              type="button"
              className={css["mark"]}
              data-layer={place.layer}
              data-decided={decided.has(place.id) ? "" : undefined}
              aria-current={place.id === current ? "true" : undefined}
              onClick={() => onPick(place)}
            >
              {replaced ? (place.replacement ?? piece.text) : piece.text}
              {!replaced && (
                <span className={css["kind"]}>
                  {decided.has(place.id) && <span aria-hidden="true">✓</span>}
                  {kind}
                </span>
              )}
            </button>
          );
        })}
      </div>
    </section>
  );
}

const LAYERS = ["dictionary", "context", "numbers", "net", "dates", "ages", "places", "prompt"] as const;

/** What the marks mean, with how many there are of each. */
export function Legend({ places }: { places: readonly Place[] }) {
  return (
    <ul className={css["legend"]} aria-label={say("release.redaction.legend")}>
      {LAYERS.filter((layer) => places.some((place) => place.layer === layer)).map((layer) => (
        <li key={layer}>
          <span className={css["mark"]} data-layer={layer}>
            {say(`release.redaction.layer_${layer}`)}
          </span>
          <span className="figure">{places.filter((place) => place.layer === layer).length}</span>
        </li>
      ))}
    </ul>
  );
}
