import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../house/ask.ts";
import type { CaseLine, ExitRow, Stage, StalledLine } from "../../../house/contract.gen.ts";
import { Check } from "../../../parts/Check.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { Count } from "../../../parts/Count.tsx";
import { Name } from "../../../parts/Name.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { Table } from "../../../parts/Table.tsx";
import { codeName, codeOptions } from "../../../words/codes.ts";
import { say, sayCode } from "../../../words/words.ts";
import css from "./road.module.css";

type Props = {
  onOpen: (caseId: string) => void;
  /** Opens the list of people, narrowed by a question. */
  onList: (query: string) => void;
};

/** Everybody from the entrance to the exit, one column a stage. */
export function StageBoard({ onOpen, onList }: Props) {
  const list = useQuery(ask("CaseList", { filter: "", scope: "open", sort: "gap" }));
  const stages = codeOptions("stage").filter((option) => option.id !== "closed");
  return (
    <Answer of={list}>
      {({ lines }) =>
        lines.length === 0 ? (
          <Empty sentence={say("road.board.nobody")} />
        ) : (
          <div className={css["board"]}>
            {stages.map(({ id }) => {
              const here = lines.filter((line) => line.stage === id);
              return (
                <section key={id} className={css["column"]} aria-label={sayCode("people.step", id)}>
                  <h2>
                    {sayCode("people.step", id)}
                    <span className="unit">
                      <Count
                        label={say("road.board.list_of", { stage: sayCode("people.step", id), n: here.length })}
                        onPress={() => onList(`stage:${id}`)}
                      >
                        {say("road.board.count", { n: here.length })}
                      </Count>
                    </span>
                  </h2>
                  {here.length === 0 && <p className={css["quiet"]}>{say("road.board.none_here")}</p>}
                  {here.map((line) => (
                    <Card key={line.id} line={line} onOpen={onOpen} />
                  ))}
                </section>
              );
            })}
          </div>
        )
      }
    </Answer>
  );
}

function Card({ line, onOpen }: { line: CaseLine; onOpen: (caseId: string) => void }) {
  const last = line.last_contact_days === null ? say("road.board.no_contact") : say("road.board.since", { n: line.last_contact_days });
  return (
    <button type="button" className={css["card"]} title={say("road.board.open_of", { name: line.name })} onClick={() => onOpen(line.id)}>
      <span className={css["cardName"]}>
        <Name name={line.name} />
      </span>
      <span className={css["cardSmall"]}>
        {last}
        {line.status === "on_hold" && <Chip>{say("people.list.on_hold")}</Chip>}
      </span>
    </button>
  );
}

/** The four lines of everybody's exit, with how certain each is. */
export function ExitTable({ onOpen, onList }: Props) {
  const [open, setOpen] = useState(false);
  const board = useQuery(ask("ExitBoard", {}));
  const isOpen = (row: ExitRow) => row.exit.some((line) => line.certainty === "undecided");
  return (
    <Answer of={board}>
      {(rows) => (
        <>
          <div className={css["boardHead"]}>
            <Check checked={open} onChange={setOpen}>
              {say("road.board.undecided_only")}
            </Check>
            <Count label={say("road.board.undecided_list", { n: rows.filter(isOpen).length })} onPress={() => onList("exit:undecided")}>
              {say("road.board.count", { n: rows.filter(isOpen).length })}
            </Count>
          </div>
          {open && rows.every((row) => !isOpen(row)) ? (
            <Empty sentence={say("road.board.all_decided")} />
          ) : (
            <Table
              caption={say("road.board.exit")}
              rows={open ? rows.filter(isOpen) : rows}
              id={(row) => row.person.id}
              columns={[
                {
                  key: "name",
                  head: say("road.board.person"),
                  width: "8.5rem",
                  cell: (row) => <Person id={row.person.id} name={row.person.name} onOpen={onOpen} />,
                },
                { key: "stage", head: say("road.board.stage"), width: "5.5rem", cell: (row) => sayCode("people.step", row.person.stage) },
                ...codeOptions("exit_key").map(({ id, label }) => ({
                  key: id,
                  head: label,
                  width: id === "housing" ? "25%" : "18%",
                  cell: (row: ExitRow) => <Line line={row.exit.find((line) => line.key === id)} />,
                })),
              ]}
            />
          )}
        </>
      )}
    </Answer>
  );
}

function Line({ line }: { line: ExitRow["exit"][number] | undefined }) {
  if (line === undefined) return null;
  return (
    <span className={css["exitLine"]} data-certainty={line.certainty}>
      <Chip kind={line.certainty === "fixed" ? "accent" : "plain"}>{codeName("certainty", line.certainty)}</Chip>
      <span>{line.idea}</span>
    </span>
  );
}

/** Who does not move, each with the rule that named her. */
export function StalledTable({ onOpen, onList }: Props) {
  const stalled = useQuery(ask("Stalled", {}));
  const name = (stage: Stage) => sayCode("people.step", stage);
  return (
    <Answer of={stalled}>
      {(rows) => (
        <>
          <p className={css["boardHead"]}>
            <span className={css["quiet"]}>{say("road.board.moving_what")}</span>
            {rows.length > 0 && (
              <Count label={say("road.board.stalled_list", { n: rows.length })} onPress={() => onList("concern:stalled")}>
                {say("road.board.count", { n: rows.length })}
              </Count>
            )}
          </p>
          {rows.length === 0 ? (
            <Empty sentence={say("road.board.moving")} />
          ) : (
            <Table
              caption={say("road.board.stalled")}
              rows={rows}
              id={(row) => row.case_id}
              columns={[
                {
                  key: "name",
                  head: say("road.board.person"),
                  width: "13rem",
                  cell: (row: StalledLine) => <Person id={row.case_id} name={row.name} onOpen={onOpen} />,
                },
                {
                  key: "stage",
                  head: say("road.board.stage"),
                  width: "14rem",
                  cell: (row: StalledLine) => `${name(row.stage)}　${say("road.board.in_stage", { n: row.days_in_stage })}`,
                },
                { key: "why", head: say("road.board.why"), cell: (row: StalledLine) => <Reasons row={row} /> },
              ]}
            />
          )}
        </>
      )}
    </Answer>
  );
}

function Reasons({ row }: { row: StalledLine }) {
  return (
    <ul className={css["reasons"]}>
      {row.reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Person({ id, name, onOpen }: { id: string; name: string; onOpen: (caseId: string) => void }) {
  return (
    <button type="button" className={css["person"]} title={say("road.board.open_of", { name })} onClick={() => onOpen(id)}>
      <Name name={name} />
    </button>
  );
}
