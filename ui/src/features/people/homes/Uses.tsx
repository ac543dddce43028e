import { useState } from "react";
import { useAct } from "../../../house/act.ts";
import type { UseLine } from "../../../house/contract.gen.ts";
import { useSheet } from "../../../house/draft.ts";
import { Button } from "../../../parts/Button.tsx";
import { DateEntry } from "../../../parts/DateEntry.tsx";
import { Dialog } from "../../../parts/Dialog.tsx";
import { Fields } from "../../../parts/Field.tsx";
import { Form, recorded, refusedAt } from "../../../parts/Form.tsx";
import { LineEntry } from "../../../parts/LineEntry.tsx";
import { NumberEntry } from "../../../parts/NumberEntry.tsx";
import { Section } from "../../../parts/Page.tsx";
import { Empty } from "../../../parts/States.tsx";
import { Table } from "../../../parts/Table.tsx";
import { shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";

const blank = { from_on: null as string | null, service: "", place: "", days: null as number | null };

/** 体験利用: services for the day that were tried, and for how many days. */
export function Uses({ caseId, uses, days }: { caseId: string; uses: readonly UseLine[]; days: number }) {
  const [open, setOpen] = useState<UseLine | "new" | null>(null);
  return (
    <Section
      title={say("exit.use.title")}
      aside={
        <Button kind="quiet" dense onPress={() => setOpen("new")}>
          {say("exit.use.add")}
        </Button>
      }
    >
      {uses.length === 0 ? (
        <Empty sentence={say("exit.use.none")} />
      ) : (
        <>
          <p className="figure">{say("exit.use.counter", { times: uses.length, days })}</p>
          <Table
            caption={say("exit.use.title")}
            rows={uses}
            id={(use) => use.id}
            columns={[
              { key: "from", head: say("exit.use.from"), cell: (use) => shortFull(use.from_on) },
              { key: "days", head: say("exit.use.days"), number: true, width: "6rem", cell: (use) => use.days ?? "" },
              { key: "service", head: say("exit.use.service"), cell: (use) => use.service },
              { key: "place", head: say("exit.use.place"), cell: (use) => use.place },
              {
                key: "edit",
                head: say("road.home.edit"),
                hideHead: true,
                width: "4rem",
                cell: (use) => (
                  <Button kind="quiet" dense label={say("exit.use.edit_of", { on: shortFull(use.from_on) })} onPress={() => setOpen(use)}>
                    {say("road.home.edit")}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {open !== null && <UseForm caseId={caseId} use={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function UseForm({ caseId, use, onClose }: { caseId: string; use: UseLine | null; onClose: () => void }) {
  const { id, ...first } = use ?? { id: null, ...blank };
  const sheet = useSheet<typeof blank>(`form/use/${caseId}/${id ?? "new"}`, first);
  const write = useAct("KeepUse", { refusals: "here" });
  const remove = useAct("RemoveUse");
  const { values, set } = sheet;
  const keep = () => {
    const { from_on, ...rest } = values;
    if (from_on !== null) write.mutate({ case_id: caseId, use_id: id, from_on, ...rest }, recorded(sheet, onClose));
  };
  return (
    <Dialog title={say("exit.use.title")} isOpen onClose={onClose} width="middle">
      <Form
        sheet={sheet}
        keep={say("road.home.keep")}
        onKeep={keep}
        ready={!write.isPending && values.from_on !== null}
        refusal={write.error}
        beside={["from_on", "service"]}
      >
        <LineEntry
          label={say("exit.use.service")}
          hint={say("exit.use.service_hint")}
          value={values.service}
          onChange={(service) => set({ service })}
          error={refusedAt(write.error, "service")}
        />
        <LineEntry label={say("exit.use.place")} value={values.place} onChange={(place) => set({ place })} />
        <Fields columns={2}>
          <DateEntry
            label={say("exit.use.from")}
            value={values.from_on}
            onChange={(from_on) => set({ from_on })}
            error={refusedAt(write.error, "from_on")}
          />
          <NumberEntry
            max={999}
            label={say("exit.use.days")}
            unit={say("exit.use.day_unit")}
            value={values.days}
            onChange={(days) => set({ days })}
          />
        </Fields>
        {id !== null && (
          <Button kind="quiet" onPress={() => remove.mutate({ case_id: caseId, use_id: id }, recorded(sheet, onClose))}>
            {say("exit.use.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
