import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function ActivitiesScreen(_: { write: boolean }) {
  return <Page title={say("shell.rail.activities")}>{null}</Page>;
}
