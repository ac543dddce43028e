import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function ProgrammesScreen(_: { planId: string | null }) {
  return <Page title={say("shell.rail.programmes")}>{null}</Page>;
}
