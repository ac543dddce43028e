import { useAct } from "../../../house/act.ts";
import type { PeerActivityLine, PeerLine } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { NumberEntry } from "../../../parts/NumberEntry.tsx";
import { Select } from "../../../parts/Select.tsx";
import { codeOptions } from "../../../words/codes.ts";
import { say } from "../../../words/words.ts";

/** Kinds that are written here; a session comes from its own record. */
const OWN = ["visit", "accompany", "meeting", "training", "talk", "other"];

type Props = { peer: PeerLine; activity: PeerActivityLine | null; today: string; onClose: () => void };

/** What a peer supporter did, what was paid, and how they were. */
export function PeerActivityForm({ peer, activity, today, onClose }: Props) {
  const sheet = useSheet(`form/peer/${peer.id}/${activity?.id ?? activity?.session_id ?? "new"}`, {
    on: activity === null ? today : activity.on,
    kind: activity?.kind ?? "visit",
    minutes: activity?.minutes ?? (null as number | null),
    fee: activity?.fee ?? (null as number | null),
    expenses: activity?.expenses ?? (null as number | null),
    paid_on: activity?.paid_on ?? (null as string | null),
    care: activity?.care ?? "",
    note: activity?.note ?? "",
  });
  const { values, set } = sheet;
  const write = useAct("KeepPeerActivity", { refusals: "here" });
  const remove = useAct("RemovePeerActivity");
  const session = activity?.session_id ?? null;
  const keep = () => {
    const { on, ...rest } = values;
    if (on === null) return;
    write.mutate({ person_id: peer.id, activity_id: activity?.id ?? null, session_id: session, on, ...rest }, recorded(sheet, onClose));
  };
  const row = activity?.id ?? null;
  return (
    <Dialog title={peer.name} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("programmes.peer.keep")}
        onKeep={keep}
        ready={values.on !== null && !write.isPending}
        refusal={write.error}
        beside={["on"]}
      >
        {session === null && (
          <Fields columns={2}>
            <DateEntry
              label={say("programmes.peer.on")}
              value={values.on}
              onChange={(on) => set({ on })}
              error={refusedAt(write.error, "on")}
            />
            <Select
              label={say("programmes.peer.kind")}
              value={values.kind}
              onChange={(kind) => set({ kind })}
              options={codeOptions("peer_activity_kind", OWN)}
            />
          </Fields>
        )}
        <LineEntry label={say("programmes.peer.care")} value={values.care} onChange={(care) => set({ care })} autoFocus />
        <LineEntry label={say("programmes.peer.note")} value={values.note} onChange={(note) => set({ note })} />
        <Fields columns={4}>
          <NumberEntry
            label={say("programmes.peer.minutes")}
            unit={say("programmes.peer.minute")}
            value={values.minutes}
            onChange={(minutes) => set({ minutes })}
            max={1440}
          />
          <NumberEntry
            label={say("programmes.peer.fee")}
            unit={say("programmes.peer.yen")}
            value={values.fee}
            onChange={(fee) => set({ fee })}
            max={999_999}
          />
          <NumberEntry
            label={say("programmes.peer.expenses")}
            unit={say("programmes.peer.yen")}
            value={values.expenses}
            onChange={(expenses) => set({ expenses })}
            max={999_999}
          />
          <DateEntry label={say("programmes.peer.paid_on")} value={values.paid_on} onChange={(paid_on) => set({ paid_on })} />
        </Fields>
        {row !== null && (
          <Button kind="quiet" onPress={() => remove.mutate({ person_id: peer.id, activity_id: row }, recorded(sheet, onClose))}>
            {say("programmes.peer.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
