import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function PlansScreen(_: { write: boolean }) {
  return <Page title={say("shell.rail.plans")}>{null}</Page>;
}
