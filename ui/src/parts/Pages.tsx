import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { answers, ask } from "../house/ask.ts";
import type { Queries } from "../house/contract.gen.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import { useKeys } from "./keys.ts";
import css from "./Pages.module.css";
import { ErrorNote, failureOf, Loading } from "./States.tsx";

/** Width of the picture in its own pixels: sharp on a dense screen, small enough to turn quickly. */
const WIDTH = 1000;
/** The same where the page fills the window. */
const WIDE = 1400;

type Drawing = "ReportPage" | "RecordPaperPage";
type Props<Name extends Drawing> = {
  /** The question that draws a page, and its input for a page at a width in pixels: the same function while the paper is the same. */
  question: Name;
  input: (page: number, width: number) => Queries[Name][0];
  pages: number | null;
  /** Alone on the screen, as large as it goes. */
  wide: boolean;
  onWide: (wide: boolean) => void;
};

/** The pages as they will leave: pictures of the finished bytes. */
export function Pages<Name extends Drawing>({ question, input, pages, wide, onWide }: Props<Name>) {
  const [page, setPage] = useState(1);
  const at = pages === null ? page : Math.min(page, pages);
  const width = wide ? WIDE : WIDTH;
  const picture = useQuery({
    ...ask<Name>(question, input(at, width)),
    enabled: pages !== null,
    placeholderData: keepPreviousData,
  });
  const drawn = picture.isSuccess && !picture.isPlaceholderData;
  useEffect(() => {
    if (drawn && pages !== null && at < pages) void answers.prefetchQuery(ask<Name>(question, input(at + 1, width)));
  }, [drawn, pages, at, question, input, width]);
  const turn = (step: number) => setPage(Math.max(1, Math.min(pages ?? 1, at + step)));
  const next = () => turn(1);
  const previous = () => turn(-1);
  const smaller = () => onWide(false);
  useKeys(wide ? { PageDown: next, PageUp: previous, Escape: smaller } : { PageDown: next, PageUp: previous });
  const sheet = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top
  useEffect(() => {
    sheet.current?.scroll?.(0, 0);
  }, [at]);
  return (
    <section className={css["paper"]} data-wide={wide ? "" : undefined} aria-label={say("shell.pages.preview")}>
      <header className={css["turner"]}>
        <Button dense onPress={previous} isDisabled={at <= 1}>
          {say("shell.pages.previous_page")}
        </Button>
        <span className={css["pageOf"]} role="status">
          {pages !== null && say("shell.pages.page_of", { page: at, pages })}
        </span>
        <Button dense onPress={next} isDisabled={pages === null || at >= pages}>
          {say("shell.pages.next_page")}
        </Button>
        <Button dense kind="quiet" onPress={() => onWide(!wide)} {...(wide ? { keys: "Escape" } : {})}>
          {wide ? say("shell.pages.smaller") : say("shell.pages.larger")}
        </Button>
      </header>
      <div className={css["sheet"]} ref={sheet} {...(wide ? { tabIndex: 0 } : {})}>
        {picture.data !== undefined ? (
          <img
            className={css["picture"]}
            data-stale={picture.isPlaceholderData ? "" : undefined}
            src={`data:image/png;base64,${picture.data.png}`}
            width={picture.data.width}
            height={picture.data.height}
            alt={say("shell.pages.page_alt", { page: at })}
          />
        ) : picture.error !== null ? (
          <ErrorNote failure={failureOf(picture.error)} onRetry={() => void picture.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </section>
  );
}
