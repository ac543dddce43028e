import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { CasePage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { longDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

/** The person's own words, dated: the first thing on the page. */
export function Wish({ person }: { person: CasePage }) {
  const [writing, setWriting] = useState(false);
  const asked = person.wish !== "";
  return (
    <Section
      title={say("people.person.wish")}
      aside={
        <Button kind="quiet" dense onPress={() => setWriting(true)}>
          {asked ? say("people.person.change_wish") : say("people.person.write_wish")}
        </Button>
      }
    >
      {asked ? (
        <blockquote className={css["wish"]}>
          {person.wish}
          {person.wish_on !== null && (
            <footer className={css["wishOn"]}>{say("people.person.wish_on", { date: longDate(person.wish_on) })}</footer>
          )}
        </blockquote>
      ) : (
        <p className={css["none"]}>{say("people.person.no_wish")}</p>
      )}
      {(person.wished_place !== "" || person.anxieties !== "") && (
        <dl className={css["small"]}>
          {person.wished_place !== "" && (
            <div>
              <dt>{say("people.person.wished_place")}</dt>
              <dd>{person.wished_place}</dd>
            </div>
          )}
          {person.anxieties !== "" && (
            <div>
              <dt>{say("people.person.anxieties")}</dt>
              <dd>{person.anxieties}</dd>
            </div>
          )}
        </dl>
      )}
      {writing && <WishForm person={person} onClose={() => setWriting(false)} />}
    </Section>
  );
}

function WishForm({ person, onClose }: { person: CasePage; onClose: () => void }) {
  const [wish, setWish] = useState(person.wish);
  const [on, setOn] = useState(person.wish_on);
  const [place, setPlace] = useState(person.wished_place);
  const [anxieties, setAnxieties] = useState(person.anxieties);
  const keep = useAct("SetWish", { refusals: "here" });
  const save = () => keep.mutate({ case_id: person.id, wish, wish_on: on, wished_place: place, anxieties }, { onSuccess: onClose });
  return (
    <Dialog
      title={say("people.wish.title")}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={save} isDisabled={keep.isPending}>
          {say("people.wish.keep")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <TextEntry label={say("people.wish.wish")} value={wish} onChange={setWish} rows={3} autoFocus />
        <DateEntry label={say("people.wish.on")} value={on} onChange={setOn} precision="any" />
        <LineEntry label={say("people.wish.place")} value={place} onChange={setPlace} />
        <LineEntry label={say("people.wish.anxieties")} value={anxieties} onChange={setAnxieties} />
        {keep.error !== null && <ErrorNote failure={keep.error} />}
      </div>
    </Dialog>
  );
}
