import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function VisitScreen(_: { planId: string }) {
  return <Page title={say("shell.rail.plans")}>{null}</Page>;
}
