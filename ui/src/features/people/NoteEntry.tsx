import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act, useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { CasePage } from "../../house/contract.gen.ts";
import { showRefusal } from "../../house/notices.ts";
import { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice, Choices } from "../../parts/Choice.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { useKeys } from "../../parts/keys.ts";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Answer, SavedMark } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./person.module.css";

const METHODS = ["interview_hospital", "home_visit", "accompany", "phone", "meeting", "office", "mail", "other"];
const COUNTERPARTS = ["person", "family", "hospital", "support", "municipality", "housing", "peer"];

/** A new record: the text alone is enough. What is typed is kept as a draft inside the vault at every pause. */
export function NoteEntry({ person, onClose }: { person: CasePage; onClose: () => void }) {
  const place = `case:${person.id}`;
  const draft = useQuery({ ...ask("Draft", { place }), gcTime: 0, staleTime: 0 });
  const today = useQuery(ask("Today", { on: null }));
  return (
    <Answer of={today}>
      {(day) => (
        <Answer of={draft}>{(kept) => <Writer person={person} place={place} kept={kept ?? ""} today={day.on} onClose={onClose} />}</Answer>
      )}
    </Answer>
  );
}

type Writer = { person: CasePage; place: string; kept: string; today: string; onClose: () => void };

function Writer({ person, place, kept, today, onClose }: Writer) {
  const [text, setText] = useState(kept);
  const [on, setOn] = useState<string | null>(today);
  const [method, setMethod] = useState(person.hospital === null ? "home_visit" : "interview_hospital");
  const [counterparts, setCounterparts] = useState<string[]>(["person"]);
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
    if (text.trim() === "" || on === null) return;
    write.mutate(
      {
        case_ids: [person.id],
        plan_id: null,
        on,
        minutes,
        method,
        counterparts,
        text,
        next_step: next.trim() === "" ? null : { text: next, due_on: due },
        outcome: null,
        draft_place: place,
      } as Parameters<typeof write.mutate>[0],
      { onSuccess: onClose },
    );
  };
  useKeys({ "Mod+Enter": finish });
  return (
    <section className={css["note"]} aria-label={say("people.note.title")}>
      <div className={css["noteTools"]}>
        <Choice
          label={say("people.note.method")}
          hideLabel
          dense
          value={method}
          onChange={setMethod}
          options={codeOptions("method", METHODS)}
        />
        <Choices
          label={say("people.note.counterpart")}
          hideLabel
          dense
          value={counterparts}
          onChange={setCounterparts}
          options={codeOptions("counterpart", COUNTERPARTS)}
        />
      </div>
      <TextEntry
        label={say("people.note.text")}
        hideLabel
        placeholder={say("people.note.hint")}
        value={text}
        onChange={setText}
        onPause={keepDraft}
        onFinish={finish}
        rows={6}
        autoFocus
        error={write.error?.sentence ?? null}
      />
      <div className={css["noteFoot"]}>
        <DateEntry label={say("people.note.on")} value={on} onChange={setOn} />
        <NumberEntry label={say("people.note.minutes")} unit={say("people.note.minute")} value={minutes} onChange={setMinutes} max={1440} />
        <LineEntry label={say("people.note.next")} value={next} onChange={setNext} />
        {next.trim() !== "" && <DateEntry label={say("people.note.due")} value={due} onChange={setDue} />}
      </div>
      <div className={css["noteActs"]}>
        <SavedMark at={savedAt} />
        <Button kind="quiet" onPress={onClose}>
          {say("people.note.close")}
        </Button>
        <Button kind="primary" onPress={finish} keys="Mod+Enter" isDisabled={text.trim() === "" || write.isPending}>
          {say("people.note.keep")}
        </Button>
      </div>
    </section>
  );
}
