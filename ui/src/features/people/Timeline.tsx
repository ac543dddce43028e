import { useQuery } from "@tanstack/react-query";
import { Fragment, useEffect, useRef, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { CasePage, TimelineItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Marked } from "../../parts/Marked.tsx";
import { Written } from "../../parts/notes/Late.tsx";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { Section } from "../../parts/Page.tsx";
import { RowAct } from "../../parts/RowAct.tsx";
import { codeName } from "../../words/codes.ts";
import { fiscalYearName, fiscalYearOf, fullDate, minutesName, shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import find from "./find.module.css";
import { EpisodeMark, useEpisodeMarks } from "./notes/EpisodeMark.tsx";
import { FileList } from "./notes/Files.tsx";
import { History } from "./notes/History.tsx";
import css from "./person.module.css";
import { ReviseForm } from "./ReviseForm.tsx";
import { FindBox, type Finding, useFinding } from "./TimelineFind.tsx";

/** How many more are asked for at a time. */
const STEP = 60;

type Props = {
  person: CasePage;
  /** A tab is its heading. */
  bare?: boolean;
  /** The record that is shown in its place. */
  note?: string | null;
};

/** Everything that happened, newest first: records, visits, sessions, stages, stays, in one list. */
export function Timeline({ person, bare = false, note = null }: Props) {
  const [limit, setLimit] = useState(0);
  const [revising, setRevising] = useState<TimelineItem | null>(null);
  const [told, setTold] = useState<TimelineItem | null>(null);
  const first = person.timeline.length;
  const more = useQuery({ ...ask("Timeline", { case_id: person.id, offset: first, limit }), enabled: limit > 0 });
  const items = limit > 0 ? [...person.timeline, ...(more.data ?? [])] : person.timeline;
  const finding = useFinding(person.id);
  const marks = useEpisodeMarks();
  // What is to be shown must be loaded, however far down it lies.
  const missing = note !== null && !person.timeline.some((item) => item.id === note);
  const needed = Math.max(limit, missing ? person.timeline_total - first : 0, (finding.current?.entry ?? -1) + 1 - first);
  useEffect(() => setLimit(needed), [needed]);
  const list = (
    <>
      {items.length > 0 && bare && (
        <div className={find["findBar"]}>
          <FindBox finding={finding} />
        </div>
      )}
      {items.length === 0 && <p className={css["none"]}>{say("people.person.no_timeline")}</p>}
      <ol className={css["timeline"]}>
        {items.map((item, at) => (
          <Fragment key={`${item.kind}/${item.id}`}>
            {fiscalYearOf(item.on) !== fiscalYearOf(items[at - 1]?.on ?? "") && (
              <li className={css["year"]}>{fiscalYearName(fiscalYearOf(item.on))}</li>
            )}
            <Item
              item={item}
              finding={finding}
              marks={marks}
              shown={item.id === note}
              onRevise={() => setRevising(item)}
              onTell={() => setTold(item)}
            />
          </Fragment>
        ))}
      </ol>
      {items.length < person.timeline_total && (
        <p className={css["more"]}>
          <Button onPress={() => setLimit(limit + STEP)} isDisabled={more.isFetching}>
            {say("people.person.more")}
          </Button>
        </p>
      )}
      {told !== null && <History contactId={told.id} onClose={() => setTold(null)} />}
      {revising !== null && <ReviseForm item={revising} caseId={person.id} onClose={() => setRevising(null)} />}
    </>
  );
  if (bare) return list;
  return (
    <Section title={say("people.person.timeline")} aside={say("people.person.timeline_count", { n: person.timeline_total })}>
      <div className={find["findBar"]}>
        <FindBox finding={finding} />
      </div>
      {list}
    </Section>
  );
}

type ItemProps = {
  item: TimelineItem;
  finding: Finding;
  marks: ReturnType<typeof useEpisodeMarks>;
  shown: boolean;
  onRevise: () => void;
  onTell: () => void;
};

function Item({ item, finding, marks, shown, onRevise, onTell }: ItemProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) line.current?.scrollIntoView?.({ block: "center" });
  }, [shown]);
  const note = item.kind === "contact";
  const what = note
    ? [
        item.method === null ? "" : codeName("method", item.method),
        item.counterparts.map((code) => codeName("counterpart", code)).join("・"),
      ]
    : [say(`people.kind.${item.kind}`), item.stage === null ? "" : codeName("stage", item.stage)];
  return (
    <li ref={line} className={css["item"]} data-kind={item.kind} data-shown={shown ? "" : undefined}>
      <span className={`${css["day"]} figure`} title={fullDate(item.on)}>
        {shortDate(item.on)}
      </span>
      <div className={css["what"]}>
        <p className={css["about"]}>
          <span>{what.filter((part) => part !== "").join("　")}</span>
          {item.minutes !== null && item.minutes > 0 && <span>{minutesName(item.minutes)}</span>}
          {item.place !== null && item.place !== "" && <span>{item.place}</span>}
          {item.written_at !== null && <Written on={item.on} at={item.written_at} />}
          {item.revised > 0 && (
            <Button kind="quiet" dense onPress={onTell}>
              {say("people.history.open", { n: item.revised })}
            </Button>
          )}
          {item.episode && <Chip kind="accent">{say("people.episode.marked")}</Chip>}
          {note && (
            <span className={css["revise"]}>
              <RowAct>
                <EpisodeMark item={item} marks={marks} />
              </RowAct>
              <Button kind="quiet" dense onPress={onRevise}>
                {say("people.revise.do")}
              </Button>
            </span>
          )}
        </p>
        {item.text !== "" && <LinkedText text={item.text} mentions={item.mentions} marks={finding.marksOf(item, false)} />}
        <FileList files={item.attachments} />
        {item.next_step !== null && item.next_step !== "" && (
          <p className={css["nextStep"]}>
            → <Marked text={item.next_step} marks={finding.marksOf(item, true)} />
          </p>
        )}
      </div>
    </li>
  );
}
