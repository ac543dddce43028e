import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { KeepRecordSettings } from "../../house/contract.gen.ts";
import { Check } from "../../parts/Check.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { say, sayCode } from "../../words/words.ts";
import css from "./records.module.css";

/** How the papers are made: boxes for approval, and what of a correction is shown. */
export function Making({ corrections }: { corrections: boolean }) {
  const settings = useQuery(ask("RecordSettings", {}));
  const keep = useAct("KeepRecordSettings");
  const kept = settings.data;
  if (kept === undefined) return null;
  const change = (part: Partial<KeepRecordSettings>) => keep.mutate({ ...kept, ...part });
  return (
    <div className={css["making"]}>
      <Check checked={kept.approval} onChange={(approval) => change({ approval })}>
        {say("records.approval")}
      </Check>
      {kept.approval && <Stamps key={kept.stamps} kept={kept.stamps} onKeep={(stamps) => change({ stamps })} />}
      {corrections && (
        <Choice
          label={say("records.earlier")}
          dense
          value={kept.earlier}
          onChange={(earlier) => change({ earlier })}
          options={(["marked", "struck"] as const).map((id) => ({ id, label: sayCode("records.earlier_is", id) }))}
        />
      )}
    </div>
  );
}

/** The heads of the boxes, kept when the line is left. */
function Stamps({ kept, onKeep }: { kept: string; onKeep: (stamps: string) => void }) {
  const [stamps, setStamps] = useState(kept);
  const leave = () => stamps !== kept && onKeep(stamps);
  return <LineEntry label={say("records.stamps")} value={stamps} onChange={setStamps} onEnter={leave} onLeave={leave} />;
}
