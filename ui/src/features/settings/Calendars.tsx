import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answers } from "../../house/ask.ts";
import type { CalendarImported } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Section } from "../../parts/Page.tsx";
import { ErrorNote } from "../../parts/States.tsx";
import { say } from "../../words/words.ts";
import css from "./settings.module.css";

/** Other programs' calendars in, ours out. Names leave only when somebody types that they shall. */
export function Calendars() {
  const [confirmed, setConfirmed] = useState("");
  const bring = useMutation({ mutationFn: () => callRoof("import_calendar", {}), onSuccess: () => answers.invalidateQueries() });
  const write = useMutation({
    mutationFn: (names: boolean) => callRoof("export_calendar", { names }),
    onSettled: () => setConfirmed(""),
  });
  const word = say("shell.calendar.confirm_word");
  const failure = [bring.error, write.error].find((error) => error instanceof Refusal);
  return (
    <Fields>
      {failure instanceof Refusal && <ErrorNote failure={failure} />}
      <Section title={say("shell.calendar.in")}>
        <div className={css["steps"]}>
          <p className={css["note"]}>{say("shell.calendar.in_what")}</p>
          <Button onPress={() => bring.mutate()} isDisabled={bring.isPending}>
            {say("shell.calendar.in_do")}
          </Button>
          {bring.data && <Told told={bring.data} />}
        </div>
      </Section>
      <Section title={say("shell.calendar.out")}>
        <div className={css["steps"]}>
          <p className={css["note"]}>{say("shell.calendar.out_what")}</p>
          <Button onPress={() => write.mutate(false)} isDisabled={write.isPending}>
            {say("shell.calendar.out_do")}
          </Button>
          <p className={css["note"]}>{say("shell.calendar.names_what", { word })}</p>
          <LineEntry label={say("shell.calendar.confirm")} value={confirmed} onChange={setConfirmed} width="middle" />
          <Button kind="warn" onPress={() => write.mutate(true)} isDisabled={confirmed.trim() !== word || write.isPending}>
            {say("shell.calendar.names_do")}
          </Button>
          {write.data && <p role="status">{say("shell.calendar.written", { name: write.data.file_name, n: write.data.plans })}</p>}
        </div>
      </Section>
    </Fields>
  );
}

/** What became of what was brought in. */
function Told({ told }: { told: CalendarImported }) {
  return (
    <div role="status">
      <p>{say("shell.calendar.told", { added: told.added, known: told.known, passed: told.passed, cancelled: told.cancelled })}</p>
      {told.assumed > 0 && <p>{say("shell.calendar.assumed", { n: told.assumed })}</p>}
      {told.dropped > 0 && <p>{say("shell.calendar.dropped", { n: told.dropped })}</p>}
      {told.faults.length > 0 && (
        <ul>
          {told.faults.map((fault, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fault is its place in the file
            <li key={at}>
              {[fault.line === null ? "" : say("shell.calendar.line", { n: fault.line }), fault.title, fault.reason]
                .filter(Boolean)
                .join("　")}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
