import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { KeptWordLine } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Answer } from "../../parts/States.tsx";
import { type Column, Table } from "../../parts/Table.tsx";
import { longDate } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./redaction.module.css";

/** Opens the list of all words that somebody decided to keep. */
export function KeptWords() {
  const kept = useQuery(ask("KeptWords", {}));
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" dense onPress={() => setOpen(true)}>
        {kept.data === undefined || kept.data.length === 0
          ? say("release.redaction.kept_words")
          : say("release.redaction.kept_words_count", { n: kept.data.length })}
      </Button>
      {open && (
        <Dialog title={say("release.redaction.kept_words")} isOpen onClose={() => setOpen(false)} width="wide">
          <Answer of={kept}>{(words) => <Words words={words} />}</Answer>
        </Dialog>
      )}
    </>
  );
}

/** Every word with its reason, the day and who decided; each can be forgotten, and that can be undone. */
function Words({ words }: { words: readonly KeptWordLine[] }) {
  const forget = useAct("ForgetWord");
  if (words.length === 0) return <p className={css["aside"]}>{say("release.redaction.kept_words_none")}</p>;
  const drop = ({ word, level }: KeptWordLine) =>
    forget.mutate({ word, level }, { onSuccess: () => showSaid(say("release.redaction.forgot", { word }), true) });
  const level = (row: KeptWordLine) => say(`release.redaction.${row.level}`);
  const columns: Column<KeptWordLine>[] = [
    { key: "word", head: say("release.redaction.kept_word"), cell: (row) => <strong>{row.word}</strong> },
    { key: "level", head: say("release.redaction.kept_level"), cell: level },
    { key: "kind", head: say("release.redaction.kept_kind"), cell: (row) => sayCode("release.redaction", `code_${row.code}`) },
    { key: "reason", head: say("release.redaction.reason"), cell: (row) => row.reason },
    { key: "on", head: say("release.redaction.kept_on"), cell: (row) => longDate(row.on) },
    { key: "by", head: say("release.redaction.kept_by"), cell: (row) => row.by || say("release.redaction.kept_by_unknown") },
    {
      key: "forget",
      head: say("release.redaction.forget"),
      cell: (row) => (
        <Button
          dense
          onPress={() => drop(row)}
          isDisabled={forget.isPending}
          label={say("release.redaction.forget_word", { word: row.word, level: level(row) })}
        >
          {say("release.redaction.forget")}
        </Button>
      ),
    },
  ];
  return (
    <div className={css["stack"]}>
      <p className={css["aside"]}>{say("release.redaction.kept_words_note")}</p>
      <Table caption={say("release.redaction.kept_words")} columns={columns} rows={words} id={(row) => `${row.level}/${row.word}`} />
    </div>
  );
}
