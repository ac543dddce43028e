import { useState } from "react";
import { useAct } from "../../house/act.ts";
import type { KeepReportSettings, PaperYears, PersonWord } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./reports.module.css";

const YEARS: readonly PaperYears[] = ["era", "western"];
const PERSONS: readonly PersonWord[] = ["usual", "nin", "mei"];

/** How every paper is written, and the two audiences that are off until somebody switches them on. */
export function PaperDialog({ settings, onClose }: { settings: KeepReportSettings; onClose: () => void }) {
  const [wish, setWish] = useState(settings);
  const keep = useAct("KeepReportSettings", { refusals: "here" });
  const change = (part: Partial<KeepReportSettings>) => setWish({ ...wish, ...part });
  return (
    <Dialog
      title={say("release.report.paper")}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        <Button kind="primary" isDisabled={keep.isPending} onPress={() => keep.mutate(wish, { onSuccess: onClose })}>
          {say("release.report.paper_keep")}
        </Button>
      }
    >
      <div className={css["stack"]}>
        <Choice
          label={say("release.report.years")}
          value={wish.years}
          onChange={(years) => change({ years })}
          options={YEARS.map((id) => ({ id, label: say(`release.report.${id}`) }))}
        />
        <Choice
          label={say("release.report.persons")}
          value={wish.persons}
          onChange={(persons) => change({ persons })}
          options={PERSONS.map((id) => ({ id, label: say(`release.report.${id}`) }))}
        />
        <Check checked={wish.approval} onChange={(approval) => change({ approval })}>
          {say("release.report.approval")}
        </Check>
        <LineEntry
          label={say("release.report.clause")}
          hint={say("release.report.clause_hint")}
          value={wish.commissioner_clause}
          onChange={(commissioner_clause) => change({ commissioner_clause })}
          width="full"
        />
        <LineEntry
          label={say("release.report.clause_receiver")}
          value={wish.commissioner_receiver}
          onChange={(commissioner_receiver) => change({ commissioner_receiver })}
          width="full"
        />
        <Check checked={wish.hospital} onChange={(hospital) => change({ hospital })}>
          {say("release.report.hospital_on")}
        </Check>
        <p className={css["aside"]}>{say("release.report.hospital_hint")}</p>
        {keep.error !== null && <ErrorNote failure={keep.error} />}
      </div>
    </Dialog>
  );
}
