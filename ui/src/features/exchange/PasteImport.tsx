import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { IsoDate, PastePreview } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { go } from "../../screens.ts";
import { longDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";

type ColumnKind = PastePreview["columns"][number];

const KINDS: readonly ColumnKind[] = ["name", "kana", "hospital", "ward", "birth_date", "admitted_on", "identified_on", "sex", "skip"];
const kindName = (kind: ColumnKind) => (kind === "skip" ? say("release.paste.skip_column") : say(`release.paste.${kind}`));

/** Rows shown before the list comes in. */
const SHOWN = 30;

/** A caseload pasted from a spreadsheet: what was understood, what is wrong cell by cell, and then one act. */
export function PasteImport() {
  const [text, setText] = useState("");
  const [columns, setColumns] = useState<ColumnKind[] | null>(null);
  const [since, setSince] = useState<IsoDate | null>(null);
  const preview = useQuery({
    ...ask("PastePreview", { text, columns }),
    enabled: text.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const bring = useAct("PasteCaseload", { refusals: "here" });
  const seen = text.trim() === "" ? undefined : preview.data;
  const paste = (next: string) => {
    setText(next);
    setColumns(null);
    bring.reset();
  };
  return (
    <>
      <TextEntry
        label={say("release.paste.text")}
        hint={say("release.paste.text_hint")}
        value={text}
        onChange={paste}
        rows={seen === undefined ? 6 : 3}
      />
      {preview.error !== null && <ErrorNote failure={failureOf(preview.error)} />}
      {bring.error !== null && <ErrorNote failure={bring.error} />}
      {bring.data !== undefined && (
        <p role="status" className={css["done"]}>
          {bring.data.skipped > 0
            ? say("release.paste.done_skipped", { n: bring.data.imported, skipped: bring.data.skipped })
            : say("release.paste.done", { n: bring.data.imported })}{" "}
          <Button dense onPress={() => go({ at: "people" })}>
            {say("shell.rail.people")}
          </Button>
        </p>
      )}
      {seen !== undefined && bring.data === undefined && (
        <div className={css["preview"]}>
          <Section
            title={say("release.paste.preview")}
            aside={[
              say("release.paste.good", { n: seen.good }),
              ...(seen.faulty > 0 ? [say("release.paste.faulty", { n: seen.faulty })] : []),
            ].join("　")}
          >
            <Preview preview={seen} onColumns={setColumns} />
            {seen.rows.length > SHOWN && <p className={css["note"]}>{say("release.paste.more_rows", { n: seen.rows.length - SHOWN })}</p>}
            {seen.duplicates.length > 0 && (
              <p className={css["duplicates"]}>
                {say("release.paste.duplicates", { names: seen.duplicates.map((one) => `${one.name}${say("shell.san")}`).join("、") })}
              </p>
            )}
            <div className={css["foot"]}>
              {!seen.columns.includes("identified_on") && (
                <DateEntry label={say("release.paste.identified_all")} value={since} onChange={setSince} />
              )}
              <Button
                kind="primary"
                isDisabled={seen.good === 0 || bring.isPending}
                onPress={() => bring.mutate({ text, columns: seen.columns, identified_on: since })}
              >
                {say("release.paste.import", { n: seen.good })}
              </Button>
            </div>
          </Section>
        </div>
      )}
    </>
  );
}

const isDate = (value: string | null): value is string => value !== null && /^\d{4}(-\d{2}){0,2}$/.test(value);

function Preview({ preview, onColumns }: { preview: PastePreview; onColumns: (columns: ColumnKind[]) => void }) {
  const options = KINDS.map((id) => ({ id, label: kindName(id) }));
  return (
    <div className={css["scroll"]}>
      <table className={css["table"]}>
        <thead>
          <tr>
            {preview.columns.map((kind, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column of a pasted list has no other name than its place
              <th key={at} scope="col">
                {preview.heads[at] && <span className={css["pasted"]}>{preview.heads[at]}</span>}
                <Select
                  label={`${say("release.paste.columns")} ${at + 1}`}
                  hideLabel
                  value={kind}
                  options={options}
                  onChange={(next) => onColumns(preview.columns.map((old, place) => (place === at ? next : old)))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a pasted list have no other name than their place
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same for its cells
                <td key={place} className={cell.fault === null ? "" : (css["wrong"] ?? "")}>
                  {cell.text}
                  {isDate(cell.value) && cell.value !== cell.text && <span className={css["read"]}>{longDate(cell.value)}</span>}
                  {cell.fault !== null && <span className={css["fault"]}>{cell.fault}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
