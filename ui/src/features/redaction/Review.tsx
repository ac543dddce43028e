import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { TextLevel } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Page } from "../../parts/Page.tsx";
import { ErrorNote, failureOf, Loading } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { go, placeOf, type SectionPlace } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { Desk } from "./Desk.tsx";
import { Gate } from "./Gate.tsx";
import { KeepDialog } from "./KeepDialog.tsx";
import { KeptWords } from "./KeptWords.tsx";
import { Legend, Marked } from "./Marked.tsx";
import { cut, type Place, placesOf, resultOf, roomAround, type Wider, wordAt } from "./pieces.ts";
import css from "./redaction.module.css";

const LEVELS: readonly TextLevel[] = ["municipal", "public", "case_study"];

/** Writing, then looking: the same text on two sheets. */
export function Review(p: { text: string; level: TextLevel; section: SectionPlace | null; title: string }) {
  const [text, setText] = useState(p.text);
  const [level, setLevel] = useState(p.level);
  const [looking, setLooking] = useState(p.text.trim() !== "");
  const [leaving, setLeaving] = useState<string | null>(null);
  const look = () => setLooking(text.trim() !== "");
  const place = p.section === null ? null : placeOf(p.section);
  return (
    <Page
      fill
      title={say("release.redaction.title")}
      sub={p.section === null ? say("release.redaction.sub") : say("release.redaction.sub_section", { title: p.title })}
      actions={
        <>
          {place !== null && (
            <Button kind="quiet" dense onPress={() => go({ at: "reports", show: place })}>
              {say("release.redaction.back_to_report")}
            </Button>
          )}
          <KeptWords />
          <Choice
            label={say("release.redaction.level")}
            hideLabel
            dense
            value={level}
            onChange={setLevel}
            options={LEVELS.map((id) => ({ id, label: say(`release.redaction.${id}`) }))}
          />
        </>
      }
    >
      {looking ? (
        <Looking key={level} text={text} level={level} onRewrite={() => setLooking(false)} onLeave={setLeaving} />
      ) : (
        <div className={css["writing"]}>
          <TextEntry
            label={say("release.redaction.text")}
            value={text}
            onChange={setText}
            onFinish={look}
            rows={12}
            hint={say("release.redaction.text_hint")}
            autoFocus
          />
          <div>
            <Button kind="primary" onPress={look} isDisabled={text.trim() === ""} keys="Mod+Enter">
              {say("release.redaction.look")}
            </Button>
          </div>
        </div>
      )}
      {leaving !== null && <Gate text={leaving} level={level} section={p.section} onClose={() => setLeaving(null)} />}
    </Page>
  );
}

type LookingProps = { text: string; level: TextLevel; onRewrite: () => void; onLeave: (text: string) => void };

function Looking({ text, level, onRewrite, onLeave }: LookingProps) {
  const answer = useQuery({ ...ask("Redact", { text, level }), placeholderData: keepPreviousData });
  const [wider, setWider] = useState<Wider>({});
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [keeping, setKeeping] = useState<Place | null>(null);
  if (answer.error !== null) return <ErrorNote failure={failureOf(answer.error)} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Loading />;

  const places = placesOf(answer.data, wider);
  const pieces = cut(text, places);
  const index = Math.max(
    0,
    places.findIndex((place) => place.id === chosen),
  );
  const place = places[index] ?? null;
  const open = places.filter((one) => !decided.has(one.id));
  const sure = open.filter((one) => !one.unsure);
  const step = (by: number) => setChosen(places[(index + by + places.length) % places.length]?.id ?? null);
  const accept = (one: Place) => {
    setDecided(new Set([...decided, one.id]));
    const next = places.slice(index + 1).find((other) => !decided.has(other.id)) ?? open.find((other) => other.id !== one.id);
    if (next !== undefined) setChosen(next.id);
  };
  const widen = (one: Place, before: number, behind: number) => {
    const old = wider[one.id] ?? { before: 0, behind: 0 };
    setWider({ ...wider, [one.id]: { before: old.before + before, behind: old.behind + behind } });
  };
  const asFound = (one: Place) => {
    const { [one.id]: _, ...rest } = wider;
    setWider(rest);
  };
  return (
    <div className={css["looking"]}>
      <div className={css["bar"]}>
        <Legend places={places} />
        <span className={css["barEnd"]}>
          <Button dense onPress={onRewrite}>
            {say("release.redaction.rewrite")}
          </Button>
        </span>
      </div>
      <div className={css["sheets"]}>
        <Marked
          label={say("release.redaction.original")}
          pieces={pieces}
          current={place?.id ?? null}
          decided={decided}
          onPick={(one) => setChosen(one.id)}
        />
        <Marked
          label={say("release.redaction.result")}
          pieces={pieces}
          replaced
          current={place?.id ?? null}
          decided={decided}
          onPick={(one) => setChosen(one.id)}
        />
      </div>
      <footer className={css["foot"]}>
        {place === null ? (
          <div role="status">
            <p>
              <strong>{say("release.redaction.nothing")}</strong>
            </p>
            <p className={css["aside"]}>{say("release.redaction.nothing_next")}</p>
          </div>
        ) : (
          <Desk
            place={place}
            word={wordAt(text, place)}
            at={index + 1}
            count={places.length}
            decided={decided.has(place.id)}
            room={roomAround(place, places, Array.from(text).length)}
            wider={wider[place.id] !== undefined}
            onStep={step}
            onAccept={() => accept(place)}
            onKeep={() => setKeeping(place)}
            onWiden={(before, behind) => widen(place, before, behind)}
            onAsFound={() => asFound(place)}
          />
        )}
        <div className={css["end"]}>
          <span className={css["aside"]} role="status">
            {open.length > 0 ? say("release.redaction.left", { n: open.length }) : say("release.redaction.none_left")}
          </span>
          {sure.length > 1 && (
            <Button dense onPress={() => setDecided(new Set([...decided, ...sure.map((one) => one.id)]))}>
              {say("release.redaction.sure_ones", { n: sure.length })}
            </Button>
          )}
          <Button kind="primary" isDisabled={open.length > 0 || answer.isFetching} onPress={() => onLeave(resultOf(pieces))}>
            {say("release.redaction.to_gate")}
          </Button>
        </div>
      </footer>
      {keeping !== null && (
        <KeepDialog
          place={keeping}
          word={wordAt(text, keeping)}
          level={level}
          onKept={() => {
            showSaid(say("release.redaction.kept_now", { word: wordAt(text, keeping) }), true);
            step(1);
            setKeeping(null);
          }}
          onClose={() => setKeeping(null)}
        />
      )}
    </div>
  );
}
