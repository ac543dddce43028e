import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { ask } from "../../house/ask.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./page.module.css";

/** Somebody of the caseload. */
export type Picked = { id: string; name: string };
type Props = {
  label: string;
  hint?: ReactNode;
  /** Cases that are not offered. */
  without: readonly string[];
  onPick: (person: Picked) => void;
  /** What was typed may be a label as well. */
  onLabel?: (label: string) => void;
};

/** So many are offered at once. */
const MOST = 6;

type Offer = { key: string; text: string; beside: string; pick: () => void };

/** A person by two letters of the reading, ↑↓ and Enter, instead of a long list. */
export function PersonPick({ label, hint, without, onPick, onLabel }: Props) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const asked = typed.trim();
  const found = useQuery({ ...ask("CaseList", { filter: asked, scope: "all", sort: "kana" }), enabled: asked !== "" });
  const lines = (asked === "" ? [] : (found.data?.lines ?? [])).filter((line) => !without.includes(line.id)).slice(0, MOST);
  const offers: Offer[] = [
    ...lines.map((line) => ({
      key: line.id,
      text: `${line.name}${say("shell.san")}`,
      beside: line.kana,
      pick: () => onPick({ id: line.id, name: line.name }),
    })),
    ...(onLabel === undefined || asked === ""
      ? []
      : [{ key: "label", text: say("programmes.roster.pick_label", { name: asked }), beside: "", pick: () => onLabel(asked) }]),
  ];
  const current = Math.min(at, Math.max(0, offers.length - 1));
  const choose = (offer: Offer | undefined) => {
    if (offer === undefined) return;
    offer.pick();
    setTyped("");
    setAt(0);
  };
  const optionId = (key: string) => `${list}/${key}`;
  return (
    <div className={css["pick"]}>
      <LineEntry
        label={label}
        hint={hint}
        placeholder={say("programmes.roster.pick_placeholder")}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setAt(0);
        }}
        {...(offers.length === 0 ? {} : { onEnter: () => choose(offers[current]) })}
        onArrow={(step) => setAt((current + step + offers.length) % Math.max(1, offers.length))}
        combobox={{ list, open: offers.length > 0, active: offers[current] === undefined ? null : optionId(offers[current].key) }}
      />
      {asked !== "" && found.data !== undefined && offers.length === 0 && (
        <p className={css["none"]}>{say("programmes.roster.none_found")}</p>
      )}
      <div id={list} role="listbox" aria-label={label} className={css["offers"]} hidden={offers.length === 0}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the entry above has the keys
          <div
            key={offer.key}
            id={optionId(offer.key)}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            {offer.text}
            <span className={css["muted"]}>{offer.beside}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
