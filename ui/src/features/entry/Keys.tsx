import { Dialog } from "../../parts/Dialog.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { Table } from "../../parts/Table.tsx";
import { say } from "../../words/words.ts";

const KEYS = [
  ["Mod+K", "shell.palette.title"],
  ["Mod+1", "shell.keys.screens"],
  ["Mod+N", "shell.rail.record"],
  ["Mod+Enter", "shell.keys.finish"],
  ["Mod+F", "shell.keys.filter"],
  ["F3", "find.timeline.label"],
  ["Mod+Shift+F", "find.title"],
  ["Mod+Z", "shell.undo"],
  ["Mod+Shift+Z", "shell.redo"],
  ["Alt+ArrowLeft", "shell.keys.back"],
  ["Mod+Shift+M", "shell.settings.hide_key"],
  ["Mod+Shift+K", "shell.face.key"],
  ["Mod+L", "shell.settings.lock_key"],
  ["Esc", "shell.keys.close"],
  ["N", "people.person.write"],
  ["S", "people.person.stage"],
  ["J", "shell.keys.next_person"],
  ["K", "shell.keys.previous_person"],
  ["1", "shell.keys.outcome"],
  ["E", "work.plan.add"],
  ["Alt+ArrowRight", "shell.keys.move_plan"],
] as const;

/** キーの一覧: what the keyboard does everywhere. */
export function Keys({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={say("shell.keys.title")} isOpen={isOpen} onClose={onClose}>
      <Table
        caption={say("shell.keys.title")}
        columns={[
          { key: "keys", head: say("shell.keys.key"), cell: ([keys]) => <Kbd keys={keys} spoken />, width: "10rem" },
          { key: "does", head: say("shell.keys.does"), cell: ([, does]) => say(does) },
        ]}
        rows={KEYS}
        id={([keys]) => keys}
      />
    </Dialog>
  );
}
