import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { CasePage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
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
  const sheet = useSheet(`form/wish/${person.id}`, {
    wish: person.wish,
    on: person.wish_on,
    place: person.wished_place,
    anxieties: person.anxieties,
  });
  const { wish, on, place, anxieties } = sheet.values;
  const write = useAct("SetWish", { refusals: "here" });
  const keep = () => write.mutate({ case_id: person.id, wish, wish_on: on, wished_place: place, anxieties }, recorded(sheet, onClose));
  return (
    <Dialog title={say("people.wish.title")} isOpen onClose={onClose}>
      <Form sheet={sheet} keep={say("people.wish.keep")} onKeep={keep} ready={!write.isPending} refusal={write.error} beside={["wish_on"]}>
        <TextEntry label={say("people.wish.wish")} value={wish} onChange={(next) => sheet.set({ wish: next })} rows={3} autoFocus />
        <DateEntry
          label={say("people.wish.on")}
          value={on}
          onChange={(next) => sheet.set({ on: next })}
          precision="any"
          error={refusedAt(write.error, "wish_on")}
        />
        <LineEntry label={say("people.wish.place")} value={place} onChange={(next) => sheet.set({ place: next })} />
        <LineEntry label={say("people.wish.anxieties")} value={anxieties} onChange={(next) => sheet.set({ anxieties: next })} />
      </Form>
    </Dialog>
  );
}
