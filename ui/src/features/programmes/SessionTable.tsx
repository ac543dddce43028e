import type { ProgrammePage, SessionLine } from "../../house/contract.gen.ts";
import { Count } from "../../parts/Count.tsx";
import { Section } from "../../parts/Page.tsx";
import { Table } from "../../parts/Table.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { hourName, shortDay } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./page.module.css";

/** The sessions of a programme with their themes; the number opens the record. */
export function SessionTable({ programme }: { programme: ProgrammePage }) {
  return (
    <Section title={say("programmes.session.title")}>
      {programme.sessions.length === 0 ? (
        <p className={css["none"]}>{say("programmes.session.none")}</p>
      ) : (
        <Table<SessionLine>
          caption={say("programmes.session.title")}
          columns={[
            {
              key: "no",
              head: say("programmes.session.title"),
              width: "4rem",
              cell: (one) => (
                <Count label={say("programmes.session.open_of", { n: one.no })} onPress={() => go({ at: "programmes", planId: one.id })}>
                  {say("programmes.roster.no", { n: one.no })}
                </Count>
              ),
            },
            {
              key: "when",
              head: say("programmes.session.when"),
              width: "9.5rem",
              cell: (one) => (
                <span className="figure">
                  {[shortDay(one.on), one.start === null ? "" : hourName(one.start)].filter(Boolean).join(" ")}
                </span>
              ),
            },
            {
              key: "theme",
              head: say("programmes.session.theme"),
              cell: (one) => (
                <span className={css["theme"]}>
                  {one.theme}
                  <span className={css["muted"]}>
                    {one.result === "cancelled"
                      ? say("programmes.session.cancelled", { reason: one.reason })
                      : one.place === ""
                        ? ""
                        : codeName("session_place", one.place)}
                  </span>
                </span>
              ),
            },
            {
              key: "people",
              head: say("programmes.session.people"),
              number: true,
              width: "3rem",
              cell: (one) => (one.attended === 0 ? "" : one.attended),
            },
            { key: "peers", head: say("programmes.session.peers"), width: "7.5rem", cell: (one) => one.peers.join("・") },
            { key: "staff", head: say("programmes.session.staff"), number: true, width: "3rem", cell: (one) => one.staff ?? "" },
            {
              key: "observers",
              head: say("programmes.session.observers"),
              number: true,
              width: "3rem",
              cell: (one) => one.observers ?? "",
            },
          ]}
          rows={programme.sessions}
          id={(one) => one.id}
        />
      )}
    </Section>
  );
}
