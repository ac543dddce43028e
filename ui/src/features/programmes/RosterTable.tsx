import { useState } from "react";
import type { ProgrammePage, RosterLine } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Chip } from "../../parts/Chip.tsx";
import { Name } from "../../parts/Name.tsx";
import { Section } from "../../parts/Page.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { shortDate, shortDay } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { ParticipantForm } from "./ParticipantForm.tsx";
import css from "./page.module.css";

/** Everybody of the roster against every session: who came when, and who has stayed away. */
export function RosterTable({ programme }: { programme: ProgrammePage }) {
  const [open, setOpen] = useState<RosterLine | "new" | null>(null);
  return (
    <Section
      title={say("programmes.roster.title")}
      aside={
        <Button dense onPress={() => setOpen("new")}>
          {say("programmes.roster.add")}
        </Button>
      }
    >
      {programme.roster.length === 0 ? (
        <p className={css["none"]}>{say("programmes.roster.none")}</p>
      ) : (
        <Grid programme={programme} onOpen={setOpen} />
      )}
      {open !== null && <ParticipantForm programme={programme} line={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function Grid({ programme, onOpen }: { programme: ProgrammePage; onOpen: (line: RosterLine) => void }) {
  const shown = programme.sessions.map((session, at) => ({ session, at })).filter((one) => one.session.result !== "cancelled");
  return (
    <>
      <div className={css["scroll"]}>
        <table className={css["grid"]}>
          <caption className="for-reader">{say("programmes.roster.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("programmes.roster.name")}</th>
              <th scope="col">{say("programmes.roster.period")}</th>
              {shown.map(({ session }) => (
                <th key={session.id} scope="col" className={css["session"]}>
                  <button
                    type="button"
                    aria-label={say("programmes.session.open_of", { n: session.no })}
                    title={[shortDay(session.on), session.theme].join("　")}
                    onClick={() => go({ at: "programmes", planId: session.id })}
                  >
                    <span className="figure">{session.no}</span>
                    <span className={css["small"]}>{shortDate(session.on)}</span>
                  </button>
                </th>
              ))}
              <th scope="col" className={css["count"]}>
                {say("programmes.roster.attended")}
              </th>
              <th scope="col">{say("programmes.roster.last")}</th>
              <th scope="col">
                <span className="for-reader">{say("programmes.roster.edit")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {programme.roster.map((line) => (
              <tr key={line.participant_id} data-left={line.left_on === null ? undefined : ""}>
                <th scope="row">
                  {line.case_id === null ? (
                    line.name
                  ) : (
                    <button type="button" className={css["person"]} onClick={() => go({ at: "people", caseId: line.case_id ?? "" })}>
                      <Name name={line.name} />
                    </button>
                  )}
                </th>
                <td className={css["small"]}>
                  <span className="figure">{spanOf(line)}</span> {line.reason}
                </td>
                {shown.map(({ session, at }) => (
                  <Mark key={session.id} code={line.attendance[at] ?? null} />
                ))}
                <td className={`${css["count"]} figure`}>{say("programmes.roster.attended_of", { n: line.attended, of: line.of })}</td>
                <td>
                  <span className="figure">{line.last_on === null ? "" : shortDate(line.last_on)}</span>{" "}
                  {line.absences >= programme.absences && <Chip kind="warn">{say("programmes.roster.signal", { n: line.absences })}</Chip>}
                </td>
                <td className={css["act"]}>
                  <Button kind="quiet" dense label={say("programmes.roster.edit_of", { name: line.name })} onPress={() => onOpen(line)}>
                    {say("programmes.roster.edit")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css["legend"]}>{say("programmes.roster.legend")}</p>
    </>
  );
}

/** 9/16〜, 6/4〜9/30; nothing where nobody knows. */
const spanOf = (line: RosterLine): string =>
  line.joined_on === null && line.left_on === null
    ? ""
    : say("programmes.roster.span", {
        from: line.joined_on === null ? "" : shortDate(line.joined_on),
        to: line.left_on === null ? "" : shortDate(line.left_on),
      });

/** ○ △ × 休 – 退, read out in words. */
function Mark({ code }: { code: string | null }) {
  if (code === null) return <td className={css["mark"]} />;
  return (
    <td className={css["mark"]} data-code={code}>
      <span aria-hidden="true">{sayCode("programmes.roster", `mark_${code}`)}</span>
      <span className="for-reader">{codeName("attendance", code)}</span>
    </td>
  );
}
