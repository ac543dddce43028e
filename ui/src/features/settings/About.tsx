import { useState } from "react";
import { version } from "../../../package.json";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import fontLicence from "../../theme/fonts/OFL.txt?raw";
import { say } from "../../words/words.ts";
import css from "./settings.module.css";

/** このアプリについて: what it never does, and with whose work it is made. */
export function About() {
  const [open, setOpen] = useState(false);
  return (
    <Fields>
      <div>
        <h3>{say("shell.settings.no_network")}</h3>
        <p>{say("shell.settings.no_network_what")}</p>
      </div>
      <dl className={css["facts"]}>
        <dt>{say("shell.settings.version")}</dt>
        <dd className="figure">{version}</dd>
      </dl>
      <div>
        <h3>{say("shell.settings.licences")}</h3>
        <p>{say("shell.settings.licence_font")}</p>
        <p>{say("shell.settings.licence_parts")}</p>
      </div>
      <div>
        <Button onPress={() => setOpen(true)}>{say("shell.settings.licence_font_show")}</Button>
      </div>
      <Dialog title={say("shell.settings.licence_font_show")} isOpen={open} onClose={() => setOpen(false)} width="middle">
        <pre className={css["licence"]} lang="en">
          {fontLicence}
        </pre>
      </Dialog>
    </Fields>
  );
}
