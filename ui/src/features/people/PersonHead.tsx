import type { CasePage } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Name } from "../../parts/Name.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { longDate, monthsName, shortMonth } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { Papers } from "./Papers.tsx";
import css from "./person.module.css";

type Props = { person: CasePage; writing: boolean; onWrite: () => void; onMove: () => void };

/** Who it is, where, and how far on the road. Birth date and admission form stay out of sight. */
export function PersonHead({ person, writing, onWrite, onMove }: Props) {
  const place = [person.hospital, person.ward, person.room].filter((part) => part !== null && part !== "").join(" ");
  const facts = [
    person.age === null ? "" : say("people.person.age", { n: person.age }),
    place,
    person.stay_months === null ? "" : say("people.person.stay", { time: monthsName(person.stay_months) }),
    say("people.person.support", { time: monthsName(person.support_months) }),
  ].filter((fact) => fact !== "");
  return (
    <header className={css["head"]}>
      <div className={css["who"]}>
        <h2 className={css["name"]}>
          <Name name={person.name} kana={person.kana} />
          {person.status === "on_hold" && <Chip>{say("people.list.on_hold")}</Chip>}
          {person.status === "closed" && <Chip>{say("people.list.closed_mark")}</Chip>}
        </h2>
        <p className={css["facts"]}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <div className={css["acts"]}>
        <Button onPress={() => go({ at: "together", caseId: person.id })}>{say("records.together")}</Button>
        <Button onPress={() => go({ at: "records", paper: "course", caseId: person.id })}>{say("records.open")}</Button>
        <Papers person={person} />
        <Button onPress={onMove} keys="S">
          {say("people.person.stage")}
        </Button>
        {!writing && (
          <Button kind="primary" onPress={onWrite} keys="N">
            {say("people.person.write")}
          </Button>
        )}
      </div>
      <Road person={person} />
    </header>
  );
}

function Road({ person }: { person: CasePage }) {
  return (
    <ol className={css["road"]} aria-label={say("people.person.road")}>
      {person.steps.map((step) => (
        <li
          key={step.stage}
          className={css["step"]}
          data-current={step.current ? "" : undefined}
          data-past={!step.current && step.from_on !== null ? "" : undefined}
          aria-current={step.current ? "step" : undefined}
          title={[
            codeName("stage", step.stage),
            step.from_on === null ? "" : say("people.person.since", { date: longDate(step.from_on) }),
          ].join(" ")}
        >
          <span className={css["stage"]}>{step.current ? codeName("stage", step.stage) : sayCode("people.step", step.stage)}</span>
          <span className={`${css["since"]} figure`}>{step.from_on === null ? "" : shortMonth(step.from_on)}</span>
        </li>
      ))}
    </ol>
  );
}
