import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { ProgrammePage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { go } from "../../screens.ts";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";

const NOWHERE = "";
const NOTHING = "none";

const blank = {
  name: "",
  org_id: null as string | null,
  aim: "",
  starts: null as string | null,
  ends: null as string | null,
  planned_sessions: null as number | null,
  eligibility: "",
  cost: "",
  status: "preparing",
  default_attendance: null as string | null,
};

/** What a programme is; a new one opens at its page. */
export function ProgrammeForm({ programme, onClose }: { programme: ProgrammePage | null; onClose: () => void }) {
  const first =
    programme === null
      ? blank
      : (Object.fromEntries(Object.keys(blank).map((key) => [key, programme[key as keyof typeof blank]])) as typeof blank);
  const sheet = useSheet(`form/programme/${programme?.id ?? "new"}`, first);
  const { values, set } = sheet;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const write = useAct("KeepProgramme", { refusals: "here" });
  const wrong = (field: string) => refusedAt(write.error, field);
  const keep = () =>
    write.mutate(
      { programme_id: programme?.id ?? null, ...values },
      {
        onSuccess: (id) => {
          recorded(sheet, onClose).onSuccess();
          showSaid(say("programmes.page.kept"), true);
          go({ at: "programmes", programmeId: id });
        },
      },
    );
  return (
    <Dialog title={programme === null ? say("programmes.page.add") : say("programmes.page.edit")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("programmes.page.keep")}
        onKeep={keep}
        ready={values.name.trim() !== "" && !write.isPending}
        refusal={write.error}
        beside={["name", "starts", "ends"]}
      >
        <Fields columns={2}>
          <LineEntry
            label={say("programmes.page.name")}
            value={values.name}
            onChange={(name) => set({ name })}
            error={wrong("name")}
            autoFocus
          />
          <Select
            label={say("programmes.page.org")}
            value={values.org_id ?? NOWHERE}
            onChange={(id) => set({ org_id: id === NOWHERE ? null : id })}
            options={[
              { id: NOWHERE, label: say("shell.select.none") },
              ...(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name })),
            ]}
          />
        </Fields>
        <LineEntry label={say("programmes.page.aim")} value={values.aim} onChange={(aim) => set({ aim })} />
        <Fields columns={3}>
          <DateEntry
            label={say("programmes.page.starts")}
            precision="any"
            value={values.starts}
            onChange={(starts) => set({ starts })}
            error={wrong("starts")}
          />
          <DateEntry
            label={say("programmes.page.ends")}
            precision="any"
            value={values.ends}
            onChange={(ends) => set({ ends })}
            error={wrong("ends")}
          />
          <NumberEntry
            label={say("programmes.page.planned")}
            unit={say("programmes.page.times")}
            value={values.planned_sessions}
            onChange={(planned_sessions) => set({ planned_sessions })}
          />
        </Fields>
        <LineEntry label={say("programmes.page.eligibility")} value={values.eligibility} onChange={(eligibility) => set({ eligibility })} />
        <LineEntry label={say("programmes.page.cost")} value={values.cost} onChange={(cost) => set({ cost })} />
        <Choice
          label={say("programmes.page.status")}
          value={values.status}
          onChange={(status) => set({ status })}
          options={codeOptions("programme_status")}
        />
        <Choice
          label={say("programmes.page.default")}
          value={values.default_attendance ?? NOTHING}
          onChange={(code) => set({ default_attendance: code === NOTHING ? null : code })}
          options={[
            { id: NOTHING, label: say("programmes.page.default_none") },
            { id: "present", label: say("programmes.page.default_present") },
            { id: "absent", label: say("programmes.page.default_absent") },
          ]}
        />
      </Form>
    </Dialog>
  );
}
