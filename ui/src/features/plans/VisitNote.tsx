import { useState } from "react";
import { act, useAct } from "../../house/act.ts";
import type { PlanItem, VisitPerson } from "../../house/contract.gen.ts";
import { showRefusal } from "../../house/notices.ts";
import { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Name } from "../../parts/Name.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { SavedMark } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeName } from "../../words/codes.ts";
import { shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./visit.module.css";

type Outcome = NonNullable<VisitPerson["outcome"]>;

const OUTCOMES: readonly [key: string, outcome: Outcome][] = [
  ["1", "met"],
  ["2", "away"],
  ["3", "unwilling"],
  ["4", "unwell"],
  ["0", "out"],
];

type Props = { plan: PlanItem; person: VisitPerson; onOutcome: (outcome: Outcome) => void; onWritten: () => void; last: boolean };

/** One person of the round: what was said last time, the outcome by one key, and the note. */
export function VisitNote({ plan, person, onOutcome, onWritten, last }: Props) {
  return (
    <section className={css["note"]} aria-label={person.name}>
      <header>
        <h2 className={css["name"]}>
          <Name name={person.name} kana={person.kana} />
        </h2>
        <p className={css["before"]}>
          {person.last_on === null ? say("work.visit.no_last") : say("work.visit.last", { date: shortDay(person.last_on) })}
          {person.last_text !== null && <span>　{person.last_text}</span>}
        </p>
        {person.open_step !== null && <p className={css["step"]}>{say("work.visit.step", { text: person.open_step })}</p>}
      </header>
      <fieldset className={css["outcomes"]}>
        <legend className="for-reader">{say("work.visit.outcome")}</legend>
        {OUTCOMES.map(([key, outcome]) => (
          <Button key={outcome} dense keys={key} kind={person.outcome === outcome ? "primary" : "plain"} onPress={() => onOutcome(outcome)}>
            {codeName("outcome", outcome)}
          </Button>
        ))}
      </fieldset>
      {person.contact !== null ? (
        <div className={css["record"]}>
          <h3>{say("work.visit.again")}</h3>
          <p className={css["text"]}>{person.contact.text}</p>
          {person.contact.next_step !== null && <p className={css["step"]}>→ {person.contact.next_step}</p>}
        </div>
      ) : (
        <Writer plan={plan} person={person} onWritten={onWritten} last={last} />
      )}
    </section>
  );
}

function Writer({ plan, person, onWritten, last }: Omit<Props, "onOutcome">) {
  const place = `visit/${plan.id}/${person.case_id}`;
  const [text, setText] = useState(person.draft ?? "");
  const [minutes, setMinutes] = useState<number | null>(null);
  const [next, setNext] = useState("");
  const [due, setDue] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const write = useAct("WriteContact", { refusals: "here" });
  const keepDraft = (body: string) => {
    act("KeepDraft", { place, body }).then(setSavedAt, (thrown: unknown) => {
      if (thrown instanceof Refusal) showRefusal(thrown);
    });
  };
  const finish = () => {
    if (text.trim() === "") return;
    write.mutate(
      {
        case_ids: [person.case_id],
        plan_id: plan.id,
        on: plan.on,
        minutes,
        method: "interview_hospital",
        counterparts: ["person"],
        text,
        next_step: next.trim() === "" ? null : { text: next, due_on: due },
        outcome: "met",
        draft_place: place,
      },
      { onSuccess: onWritten },
    );
  };
  useKeys({ "Mod+Enter": finish });
  return (
    <>
      <TextEntry
        label={say("work.visit.text")}
        hideLabel
        placeholder={say("work.visit.hint")}
        value={text}
        onChange={setText}
        onPause={keepDraft}
        onFinish={finish}
        rows={8}
        autoFocus
        error={write.error?.sentence ?? null}
      />
      <div className={css["foot"]}>
        <NumberEntry label={say("work.visit.minutes")} unit={say("work.visit.minute")} value={minutes} onChange={setMinutes} max={1440} />
        <LineEntry label={say("work.visit.next")} value={next} onChange={setNext} />
        {next.trim() !== "" && <DateEntry label={say("work.visit.due")} value={due} onChange={setDue} />}
      </div>
      <div className={css["acts"]}>
        <SavedMark at={savedAt} />
        <Button kind="primary" onPress={finish} keys="Mod+Enter" isDisabled={text.trim() === "" || write.isPending}>
          {last ? say("work.visit.keep_last") : say("work.visit.keep")}
        </Button>
      </div>
    </>
  );
}
