// 元に戻す and やり直す from anywhere: what would be undone is known before it is done.
import { useQuery } from "@tanstack/react-query";
import { say } from "../words/words.ts";
import { act } from "./act.ts";
import { ask } from "./ask.ts";
import { showRefusal, showSaid } from "./notices.ts";
import { Refusal } from "./transport.ts";

/** Undo and redo, and the name of the act each would touch. */
export const useUndo = () => {
  const state = useQuery(ask("UndoState", {}));
  const undoable = state.data?.undo ?? null;
  const redoable = state.data?.redo ?? null;
  const undo = async () => {
    if (undoable === null) return showSaid(say("shell.undone.nothing"));
    try {
      showSaid(say("shell.undone.undo", { what: await act("Undo", {}) }));
    } catch (thrown) {
      if (thrown instanceof Refusal) showRefusal(thrown);
    }
  };
  const redo = async () => {
    if (redoable === null) return showSaid(say("shell.undone.nothing_redo"));
    try {
      showSaid(say("shell.undone.redo", { what: await act("Redo", {}) }));
    } catch (thrown) {
      if (thrown instanceof Refusal) showRefusal(thrown);
    }
  };
  return { undo, redo, undoable, redoable };
};
