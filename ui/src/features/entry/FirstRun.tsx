import { say } from "../../words/words.ts";

export function FirstRun({ unconfirmed }: { unconfirmed: boolean }) {
  return <main>{unconfirmed ? say("shell.first.unconfirmed") : say("shell.first.what")}</main>;
}
