import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function TodayScreen() {
  return <Page title={say("shell.rail.today")}>{null}</Page>;
}
