// What was written into cells, until the house has kept all of it.
import { useRef, useState } from "react";
import { act } from "../../../house/act.ts";
import { askOnce } from "../../../house/ask.ts";
import type { GridColumn, GridRow } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { showRefusal, showSaid } from "../../../house/notices.ts";
import { Refusal } from "../../../house/transport.ts";
import { say } from "../../../words/words.ts";
import { copiedOf, keyOf, shownOf, type Waiting } from "./cells.ts";

/** A text for a cell. */
export type Written = { row: GridRow; column: GridColumn; text: string };

type Held = { waiting: Waiting; pasted: boolean };
const NOTHING: Held = { waiting: {}, pasted: false };

const apart = (key: string): [string, string] => {
  const cut = key.indexOf("/");
  return [key.slice(0, cut), key.slice(cut + 1)];
};

/** Cells that wait, kept inside the vault like everything that is typed: a lock or another screen loses none of them. */
export const useWaiting = () => {
  const sheet = useSheet<Held>("form/grid", NOTHING);
  const now = useRef(sheet.values);
  now.current = sheet.values;
  const line = useRef(Promise.resolve());
  const [busy, setBusy] = useState(false);
  const hold = (held: Held) => {
    now.current = held;
    sheet.set(held);
  };
  const clear = () => {
    now.current = NOTHING;
    sheet.restart();
  };

  const keep = async () => {
    const { waiting } = now.current;
    const cells = Object.entries(waiting).map(([key, { text }]) => {
      const [case_id, field] = apart(key);
      return { case_id, field, text };
    });
    if (cells.length === 0 || Object.values(waiting).some((one) => one.fault !== null)) return;
    await act("KeepGrid", { cells });
    if (now.current.waiting === waiting) clear();
    if (cells.length > 1) showSaid(say("people.grid.kept", { n: cells.length }), true);
  };

  const read = async (written: readonly Written[], pasted: boolean) => {
    const changed = written.filter(({ row, column, text }) => {
      const before = now.current.waiting[keyOf(row, column)]?.text;
      return text !== (before ?? shownOf(row, column)) && (before !== undefined || text !== copiedOf(row, column));
    });
    if (changed.length === 0) return;
    const cells = changed.map(({ row, column, text }) => ({ case_id: row.id, field: column.field, text }));
    const told = await askOnce("ReadGrid", { cells });
    const more = changed.map(({ row, column, text }, n) => [keyOf(row, column), { text, fault: told[n]?.fault ?? null }] as const);
    const before = now.current;
    hold({ waiting: { ...before.waiting, ...Object.fromEntries(more) }, pasted: before.pasted || pasted });
    const all = Object.values(now.current.waiting);
    // Typed cells are kept as they are written. After a paste in which something was wrong, somebody says so.
    const wait = now.current.pasted && Object.keys(before.waiting).length > 0;
    if (!wait && all.every((one) => one.fault === null)) await keep();
  };

  /** One after the other: a cell that is written while another is on its way waits for it. */
  const after = (step: () => Promise<void>) => {
    setBusy(true);
    line.current = line.current.then(step).catch((thrown: unknown) => {
      if (thrown instanceof Refusal) showRefusal(thrown);
    });
    const mine = line.current;
    void mine.then(() => line.current === mine && setBusy(false));
  };
  return {
    waiting: sheet.values.waiting,
    restored: sheet.restored,
    busy,
    write: (written: readonly Written[], pasted: boolean) => after(() => read(written, pasted)),
    keep: () => after(keep),
    leave: clear,
  };
};
