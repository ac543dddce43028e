// A text while it is being typed. It lives outside of the form, so that a key draws the field again and whatever else asks
// about the text, not the whole form.
import { useState, useSyncExternalStore } from "react";

export type Typing = {
  get: () => string;
  set: (text: string) => void;
  subscribe: (told: () => void) => () => void;
};

const typingFrom = (first: string): Typing => {
  let text = first;
  const told = new Set<() => void>();
  return {
    get: () => text,
    set: (next) => {
      if (next === text) return;
      text = next;
      for (const tell of told) tell();
    },
    subscribe: (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
  };
};

/** A text that begins as `first`, for as long as the form is there. */
export const useTyping = (first: string): Typing => useState(() => typingFrom(first))[0];

/** What is asked about the text; whoever asks is drawn again only when the answer changes. */
export const useTyped = <T extends string | boolean>(typing: Typing, asked: (text: string) => T): T =>
  useSyncExternalStore(typing.subscribe, () => asked(typing.get()));

export const whole = (text: string): string => text;
export const isEmpty = (text: string): boolean => text.trim() === "";
