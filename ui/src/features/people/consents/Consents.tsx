import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../house/ask.ts";
import type { ConsentLine } from "../../../house/contract.gen.ts";
import { Button } from "../../../parts/Button.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { codeName } from "../../../words/codes.ts";
import { longDate } from "../../../words/dates.ts";
import { say, sayCode } from "../../../words/words.ts";
import { ConsentForm, WithdrawalForm } from "./ConsentForms.tsx";
import css from "./consents.module.css";

type Open = { form: "keep"; line: ConsentLine | null } | { form: "withdraw"; line: ConsentLine };

/** What the person agreed to, newest first; what was taken back stays in sight, crossed by its day and reason. */
export function Consents({ caseId, today }: { caseId: string; today: string }) {
  const ledger = useQuery(ask("Consents", { case_id: caseId }));
  const [open, setOpen] = useState<Open | null>(null);
  const add = <Button onPress={() => setOpen({ form: "keep", line: null })}>{say("people.consent.add")}</Button>;
  return (
    <div className={css["ledger"]}>
      <Answer of={ledger}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty sentence={say("people.consent.none")}>{add}</Empty>
          ) : (
            <>
              <ul className={css["lines"]} aria-label={say("people.consent.title")}>
                {lines.map((line) => (
                  <Line key={line.id} line={line} onOpen={setOpen} />
                ))}
              </ul>
              <div>{add}</div>
            </>
          )
        }
      </Answer>
      {open?.form === "keep" && (
        <ConsentForm key={open.line?.id ?? ""} caseId={caseId} line={open.line} today={today} onClose={() => setOpen(null)} />
      )}
      {open?.form === "withdraw" && <WithdrawalForm key={open.line.id} line={open.line} today={today} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Line({ line, onOpen }: { line: ConsentLine; onOpen: (open: Open) => void }) {
  const what = codeName("consent_about", line.about);
  const facts = [
    say("people.consent.given", { date: longDate(line.given_on), way: codeName("consent_way", line.way) }),
    line.confirmed_by === "" ? "" : say("people.consent.by", { who: line.confirmed_by }),
    line.valid_until === null ? "" : say("people.consent.until", { date: longDate(line.valid_until) }),
  ].filter((fact) => fact !== "");
  return (
    <li className={css["line"]}>
      <div className={css["what"]}>
        <strong>{what}</strong>
        <Chip kind={line.state === "valid" ? "accent" : line.state === "withdrawn" ? "warn" : "plain"}>
          {sayCode("people.consent_state", line.state)}
        </Chip>
        {line.scope !== "" && <span>{line.scope}</span>}
      </div>
      <p className={css["facts"]}>{facts.join("　")}</p>
      {line.withdrawn_on !== null && (
        <p className={css["withdrawn"]}>
          {say("people.consent.withdrawn", { date: longDate(line.withdrawn_on) })}
          {line.withdrawn_reason !== "" && `　${line.withdrawn_reason}`}
        </p>
      )}
      <div className={css["acts"]}>
        <Button kind="quiet" dense label={say("people.consent.edit_of", { what })} onPress={() => onOpen({ form: "keep", line })}>
          {say("people.consent.edit")}
        </Button>
        <Button kind="quiet" dense label={say("people.consent.withdraw_of", { what })} onPress={() => onOpen({ form: "withdraw", line })}>
          {say("people.consent.withdraw")}
        </Button>
      </div>
    </li>
  );
}
