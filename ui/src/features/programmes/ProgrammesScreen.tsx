import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { Programme } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Page } from "../../parts/Page.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { Table } from "../../parts/Table.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import { SessionRecord } from "./SessionRecord.tsx";

/** Programmes of preparation for discharge; with a plan, the record of that session. */
export function ProgrammesScreen({ planId }: { planId: string | null }) {
  return planId === null ? <Programmes /> : <SessionRecord key={planId} planId={planId} />;
}

function Programmes() {
  const programmes = useQuery(ask("Programmes", {}));
  const add = <Button onPress={() => go({ at: "plans", write: true })}>{say("work.programme.add")}</Button>;
  return (
    <Page title={say("work.programme.title")} actions={add}>
      <Answer of={programmes}>
        {(all) =>
          all.length === 0 ? (
            <Empty sentence={say("work.programme.none")}>{add}</Empty>
          ) : (
            <Table<Programme>
              caption={say("work.programme.title")}
              columns={[
                { key: "name", head: say("work.plan.programme_name"), cell: (one) => one.name },
                { key: "org", head: say("work.plan.hospital"), cell: (one) => one.org ?? "" },
                { key: "status", head: "", cell: (one) => <Chip>{codeName("programme_status", one.status)}</Chip>, width: "7rem" },
                {
                  key: "sessions",
                  head: "",
                  cell: (one) => say("work.programme.sessions", { n: one.sessions }),
                  number: true,
                  width: "5rem",
                },
                {
                  key: "next",
                  head: "",
                  cell: (one) => (one.status === "finished" ? "" : say("work.programme.next_no", { n: one.next_no })),
                  width: "8rem",
                },
              ]}
              rows={all}
              id={(one) => one.id}
            />
          )
        }
      </Answer>
    </Page>
  );
}
