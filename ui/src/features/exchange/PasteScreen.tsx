import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function PasteScreen() {
  return <Page title={say("shell.rail.settings")}>{null}</Page>;
}
