import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import { openPeople } from "../../house/box.ts";
import type { CaseList } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Count } from "../../parts/Count.tsx";
import { useKeys } from "../../parts/keys.ts";
import { focusRow } from "../../parts/List.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { go, stay } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { GridView } from "./grid/GridView.tsx";
import { NewPerson } from "./NewPerson.tsx";
import { useNarrowed } from "./narrowed.ts";
import { PeopleList, type Scope, type Sort } from "./PeopleList.tsx";
import { PersonPage } from "./PersonPage.tsx";
import css from "./people.module.css";
import { ExitTable, StageBoard, StalledTable } from "./road/Boards.tsx";

const BOARDS = { people: null, stages: StageBoard, exit: ExitTable, stalled: StalledTable, grid: GridView } as const;
type View = keyof typeof BOARDS;
const VIEWS: readonly View[] = ["people", "stages", "exit", "stalled", "grid"];

/** Everybody who is supported, and the page of one of them. The list folds away while a record is being written. */
export function PeopleScreen({ caseId, write, note = null }: { caseId: string | null; write: boolean; note?: string | null }) {
  const { filter, scope, setFilter, setScope, asked } = useNarrowed();
  const [sort, setSort] = useState<Sort>("kana");
  const [adding, setAdding] = useState(false);
  const [view, setView] = useState<View>("people");
  const list = useQuery({ ...ask("CaseList", { filter, scope, sort }), placeholderData: keepPreviousData });
  const lines = list.data?.lines ?? [];
  const shown = caseId ?? lines[0]?.id ?? null;
  const nobody = list.data?.total === 0;
  const writing = write && shown !== null && caseId !== null;
  const form = adding || (write && caseId === null);

  const choose = (id: string) => stay({ at: "people", caseId: id, ...(writing ? { write } : {}) });
  const step = (by: number) => {
    const at = lines.findIndex((line) => line.id === shown);
    const next = lines[at + by];
    if (next === undefined) return;
    choose(next.id);
    if (!writing) focusRow(next.id);
  };
  const next = () => step(1);
  const previous = () => step(-1);
  useKeys({ J: next, K: previous, "Mod+]": next, "Mod+[": previous });

  const wrote = useRef(false);
  useEffect(() => {
    if (wrote.current && !writing && shown !== null) focusRow(shown);
    wrote.current = writing;
  }, [writing, shown]);

  const close = () => shown !== null && stay({ at: "people", caseId: shown });
  const closeNew = () => {
    setAdding(false);
    if (write && caseId === null) stay({ at: "people" });
  };
  const Board = BOARDS[view];
  return (
    <Page
      fill
      title={say("people.list.title")}
      sub={list.data && <Head list={list.data} scope={scope} onAll={() => openPeople("")} />}
      actions={
        <>
          {!nobody && !writing && (
            <Choice
              label={say("road.board.views")}
              hideLabel
              dense
              value={view}
              onChange={setView}
              options={VIEWS.map((id) => ({ id, label: say(`road.board.${id}`) }))}
            />
          )}
          {writing && <Button onPress={close}>{say("people.list.show_list")}</Button>}
          {!nobody && <Button onPress={() => setAdding(true)}>{say("people.list.add")}</Button>}
        </>
      }
    >
      {nobody && (
        <Empty sentence={say("people.list.none")}>
          <p className={css["first"]}>
            <Button kind="primary" onPress={() => setAdding(true)}>
              {say("people.list.add")}
            </Button>
            <Button onPress={() => go({ at: "exchange" })}>{say("people.list.bring")}</Button>
          </p>
        </Empty>
      )}
      {Board !== null && !writing && (
        <div className={css["view"]}>
          <Board
            onOpen={(id) => {
              setView("people");
              choose(id);
            }}
            onList={(query) => {
              setView("people");
              openPeople(query);
            }}
          />
        </div>
      )}
      <div className={css["desk"]} hidden={nobody || (Board !== null && !writing)} data-writing={writing ? "" : undefined}>
        {!writing && (
          <Answer of={list}>
            {(found) => (
              <PeopleList
                list={found}
                selected={shown}
                filter={filter}
                asked={asked}
                scope={scope}
                sort={sort}
                onFilter={setFilter}
                onScope={setScope}
                onSort={setSort}
                onChoose={choose}
                onOpen={(id) => stay({ at: "people", caseId: id, write: true })}
              />
            )}
          </Answer>
        )}
        <div className={css["person"]}>
          {shown !== null && (
            <PersonPage
              key={shown}
              caseId={shown}
              note={shown === caseId ? note : null}
              writing={writing}
              onWrite={() => stay({ at: "people", caseId: shown, write: true })}
              onClose={close}
            />
          )}
        </div>
      </div>
      {form && <NewPerson onClose={closeNew} onDone={(id) => stay({ at: "people", caseId: id })} />}
    </Page>
  );
}

/** How many are supported, a press away from all of them, and how many of the list are shown. */
function Head({ list, scope, onAll }: { list: CaseList; scope: Scope; onAll: () => void }) {
  const whole = scope === "all" ? list.total : scope === "open" ? list.open : list.total - list.open;
  return (
    <>
      <Count onPress={onAll}>{say("people.list.count", { n: list.open })}</Count>
      {list.lines.length < whole && <span className={css["narrowed"]}>{say("people.list.narrowed", { n: list.lines.length, whole })}</span>}
    </>
  );
}
