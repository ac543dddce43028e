import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import css from "./States.module.css";

/** Says that a form opens as it was left, and lets one begin anew. */
export function Restored({ sheet }: { sheet: { restored: boolean; restart: () => void } }) {
  if (!sheet.restored) return null;
  return (
    <p className={css["restored"]} role="status">
      {say("shell.restored")}
      <Button kind="quiet" dense onPress={sheet.restart}>
        {say("shell.restart")}
      </Button>
    </p>
  );
}
