import { Page } from "../../parts/Page.tsx";
import type { SettingsPart } from "../../screens.ts";
import { say } from "../../words/words.ts";

export function SettingsScreen(_: { part: SettingsPart }) {
  return <Page title={say("shell.settings.title")}>{null}</Page>;
}
