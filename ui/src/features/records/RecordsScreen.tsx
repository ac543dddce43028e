import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { CaseLine, IsoDate, PaperRequest, PartialDate, Today } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Page } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, Empty, ErrorNote, failureOf } from "../../parts/States.tsx";
import { PAPERS, type PaperPlace, stay } from "../../screens.ts";
import { fiscalYearOf } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { CopyView } from "./CopyView.tsx";
import { Making } from "./Making.tsx";
import { Pages } from "./Pages.tsx";
import { RoadWords } from "./RoadWords.tsx";
import css from "./records.module.css";

/** 紙と転記: the papers of the office and of the person, and notes for the office's own system. */
export function RecordsScreen({ place }: { place: PaperPlace }) {
  const today = useQuery(ask("Today", { on: null }));
  const people = useQuery(ask("CaseList", { filter: "", scope: "all", sort: "kana" }));
  return (
    <Answer of={today}>{(day) => <Answer of={people}>{(list) => <Room place={place} today={day} people={list.lines} />}</Answer>}</Answer>
  );
}

type Span = { from: string | null; to: string | null };

/** A fiscal year as a span. */
const yearOf = (year: number): Span => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` });

/** What is to be made, once all of it is known. */
const wanted = (place: PaperPlace, span: Span): PaperRequest | null => {
  const { paper, caseId, on } = place;
  if (paper === "diary") return on === undefined ? null : { paper: "diary", on };
  if (caseId === undefined || paper === "copy") return null;
  if (paper !== "course") return { paper, case_id: caseId };
  return span.from === null || span.to === null ? null : { paper: "course", case_id: caseId, from: span.from, to: span.to };
};

function Room({ place, today, people }: { place: PaperPlace; today: Today; people: CaseLine[] }) {
  const [at, setAt] = useState<PaperPlace>({ ...place, on: place.on ?? today.on });
  const [span, setSpan] = useState<Span>(yearOf(fiscalYearOf(today.on)));
  const [wide, setWide] = useState(false);
  const save = useMutation({ mutationFn: (paper: PaperRequest) => callRoof("export_paper", { paper }) });
  const move = (next: PaperPlace) => {
    save.reset();
    setAt(next);
    stay({ at: "records", ...next });
  };
  const request = wanted(at, span);
  const view = useQuery({ ...ask("RecordPaper", { paper: request ?? { paper: "diary", on: today.on } }), enabled: request !== null });
  const made = request === null ? undefined : view.data;
  const copying = at.paper === "copy";
  return (
    <Page
      fill
      title={say("records.title")}
      actions={
        copying ? undefined : (
          <Button
            kind="primary"
            isDisabled={request === null || made === undefined || save.isPending}
            onPress={() => request !== null && save.mutate(request)}
          >
            {save.isPending ? say("records.saving") : say("records.save_pdf")}
          </Button>
        )
      }
    >
      <div className={css["room"]} data-wide={wide ? "" : undefined}>
        {!wide && (
          <div className={css["choosing"]}>
            <Choice
              label={say("records.what")}
              hideLabel
              value={at.paper}
              onChange={(paper) => move({ ...at, paper })}
              options={PAPERS.map((id) => ({ id, label: sayCode("records.paper", id) }))}
            />
            <p className={css["about"]}>{sayCode("records.about", at.paper)}</p>
            {save.data && (
              <div className={css["saved"]} role="status">
                <strong>{say("records.saved")}</strong>
                <span className={css["path"]}>{save.data.path}</span>
              </div>
            )}
            {save.error !== null && <ErrorNote failure={failureOf(save.error)} />}
            {at.paper === "diary" ? (
              <DateEntry
                label={say("records.day")}
                value={at.on ?? null}
                onChange={(on) =>
                  move({ paper: at.paper, ...(at.caseId === undefined ? {} : { caseId: at.caseId }), ...(on === null ? {} : { on }) })
                }
              />
            ) : (
              <Select
                label={say("records.whose")}
                value={at.caseId ?? (copying ? EVERYBODY : null)}
                onChange={(id) =>
                  move({ paper: at.paper, ...(at.on === undefined ? {} : { on: at.on }), ...(id === EVERYBODY ? {} : { caseId: id }) })
                }
                options={[...(copying ? [{ id: EVERYBODY, label: say("records.copy.everybody") }] : []), ...people.map(named)]}
              />
            )}
            {(at.paper === "course" || copying) && <Period caseId={at.caseId} span={span} today={today.on} onSpan={setSpan} />}
            {(at.paper === "course" || at.paper === "diary") && <Making corrections />}
            {at.paper === "road" && at.caseId !== undefined && <RoadWords key={at.caseId} caseId={at.caseId} />}
            {made !== undefined && <Told view={made} />}
          </div>
        )}
        {copying ? (
          <CopyView caseId={at.caseId ?? null} span={span} />
        ) : request === null ? (
          <Empty sentence={say("records.no_person")} />
        ) : view.error !== null ? (
          <ErrorNote failure={failureOf(view.error)} onRetry={() => void view.refetch()} />
        ) : (
          <Pages request={request} pages={made?.pages ?? null} wide={wide} onWide={setWide} />
        )}
      </div>
    </Page>
  );
}

const EVERYBODY = "everybody";

const named = (line: CaseLine) => ({ id: line.id, label: line.name });

type PeriodProps = { caseId: string | undefined; span: Span; today: string; onSpan: (span: Span) => void };
/** Before anything was written. */
const EVER = "1950-01-01";

/** The first day that a year, a month or a day may mean. */
const firstDay = (on: PartialDate): IsoDate => `${on}-01-01`.slice(0, 10);

/** From when to when: any day as people write it, or a year by one press. */
function Period({ caseId, span, today, onSpan }: PeriodProps) {
  const person = useQuery({ ...ask("CasePage", { case_id: caseId ?? "" }), enabled: caseId !== undefined });
  const since = person.data?.identified_on ?? EVER;
  const year = fiscalYearOf(today);
  return (
    <div className={css["period"]}>
      <div className={css["span"]}>
        <DateEntry label={say("records.from")} value={span.from} onChange={(from) => onSpan({ ...span, from })} />
        <DateEntry label={say("records.to")} value={span.to} onChange={(to) => onSpan({ ...span, to })} />
      </div>
      <div className={css["quick"]}>
        <Button dense onPress={() => onSpan(yearOf(year))}>
          {say("records.this_year")}
        </Button>
        <Button dense onPress={() => onSpan(yearOf(year - 1))}>
          {say("records.last_year")}
        </Button>
        <Button dense onPress={() => onSpan({ from: firstDay(since), to: today })}>
          {say("records.all_time")}
        </Button>
      </div>
    </div>
  );
}

/** What one should know before it leaves. */
function Told({ view }: { view: { pages: number; size: number; missing: string[]; withheld: boolean; file_name: string } }) {
  return (
    <div className={css["told"]}>
      <p className={css["file"]}>
        {view.file_name}
        <span>{say("records.pages_size", { pages: view.pages, size: Math.ceil(view.size / 1024) })}</span>
      </p>
      <p>{say("records.named")}</p>
      {view.missing.length > 0 && <p className={css["warn"]}>{say("records.missing", { characters: view.missing.join(" ") })}</p>}
      {view.withheld && <p className={css["warn"]}>{say("records.withheld")}</p>}
    </div>
  );
}
