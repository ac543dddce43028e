import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { stay } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { NewPerson } from "./NewPerson.tsx";
import { PeopleList, type Scope, type Sort } from "./PeopleList.tsx";
import { PersonPage } from "./PersonPage.tsx";
import css from "./people.module.css";

/** Everybody who is supported, and the page of one of them. The list folds away while a record is being written. */
export function PeopleScreen({ caseId, write }: { caseId: string | null; write: boolean }) {
  const [filter, setFilter] = useState("");
  const [scope, setScope] = useState<Scope>("open");
  const [sort, setSort] = useState<Sort>("kana");
  const [writing, setWriting] = useState(write && caseId !== null);
  const [adding, setAdding] = useState(write && caseId === null);
  const list = useQuery({ ...ask("CaseList", { filter, scope, sort }), placeholderData: keepPreviousData });
  const [obeyed, setObeyed] = useState(`${caseId}/${write}`);
  if (obeyed !== `${caseId}/${write}`) {
    setObeyed(`${caseId}/${write}`);
    setWriting(write && caseId !== null);
    setAdding(write && caseId === null);
  }
  const shown = caseId ?? list.data?.lines[0]?.id ?? null;
  const choose = (id: string) => stay({ at: "people", caseId: id });
  const close = () => {
    setWriting(false);
    if (write && caseId !== null) stay({ at: "people", caseId });
  };
  const closeNew = () => {
    setAdding(false);
    if (write) stay({ at: "people", ...(caseId === null ? {} : { caseId }) });
  };
  return (
    <Page
      fill
      title={say("people.list.title")}
      sub={list.data === undefined ? undefined : say("people.list.count", { n: list.data.open })}
      actions={
        <>
          {writing && <Button onPress={close}>{say("people.list.show_list")}</Button>}
          <Button onPress={() => setAdding(true)}>{say("people.list.add")}</Button>
        </>
      }
    >
      <div className={css["desk"]} data-writing={writing ? "" : undefined}>
        {!writing && (
          <Answer of={list}>
            {(found) => (
              <PeopleList
                list={found}
                selected={shown}
                filter={filter}
                scope={scope}
                sort={sort}
                onFilter={setFilter}
                onScope={setScope}
                onSort={setSort}
                onChoose={choose}
                onAdd={() => setAdding(true)}
              />
            )}
          </Answer>
        )}
        <div className={css["person"]}>
          {shown !== null && (
            <PersonPage
              key={shown}
              caseId={shown}
              writing={writing}
              onWrite={() => stay({ at: "people", caseId: shown, write: true })}
              onClose={close}
            />
          )}
        </div>
      </div>
      <NewPerson isOpen={adding} onClose={closeNew} onDone={(id) => stay({ at: "people", caseId: id })} />
    </Page>
  );
}
