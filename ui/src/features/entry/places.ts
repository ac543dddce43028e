// Where the palette leads besides people, organisations and notes: every screen, and what is begun most often.
import { RAIL, type Screen } from "../../screens.ts";
import { say } from "../../words/words.ts";

type Place = { id: string; name: string; reading: string; screen: Screen };

const screens = (): Place[] => [
  ...[...RAIL, "settings" as const].map((at) => ({
    id: `screen-${at}`,
    name: say(`shell.rail.${at}`),
    reading: say(`shell.reading.${at}`),
    screen: { at } as Screen,
  })),
  { id: "screen-search", name: say("find.title"), reading: say("shell.reading.search"), screen: { at: "search" } },
  { id: "screen-redaction", name: say("release.redaction.title"), reading: say("shell.reading.redaction"), screen: { at: "redaction" } },
];

const doings = (): Place[] => [
  {
    id: "do-register",
    name: say("people.new.title"),
    reading: say("shell.reading.register"),
    screen: { at: "people", write: true },
  },
  { id: "do-plan", name: say("work.plan.add"), reading: say("shell.reading.plan"), screen: { at: "plans", write: true } },
  { id: "do-activity", name: say("work.activity.add"), reading: say("shell.reading.activity"), screen: { at: "activities", write: true } },
  { id: "do-exchange", name: say("release.paste.title"), reading: say("shell.reading.exchange"), screen: { at: "exchange" } },
  {
    id: "do-backup",
    name: say("shell.settings.backup_do"),
    reading: say("shell.reading.backup"),
    screen: { at: "settings", part: "backup" },
  },
];

/** Katakana and width as nobody cares for them while typing. */
export const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Screens and doings whose name or reading holds what was typed; doings only once something was. */
export const placesFor = (asked: string): { screens: Place[]; doings: Place[] } => {
  const wanted = plain(asked);
  const fits = (place: Place) => plain(`${place.name} ${place.reading}`).includes(wanted);
  return { screens: screens().filter(fits), doings: wanted === "" ? [] : doings().filter(fits) };
};
