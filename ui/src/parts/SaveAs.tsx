import { useState } from "react";
import type { Failure } from "../house/contract.gen.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import { LineEntry } from "./LineEntry.tsx";
import css from "./SaveAs.module.css";

type Props = {
  error: Pick<Failure, "sentence"> | null;
  isPending: boolean;
  /** The name is about to be typed. */
  onOpen: () => void;
  /** `done` closes the entry once the name is kept. */
  onSave: (name: string, done: () => void) => void;
};

/** Keeps a search under a name: a word to press, then one line to type. */
export function SaveAs({ error, isPending, onOpen, onSave }: Props) {
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <Button
        kind="quiet"
        dense
        onPress={() => {
          onOpen();
          setName("");
        }}
      >
        {say("find.saved.keep")}
      </Button>
    );
  }
  const save = () => name.trim() !== "" && !isPending && onSave(name.trim(), () => setName(null));
  return (
    <span className={css["save"]}>
      <LineEntry
        label={say("find.saved.name")}
        hideLabel
        placeholder={say("find.saved.name_hint")}
        value={name}
        onChange={setName}
        onEnter={save}
        width="middle"
        autoFocus
        error={error?.sentence ?? null}
      />
      <Button dense onPress={save} isDisabled={name.trim() === "" || isPending}>
        {say("find.saved.do")}
      </Button>
      <Button dense kind="quiet" onPress={() => setName(null)}>
        {say("shell.close")}
      </Button>
    </span>
  );
}
