// Where a found record stands.
import type { SearchHit } from "../../house/contract.gen.ts";
import type { Screen } from "../../screens.ts";

/** The screen on which a record is shown in its place. */
export const placeOfHit = (hit: SearchHit): Screen => {
  switch (hit.kind) {
    case "case":
      return { at: "people", caseId: hit.id };
    case "organisation":
      return { at: "organisations", orgId: hit.id };
    case "person":
      return { at: "organisations" };
    case "session":
      return { at: "programmes", planId: hit.id };
    case "issue":
      return { at: "issues" };
    case "task":
      return hit.case_id === null ? { at: "today" } : { at: "people", caseId: hit.case_id };
    case "contact":
      if (hit.case_id !== null) return { at: "people", caseId: hit.case_id, note: hit.id };
      return { at: "activities", ...(hit.date === null ? {} : { on: hit.date }) };
    default:
      return { at: "activities", ...(hit.date === null ? {} : { on: hit.date }) };
  }
};
