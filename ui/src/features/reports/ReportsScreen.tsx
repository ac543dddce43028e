import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function ReportsScreen() {
  return <Page title={say("shell.rail.reports")}>{null}</Page>;
}
