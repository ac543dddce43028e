import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import { useAsked } from "../../house/asked.ts";
import { fill, useBox } from "../../house/box.ts";
import type { SearchHit, SearchHits } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { focusRow, List } from "../../parts/List.tsx";
import { Marked } from "../../parts/Marked.tsx";
import { Name } from "../../parts/Name.tsx";
import { Narrow } from "../../parts/Narrow.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { minutesName, shortFull } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { placeOfHit } from "./places.ts";
import { SavedSearches } from "./SavedSearches.tsx";
import css from "./search.module.css";

const QUICK_MS = 100;
/** Hits that are shown at first, and how many more at a time. */
const STEP = 50;

/** さがす: everything that was written, narrowed by words and conditions, the newest first. */
export function SearchScreen() {
  const query = useBox().records;
  const asked = useQuiet(query.trim());
  const [limit, setLimit] = useState(STEP);
  const { chips, told, words, groups } = useAsked("records", asked);
  const found = useQuery({ ...ask("Search", { query: asked, limit }), placeholderData: keepPreviousData, enabled: asked !== "" });
  const box = useRef<HTMLInputElement>(null);
  const set = (next: string) => {
    fill({ records: next });
    setLimit(STEP);
  };
  const hits = asked === "" ? [] : (found.data?.hits ?? []);
  return (
    <Page fill title={say("find.title")} sub={asked === "" || found.data === undefined ? say("find.sub") : totalName(found.data)}>
      <div className={css["top"]}>
        <LineEntry
          label={say("find.label")}
          hideLabel
          placeholder={say("find.hint")}
          value={query}
          onChange={set}
          onEnter={() => hits[0] !== undefined && focusRow(hits[0].id)}
          onArrow={() => hits[0] !== undefined && focusRow(hits[0].id)}
          autoFocus
          isFilter
          inputRef={box}
        />
        <Narrow
          query={query}
          onQuery={(next) => {
            set(next);
            box.current?.focus();
          }}
          words={words}
          chips={chips}
          told={told}
          groups={groups}
        />
        <SavedSearches query={query.trim()} onChoose={set} />
      </div>
      <div className={css["found"]}>
        {asked === "" ? (
          <Empty sentence={say("find.nothing_asked")} />
        ) : (
          <Answer of={found}>
            {(answer) => (
              <>
                <Hits hits={answer.hits} />
                {answer.hits.length < answer.total && (
                  <p className={css["more"]}>
                    <Button onPress={() => setLimit(limit + 2 * STEP)} isDisabled={found.isFetching}>
                      {say("find.more")}
                    </Button>
                    <span>{say("find.more_of", { n: answer.total, shown: answer.hits.length })}</span>
                  </p>
                )}
              </>
            )}
          </Answer>
        )}
      </div>
    </Page>
  );
}

const totalName = ({ total, minutes }: SearchHits): string =>
  minutes > 0 ? say("find.total_minutes", { n: total, time: minutesName(minutes) }) : say("find.total", { n: total });

/** A record about a person is called by her name. */
const titleOf = (hit: SearchHit): ReactNode => {
  if (hit.title === "") return codeName("written_kind", hit.kind);
  return hit.case_id !== null && (hit.kind === "case" || hit.kind === "contact") ? <Name name={hit.title} /> : hit.title;
};

function Hits({ hits }: { hits: readonly SearchHit[] }) {
  const rows = hits.map((hit) => ({
    id: hit.id,
    text: `${hit.title} ${hit.snippet}`,
    first: (
      <span className={css["title"]}>
        {titleOf(hit)}
        <Chip>{codeName("written_kind", hit.kind)}</Chip>
      </span>
    ),
    second: <Marked text={hit.snippet} marks={hit.ranges.map(([from, to]) => ({ from, to, current: false }))} />,
    end: <span className={css["date"]}>{hit.date === null ? "" : shortFull(hit.date)}</span>,
  }));
  const open = (id: string) => {
    const hit = hits.find((one) => one.id === id);
    if (hit !== undefined) go(placeOfHit(hit));
  };
  return <List label={say("find.title")} rows={rows} onOpen={open} empty={<Empty sentence={say("find.none")} />} />;
}

/** A text once nobody has typed for a moment. */
const useQuiet = (text: string): string => {
  const [quiet, setQuiet] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(text), QUICK_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return quiet;
};
