import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import { ask } from "../../../house/ask.ts";
import type { Id, NoteVersion, TextPiece } from "../../../house/contract.gen.ts";
import { showSaid } from "../../../house/notices.ts";
import { Button } from "../../../parts/Button.tsx";
import { Choice } from "../../../parts/Choice.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Answer } from "../../../parts/States.tsx";
import { codeName } from "../../../words/codes.ts";
import { clockTime, minutesName, shortDate } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import css from "./notes.module.css";

type View = "inline" | "beside";

/** Every version of a note, what changed from one to the next in its very characters, and the way back. */
export function History({ contactId, onClose }: { contactId: Id; onClose: () => void }) {
  const history = useQuery(ask("NoteHistory", { contact_id: contactId }));
  const [view, setView] = useState<View>("inline");
  return (
    <Dialog title={say("people.history.title")} isOpen onClose={onClose} width="wide">
      <Choice
        label={say("people.history.view")}
        hideLabel
        dense
        value={view}
        onChange={(next) => setView(next as View)}
        options={[
          { id: "inline", label: say("people.history.inline") },
          { id: "beside", label: say("people.history.beside") },
        ]}
      />
      <Answer of={history}>
        {(versions) => (
          <ol className={css["versions"]}>
            {versions.map((version, at) => (
              <Version
                key={version.number ?? "now"}
                contactId={contactId}
                version={version}
                before={versions[at + 1] ?? null}
                view={view}
              />
            ))}
          </ol>
        )}
      </Answer>
    </Dialog>
  );
}

type Props = { contactId: Id; version: NoteVersion; before: NoteVersion | null; view: View };

function Version({ contactId, version, before, view }: Props) {
  const restore = useAct("RestoreVersion");
  const { number } = version;
  const why = before === null ? say("people.history.first") : (version.reason ?? say("people.history.undone"));
  const changes = before === null ? [] : changesOf(before, version);
  const touched = version.pieces.some((piece) => piece.kind !== "same");
  return (
    <li className={css["version"]}>
      <div className={css["versionHead"]}>
        <h3>{number === null ? say("people.history.now") : whenOf(version.from)}</h3>
        <span className={css["why"]}>
          {number === null && version.from !== null && <span>{say("people.history.from", { moment: whenOf(version.from) })}</span>}
          <span>{why}</span>
        </span>
        {number !== null && (
          <Button
            dense
            onPress={() =>
              restore.mutate({ contact_id: contactId, number }, { onSuccess: () => showSaid(say("people.history.restored_said"), true) })
            }
            isDisabled={restore.isPending}
          >
            {say("people.history.restore")}
          </Button>
        )}
      </div>
      {changes.map((change) => (
        <p key={change} className={css["change"]}>
          {change}
        </p>
      ))}
      {before !== null && !touched ? (
        <p className={css["change"]}>{say("people.history.same_text")}</p>
      ) : view === "beside" && before !== null ? (
        <div className={css["beside"]}>
          <Pieces pieces={version.pieces} without="added" label={say("people.history.before")} />
          <Pieces pieces={version.pieces} without="removed" label={say("people.history.after")} />
        </div>
      ) : (
        <Pieces pieces={version.pieces} />
      )}
    </li>
  );
}

/** A text with what changed in it: struck through and underlined, never by colour alone. */
function Pieces({ pieces, without, label }: { pieces: readonly TextPiece[]; without?: "added" | "removed"; label?: string }) {
  let place = 0;
  const shown = pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => {
      place += piece.text.length;
      return { ...piece, place };
    });
  return (
    <div>
      {label !== undefined && <p className={css["side"]}>{label}</p>}
      <p className={css["text"]}>
        {shown.map((piece) =>
          piece.kind === "same" ? (
            piece.text
          ) : piece.kind === "removed" ? (
            <del key={`${piece.place}-`}>
              <span className="for-reader">{say("people.history.removed")}</span>
              {piece.text}
            </del>
          ) : (
            <ins key={`${piece.place}+`}>
              <span className="for-reader">{say("people.history.added")}</span>
              {piece.text}
            </ins>
          ),
        )}
      </p>
    </div>
  );
}

const whenOf = (moment: string | null): string => (moment === null ? "" : `${shortDate(moment.slice(0, 10))} ${clockTime(moment)}`);

/** What changed beside the text, one line each. */
const changesOf = (before: NoteVersion, now: NoteVersion): string[] => {
  const none = say("people.history.none");
  const told: [string, string, string][] = [
    [say("people.note.on"), shortDate(before.on), shortDate(now.on)],
    [say("people.note.method"), ...both(before, now, (v) => (v.method === null ? none : codeName("method", v.method)))],
    [say("people.note.minutes"), ...both(before, now, (v) => (v.minutes === null ? none : minutesName(v.minutes)))],
    [
      say("people.note.counterpart"),
      ...both(before, now, (v) => v.counterparts.map((code) => codeName("counterpart", code)).join("・") || none),
    ],
  ];
  return told.filter(([, was, is]) => was !== is).map(([what, was, is]) => say("people.history.was", { what, before: was, after: is }));
};

const both = (before: NoteVersion, now: NoteVersion, of: (version: NoteVersion) => string): [string, string] => [of(before), of(now)];
