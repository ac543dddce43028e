import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CopyColumn, KeepRecordSettings } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Section } from "../../parts/Page.tsx";
import { say, sayCode } from "../../words/words.ts";
import css from "./records.module.css";

const ALL: readonly CopyColumn[] = [
  "date",
  "time",
  "person",
  "method",
  "counterpart",
  "place",
  "kinds",
  "text",
  "next_step",
  "minutes",
  "author",
];

const nameOf = (column: CopyColumn): string => sayCode("records.column", column);

/** The order of the office's own columns, and what stands between them. */
export function CopyOrder() {
  const settings = useQuery(ask("RecordSettings", {}));
  const keep = useAct("KeepRecordSettings");
  const kept = settings.data;
  if (kept === undefined) return null;
  const change = (part: Partial<KeepRecordSettings>) => keep.mutate({ ...kept, ...part });
  const columns = kept.columns;
  const swap = (i: number, j: number) => {
    const next = [...columns];
    const [one, other] = [next[i], next[j]];
    if (one === undefined || other === undefined) return;
    next[i] = other;
    next[j] = one;
    change({ columns: next });
  };
  const rest = ALL.filter((column) => !columns.includes(column));
  return (
    <aside className={css["order"]}>
      <Section title={say("records.copy.order")} aside={say("records.copy.order_hint")}>
        <ol className={css["columns"]}>
          {columns.map((column, i) => (
            <li key={column}>
              <span>{nameOf(column)}</span>
              <Button
                dense
                kind="quiet"
                isDisabled={i === 0}
                onPress={() => swap(i, i - 1)}
                label={say("records.copy.up", { name: nameOf(column) })}
              >
                ↑
              </Button>
              <Button
                dense
                kind="quiet"
                isDisabled={i + 1 === columns.length}
                onPress={() => swap(i, i + 1)}
                label={say("records.copy.down", { name: nameOf(column) })}
              >
                ↓
              </Button>
              <Button
                dense
                kind="quiet"
                isDisabled={columns.length === 1}
                onPress={() => change({ columns: columns.filter((one) => one !== column) })}
                label={say("records.copy.remove", { name: nameOf(column) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
        {rest.length > 0 && (
          <div className={css["rest"]}>
            <span className={css["aside"]}>{say("records.copy.add")}</span>
            {rest.map((column) => (
              <Button key={column} dense onPress={() => change({ columns: [...columns, column] })}>
                {nameOf(column)}
              </Button>
            ))}
          </div>
        )}
        <div className={css["making"]}>
          <Choice
            label={say("records.copy.separator")}
            dense
            value={kept.separator}
            onChange={(separator) => change({ separator })}
            options={(["tab", "line"] as const).map((id) => ({ id, label: sayCode("records.separator", id) }))}
          />
          <Choice
            label={say("records.copy.dates")}
            dense
            value={kept.dates}
            onChange={(dates) => change({ dates })}
            options={(["western", "era"] as const).map((id) => ({ id, label: sayCode("records.dates", id) }))}
          />
          <Check checked={kept.labels} onChange={(labels) => change({ labels })}>
            {say("records.copy.labels")}
          </Check>
          <Check checked={kept.mark_at_once} onChange={(mark_at_once) => change({ mark_at_once })}>
            {say("records.copy.mark_at_once")}
          </Check>
        </div>
        <p className={css["aside"]}>{say("records.copy.stays")}</p>
      </Section>
    </aside>
  );
}
