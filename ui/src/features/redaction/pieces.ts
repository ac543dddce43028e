// What a checked text is made of. The house counts characters as Unicode scalars, so nothing here counts otherwise.
import type { RedactedText } from "../../house/contract.gen.ts";

/** One place somebody has to decide about: a stretch to be replaced, or a fact to think about. */
export type Place = {
  id: string;
  start: number;
  end: number;
  /** dictionary, numbers, net, dates, ages, places, context; or prompt. */
  layer: string;
  code: string;
  /** What stands there instead; none for a fact to think about. */
  replacement: string | null;
  /** The question, where there is one in words. */
  question: string | null;
  /** As a decision is remembered. */
  word: string;
  /** Somebody must look: the machine does not know. */
  unsure: boolean;
};
/** Characters by which a place was made wider by hand. */
export type Wider = Readonly<Record<string, { before: number; behind: number }>>;
/** Text as it stands, or a place in it. */
export type Piece = { text: string; place: Place | null };

/** Every place of an answer in the order of the text, wider where somebody made it so. */
export const placesOf = (answer: RedactedText, wider: Wider): Place[] => {
  const hits: Place[] = answer.hits.map((hit) => ({
    id: `${hit.start}/${hit.word}`,
    start: hit.start,
    end: hit.end,
    layer: hit.layer,
    code: hit.code,
    replacement: hit.replacement,
    question: null,
    word: hit.word,
    unsure: hit.certainty !== "block",
  }));
  const wide = hits.map((hit) => {
    const more = wider[hit.id];
    return more === undefined ? hit : { ...hit, start: hit.start - more.before, end: hit.end + more.behind };
  });
  const prompts: Place[] = answer.prompts.map((prompt) => ({
    id: `${prompt.start}/${prompt.code}`,
    start: prompt.start,
    end: prompt.end,
    layer: "prompt",
    code: "prompt",
    replacement: null,
    question: prompt.question,
    word: "",
    unsure: true,
  }));
  return [...wide, ...prompts].sort((a, b) => a.start - b.start || a.end - b.end);
};

/** How far a place may grow on either side before it meets the next replacement. */
export const roomAround = (place: Place, places: readonly Place[], length: number): { before: number; behind: number } => {
  const others = places.filter((one) => one.replacement !== null && one.id !== place.id);
  const floor = Math.max(0, ...others.filter((one) => one.end <= place.start).map((one) => one.end));
  const ceiling = Math.min(length, ...others.filter((one) => one.start >= place.end).map((one) => one.start));
  return { before: place.start - floor, behind: ceiling - place.end };
};

/** The text cut at its places. A fact inside a replaced stretch goes with the stretch. */
export const cut = (text: string, places: readonly Place[]): Piece[] => {
  const letters = Array.from(text);
  const pieces: Piece[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) pieces.push({ text: letters.slice(at, end).join(""), place: null });
    at = Math.max(at, end);
  };
  const held = places.filter((place) => place.replacement !== null);
  const free = places.filter((place) => place.replacement === null && !held.some((hit) => hit.start < place.end && place.start < hit.end));
  for (const place of [...held, ...free].sort((a, b) => a.start - b.start)) {
    if (place.start < at) continue;
    upTo(place.start);
    pieces.push({ text: letters.slice(place.start, place.end).join(""), place });
    at = place.end;
  }
  upTo(letters.length);
  return pieces;
};

/** The text as it would leave. */
export const resultOf = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.place?.replacement ?? piece.text).join("");

/** The letters of a place as they were written. */
export const wordAt = (text: string, place: Place): string => Array.from(text).slice(place.start, place.end).join("");

/** Whether what a place is may be kept at all: never what is known of a client, never an 個人番号. */
export const mayStay = (place: Place): boolean =>
  place.replacement !== null &&
  place.code !== "client" &&
  place.code !== "birth" &&
  place.code !== "my_number" &&
  !(place.code === "number" && place.layer === "dictionary");
