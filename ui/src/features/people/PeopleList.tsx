import { useState } from "react";
import { type useAsked, useSearches } from "../../house/asked.ts";
import type { Scope } from "../../house/box.ts";
import type { CaseLine, CaseList } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { KanaBar } from "../../parts/KanaBar.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { focusRow, List } from "../../parts/List.tsx";
import { Name } from "../../parts/Name.tsx";
import { Narrow } from "../../parts/Narrow.tsx";
import { SaveAs } from "../../parts/SaveAs.tsx";
import { Select } from "../../parts/Select.tsx";
import { Empty } from "../../parts/States.tsx";
import { shortDate } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./people.module.css";

export type { Scope } from "../../house/box.ts";
export type Sort = "kana" | "gap" | "due";

type Props = {
  list: CaseList;
  selected: string | null;
  filter: string;
  asked: ReturnType<typeof useAsked>;
  scope: Scope;
  sort: Sort;
  onFilter: (filter: string) => void;
  onScope: (scope: Scope) => void;
  onSort: (sort: Sort) => void;
  onChoose: (id: string) => void;
  /** Enter on a line. */
  onOpen: (id: string) => void;
};

/** The caseload in the order of its reading, with the last contact and the next step of each. */
export function PeopleList(props: Props) {
  const { list, selected, filter, scope, sort } = props;
  const [dense, setDense] = useState(false);
  const present = new Set(list.lines.map((line) => line.index));
  const jump = (letter: string) => {
    const line = list.lines.find((one) => one.index === letter);
    if (line === undefined) return;
    props.onChoose(line.id);
    focusRow(line.id);
  };
  return (
    <div className={css["list"]}>
      <LineEntry
        label={say("people.list.filter")}
        hideLabel
        placeholder={say("people.list.filter")}
        value={filter}
        onChange={props.onFilter}
        onArrow={() => list.lines[0] !== undefined && focusRow(selected ?? list.lines[0].id)}
        isFilter
      />
      <Choice
        label={say("people.list.scope")}
        hideLabel
        dense
        value={scope}
        onChange={props.onScope}
        options={[
          { id: "open", label: say("people.list.open") },
          { id: "closed", label: say("people.list.closed") },
          { id: "all", label: say("people.list.all") },
        ]}
      />
      <Narrow
        query={filter}
        onQuery={props.onFilter}
        folded
        tools={
          <>
            <Select
              label={say("people.list.sort")}
              hideLabel
              dense
              value={sort}
              onChange={props.onSort}
              options={[
                { id: "kana", label: say("people.list.by_kana") },
                { id: "gap", label: say("people.list.by_gap") },
                { id: "due", label: say("people.list.by_due") },
              ]}
            />
            <Button dense kind="quiet" onPress={() => setDense(!dense)}>
              {dense ? say("people.list.normal") : say("people.list.dense")}
            </Button>
          </>
        }
        {...props.asked}
      >
        <Keep query={filter.trim()} />
      </Narrow>
      {sort === "kana" && list.lines.length > 8 && <KanaBar present={present} onPick={jump} />}
      <div className={css["rows"]}>
        <List
          label={say("people.list.title")}
          dense={dense}
          selected={selected}
          onSelect={props.onChoose}
          onOpen={props.onOpen}
          rows={list.lines.map((line) => ({
            id: line.id,
            text: `${line.name} ${line.kana}`,
            first: <First line={line} dense={dense} />,
            second: <Second line={line} dense={dense} />,
            end: <End line={line} dense={dense} />,
          }))}
          empty={<Empty sentence={say("people.list.nothing_found")} />}
        />
      </div>
    </div>
  );
}

/** Keeps what the list is narrowed by under a name. */
function Keep({ query }: { query: string }) {
  const searches = useSearches();
  if (searches.kept.some((one) => one.place === "people" && one.query === query)) return null;
  return (
    <SaveAs
      error={searches.error}
      isPending={searches.isPending}
      onOpen={searches.forget}
      onSave={(name, done) =>
        searches.all([...searches.kept, { name, place: "people", query }], () => {
          showSaid(say("find.saved.kept", { name }), true);
          done();
        })
      }
    />
  );
}

/** The name; what is different about her stands beside it, so that the place keeps its line. */
function First({ line, dense }: { line: CaseLine; dense: boolean }) {
  return (
    <>
      <Name name={line.name} kana={dense ? undefined : line.kana} />
      {!dense && <Mark line={line} />}
    </>
  );
}

function Mark({ line }: { line: CaseLine }) {
  const mark = line.status === "on_hold" ? "on_hold" : line.status === "closed" && line.stage !== "closed" ? "closed_mark" : null;
  return (
    mark !== null && (
      <span className={css["mark"]}>
        <Chip>{say(`people.list.${mark}`)}</Chip>
      </span>
    )
  );
}

function Second({ line, dense }: { line: CaseLine; dense: boolean }) {
  return (
    <span className={css["second"]}>
      {!dense && line.hospital !== null && <span className={css["hospital"]}>{line.hospital}</span>}
      {!dense && line.ward !== null && line.ward !== "" && <span className={css["ward"]}>{line.ward}</span>}
      <span>{sayCode("people.step", line.stage)}</span>
      {dense && <Mark line={line} />}
    </span>
  );
}

function End({ line, dense }: { line: CaseLine; dense: boolean }) {
  const last =
    line.last_contact_days === null
      ? say("people.list.no_contact")
      : line.last_contact_days === 0
        ? say("people.list.last_today")
        : say("people.list.last", { n: line.last_contact_days });
  return (
    <span className={css["end"]} data-dense={dense ? "" : undefined}>
      <span>{last}</span>
      {line.next_on !== null &&
        (line.next_days !== null && line.next_days < 0 ? (
          <span className={css["over"]}>{say("people.list.next_over", { n: -line.next_days })}</span>
        ) : (
          <span>{say("people.list.next", { date: shortDate(line.next_on) })}</span>
        ))}
    </span>
  );
}
