import { useAct } from "../../../house/act.ts";
import type { PeerLine } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { say } from "../../../words/words.ts";

/** A peer supporter: name, group, and how they are to be taken care of. */
export function PeerForm({ peer, onClose }: { peer: PeerLine | null; onClose: () => void }) {
  const sheet = useSheet(`form/peer/${peer?.id ?? "new"}`, {
    name: peer?.name ?? "",
    kana: peer?.kana ?? "",
    org_name: peer?.org ?? "",
    phone: peer?.phone ?? "",
    care_note: peer?.care_note ?? "",
    from_on: peer?.from_on ?? (null as string | null),
    to_on: peer?.to_on ?? (null as string | null),
  });
  const { values, set } = sheet;
  const write = useAct("KeepPeer", { refusals: "here" });
  const wrong = (field: string) => refusedAt(write.error, field);
  return (
    <Dialog title={peer?.name ?? say("programmes.peer.add")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("programmes.peer.keep")}
        onKeep={() => write.mutate({ person_id: peer?.id ?? null, ...values }, recorded(sheet, onClose))}
        ready={values.name.trim() !== "" && !write.isPending}
        refusal={write.error}
        beside={["name", "to_on"]}
      >
        <Fields columns={2}>
          <LineEntry
            label={say("programmes.peer.name")}
            value={values.name}
            onChange={(name) => set({ name })}
            error={wrong("name")}
            autoFocus
          />
          <LineEntry label={say("programmes.peer.kana")} value={values.kana} onChange={(kana) => set({ kana })} />
          <LineEntry label={say("programmes.peer.group")} value={values.org_name} onChange={(org_name) => set({ org_name })} />
          <LineEntry label={say("programmes.peer.phone")} value={values.phone} onChange={(phone) => set({ phone })} />
        </Fields>
        <LineEntry label={say("programmes.peer.care_note")} value={values.care_note} onChange={(care_note) => set({ care_note })} />
        <Fields columns={2}>
          <DateEntry label={say("programmes.peer.from")} precision="any" value={values.from_on} onChange={(from_on) => set({ from_on })} />
          <DateEntry
            label={say("programmes.peer.to")}
            precision="any"
            value={values.to_on}
            onChange={(to_on) => set({ to_on })}
            error={wrong("to_on")}
          />
        </Fields>
      </Form>
    </Dialog>
  );
}
