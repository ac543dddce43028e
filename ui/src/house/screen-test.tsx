// Shows one screen to a test with answers the contract types:
//
//   const shown = showScreen(<IssuesScreen />, { answers: { Issues: [], Settings: settings }, acts: { NoteIssue: () => "i1" } });
//   await shown.findByText("…"); expect(shown.calls("NoteIssue")).toEqual([{ text: "…", tags: [] }]);
//   await expectNoViolations(shown.container);
//
// An answer may be a function of the input. A question without an answer is refused, as the house would.
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactElement } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { expect, vi } from "vitest";
import { answers as client } from "./ask.ts";
import type { Commands, Failure, Queries, Settings, Today, Topic } from "./contract.gen.ts";
import { clearNotices } from "./notices.ts";

type Answers = { [N in keyof Queries]?: Queries[N][1] | ((input: Queries[N][0]) => Queries[N][1]) };
type Acts = { [N in keyof Commands]?: (input: Commands[N][0]) => Commands[N][1] | Promise<Commands[N][1]> };
type Roof = Record<string, (input: unknown) => unknown>;
type Given = { answers?: Answers; acts?: Acts; roof?: Roof; changed?: Topic[] };

/** Throw it from an act to refuse. */
export const refusal = (id: string, sentence: string, field: string | null = null): Failure => ({ id, sentence, field });

/** Settings as a new vault has them. */
export const freshSettings: Settings = {
  language: "ja",
  theme: "light",
  text_size: "normal",
  eras: "wareki",
  week_starts: "monday",
  lock_minutes: 5,
  curtain_seconds: 60,
  remind_minutes: 10,
  author: "",
  organisation: "",
  receiver: "",
  city: "",
  aim: "",
  demo: false,
};

/** A day on which nothing is planned and nothing is due. */
export const quietDay: Today = {
  on: "2026-11-24",
  weekday: 2,
  holiday: null,
  aim: null,
  plans: [],
  unrecorded: [],
  tasks: [],
  gaps: [],
  deadlines: [],
  hours: [],
};

const reply = async (given: Given, name: string, input: unknown): Promise<unknown> => {
  const answers: Record<string, unknown> = { Settings: freshSettings, ...given.answers };
  const answer = answers[name];
  const perform = (given.acts as Record<string, (input: unknown) => unknown> | undefined)?.[name];
  if (perform !== undefined) return { value: await perform(input), changed: given.changed ?? [] };
  if (answer === undefined) throw refusal("test.unanswered", `no answer for ${name}`);
  return { value: typeof answer === "function" ? (answer as (input: unknown) => unknown)(input) : answer, changed: [] };
};

export const showScreen = (screen: ReactElement, given: Given = {}) => {
  const called: { name: string; input: unknown }[] = [];
  client.clear();
  clearNotices();
  vi.stubGlobal("fetch", async (address: string, request: RequestInit) => {
    const name = String(address).replace("/roof/", "");
    const body = JSON.parse(String(request.body)) as { name?: string; input?: unknown };
    try {
      if (name !== "call") {
        called.push({ name, input: body });
        const handler = given.roof?.[name];
        if (handler === undefined) throw refusal("test.unanswered", `no roof ${name}`);
        return Response.json(handler(body) ?? null);
      }
      called.push({ name: body.name ?? "", input: body.input });
      return Response.json(await reply(given, body.name ?? "", body.input));
    } catch (thrown) {
      return Response.json(thrown, { status: 422 });
    }
  });
  const shown = render(
    <I18nProvider locale="ja-JP">
      <QueryClientProvider client={client}>{screen}</QueryClientProvider>
    </I18nProvider>,
  );
  return { ...shown, calls: (name: string) => called.filter((call) => call.name === name).map((call) => call.input) };
};

/** No accessibility rule of axe is broken (colours are checked in the browser, where there are some). */
export const expectNoViolations = async (container: Element) => {
  const found = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
};
