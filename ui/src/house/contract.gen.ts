// Draft of the contract; the generator overwrites this file from app/src/contract.rs.

export type IsoDate = string; // "2026-11-24"
export type PartialDate = string; // "1979", "1979-09", "1979-09-01"
export type Id = string;

export type Stage = "identified" | "engagement" | "planning" | "preparation" | "housing" | "discharge_coordination" | "transition" | "settlement" | "closed";
export type Level = "internal" | "municipal" | "public";

/** Somebody in a list: enough for one line. */
export type CaseLine = {
  id: Id; name: string; kana: string; index: string /* あ か さ … or 他 */; code: string | null;
  org_id: Id | null; hospital: string | null; ward: string | null; room: string | null;
  stage: Stage; status: "active" | "on_hold" | "closed"; age: number | null;
  last_contact_on: IsoDate | null; last_contact_days: number | null; face_to_face_days: number | null;
  next_text: string | null; next_on: IsoDate | null; next_days: number | null /* negative = over */;
};
export type CaseList = { lines: CaseLine[]; total: number; open: number };

export type ExitKey = "housing" | "daytime" | "supporters" | "trouble";
export type Certainty = "undecided" | "idea" | "arranging" | "fixed";
export type ExitLine = { key: ExitKey; wish: string; idea: string; org_id: Id | null; org: string | null; certainty: Certainty; updated_on: IsoDate | null };
export type TaskLine = { id: Id; text: string; due_on: IsoDate | null; days: number | null; done_on: IsoDate | null; case_id: Id | null; case_name: string | null; owner: string };
export type StageStep = { stage: Stage; from_on: PartialDate | null; to_on: PartialDate | null; current: boolean };

export type TimelineItem = {
  id: Id; kind: "contact" | "stage" | "session" | "visit" | "admission" | "discharge" | "hold"; on: PartialDate;
  method: string | null; counterparts: string[]; minutes: number | null; text: string; next_step: string | null;
  place: string | null; revised: number; stage: Stage | null; written_at: string | null;
};
export type CasePage = {
  id: Id; client_id: Id; name: string; family_name: string; given_name: string; family_kana: string; given_kana: string; kana: string; aliases: string[];
  code: string | null; sex: string; age: number | null; birth_date: PartialDate | null; org_id: Id | null; hospital: string | null; ward: string | null; room: string | null;
  admitted_on: PartialDate | null; stay_months: number | null; admission_form: string | null; stage: Stage; status: "active" | "on_hold" | "closed";
  wish: string; wish_on: PartialDate | null; wished_place: string; anxieties: string; identified_on: PartialDate; support_months: number;
  steps: StageStep[]; exit: ExitLine[]; tasks: TaskLine[]; decisions: { id: Id; service: string; from_on: PartialDate; to_on: PartialDate; days_left: number | null }[];
  timeline: TimelineItem[]; timeline_total: number; draft: string | null;
};

export type PlanKind = "visit" | "session" | "meeting" | "accompany" | "own";
export type PlanItem = {
  id: Id; kind: PlanKind; on: IsoDate; start: string | null /* "09:30" */; end: string | null; title: string; org_id: Id | null; org: string | null; ward: string | null;
  programme_id: Id | null; session_no: number | null; persons: number; written: number; result: "planned" | "done" | "cancelled" | "changed"; reason: string | null;
};
export type Today = {
  on: IsoDate; weekday: number /* 1 = Monday */; holiday: string | null; aim: string | null;
  plans: PlanItem[]; unrecorded: PlanItem[]; tasks: TaskLine[];
  gaps: { case_id: Id; name: string; days: number; sentence: string; planned_on: IsoDate | null }[];
  deadlines: { case_id: Id | null; org_id: Id | null; name: string; rule: string; due: IsoDate; days: number; sentence: string }[];
  hours: { kind: string; minutes: number }[];
};
export type Day = { on: IsoDate; weekday: number; holiday: string | null; today: boolean };
export type Week = { days: Day[]; items: PlanItem[] };

/** One person of a ward visit with what is needed to speak and write. */
export type VisitPerson = {
  case_id: Id; name: string; kana: string; ward: string | null; room: string | null; stage: Stage; planned: boolean;
  outcome: "met" | "away" | "unwilling" | "unwell" | "out" | null; last_on: IsoDate | null; last_text: string | null; open_step: string | null;
  contact: { id: Id; text: string; minutes: number | null; method: string; counterparts: string[]; next_step: string | null } | null; draft: string | null;
};
export type VisitPage = { plan: PlanItem; purposes: string[]; persons: VisitPerson[]; others: CaseLine[]; ward_note: string | null };
export type SessionPage = { plan: PlanItem; programme: string; theme: string; place: string; peer_supporters: string; good: string; concern: string; words: string; next: string; staff_medical: number | null; staff_support: number | null; staff_municipal: number | null; observers: number | null; attendance: { participant_id: Id; case_id: Id | null; name: string; attendance: string | null }[] };

export type Activity = {
  id: Id; kind: string; on: IsoDate; minutes: number | null; name: string; participants: number | null;
  medical: number | null; support: number | null; municipal: number | null; peer_family: number | null; housing: number | null; other: number | null;
  partner_role: string | null; content: string; decisions: string; area: string | null;
};
export type ActivityList = { activities: Activity[]; support: { id: Id; kind: string; on: IsoDate; org: string | null; org_id: Id | null; theme: string; minutes: number | null }[]; publications: { id: Id; month: string; kind: string; title: string }[]; loose: TimelineItem[] /* notes without a case */ };
export type Issue = { id: Id; on: IsoDate; text: string; tags: string[]; status: "open" | "theme" | "reported" };
export type Organisation = { id: Id; name: string; kana: string; type: string; area: string | null; wards: string[]; open_cases: number; last_contact_on: IsoDate | null };
export type Programme = { id: Id; name: string; org_id: Id | null; org: string | null; status: string; sessions: number; next_no: number };

export type Fault = { file: string; line: number; column: string; code: string; reason: string };
export type PasteCell = { text: string; value: string | null; fault: string | null };
export type PastePreview = { columns: ("name" | "kana" | "hospital" | "ward" | "birth_date" | "admitted_on" | "identified_on" | "sex" | "skip")[]; heads: string[]; rows: PasteCell[][]; good: number; faulty: number; duplicates: { row: number; name: string }[] };

export type TableFate = { id: string; title: string; published: boolean; rung: number; rungs: number; hidden: number; cells: number; sentence: string };
export type ReportView = {
  fiscal_year: number; level: Level; k: number; pages: number; size: number; headline: { active: number; new: number; discharged: number; closed: number; distinct: number };
  fates: TableFate[]; findings: { kind: string; page: number | null; detail: string }[]; may_leave: boolean; verdict: string; estimated_minutes: number;
};
export type Section = { key: string; title: string; text: string; materials: { on: IsoDate; text: string; source: string }[] };
export type Settings = {
  language: "ja" | "en"; theme: "system" | "light" | "dark" | "contrast"; text_size: "normal" | "large" | "largest"; eras: "wareki" | "seireki" | "both"; week_starts: "monday" | "sunday";
  lock_minutes: number; curtain_seconds: number; author: string; organisation: string; receiver: string; city: string; aim: string; demo: boolean;
};
export type SearchHit = { kind: string; id: Id; case_id: Id | null; date: string | null; title: string; snippet: string; ranges: [number, number][] };

export interface Queries {
  Today: [{ on: IsoDate | null }, Today];
  CaseList: [{ filter: string; scope: "open" | "closed" | "all"; sort: "kana" | "gap" | "due" }, CaseList];
  CasePage: [{ case_id: Id }, CasePage];
  Timeline: [{ case_id: Id; offset: number; limit: number }, TimelineItem[]];
  Week: [{ from: IsoDate }, Week];
  VisitPage: [{ plan_id: Id }, VisitPage];
  SessionPage: [{ plan_id: Id }, SessionPage];
  Activities: [{ fiscal_year: number }, ActivityList];
  Issues: [Record<string, never>, Issue[]];
  Organisations: [{ filter: string }, Organisation[]];
  Programmes: [Record<string, never>, Programme[]];
  Report: [{ fiscal_year: number; level: Level }, ReportView];
  ReportPage: [{ fiscal_year: number; level: Level; page: number; width: number }, { png: string /* base64 */; width: number; height: number }];
  Sections: [{ fiscal_year: number }, Section[]];
  Settings: [Record<string, never>, Settings];
  ReadDate: [{ text: string }, { date: PartialDate; precision: "day" | "month" | "year"; note: string | null }];
  PastePreview: [{ text: string; columns: PastePreview["columns"] | null }, PastePreview];
  Search: [{ query: string; limit: number }, { total: number; hits: SearchHit[] }];
  Draft: [{ place: string }, string | null];
  UndoState: [Record<string, never>, { undo: string | null; redo: string | null }];
}
export interface Commands {
  OpenCase: [{ family_name: string; given_name: string; family_kana: string; given_kana: string; org_id: Id | null; hospital: string; ward: string; identified_on: PartialDate | null; wish: string }, Id];
  WriteContact: [{ case_ids: Id[] /* empty = a note without a case */; plan_id: Id | null; on: IsoDate; minutes: number | null; method: string; counterparts: string[]; text: string; next_step: { text: string; due_on: IsoDate | null } | null; outcome: VisitPerson["outcome"]; draft_place: string | null }, Id[]];
  ReviseContact: [{ contact_id: Id; on: IsoDate; minutes: number | null; method: string; counterparts: string[]; text: string; reason: string }, null];
  KeepDraft: [{ place: string; body: string /* empty drops it */ }, string /* saved at, ISO */];
  SetOutcome: [{ plan_id: Id; case_id: Id; outcome: VisitPerson["outcome"] }, null];
  AddTask: [{ case_id: Id | null; text: string; due_on: IsoDate | null }, Id];
  FinishTask: [{ task_id: Id; done_on: IsoDate | null }, null];
  SetWish: [{ case_id: Id; wish: string; wish_on: PartialDate | null; wished_place: string; anxieties: string }, null];
  SetExitLine: [{ case_id: Id; key: ExitKey; wish: string; idea: string; org_id: Id | null; certainty: Certainty }, null];
  MoveStage: [{ case_id: Id; stage: Stage; from_on: IsoDate; reason: string }, null];
  PlanVisit: [{ org_id: Id | null; org_name: string; ward: string; on: IsoDate; start: string | null; end: string | null; purposes: string[]; case_ids: Id[] }, Id];
  PlanSession: [{ programme_id: Id | null; programme_name: string; org_id: Id | null; on: IsoDate; start: string | null; end: string | null; theme: string; place: "inside" | "outside" }, Id];
  PlanOther: [{ kind: "meeting" | "accompany" | "own"; title: string; on: IsoDate; start: string | null; end: string | null; case_id: Id | null }, Id];
  MovePlan: [{ plan_id: Id; on: IsoDate; start: string | null; end: string | null }, null];
  FinishPlan: [{ plan_id: Id; result: PlanItem["result"]; reason: string }, null];
  RecordSession: [{ plan_id: Id; attendance: { participant_id: Id; attendance: string }[]; add_case_ids: Id[]; add_labels: string[]; good: string; concern: string; words: string; next: string; peer_supporters: string; staff_medical: number | null; staff_support: number | null; staff_municipal: number | null }, null];
  RecordActivity: [Omit<Activity, "id">, Id];
  RecordSupport: [{ kind: "backup" | "supervision" | "consultation"; on: IsoDate; org_id: Id | null; org_name: string; theme: string; minutes: number | null }, Id];
  RecordPublication: [{ month: string; kind: string; title: string }, Id];
  NoteIssue: [{ text: string; tags: string[] }, Id];
  PasteCaseload: [{ text: string; columns: PastePreview["columns"]; identified_on: IsoDate | null }, { imported: number; skipped: number }];
  KeepSection: [{ fiscal_year: number; key: string; text: string }, string /* saved at, ISO */];
  KeepSettings: [Omit<Settings, "demo">, null];
  Undo: [Record<string, never>, string];
  Redo: [Record<string, never>, string];
}
export type Topic = "cases" | "contacts" | "plans" | "programmes" | "activities" | "issues" | "organisations" | "reports" | "tasks" | "settings" | "undo";
export type Failure = { id: string; sentence: string; field: string | null };
export type Reply<T> = { value: T; changed: Topic[] };
/** One event of the door's stream, for every long act. */
export type HouseEvent = { kind: "progress"; act: string; done: number; total: number } | { kind: "changed"; topics: Topic[] } | { kind: "locked" };
/** Roof-level state before and around the house. */
export type VaultState = { state: "none" | "locked" | "unconfirmed" | "open"; demo: boolean; failures: number; wait_seconds: number };
export const codes: Record<string, { code: string; ja: string; en: string }[]> = {};
