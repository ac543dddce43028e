import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, useAct } from "../../house/act.ts";
import { answers, ask } from "../../house/ask.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choices } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Answer, ErrorNote, SavedMark } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";

const PLACE = "issue:new";
const TAGS = ["housing", "daytime", "hospital", "family", "money", "peer", "area", "other"] as const;
type Tag = (typeof TAGS)[number];

/** 気づき in one line. What is typed is kept as a draft, so that closing never loses it. */
export function IssueNote({ onDone }: { onDone: () => void }) {
  const draft = useQuery({ ...ask("Draft", { place: PLACE }), staleTime: 0, gcTime: 0 });
  return <Answer of={draft}>{(kept) => <Entry kept={kept ?? ""} onDone={onDone} />}</Answer>;
}

function Entry({ kept, onDone }: { kept: string; onDone: () => void }) {
  const [text, setText] = useState(kept);
  const [tags, setTags] = useState<Tag[]>([]);
  const keep = useAct("KeepDraft");
  const note = useAct("NoteIssue", { refusals: "here" });
  const write = () => {
    if (text.trim() === "" || note.isPending) return;
    note.mutate(
      { text, tags },
      {
        onSuccess: () => {
          void act("KeepDraft", { place: PLACE, body: "" }).then(() => answers.removeQueries({ queryKey: ["Draft"] }));
          showSaid(say("shell.issue.kept"), true);
          onDone();
        },
      },
    );
  };
  return (
    <Fields>
      <TextEntry
        label={say("shell.issue.label")}
        value={text}
        onChange={setText}
        onPause={(body) => keep.mutate({ place: PLACE, body })}
        onFinish={write}
        rows={2}
        placeholder={say("shell.issue.example")}
        autoFocus
      />
      <Choices
        label={say("shell.issue.tags")}
        options={TAGS.map((id) => ({ id, label: say(`shell.tag.${id}`) }))}
        value={tags}
        onChange={setTags}
        dense
      />
      {note.error !== null && <ErrorNote failure={note.error} />}
      <div className={css["foot"]}>
        <SavedMark at={keep.data ?? null} waiting={keep.isPending} />
        <Button kind="primary" keys="Mod+Enter" isDisabled={text.trim() === "" || note.isPending} onPress={write}>
          {say("shell.issue.keep")}
        </Button>
      </div>
    </Fields>
  );
}
