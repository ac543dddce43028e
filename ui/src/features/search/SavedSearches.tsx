import { useState } from "react";
import { useSearches } from "../../house/asked.ts";
import { openPeople } from "../../house/box.ts";
import type { SavedSearch } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { SaveAs } from "../../parts/SaveAs.tsx";
import { Empty, ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./search.module.css";

/** Searches that were kept: one press each, and this one to be kept with them. */
export function SavedSearches({ query, onChoose }: { query: string; onChoose: (query: string) => void }) {
  const searches = useSearches();
  const [arranging, setArranging] = useState(false);
  const choose = (one: SavedSearch) => (one.place === "people" ? openPeople(one.query, "all") : onChoose(one.query));
  const known = searches.kept.some((one) => one.place === "records" && one.query === query);
  return (
    <div className={css["saved"]} role="group" aria-label={say("find.saved.title")}>
      {searches.kept.map((one) => (
        <Button key={one.name} kind="quiet" dense onPress={() => choose(one)}>
          {one.name}
        </Button>
      ))}
      {query !== "" && !known && (
        <SaveAs
          error={searches.error}
          isPending={searches.isPending}
          onOpen={searches.forget}
          onSave={(name, done) =>
            searches.all([...searches.kept, { name, place: "records", query }], () => {
              showSaid(say("find.saved.kept", { name }), true);
              done();
            })
          }
        />
      )}
      {searches.kept.length > 0 && (
        <Button kind="quiet" dense onPress={() => setArranging(true)}>
          {say("find.saved.arrange")}
        </Button>
      )}
      <Dialog title={say("find.saved.title")} isOpen={arranging} onClose={() => setArranging(false)} width="middle">
        {searches.kept.length === 0 && <Empty sentence={say("find.saved.none")} />}
        {searches.error !== null && <ErrorNote failure={searches.error} />}
        <ol className={css["arrange"]}>
          {searches.kept.map((one, at) => (
            <Row key={one.name} one={one} at={at} kept={searches.kept} onKeep={searches.all} />
          ))}
        </ol>
      </Dialog>
    </div>
  );
}

type RowProps = { one: SavedSearch; at: number; kept: readonly SavedSearch[]; onKeep: (all: SavedSearch[]) => void };

function Row({ one, at, kept, onKeep }: RowProps) {
  const [name, setName] = useState(one.name);
  const others = kept.filter((other) => other !== one);
  const move = (by: -1 | 1) => onKeep([...others.slice(0, at + by), one, ...others.slice(at + by)]);
  const rename = () => {
    if (name.trim() !== "" && name !== one.name) onKeep(kept.map((other) => (other === one ? { ...one, name } : other)));
  };
  return (
    <li>
      <LineEntry
        label={say("find.saved.rename_of", { name: one.name })}
        hideLabel
        value={name}
        onChange={setName}
        onEnter={rename}
        onLeave={rename}
      />
      <span className={css["what"]}>{one.query}</span>
      <Button dense kind="quiet" label={say("find.saved.up_of", { name: one.name })} isDisabled={at === 0} onPress={() => move(-1)}>
        ↑
      </Button>
      <Button
        dense
        kind="quiet"
        label={say("find.saved.down_of", { name: one.name })}
        isDisabled={at === kept.length - 1}
        onPress={() => move(1)}
      >
        ↓
      </Button>
      <Button dense kind="quiet" label={say("find.saved.remove_of", { name: one.name })} onPress={() => onKeep(others)}>
        ×
      </Button>
    </li>
  );
}
