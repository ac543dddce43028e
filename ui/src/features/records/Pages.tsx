import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { answers, ask } from "../../house/ask.ts";
import type { PaperRequest } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { useKeys } from "../../parts/keys.ts";
import { ErrorNote, failureOf, Loading } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./records.module.css";

/** Width of a picture in its own pixels, beside the choices and alone. */
const WIDTH = { beside: 1000, alone: 1400 };

type Props = { request: PaperRequest; pages: number | null; wide: boolean; onWide: (wide: boolean) => void };

/** The pages as they will leave: pictures of the finished bytes. */
export function Pages({ request, pages, wide, onWide }: Props) {
  const [page, setPage] = useState(1);
  const at = pages === null ? page : Math.min(page, pages);
  const width = wide ? WIDTH.alone : WIDTH.beside;
  const picture = useQuery({
    ...ask("RecordPaperPage", { paper: request, page: at, width }),
    enabled: pages !== null,
    placeholderData: keepPreviousData,
  });
  const drawn = picture.isSuccess && !picture.isPlaceholderData;
  useEffect(() => {
    if (drawn && pages !== null && at < pages) void answers.prefetchQuery(ask("RecordPaperPage", { paper: request, page: at + 1, width }));
  }, [drawn, pages, at, request, width]);
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
    <section className={css["paper"]} data-wide={wide ? "" : undefined} aria-label={say("records.preview")}>
      <header className={css["turner"]}>
        <Button dense onPress={previous} isDisabled={at <= 1}>
          {say("records.previous_page")}
        </Button>
        <span className={css["pageOf"]} role="status">
          {pages !== null && say("records.page_of", { page: at, pages })}
        </span>
        <Button dense onPress={next} isDisabled={pages === null || at >= pages}>
          {say("records.next_page")}
        </Button>
        <Button dense kind="quiet" onPress={() => onWide(!wide)} {...(wide ? { keys: "Escape" } : {})}>
          {wide ? say("records.smaller") : say("records.larger")}
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
            alt={say("records.page_alt", { page: at })}
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
