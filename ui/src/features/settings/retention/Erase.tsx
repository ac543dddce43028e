import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { ErasePreview, IsoDate, KeptPerson } from "../../../house/contract.gen.ts";
import { showSaid } from "../../../house/notices.ts";
import { callRoof } from "../../../house/roof.ts";
import { Button } from "../../../parts/Button.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { Name } from "../../../parts/Name.tsx";
import { Answer, ErrorNote } from "../../../parts/States.tsx";
import { go } from "../../../screens.ts";
import { shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./retention.module.css";

/** 記録の消去: what goes and what stays is read first, and the name is typed before anything happens. */
export function Erase({ person, onClose }: { person: KeptPerson; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const erase = useAct("ErasePerson", { refusals: "here" });
  const preview = useQuery({ ...ask("ErasePreview", { case_id: person.case_id }), enabled: !erase.isPending });
  const done = () => {
    onClose();
    showSaid(say("people.erase.done"));
  };
  const refused = refusedAt(erase.error, "typed");
  return (
    <Dialog
      title={say("people.erase.title")}
      isOpen
      onClose={() => !erase.isPending && onClose()}
      width="middle"
      foot={
        <Button
          kind="warn"
          isDisabled={typed.trim() === "" || preview.data === undefined || erase.isPending}
          onPress={() => erase.mutate({ case_id: person.case_id, typed }, { onSuccess: done })}
        >
          {say("people.erase.do")}
        </Button>
      }
    >
      <Fields>
        <p>
          <Name name={person.name} kana={person.kana} strong />
        </p>
        <Answer of={preview}>{(view) => <WhatGoes view={view} />}</Answer>
        <p>
          {say("people.erase.save_first")}{" "}
          <Button kind="quiet" dense onPress={() => go({ at: "records", paper: "course", caseId: person.case_id })}>
            {say("people.erase.papers")}
          </Button>
        </p>
        <LineEntry
          label={say("people.erase.typed")}
          hint={say("people.erase.typed_why")}
          value={typed}
          onChange={setTyped}
          error={refused}
          isDisabled={erase.isPending}
        />
        {erase.error !== null && refused === null && <ErrorNote failure={erase.error} />}
        {erase.isPending && <p role="status">{say("people.erase.going")}</p>}
      </Fields>
    </Dialog>
  );
}

function WhatGoes({ view }: { view: ErasePreview }) {
  const goes = [
    say("people.erase.goes_names"),
    say("people.erase.goes_texts", { n: view.texts }),
    say("people.erase.goes_papers", { n: view.papers }),
    say("people.erase.goes_files", { n: view.files }),
    say("people.erase.goes_undo"),
  ];
  return (
    <>
      <div className={css["sides"]}>
        <section>
          <h3 className={css["head"]}>{say("people.erase.goes")}</h3>
          <ul>
            {goes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className={css["head"]}>{say("people.erase.stays")}</h3>
          <p>{say("people.erase.stays_numbers", { n: view.numbers })}</p>
        </section>
      </div>
      <Copies />
      <p>{say("people.erase.reach")}</p>
    </>
  );
}

/** The copies that lie in the vault's own folder: they still hold whoever is erased now. */
function Copies() {
  const copies = useQuery({ queryKey: ["copies"], queryFn: () => callRoof("copies", {}), staleTime: 0 });
  const { own = [], put_aside = [] } = copies.data ?? {};
  if (own.length + put_aside.length === 0) return null;
  return (
    <section>
      <h3 className={css["head"]}>{say("people.erase.copies")}</h3>
      {own.length > 0 && <OnDays says={say("people.erase.copies_hold", { n: own.length })} days={own} />}
      {put_aside.length > 0 && <OnDays says={say("people.erase.aside_hold")} days={put_aside} />}
    </section>
  );
}

function OnDays({ says, days }: { says: string; days: readonly IsoDate[] }) {
  return (
    <div className={css["days"]}>
      <p>{says}</p>
      <p className="figure">{days.map(shortFull).join("・")}</p>
    </div>
  );
}
