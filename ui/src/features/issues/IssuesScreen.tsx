import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function IssuesScreen() {
  return <Page title={say("shell.rail.issues")}>{null}</Page>;
}
