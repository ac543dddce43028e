import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { ProgrammePage, RosterLine } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { say } from "../../words/words.ts";
import { PersonPick, type Picked } from "./PersonPick.tsx";
import css from "./page.module.css";

type Props = { programme: ProgrammePage; line: RosterLine | null; onClose: () => void };

/** A place on the roster: who, from when, until when and why; a label becomes a person here. */
export function ParticipantForm({ programme, line, onClose }: Props) {
  const sheet = useSheet(`form/participant/${programme.id}/${line?.participant_id ?? "new"}`, {
    person: (line === null || line.case_id === null ? null : { id: line.case_id, name: line.name }) as Picked | null,
    label: line !== null && line.case_id === null ? line.name : "",
    joined_on: line?.joined_on ?? (null as string | null),
    left_on: line?.left_on ?? (null as string | null),
    reason: line?.reason ?? "",
  });
  const { values, set } = sheet;
  const [refusedRemoval, setRefusedRemoval] = useState(false);
  const write = useAct("KeepParticipant", { refusals: "here" });
  const remove = useAct("RemoveParticipant");
  const fixed = line !== null && line.case_id !== null;
  const keep = () =>
    write.mutate(
      {
        programme_id: programme.id,
        participant_id: line?.participant_id ?? null,
        case_id: values.person?.id ?? null,
        label: values.label,
        joined_on: values.joined_on,
        left_on: values.left_on,
        reason: values.reason,
      },
      {
        onSuccess: () => {
          recorded(sheet, onClose).onSuccess();
          showSaid(say("programmes.roster.kept"), true);
        },
      },
    );
  const takeOff = () => {
    if (line === null) return;
    remove.mutate(
      { programme_id: programme.id, participant_id: line.participant_id },
      { ...recorded(sheet, onClose), onError: () => setRefusedRemoval(true) },
    );
  };
  return (
    <Dialog title={line === null ? say("programmes.roster.add") : line.name} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("programmes.roster.keep")}
        onKeep={keep}
        ready={(values.person !== null || values.label.trim() !== "") && !write.isPending}
        refusal={write.error}
        beside={["label", "left_on"]}
      >
        {!fixed && (
          <>
            {values.person === null ? (
              <PersonPick
                label={say("programmes.roster.person")}
                hint={line === null ? undefined : say("programmes.roster.tie")}
                without={programme.roster.flatMap((one) => (one.case_id === null ? [] : [one.case_id]))}
                onPick={(person) => set({ person })}
              />
            ) : (
              <p className={css["picked"]}>
                {values.person.name}
                {say("shell.san")}
                <Button kind="quiet" dense onPress={() => set({ person: null })}>
                  {say("work.programme.leave_out")}
                </Button>
              </p>
            )}
            {values.person === null && (
              <LineEntry
                label={say("programmes.roster.label")}
                hint={say("programmes.roster.label_hint")}
                value={values.label}
                onChange={(label) => set({ label })}
                error={refusedAt(write.error, "label")}
              />
            )}
          </>
        )}
        <Fields columns={2}>
          <DateEntry
            label={say("programmes.roster.joined")}
            precision="any"
            value={values.joined_on}
            onChange={(joined_on) => set({ joined_on })}
          />
          <DateEntry
            label={say("programmes.roster.left")}
            precision="any"
            value={values.left_on}
            onChange={(left_on) => set({ left_on })}
            error={refusedAt(write.error, "left_on")}
          />
        </Fields>
        <LineEntry label={say("programmes.roster.reason")} value={values.reason} onChange={(reason) => set({ reason })} />
        {line !== null && !refusedRemoval && line.attendance.every((code) => code === null) && (
          <Button kind="quiet" onPress={takeOff}>
            {say("programmes.roster.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
