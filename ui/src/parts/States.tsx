import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Failure } from "../house/contract.gen.ts";
import { Refusal } from "../house/transport.ts";
import { clockTime } from "../words/dates.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import css from "./States.module.css";

/** Nothing there yet: one sentence and the next act. */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className={css["empty"]}>
      <p>{sentence}</p>
      {children}
    </div>
  );
}

const SHORT_MS = 150;

/** Nothing for 150 ms, then a quiet bar. */
export function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHORT_MS);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <div className={css["loading"]} role="status">
      <span className="for-reader">{say("shell.loading")}</span>
    </div>
  ) : null;
}

/** Whether something typed is safe: 「保存済み 10:42」. `at` is the moment the house answered. */
export function SavedMark({ at, waiting = false }: { at: string | null; waiting?: boolean }) {
  if (at === null && !waiting) return null;
  return (
    <span className={css["saved"]} role="status">
      {waiting || at === null ? say("shell.saving") : say("shell.saved", { time: clockTime(at) })}
    </span>
  );
}

/** Scrolls to what went wrong as soon as it is said, where the foot of a sheet would hide it. */
export const bringIntoSight = (note: HTMLElement | null): void => note?.scrollIntoView?.({ block: "nearest" });

/** What happened, what is kept, what to do. */
export function ErrorNote({
  failure,
  onRetry,
  onClose,
}: {
  failure: Pick<Failure, "id" | "sentence">;
  onRetry?: () => void;
  onClose?: () => void;
}) {
  return (
    <div className={css["error"]} role="alert" ref={bringIntoSight}>
      <p className={css["sentence"]}>{failure.sentence === "" ? say("shell.failure.unreachable") : failure.sentence}</p>
      {onRetry !== undefined && (
        <Button dense onPress={onRetry}>
          {say("shell.retry")}
        </Button>
      )}
      {onClose !== undefined && (
        <Button kind="quiet" dense onPress={onClose}>
          {say("shell.close")}
        </Button>
      )}
    </div>
  );
}

/** A failure from anything thrown. */
export const failureOf = (thrown: unknown): Pick<Failure, "id" | "sentence"> =>
  thrown instanceof Refusal ? thrown : { id: "screen.broken", sentence: "" };

type AnswerProps<T> = {
  of: UseQueryResult<T, Error>;
  children: (value: T) => ReactNode;
  /** Paper for a refusal where no screen stands around it. */
  frame?: (note: ReactNode) => ReactNode;
};

/** An answer of the house with its states: quiet while waiting, the reason when refused. */
export function Answer<T>({ of, children, frame }: AnswerProps<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) {
    const note = <ErrorNote failure={failureOf(of.error)} onRetry={() => void of.refetch()} />;
    return frame === undefined ? note : frame(note);
  }
  return <Loading />;
}
