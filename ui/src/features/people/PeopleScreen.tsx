import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function PeopleScreen(_: { caseId: string | null; write: boolean }) {
  return <Page title={say("shell.rail.people")}>{null}</Page>;
}
