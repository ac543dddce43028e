import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { ChosenTable, Failure, Mapping, TableKind, TableView } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { hear } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { fiscalYearName, fiscalYearOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./exchange.module.css";
import { TablePlaces } from "./TablePlaces.tsx";
import { TableRows } from "./TableRows.tsx";

const KINDS: readonly TableKind[] = ["cases", "contacts", "activities", "organisations", "survey630"];
/** Years before this one that a list may be of. */
const YEARS = 12;

type Props = {
  table: ChosenTable;
  count: number;
  kind: TableKind;
  onKind: (kind: TableKind) => void;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  bring: { start: () => void; isPending: boolean; failure: Pick<Failure, "id" | "sentence"> | null };
};

/** What a list says, what is wrong with it, and what the person has to say about it, before it comes in. */
export function TableCheck({ table, count, kind, onKind, mapping, onMapping, bring }: Props) {
  const preview = useQuery({ ...ask("TablePreview", { kind, mapping, file: count }), placeholderData: keepPreviousData });
  const view = preview.data;
  const change = (part: Partial<Mapping>) => onMapping({ ...mapping, ...part });
  return (
    <div className={css["check"]}>
      <Choice
        label={say("pack.table.kind")}
        options={KINDS.map((id) => ({ id, label: say(`pack.table.kind_name.${id}`) }))}
        value={kind}
        onChange={onKind}
      />
      <div className={css["wheres"]}>
        {table.sheets.length > 1 && (
          <Select
            label={say("pack.table.sheet")}
            value={mapping.sheet ?? table.sheets[table.sheet]?.name ?? ""}
            options={table.sheets.map((sheet) => ({ id: sheet.name, label: sheetName(sheet) }))}
            onChange={(sheet) => onMapping({ ...mapping, sheet, head_row: null, columns: {}, organisations: {}, take: [] })}
          />
        )}
        {view !== undefined && <HeadRow view={view} onChange={(head_row) => change({ head_row, columns: {}, take: [] })} />}
        {view !== undefined && <Unsaid view={view} kind={kind} mapping={mapping} change={change} />}
      </div>
      {preview.error !== null && <ErrorNote failure={failureOf(preview.error)} />}
      {view !== undefined && preview.error === null && (
        <>
          <TablePlaces
            places={view.places}
            onAnswer={(name, answer) => change({ organisations: { ...mapping.organisations, [name]: answer } })}
          />
          <Section title={say("pack.table.preview")} aside={<Counts view={view} />}>
            <Remarks view={view} />
            {view.total === 0 ? (
              <p className={css["refused"]}>{say("pack.table.no_rows")}</p>
            ) : (
              <TableRows view={view} take={mapping.take} onTake={(take) => change({ take })} onColumns={(columns) => change({ columns })} />
            )}
          </Section>
          {bring.failure !== null && <ErrorNote failure={bring.failure} />}
          <Foot view={view} bring={bring} />
        </>
      )}
    </div>
  );
}

const sheetName = ({ name, lines, hidden }: ChosenTable["sheets"][number]) =>
  say("pack.table.sheet_rows", { name: hidden ? say("pack.table.hidden_sheet", { name }) : name, n: lines });

function HeadRow({ view, onChange }: { view: TableView; onChange: (row: number) => void }) {
  const rows = Array.from({ length: Math.max(10, view.head_row + 3) }, (_, at) => at + 1);
  return (
    <Select
      label={say("pack.table.head_row")}
      value={String(view.head_row)}
      options={[{ id: "0", label: say("pack.table.head_none") }, ...rows.map((row) => ({ id: String(row), label: String(row) }))]}
      onChange={(row) => onChange(Number(row))}
    />
  );
}

/** What the list itself does not say. Once asked, it stays to be changed. */
function Unsaid({
  view,
  kind,
  mapping,
  change,
}: {
  view: TableView;
  kind: TableKind;
  mapping: Mapping;
  change: (part: Partial<Mapping>) => void;
}) {
  const today = useQuery(ask("Today", { on: null })).data?.on;
  const year = today === undefined ? null : fiscalYearOf(today);
  const [hospital, setHospital] = useState<string | null>(null);
  const speaksOfOne = kind === "cases" || kind === "survey630";
  const leave = () => hospital !== null && change({ hospital });
  return (
    <>
      {speaksOfOne && (view.needs_hospital || view.hospital !== null || mapping.hospital !== null || hospital !== null) && (
        <LineEntry
          label={say("pack.table.hospital")}
          value={hospital ?? mapping.hospital ?? view.hospital ?? ""}
          onChange={setHospital}
          onLeave={leave}
          onEnter={leave}
          width="middle"
        />
      )}
      {view.needs_identified_on && (
        <DateEntry
          label={say("pack.table.identified_on")}
          value={mapping.identified_on}
          onChange={(identified_on) => change({ identified_on })}
        />
      )}
      {(view.needs_year || mapping.fiscal_year !== null) && year !== null && (
        <Select
          label={say("pack.table.fiscal_year")}
          value={mapping.fiscal_year === null ? "none" : String(mapping.fiscal_year)}
          options={[
            { id: "none", label: say("pack.table.fiscal_none") },
            ...Array.from({ length: YEARS }, (_, back) => ({ id: String(year - back), label: fiscalYearName(year - back) })),
          ]}
          onChange={(id) => change({ fiscal_year: id === "none" ? null : Number(id) })}
        />
      )}
    </>
  );
}

function Counts({ view }: { view: TableView }) {
  return (
    <>
      {[
        say("pack.table.good", { n: view.good }),
        ...(view.faulty > 0 ? [say("pack.table.faulty", { n: view.faulty })] : []),
        ...(view.duplicates > 0 ? [say("pack.table.duplicates", { n: view.duplicates })] : []),
      ].join("　")}
    </>
  );
}

function Remarks({ view }: { view: TableView }) {
  return (
    <>
      {view.missing.length > 0 && (
        <p role="alert" className={css["duplicates"]}>
          {say("pack.table.missing", { names: view.missing.join("・") })}
        </p>
      )}
      <p className={css["note"]}>
        {[
          say("pack.table.garbled"),
          ...(view.remembered ? [say("pack.table.remembered")] : []),
          ...(view.left_out.length > 0 ? [say("pack.table.left_out", { rows: view.left_out.slice(0, 20).join("・") })] : []),
        ].join(" ")}
      </p>
    </>
  );
}

function Foot({ view, bring }: { view: TableView; bring: Props["bring"] }) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  useEffect(
    () =>
      hear((event) => {
        if (event.kind === "progress" && event.act === "ImportTable") setProgress({ done: event.done, total: event.total });
      }),
    [],
  );
  if (bring.isPending) {
    return (
      <div className={css["foot"]}>
        <progress
          className={css["progress"]}
          aria-label={say("pack.table.working")}
          {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
        />
        <Button onPress={() => void callRoof("stop", {}).catch(() => undefined)}>{say("pack.table.stop")}</Button>
      </div>
    );
  }
  return (
    <div className={css["foot"]}>
      <Button kind="primary" onPress={bring.start} isDisabled={view.good === 0}>
        {say("pack.table.import", { n: view.good })}
      </Button>
    </div>
  );
}
