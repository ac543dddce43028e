import type { TablePlace } from "../../house/contract.gen.ts";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";

/** Hospitals of a list that may be ones of the directory: somebody says which is meant. */
export function TablePlaces({ places, onAnswer }: { places: readonly TablePlace[]; onAnswer: (name: string, answer: string) => void }) {
  const asked = places.filter((place) => place.alike.length > 0);
  const added = places.filter((place) => place.known === null && (place.alike.length === 0 || place.answer === "new"));
  if (asked.length === 0 && added.length === 0) return null;
  return (
    <Section title={say("pack.table.places")}>
      {asked.length > 0 && <p className={css["note"]}>{say("pack.table.places_note")}</p>}
      {asked.length > 0 && (
        <div className={css["wheres"]}>
          {asked.map((place) => (
            <Select
              key={place.name}
              label={place.name}
              value={place.answer}
              placeholder={say("pack.table.place_ask")}
              options={[
                ...place.alike.map((one) => ({ id: one.id as string, label: one.name })),
                { id: "new", label: say("pack.table.place_new") },
              ]}
              onChange={(answer) => onAnswer(place.name, answer)}
            />
          ))}
        </div>
      )}
      {added.length > 0 && (
        <p className={css["note"]}>{say("pack.table.places_new", { names: added.map((place) => place.name).join("、") })}</p>
      )}
    </Section>
  );
}
