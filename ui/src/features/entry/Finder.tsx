import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import { useSearches } from "../../house/asked.ts";
import { fill } from "../../house/box.ts";
import type { SearchPlace } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Empty } from "../../parts/States.tsx";
import type { Screen } from "../../screens.ts";
import { shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";
import { placesFor, plain } from "./places.ts";

type Hit = { id: string; name: string; aside: string; screen: Screen; asks?: Asks };
/** A question that is put to a list when the hit is opened. */
type Asks = { place: SearchPlace; query: string };
type Group = { name: string; hits: Hit[] };
type Props = { label: string; onlyPeople?: boolean; onPick: (screen: Screen) => void };

const QUICK_MS = 80;
const MOST = 8;

/** One line to type in, and whoever or whatever it means: people, organisations, screens, words of notes. */
export function Finder({ label, onlyPeople = false, onPick }: Props) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { groups, settled } = useFound(text, onlyPeople);
  const eager = useRef(false);
  const list = useId();
  const hits = groups.flatMap((group) => group.hits);
  const active = hits[Math.min(at, hits.length - 1)];

  // Enter may come before the answer: the first hit is opened as soon as it is known.
  useEffect(() => {
    if (!settled || !eager.current) return;
    eager.current = false;
    if (active !== undefined) pick(active, onPick);
  }, [settled, active, onPick]);

  const move = (step: number) => {
    if (hits.length === 0) return;
    const next = (Math.min(at, hits.length - 1) + step + hits.length) % hits.length;
    setAt(next);
    document.getElementById(`${list}-${hits[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div>
      <LineEntry
        label={label}
        value={text}
        onChange={(next) => {
          setText(next);
          setAt(0);
        }}
        onEnter={() => {
          if (settled && active !== undefined) pick(active, onPick);
          else eager.current = true;
        }}
        onArrow={move}
        autoFocus
        combobox={{ list, active: active === undefined ? null : `${list}-${active.id}`, open: hits.length > 0 }}
      />
      <div className={css["groups"]} role="listbox" id={list} aria-label={label}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p className={css["groupName"]} aria-hidden="true">
              {group.name}
            </p>
            {group.hits.map((hit) => (
              <div
                key={hit.id}
                id={`${list}-${hit.id}`}
                className={css["hit"]}
                role="option"
                tabIndex={-1}
                aria-selected={hit === active}
                onPointerMove={() => setAt(hits.indexOf(hit))}
                onPointerUp={() => pick(hit, onPick)}
              >
                <span>{hit.name}</span>
                <span className={css["aside"]}>{hit.aside}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {settled && text.trim() !== "" && hits.length === 0 && (
        <p className={css["quiet"]} role="status">
          {say("shell.palette.none")}
        </p>
      )}
      {settled && onlyPeople && text.trim() === "" && hits.length === 0 && (
        <Empty sentence={say("people.list.none")}>
          <Button onPress={() => onPick({ at: "people", write: true })}>{say("people.new.title")}</Button>
        </Empty>
      )}
    </div>
  );
}

const pick = (hit: Hit, onPick: (screen: Screen) => void) => {
  if (hit.asks?.place === "people") fill({ people: { scope: "all", query: hit.asks.query } });
  if (hit.asks?.place === "records") fill({ records: hit.asks.query });
  onPick(hit.screen);
};

/** A kept search, or what was typed, as a place to go to. */
const askHit = (id: string, name: string, aside: string, asks: Asks): Hit => ({
  id,
  name,
  aside,
  screen: { at: asks.place === "people" ? "people" : "search" },
  asks,
});

const asHit = ({ id, name, screen }: { id: string; name: string; screen: Screen }): Hit => ({ id, name, aside: "", screen });

/** What the house finds for the words. `settled` once the answer belongs to what stands in the entry. */
const useFound = (text: string, onlyPeople: boolean): { groups: Group[]; settled: boolean } => {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), QUICK_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const wanted = asked !== "";
  const people = useQuery({
    ...ask("CaseList", { filter: asked, scope: onlyPeople ? "open" : "all", sort: onlyPeople && !wanted ? "gap" : "kana" }),
    placeholderData: keepPreviousData,
  });
  const bodies = useQuery({
    ...ask("Organisations", { filter: asked }),
    placeholderData: keepPreviousData,
    enabled: wanted && !onlyPeople,
  });
  const texts = useQuery({
    ...ask("Search", { query: asked, limit: 5 }),
    placeholderData: keepPreviousData,
    enabled: asked.length > 1 && !onlyPeople,
  });

  const saved = useSearches().kept.filter((one) => plain(one.name).includes(plain(asked)));
  const places = placesFor(asked);
  const groups: Group[] = [
    {
      name: say("shell.palette.people"),
      hits: (people.data?.lines ?? []).slice(0, MOST).map((line) => ({
        id: line.id,
        name: `${line.name}${say("shell.san")}`,
        aside: [line.kana, line.hospital, line.ward].filter(Boolean).join("　"),
        screen: { at: "people", caseId: line.id, ...(onlyPeople ? { write: true } : {}) },
      })),
    },
  ];
  if (!onlyPeople) {
    if (wanted) {
      groups.push({
        name: say("shell.palette.organisations"),
        hits: (bodies.data ?? [])
          .slice(0, 5)
          .map((place) => ({ id: place.id, name: place.name, aside: place.kana, screen: { at: "organisations", orgId: place.id } })),
      });
    }
    groups.push({
      name: say("find.saved.group"),
      hits: saved.map((one, at) => askHit(`saved-${at}`, one.name, one.query, one)),
    });
    groups.push({ name: say("shell.palette.screens"), hits: places.screens.map(asHit) });
    groups.push({ name: say("shell.palette.doings"), hits: places.doings.map(asHit) });
    if (asked.length > 1) {
      groups.push({
        name: say("find.title"),
        hits: [askHit("search-all", say("find.all", { query: asked }), "", { place: "records", query: asked })],
      });
      groups.push({
        name: say("shell.palette.texts"),
        hits: (texts.data?.hits ?? []).flatMap((hit) =>
          hit.case_id === null
            ? []
            : [
                {
                  id: `text-${hit.id}`,
                  name: hit.kind === "case" || hit.kind === "contact" ? `${hit.title}${say("shell.san")}` : hit.title,
                  aside: `${hit.date === null ? "" : `${shortDate(hit.date)}　`}${hit.snippet}`,
                  screen: { at: "people" as const, caseId: hit.case_id, ...(hit.kind === "contact" ? { note: hit.id } : {}) },
                },
              ],
        ),
      });
    }
  }
  const waiting = people.isFetching || (wanted && !onlyPeople && bodies.isFetching);
  return { groups: groups.filter((group) => group.hits.length > 0), settled: asked === text.trim() && !waiting };
};
