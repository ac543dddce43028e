import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Choices } from "../../parts/Choice.tsx";
import { Fields } from "../../parts/Field.tsx";
import { ErrorNote, SavedMark } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { tagChoices } from "../../words/tags.ts";
import { say } from "../../words/words.ts";
import css from "./entry.module.css";

const NOTHING: { text: string; tags: string[] } = { text: "", tags: [] };

/** 気づき in one line. What is typed and chosen is kept as a draft, so that closing never loses it. */
export function IssueNote({ onDone }: { onDone: () => void }) {
  const sheet = useSheet("issue:new", NOTHING);
  const note = useAct("NoteIssue", { refusals: "here" });
  const issues = useQuery(ask("Issues", {}));
  const { text, tags } = sheet.values;
  const write = () => {
    if (text.trim() === "" || note.isPending) return;
    note.mutate(
      { text, tags },
      {
        onSuccess: () => {
          sheet.finish();
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
        onChange={(next) => sheet.set({ text: next })}
        onFinish={write}
        rows={2}
        placeholder={say("shell.issue.example")}
        autoFocus
      />
      <Choices
        label={say("shell.issue.tags")}
        options={tagChoices(issues.data ?? [])}
        value={tags}
        onChange={(next) => sheet.set({ tags: next })}
        dense
      />
      {note.error !== null && <ErrorNote failure={note.error} />}
      <div className={css["foot"]}>
        <SavedMark at={sheet.savedAt} waiting={sheet.waiting} />
        <Button kind="primary" keys="Mod+Enter" isDisabled={text.trim() === "" || note.isPending} onPress={write}>
          {say("shell.issue.keep")}
        </Button>
      </div>
    </Fields>
  );
}
