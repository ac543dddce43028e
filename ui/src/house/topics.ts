// Which topics a query reads: a committed act names the topics it changed, and everything that reads one is asked again.
import type { Queries, Topic } from "./contract.gen.ts";

const people: Topic[] = ["cases", "contacts", "plans", "organisations", "tasks", "settings"];

export const reads: Record<keyof Queries, Topic[]> = {
  Today: [...people, "activities", "programmes"],
  CaseList: people,
  CasePage: [...people, "programmes"],
  Timeline: ["cases", "contacts", "plans", "programmes"],
  Week: ["plans", "cases", "contacts", "programmes", "organisations"],
  VisitPage: people,
  SessionPage: ["plans", "programmes", "cases"],
  Activities: ["activities", "contacts", "organisations"],
  Issues: ["issues"],
  Organisations: ["organisations", "cases", "contacts"],
  Programmes: ["programmes", "plans", "organisations"],
  Report: [...people, "activities", "programmes", "issues", "reports"],
  ReportPage: [...people, "activities", "programmes", "issues", "reports"],
  Sections: ["reports", "contacts", "activities", "programmes", "issues"],
  Settings: ["settings"],
  ReadDate: [],
  PastePreview: [],
  Search: [...people, "activities", "issues"],
  Draft: [],
  UndoState: ["cases", "contacts", "plans", "programmes", "activities", "issues", "organisations", "reports", "tasks", "undo"],
};
