// The only file that knows how the roof is reached: Tauri in the window, plain requests in the browser of the tests.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Failure, HouseEvent, Id } from "./contract.gen.ts";

/** Why the house said no: a failure of the contract that can be thrown. */
export class Refusal extends Error {
  readonly id: string;
  readonly sentence: string;
  readonly field: string | null;
  /** The records it is about: whoever is left in a visit. */
  readonly about: Id[];

  constructor(failure: Failure) {
    super(failure.id);
    this.name = "Refusal";
    this.id = failure.id;
    this.sentence = failure.sentence;
    this.field = failure.field;
    this.about = failure.about ?? [];
  }
}

const inWindow = () => "__TAURI_INTERNALS__" in globalThis;

const asFailure = (thrown: unknown): Failure => {
  if (typeof thrown === "object" && thrown !== null && "id" in thrown && "sentence" in thrown) {
    return thrown as Failure;
  }
  return { id: "roof.unreachable", sentence: "", field: null };
};

const request = async (name: string, input: unknown): Promise<unknown> => {
  const response = await fetch(`/roof/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer;
};

/** Whoever hears the events of the house. A refusal because of a lock tells them, too. */
const hearers = new Set<(event: HouseEvent) => void>();

/** Calls one function of the roof. Throws a `Refusal`. */
export const roof = async (name: string, input: unknown): Promise<unknown> => {
  try {
    return await (inWindow() ? invoke("roof", { name, input }) : request(name, input));
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.id === "vault.locked") for (const hearer of hearers) hearer({ kind: "locked" });
    throw new Refusal(failure);
  }
};

/** Hears the events of the house until the returned function is called. */
export const hear = (heard: (event: HouseEvent) => void): (() => void) => {
  hearers.add(heard);
  const away = listenToRoof(heard);
  return () => {
    hearers.delete(heard);
    away();
  };
};

const listenToRoof = (heard: (event: HouseEvent) => void): (() => void) => {
  if (inWindow()) {
    const stop = listen<HouseEvent>("house", (event) => heard(event.payload));
    return () => void stop.then((end) => end());
  }
  if (!("EventSource" in globalThis)) return () => {};
  const source = new EventSource("/events");
  source.onmessage = (message: MessageEvent<string>) => heard(JSON.parse(message.data) as HouseEvent);
  return () => source.close();
};
