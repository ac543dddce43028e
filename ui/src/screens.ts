// Every screen there is, and where we are: a hash of the address, so that Alt+← goes back.
import { useSyncExternalStore } from "react";
import type { Id, IsoDate, Level, ReportKind } from "./house/contract.gen.ts";

/** `write` opens the screen with its entry ready to type; `note` shows one record in its place, `on` the year of a day. */
export type Screen =
  | { at: "today" }
  | { at: "people"; caseId?: Id; write?: boolean; note?: Id }
  | { at: "plans"; write?: boolean; session?: boolean; orgId?: Id }
  | { at: "visit"; planId: Id }
  | { at: "programmes"; planId?: Id; programmeId?: Id; peers?: boolean }
  | { at: "activities"; write?: boolean; on?: string }
  | { at: "organisations"; orgId?: Id }
  | { at: "issues" }
  | { at: "search" }
  | { at: "reports"; show?: ReportPlace }
  | ({ at: "records" } & PaperPlace)
  | { at: "together"; caseId: Id }
  | { at: "redaction"; section?: SectionPlace }
  | { at: "exchange" }
  | { at: "settings"; part?: SettingsPart };

/** Papers of the practice, in the order in which they are offered, and copying. */
export const PAPERS = ["course", "handover", "road", "crisis", "diary", "copy"] as const;
/** Which paper is meant, about whom or which day. */
export type PaperPlace = { paper: (typeof PAPERS)[number]; caseId?: Id; on?: IsoDate };

/** Which report is meant. */
export type ReportWish = { kind: ReportKind; fiscal_year: number; month?: number; programme_id?: Id; hospital_id?: Id; level: Level };
/** A report and how far one has come with it. */
export type ReportPlace = ReportWish & { step: "choose" | "check" | "texts" | "leave"; section?: string };
/** A text of a report: where it is read from and put back. */
export type SectionPlace = ReportWish & { key: string };

/** The report in which a text stands, opened at its texts. */
export const placeOf = ({ key, ...wish }: SectionPlace): ReportPlace => ({ ...wish, step: "texts", section: key });

export const SETTINGS_PARTS = [
  "display",
  "lock",
  "backup",
  "days_off",
  "calendar",
  "exchange",
  "report",
  "templates",
  "limits",
  "trash",
  "retention",
  "about",
] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];
/** Settings has no number; its entry stands at the foot of the rail. */
export const RAIL = ["today", "people", "plans", "programmes", "activities", "organisations", "issues", "reports"] as const;
export type RailPlace = (typeof RAIL)[number] | "settings" | "search";

/** The place on the rail a screen belongs to. */
export const railPlace = (screen: Screen): RailPlace => {
  switch (screen.at) {
    case "visit":
      return "plans";
    case "exchange":
      return "settings";
    case "redaction":
      return "reports";
    case "records":
      return screen.paper === "diary" ? "today" : "people";
    case "together":
      return "people";
    default:
      return screen.at;
  }
};

const asked = (place: object | undefined): string => (place === undefined ? "" : `?${encodeURIComponent(JSON.stringify(place))}`);
const told = <T>(question: string | undefined): T | undefined => {
  try {
    return question === undefined ? undefined : (JSON.parse(decodeURIComponent(question)) as T);
  } catch {
    return undefined;
  }
};

const toHash = (screen: Screen): string => {
  switch (screen.at) {
    case "people":
      return `#/people${screen.caseId === undefined ? "" : `/${screen.caseId}`}${screen.write ? "?write" : screen.note ? `?note=${screen.note}` : ""}`;
    case "visit":
      return `#/visit/${screen.planId}`;
    case "programmes":
      if (screen.programmeId !== undefined) return `#/programmes?programme=${screen.programmeId}`;
      return `#/programmes${screen.peers ? "?peers" : screen.planId === undefined ? "" : `/${screen.planId}`}`;
    case "organisations":
      return `#/organisations${screen.orgId === undefined ? "" : `/${screen.orgId}`}`;
    case "settings":
      return `#/settings${screen.part === undefined ? "" : `/${screen.part}`}`;
    case "plans":
      if (screen.orgId !== undefined) return `#/plans?visit=${screen.orgId}`;
      return `#/plans${screen.session ? "?session" : screen.write ? "?write" : ""}`;
    case "activities":
      return `#/activities${screen.write ? "?write" : screen.on ? `?on=${screen.on}` : ""}`;
    case "records": {
      const { at, ...place } = screen;
      return `#/${at}${asked(place)}`;
    }
    case "together":
      return `#/together/${screen.caseId}`;
    case "redaction":
      return `#/redaction${asked(screen.section)}`;
    case "reports":
      return `#/reports${asked(screen.show)}`;
    default:
      return `#/${screen.at}`;
  }
};

/** `name=value` as a part of a screen. */
const partOf = <N extends string>(name: N, question: string | undefined): { [K in N]?: string } =>
  question?.startsWith(`${name}=`) ? ({ [name]: question.slice(name.length + 1) } as { [K in N]: string }) : {};

const isPart = (text: string | undefined): text is SettingsPart => SETTINGS_PARTS.some((part) => part === text);

const fromHash = (hash: string): Screen => {
  const [path = "", question] = hash.replace(/^#\/?/, "").split("?");
  const [at, one] = path.split("/");
  const write = question === "write" ? { write: true } : {};
  switch (at) {
    case "people":
      return { at, ...(one ? { caseId: one } : {}), ...write, ...partOf("note", question) };
    case "visit":
      return one ? { at, planId: one } : { at: "plans" };
    case "programmes": {
      const { programme } = partOf("programme", question);
      if (programme !== undefined) return { at, programmeId: programme };
      return question === "peers" ? { at, peers: true } : { at, ...(one ? { planId: one } : {}) };
    }
    case "organisations":
      return { at, ...(one ? { orgId: one } : {}) };
    case "settings":
      return { at, ...(isPart(one) ? { part: one } : {}) };
    case "plans":
      if (question?.startsWith("visit=")) return { at, write: true, orgId: question.slice("visit=".length) };
      return question === "session" ? { at, write: true, session: true } : { at, ...write };
    case "activities":
      return { at, ...write, ...partOf("on", question) };
    case "records":
      return { at, ...(told<PaperPlace>(question) ?? { paper: "course" }) };
    case "together":
      return one ? { at, caseId: one } : { at: "people" };
    case "redaction": {
      const section = told<SectionPlace>(question);
      return { at, ...(section === undefined ? {} : { section }) };
    }
    case "reports": {
      const show = told<ReportPlace>(question);
      return { at, ...(show === undefined ? {} : { show }) };
    }
    case "issues":
    case "search":
    case "exchange":
      return { at };
    default:
      return { at: "today" };
  }
};

/** Goes to a screen. */
export const go = (screen: Screen): void => {
  window.location.hash = toHash(screen);
};

/** Stays, but replaces the address (after `write` has been obeyed, or when a list selects its first line). */
export const stay = (screen: Screen): void => {
  window.history.replaceState(null, "", toHash(screen));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
};

let seen = "";
let current: Screen = { at: "today" };
const look = (): Screen => {
  if (window.location.hash !== seen) {
    seen = window.location.hash;
    current = fromHash(seen);
  }
  return current;
};

/** The screen we are on. */
export const useScreen = (): Screen =>
  useSyncExternalStore((hearer) => {
    window.addEventListener("hashchange", hearer);
    return () => window.removeEventListener("hashchange", hearer);
  }, look);
