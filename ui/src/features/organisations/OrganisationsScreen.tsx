import { Page } from "../../parts/Page.tsx";
import { say } from "../../words/words.ts";

export function OrganisationsScreen(_: { orgId: string | null }) {
  return <Page title={say("shell.rail.organisations")}>{null}</Page>;
}
