import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Settings } from "../../house/contract.gen.ts";
import { Page } from "../../parts/Page.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { go, SETTINGS_PARTS, type SettingsPart } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { About } from "./About.tsx";
import { Backup, BringIn } from "./Backup.tsx";
import { Bin } from "./Bin.tsx";
import { Calendars } from "./Calendars.tsx";
import { DaysOff } from "./DaysOff.tsx";
import { Author, Display } from "./Display.tsx";
import { Limits } from "./Limits.tsx";
import { Lock } from "./Lock.tsx";
import { Retention } from "./retention/Retention.tsx";
import css from "./settings.module.css";
import { Templates } from "./Templates.tsx";

export type Wishes = Omit<Settings, "demo">;
export type PartProps = { wishes: Wishes; onWish: (change: Partial<Wishes>) => void };

/** 設定: every change holds at once. */
export function SettingsScreen({ part }: { part: SettingsPart }) {
  const settings = useQuery(ask("Settings", {}));
  const keep = useAct("KeepSettings", { refusals: "here" });
  return (
    <Page title={say("shell.settings.title")}>
      <div className={css["columns"]}>
        <nav className={css["parts"]} aria-label={say("shell.settings.parts")}>
          {SETTINGS_PARTS.map((id) => (
            <Button
              key={id}
              className={css["part"] ?? ""}
              onPress={() => go({ at: "settings", part: id })}
              {...(id === part ? { "aria-current": "page" as const } : {})}
            >
              {say(`shell.settings.${id}`)}
            </Button>
          ))}
        </nav>
        <section className={css["paper"]} aria-label={say(`shell.settings.${part}`)}>
          <h2>{say(`shell.settings.${part}`)}</h2>
          {keep.error !== null && <ErrorNote failure={keep.error} onClose={() => keep.reset()} />}
          <Answer of={settings}>
            {({ demo: _, ...wishes }) => <Part part={part} wishes={wishes} onWish={(change) => keep.mutate({ ...wishes, ...change })} />}
          </Answer>
        </section>
      </div>
    </Page>
  );
}

function Part({ part, wishes, onWish }: PartProps & { part: SettingsPart }) {
  switch (part) {
    case "display":
      return <Display wishes={wishes} onWish={onWish} />;
    case "lock":
      return <Lock wishes={wishes} onWish={onWish} />;
    case "backup":
      return <Backup />;
    case "days_off":
      return <DaysOff />;
    case "calendar":
      return <Calendars />;
    case "exchange":
      return <BringIn />;
    case "report":
      return <Author wishes={wishes} onWish={onWish} />;
    case "templates":
      return <Templates />;
    case "limits":
      return <Limits />;
    case "trash":
      return <Bin />;
    case "retention":
      return <Retention />;
    case "about":
      return <About />;
  }
}
