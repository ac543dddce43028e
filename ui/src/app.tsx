import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { Component, type ReactNode, StrictMode, useEffect, useLayoutEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { createRoot } from "react-dom/client";
import { FirstRun } from "./features/entry/FirstRun.tsx";
import { Recovery } from "./features/entry/Recovery.tsx";
import { Sheet } from "./features/entry/Sheet.tsx";
import { answers, ask, refresh } from "./house/ask.ts";
import { hear } from "./house/transport.ts";
import { lookAtVault, vaultState } from "./house/vault.ts";
import { House } from "./house.tsx";
import { Notices } from "./parts/Notices.tsx";
import { Answer, ErrorNote } from "./parts/States.tsx";
import { wear } from "./theme/look.ts";
import { say, useLanguage } from "./words/words.ts";

/** Shows the open house or the first run, in place of the lock. What they show first is asked before, so that nothing flashes. */
export const show = async (root: HTMLElement): Promise<void> => {
  const vault = await answers.fetchQuery(vaultState).catch(() => null);
  if (vault?.state === "open") await answers.prefetchQuery(ask("Settings", {}));
  stand(root, () => <App />);
};

/** Shows the way in with the recovery code. Whatever comes of it, the page begins anew. */
export const showRecovery = async (root: HTMLElement): Promise<void> => {
  const anew = () => window.location.reload();
  stand(root, () => <Recovery onBack={anew} onOpened={anew} />);
};

const stand = (root: HTMLElement, shown: () => ReactNode): void =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <Speaking shown={shown} />
      </QueryClientProvider>
    </StrictMode>,
  );

/** Says everything anew when the language changes, and never leaves the window white. */
function Speaking({ shown }: { shown: () => ReactNode }) {
  const language = useLanguage();
  return (
    <I18nProvider locale={language === "ja" ? "ja-JP" : "en-US"}>
      <Wall>{shown()}</Wall>
    </I18nProvider>
  );
}

/** The window but for the lock: first run, or the house. */
function App() {
  const vault = useQuery(vaultState);
  useEffect(
    () =>
      hear((event) => {
        if (event.kind === "changed") void refresh(event.topics);
        if (event.kind === "locked") void lookAtVault();
      }),
    [],
  );
  return (
    <>
      <Answer of={vault} frame={(note) => <Sheet>{note}</Sheet>}>
        {(state) => {
          if (state.state === "open") return <Open demo={state.demo} />;
          // Locked: the page is on its way to the lock.
          return state.state === "locked" ? null : <FirstRun unconfirmed={state.state === "unconfirmed"} />;
        }}
      </Answer>
      <Notices />
    </>
  );
}

/** Dresses the window as the settings wish before the house is shown. */
function Open({ demo }: { demo: boolean }) {
  const settings = useQuery(ask("Settings", {}));
  const wishes = settings.data;
  useLayoutEffect(() => {
    if (wishes !== undefined) wear(wishes);
  }, [wishes]);
  return <Answer of={settings}>{(known) => <House demo={demo} settings={known} />}</Answer>;
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
