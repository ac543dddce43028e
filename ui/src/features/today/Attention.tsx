import { openPeople, openRecords } from "../../house/box.ts";
import type { IsoDate, Today } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Count } from "../../parts/Count.tsx";
import { Name } from "../../parts/Name.tsx";
import { Section } from "../../parts/Page.tsx";
import { Empty } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { minutesName, shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./today.module.css";

const MOST = 5;

/** 間があいた方: whom nobody has met for too long, with the reason and the way to write; a long gap stands in the warning colour. */
export function Gaps({ gaps }: { gaps: Today["gaps"] }) {
  return (
    <Section title={say("shell.today.gaps")}>
      {gaps.length === 0 && <Empty sentence={say("shell.today.no_gaps")} />}
      <ul>
        {gaps.slice(0, MOST).map((gap) => (
          <li key={gap.case_id} className={css["row"]}>
            <span className={css["what"]}>
              <button type="button" className={css["person"]} onClick={() => go({ at: "people", caseId: gap.case_id })}>
                <Name name={gap.name} />
              </button>
              <span className={css["more"]}>
                <span className={gap.long ? css["over"] : ""}>{gap.sentence}</span>
                {"　"}
                {gap.planned_on === null ? say("shell.today.no_plan") : say("shell.today.planned_on", { date: shortDay(gap.planned_on) })}
              </span>
            </span>
            <Button
              dense
              label={say("shell.today.write_of", { name: gap.name })}
              onPress={() => go({ at: "people", caseId: gap.case_id, write: true })}
            >
              {say("shell.today.write")}
            </Button>
          </li>
        ))}
      </ul>
      {gaps.length > MOST && (
        <p className={css["rest"]}>
          <Count onPress={() => openPeople("concern:gap", "all")}>{say("shell.today.gaps_all", { n: gaps.length })}</Count>
        </p>
      )}
    </Section>
  );
}

/** 期限: what ends. Its sentence says how long is left; a day that has passed stands in the warning colour. */
export function Deadlines({ deadlines }: { deadlines: Today["deadlines"] }) {
  return (
    <Section title={say("shell.today.deadlines")}>
      {deadlines.length === 0 && <Empty sentence={say("shell.today.no_deadlines")} />}
      <ul>
        {deadlines.map((deadline) => (
          <li key={`${deadline.rule} ${deadline.case_id ?? deadline.org_id} ${deadline.due}`} className={css["row"]}>
            <span className={css["what"]}>
              <DeadlineName deadline={deadline} />
              <span className={css["more"]}>{deadline.sentence}</span>
            </span>
            <span className={css["due"]}>
              <span className={css[deadline.days < 0 ? "over" : "dueDate"]}>{shortDay(deadline.due)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DeadlineName({ deadline }: { deadline: Today["deadlines"][number] }) {
  const { case_id, org_id, name } = deadline;
  if (case_id !== null) {
    return (
      <button type="button" className={css["person"]} onClick={() => go({ at: "people", caseId: case_id })}>
        <Name name={name} />
      </button>
    );
  }
  return org_id === null ? (
    <span className={css["line"]}>{name}</span>
  ) : (
    <button type="button" className={css["person"]} onClick={() => go({ at: "organisations", orgId: org_id })}>
      {name}
    </button>
  );
}

/** あと12日, 今日まで, 3日過ぎ: past days in the warning colour and in words. */
export function DaysLeft({ days }: { days: number }) {
  if (days < 0) return <strong className={css["over"]}>{say("shell.today.overdue", { n: -days })}</strong>;
  return <span className={css["left"]}>{days === 0 ? say("shell.today.due_today") : say("shell.today.due_in", { n: days })}</span>;
}

/** Hours by kind, one quiet line at the foot of the window. */
export function Hours({ hours, on }: { hours: Today["hours"]; on: IsoDate }) {
  const records = (kind: string) => openRecords(`work:${kind} period:${on.slice(0, 8)}01..${on}`);
  return (
    <section className={css["hours"]} aria-label={say("shell.today.hours")}>
      <span className={css["hoursTitle"]}>{say("shell.today.hours")}</span>
      {hours.length === 0 && <span>{say("shell.today.hours_none")}</span>}
      {hours.map((part) => (
        <span key={part.kind} className={css["hoursPart"]}>
          {codeName("work_kind", part.kind)}
          <Count label={`${codeName("work_kind", part.kind)} ${minutesName(part.minutes)}`} onPress={() => records(part.kind)}>
            <span className="figure">{minutesName(part.minutes)}</span>
          </Count>
        </span>
      ))}
    </section>
  );
}
