import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { OrganiserLine, ProgrammePage } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form, recorded, refusedAt } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { codeName, codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./page.module.css";

const OTHER = "";

/** 主催・共催・協力, each with its side. */
export function Organisers({ programme }: { programme: ProgrammePage }) {
  const [open, setOpen] = useState<OrganiserLine | "new" | null>(null);
  return (
    <Section
      title={say("programmes.organiser.title")}
      aside={
        <Button kind="quiet" dense onPress={() => setOpen("new")}>
          {say("programmes.organiser.add")}
        </Button>
      }
    >
      {programme.organisers.length === 0 && <p className={css["none"]}>{say("programmes.organiser.none")}</p>}
      <ul className={css["lines"]}>
        {programme.organisers.map((one) => (
          <li key={one.id}>
            <span className={css["lead"]}>{codeName("organiser_role", one.role)}</span>
            <span className={css["text"]}>
              {one.org}
              {one.side !== "" && <span className={css["muted"]}>{codeName("side", one.side)}</span>}
            </span>
            <Button kind="quiet" dense label={say("programmes.organiser.edit_of", { name: one.org })} onPress={() => setOpen(one)}>
              {say("programmes.roster.edit")}
            </Button>
          </li>
        ))}
      </ul>
      {open !== null && <OrganiserForm programmeId={programme.id} organiser={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

type Props = { programmeId: string; organiser: OrganiserLine | null; onClose: () => void };

function OrganiserForm({ programmeId, organiser, onClose }: Props) {
  const sheet = useSheet(`form/organiser/${programmeId}/${organiser?.id ?? "new"}`, {
    org: organiser?.org_id ?? (null as string | null),
    name: "",
    side: organiser?.side || (null as string | null),
    role: organiser?.role || "host",
  });
  const { values, set } = sheet;
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const write = useAct("KeepOrganiser", { refusals: "here" });
  const remove = useAct("RemoveOrganiser");
  const other = values.org === OTHER;
  const keep = () =>
    write.mutate(
      {
        programme_id: programmeId,
        organiser_id: organiser?.id ?? null,
        org_id: other ? null : values.org,
        org_name: other ? values.name : "",
        side: values.side,
        role: values.role,
      },
      recorded(sheet, onClose),
    );
  return (
    <Dialog title={say("programmes.organiser.title")} isOpen onClose={onClose}>
      <Form
        sheet={sheet}
        keep={say("programmes.prepare.keep")}
        onKeep={keep}
        ready={values.org !== null && !(other && values.name.trim() === "") && !write.isPending}
        refusal={write.error}
        beside={["org_name"]}
      >
        <Select
          label={say("programmes.organiser.org")}
          value={values.org}
          onChange={(org) => set({ org })}
          options={[
            ...(organisations.data ?? []).map((one) => ({ id: one.id, label: one.name })),
            { id: OTHER, label: say("programmes.organiser.org_other") },
          ]}
        />
        {other && (
          <LineEntry
            label={say("programmes.organiser.org_name")}
            value={values.name}
            onChange={(name) => set({ name })}
            error={refusedAt(write.error, "org_name")}
          />
        )}
        <Choice
          label={say("programmes.organiser.role")}
          value={values.role}
          onChange={(role) => set({ role })}
          options={codeOptions("organiser_role")}
        />
        <Choice
          label={say("programmes.organiser.side")}
          value={values.side}
          onChange={(side) => set({ side })}
          options={codeOptions("side")}
        />
        {organiser !== null && (
          <Button
            kind="quiet"
            onPress={() => remove.mutate({ programme_id: programmeId, organiser_id: organiser.id }, recorded(sheet, onClose))}
          >
            {say("programmes.organiser.remove")}
          </Button>
        )}
      </Form>
    </Dialog>
  );
}
