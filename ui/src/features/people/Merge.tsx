import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage, MergeView } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { say, sayCode } from "../../words/words.ts";
import css from "./person.module.css";

/** Two entries of one person become one; the entry of this page stays. */
export function Merge({ person }: { person: CasePage }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" dense onPress={() => setOpen(true)}>
        {say("road.merge.do")}
      </Button>
      {open && <MergeDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

function MergeDialog({ person, onClose }: { person: CasePage; onClose: () => void }) {
  const [other, setOther] = useState<string | null>(null);
  const people = useQuery(ask("CaseList", { filter: "", scope: "all", sort: "kana" }));
  const preview = useQuery({ ...ask("MergePreview", { case_id: person.id, other_id: other ?? "" }), enabled: other !== null });
  const merge = useAct("MergePeople", { refusals: "here" });
  const go = () => {
    if (other === null) return;
    merge.mutate(
      { case_id: person.id, other_id: other },
      {
        onSuccess: () => {
          onClose();
          showSaid(say("road.merge.done"));
        },
      },
    );
  };
  const others = (people.data?.lines ?? []).filter((line) => line.id !== person.id);
  return (
    <Dialog
      title={say("road.merge.title")}
      isOpen
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={go} isDisabled={preview.data === undefined || merge.isPending}>
          {say("road.merge.merge")}
        </Button>
      }
    >
      <div className={css["form"]}>
        <p>{say("road.merge.what")}</p>
        <Select
          label={say("road.merge.other")}
          value={other}
          onChange={setOther}
          options={others.map((line) => ({
            id: line.id,
            label: [`${line.name}${say("shell.san")}`, line.hospital, sayCode("people.step", line.stage)]
              .filter((part) => part !== null && part !== "")
              .join("　"),
          }))}
        />
        {preview.data !== undefined && other !== null && <Preview view={preview.data} />}
        {merge.error !== null && <ErrorNote failure={failureOf(merge.error)} />}
      </div>
    </Dialog>
  );
}

function Preview({ view }: { view: MergeView }) {
  const sides = [
    { head: say("road.merge.kept"), side: view.keep },
    { head: say("road.merge.gone"), side: view.other },
  ];
  return (
    <>
      <dl className={css["small"]}>
        {sides.map(({ head, side }) => (
          <div key={side.person.id}>
            <dt>{head}</dt>
            <dd>
              {side.person.name}
              {say("shell.san")}
              <br />
              {say("road.merge.side", { contacts: side.contacts, visits: side.visits, sessions: side.sessions, tasks: side.tasks })}
            </dd>
          </div>
        ))}
      </dl>
      <p>{view.one_episode ? say("road.merge.one", { name: view.keep.person.name.replace(" ", "\u00a0") }) : say("road.merge.two")}</p>
    </>
  );
}
