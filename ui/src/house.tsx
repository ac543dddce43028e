import { Fragment, useEffect, useRef, useState } from "react";
import { ActivitiesScreen } from "./features/activities/ActivitiesScreen.tsx";
import { Curtain } from "./features/entry/Curtain.tsx";
import { Keys } from "./features/entry/Keys.tsx";
import { Palette } from "./features/entry/Palette.tsx";
import { Recorder } from "./features/entry/Recorder.tsx";
import { PasteScreen } from "./features/exchange/PasteScreen.tsx";
import { FaceMark } from "./features/face/FaceMark.tsx";
import { IssuesScreen } from "./features/issues/IssuesScreen.tsx";
import { OrganisationsScreen } from "./features/organisations/OrganisationsScreen.tsx";
import { PeopleScreen } from "./features/people/PeopleScreen.tsx";
import { PlansScreen } from "./features/plans/PlansScreen.tsx";
import { Soon } from "./features/plans/Soon.tsx";
import { VisitScreen } from "./features/plans/VisitScreen.tsx";
import { ProgrammesScreen } from "./features/programmes/ProgrammesScreen.tsx";
import { RecordsScreen } from "./features/records/RecordsScreen.tsx";
import { TogetherScreen } from "./features/records/TogetherScreen.tsx";
import { RedactionScreen } from "./features/redaction/RedactionScreen.tsx";
import { ReportsScreen } from "./features/reports/ReportsScreen.tsx";
import { SearchScreen } from "./features/search/SearchScreen.tsx";
import { SettingsScreen } from "./features/settings/SettingsScreen.tsx";
import { TodayScreen } from "./features/today/TodayScreen.tsx";
import css from "./frame.module.css";
import { useClearing } from "./house/clearing.ts";
import type { Settings } from "./house/contract.gen.ts";
import { lookAtFace, turnFace, useCodes, useTurn } from "./house/face.ts";
import { useUndo } from "./house/undo.ts";
import { lockNow } from "./house/vault.ts";
import { type Bindings, useKeys } from "./parts/keys.ts";
import { Rail } from "./parts/Rail.tsx";
import { go, RAIL, railPlace, type Screen, useScreen } from "./screens.ts";
import { say } from "./words/words.ts";

/** The open house: rail on the left, one screen on the right, and what can be done from anywhere. */
export function House({ demo, settings }: { demo: boolean; settings: Settings }) {
  const screen = useScreen();
  const [over, setOver] = useState<"palette" | "recorder" | "keys" | null>(null);
  const [hidden, setHidden] = useState(0);
  const stage = useRef<HTMLElement>(null);
  const { undo, redo, undoable, redoable } = useUndo();

  const bindings: Record<string, Bindings[string]> = {
    "Mod+K": () => setOver("palette"),
    "Mod+N": () => setOver("recorder"),
    "?": () => setOver("keys"),
    "Mod+Z": () => void undo(),
    "Mod+Shift+Z": () => void redo(),
    "Mod+F": findHere,
    "Mod+Shift+F": () => go({ at: "search" }),
    "Alt+ArrowLeft": () => window.history.back(),
    "Alt+ArrowRight": () => window.history.forward(),
  };
  RAIL.forEach((at, index) => {
    bindings[`Mod+${index + 1}`] = () => go({ at });
  });
  useKeys(bindings);
  useClearing();
  const codes = useCodes();
  const turn = useTurn();
  useEffect(() => void lookAtFace(), []);
  useKeys({ "Mod+Shift+K": () => void turnFace() }, { inDialogs: true });
  useKeys({ "Mod+L": () => void lockNow() }, { inDialogs: true });

  const places = [...RAIL.map((id, index) => ({ id, label: say(`shell.rail.${id}`), keys: `Mod+${index + 1}` }))];
  return (
    <div className={css["frame"]}>
      <Skip onSkip={() => stage.current?.focus()} />
      <Rail
        label={say("shell.rail.label")}
        title={say("shell.product")}
        note={demo ? say("shell.practice") : null}
        places={places}
        foot={[{ id: "settings", label: say("shell.rail.settings") }]}
        acts={[
          { id: "record", label: say("shell.rail.record"), keys: "Mod+N", onPress: () => setOver("recorder") },
          { id: "find", label: say("shell.rail.find"), keys: "Mod+K", onPress: () => setOver("palette") },
        ]}
        pairs={[
          [
            {
              id: "undo",
              label: say("shell.undo"),
              says: undoable === null ? say("shell.undo") : say("shell.undone.hint", { what: undoable }),
              isDisabled: undoable === null,
              onPress: () => void undo(),
            },
            {
              id: "redo",
              label: say("shell.redo"),
              says: redoable === null ? say("shell.redo") : say("shell.undone.hint_redo", { what: redoable }),
              isDisabled: redoable === null,
              onPress: () => void redo(),
            },
          ],
          [
            {
              id: "face",
              label: say("shell.face.button"),
              says: codes ? say("shell.face.off") : say("shell.face.on"),
              isOn: codes,
              onPress: () => void turnFace(),
            },
            { id: "hide", label: say("shell.rail.hide"), onPress: () => setHidden(hidden + 1) },
            { id: "lock", label: say("shell.rail.lock"), onPress: () => void lockNow() },
          ],
        ]}
        current={railPlace(screen)}
        onGo={(at) => go({ at: at as (typeof RAIL)[number] | "settings" })}
      />
      <main className={css["stage"]} id="stage" ref={stage} tabIndex={-1}>
        {codes && <FaceMark />}
        <Soon />
        <Fragment key={turn}>{shown(screen)}</Fragment>
      </main>
      <Palette isOpen={over === "palette"} onClose={() => setOver(null)} onKeys={() => setOver("keys")} />
      <Recorder isOpen={over === "recorder"} onClose={() => setOver(null)} screen={screen} />
      <Curtain
        curtainSeconds={settings.curtain_seconds}
        lockMinutes={settings.lock_minutes}
        onVisit={screen.at === "visit"}
        asked={hidden}
      />
      <Keys isOpen={over === "keys"} onClose={() => setOver(null)} />
    </div>
  );
}

/** Mod+F: within a person who holds the keyboard in her timeline, elsewhere the list of the screen. */
const findHere = () => {
  const filter = document.querySelector<HTMLInputElement>("[data-filter]");
  const near = document.activeElement?.closest("[data-finds]") ?? (filter === null ? document.querySelector("[data-finds]") : null);
  const opener = near?.querySelector<HTMLElement>("[data-find] button, [data-find] input");
  if (opener instanceof HTMLInputElement) opener.select();
  else if (opener) opener.click();
  else filter?.focus();
};

/** Lets a keyboard jump over the rail. */
function Skip({ onSkip }: { onSkip: () => void }) {
  return (
    <button type="button" className={css["skip"]} onClick={onSkip}>
      {say("shell.skip")}
    </button>
  );
}

const shown = (screen: Screen) => {
  switch (screen.at) {
    case "today":
      return <TodayScreen />;
    case "people":
      return <PeopleScreen caseId={screen.caseId ?? null} write={screen.write ?? false} note={screen.note ?? null} />;
    case "plans":
      return <PlansScreen write={screen.write ?? false} session={screen.session ?? false} orgId={screen.orgId ?? null} />;
    case "visit":
      return <VisitScreen key={screen.planId} planId={screen.planId} />;
    case "programmes":
      return <ProgrammesScreen planId={screen.planId ?? null} programmeId={screen.programmeId ?? null} peers={screen.peers ?? false} />;
    case "activities":
      return <ActivitiesScreen key={screen.on ?? ""} write={screen.write ?? false} on={screen.on ?? null} />;
    case "organisations":
      return <OrganisationsScreen orgId={screen.orgId ?? null} />;
    case "issues":
      return <IssuesScreen />;
    case "search":
      return <SearchScreen />;
    case "reports":
      return <ReportsScreen show={screen.show ?? null} />;
    case "records": {
      const { at, ...place } = screen;
      return <RecordsScreen place={place} />;
    }
    case "together":
      return <TogetherScreen caseId={screen.caseId} />;
    case "redaction":
      return <RedactionScreen section={screen.section ?? null} />;
    case "exchange":
      return <PasteScreen />;
    case "settings":
      return <SettingsScreen part={screen.part ?? "display"} />;
  }
};
