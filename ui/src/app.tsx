import { useQuery } from "@tanstack/react-query";
import { Component, lazy, type ReactNode, Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { FirstRun } from "./features/entry/FirstRun.tsx";
import { Sheet } from "./features/entry/Sheet.tsx";
import { Unlock } from "./features/entry/Unlock.tsx";
import { ask, refresh } from "./house/ask.ts";
import { hear } from "./house/transport.ts";
import { lookAtVault, vaultState } from "./house/vault.ts";
import { Notices } from "./parts/Notices.tsx";
import { Answer, ErrorNote, Loading } from "./parts/States.tsx";
import { readWholeFonts } from "./theme/fonts.ts";
import { showYears } from "./words/dates.ts";
import { say, speak, useLanguage } from "./words/words.ts";

/** The rooms and the whole fonts are read while the passphrase is being typed, so that the lock is there at once. */
const rooms = () => import("./house.tsx");
const House = lazy(() => rooms().then((all) => ({ default: all.House })));
const prepare = () => {
  readWholeFonts();
  void rooms();
};

/** The whole window: first run, locked, or the house. */
export function App() {
  const vault = useQuery(vaultState);
  const language = useLanguage();

  useEffect(
    () =>
      hear((event) => {
        if (event.kind === "changed") void refresh(event.topics);
        if (event.kind === "locked") void lookAtVault();
      }),
    [],
  );

  useEffect(() => {
    window.addEventListener("input", prepare, { once: true });
    return () => window.removeEventListener("input", prepare);
  }, []);

  return (
    <I18nProvider locale={language === "ja" ? "ja-JP" : "en-US"}>
      <Wall>
        <Answer of={vault} frame={(note) => <Sheet>{note}</Sheet>}>
          {(state) => {
            if (state.state === "open") return <Open demo={state.demo} />;
            if (state.state === "locked") return <Unlock state={state} />;
            return <FirstRun unconfirmed={state.state === "unconfirmed"} />;
          }}
        </Answer>
        <Notices />
      </Wall>
    </I18nProvider>
  );
}

/** Dresses the window as the settings wish before the house is shown. */
function Open({ demo }: { demo: boolean }) {
  const settings = useQuery(ask("Settings", {}));
  const wishes = settings.data;
  useEffect(() => {
    if (wishes === undefined) return;
    document.documentElement.dataset["theme"] = wishes.theme;
    document.documentElement.dataset["text"] = wishes.text_size;
    showYears(wishes.eras);
    speak(wishes.language);
  }, [wishes]);
  return (
    <Suspense fallback={<Loading />}>
      <Answer of={settings}>{(known) => <House demo={demo} settings={known} />}</Answer>
    </Suspense>
  );
}

/** A screen that breaks says so instead of leaving the window white. */
class Wall extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <ErrorNote
        failure={{ id: "screen.broken", sentence: say("shell.failure.broken") }}
        onRetry={() => this.setState({ broken: false })}
      />
    );
  }
}
