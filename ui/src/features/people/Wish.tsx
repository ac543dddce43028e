import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { CasePage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Restored } from "../../parts/Restored.tsx";
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
  const sheet = useSheet(`form/wish/${person.id}`, {
    wish: person.wish,
    on: person.wish_on,
    place: person.wished_place,
    anxieties: person.anxieties,
  });
  const { wish, on, place, anxieties } = sheet.values;
  const write = useAct("SetWish", { refusals: "here" });
  const wrong = write.error?.field === "wish_on" ? write.error.sentence : null;
  const keep = () =>
    write.mutate(
      { case_id: person.id, wish, wish_on: on, wished_place: place, anxieties },
      {
        onSuccess: () => {
          sheet.finish();
          onClose();
        },
      },
    );
  useKeys({ "Mod+Enter": keep }, { inDialogs: true });
  return (
    <Dialog
      title={say("people.wish.title")}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={keep} keys="Mod+Enter" isDisabled={write.isPending}>
          {say("people.wish.keep")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <Restored sheet={sheet} />
        <TextEntry label={say("people.wish.wish")} value={wish} onChange={(next) => sheet.set({ wish: next })} rows={3} autoFocus />
        <DateEntry label={say("people.wish.on")} value={on} onChange={(next) => sheet.set({ on: next })} precision="any" error={wrong} />
        <LineEntry label={say("people.wish.place")} value={place} onChange={(next) => sheet.set({ place: next })} />
        <LineEntry label={say("people.wish.anxieties")} value={anxieties} onChange={(next) => sheet.set({ anxieties: next })} />
        {write.error !== null && wrong === null && <ErrorNote failure={write.error} />}
      </div>
    </Dialog>
  );
}
