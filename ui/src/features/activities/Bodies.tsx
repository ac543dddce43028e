import { openRecords } from "../../house/box.ts";
import type { ActivityList } from "../../house/contract.gen.ts";
import { Count } from "../../parts/Count.tsx";
import { Section } from "../../parts/Page.tsx";
import { go } from "../../screens.ts";
import { codeName } from "../../words/codes.ts";
import { shortDate, shortFull } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";

/** 会議体: how often each met in the year, when last and when next; the name opens what was written of it. */
export function Bodies({ list, today }: { list: ActivityList; today: string }) {
  return (
    <>
      <Section title={say("work.activity.bodies")}>
        {list.bodies.length === 0 && <p className={css["none"]}>{say("work.activity.bodies_none")}</p>}
        <ul className={css["bodies"]}>
          {list.bodies.map((one) => (
            <li key={`${one.kind} ${one.name}`}>
              <Count label={say("work.activity.body_open", { name: one.name })} onPress={() => openRecords(`${one.name} kind:activity`)}>
                {one.name}
              </Count>
              <span className={css["beside"]}>
                {codeName("activity_kind", one.kind)}
                <span className="figure">{say("work.activity.body_times", { n: one.times })}</span>
                <span className="figure">{one.days.map(shortDate).join("・")}</span>
                {one.next_on !== null && one.next_on >= today && (
                  <span className="figure">
                    {one.planned
                      ? say("work.activity.body_next", { date: shortFull(one.next_on) })
                      : say("work.activity.body_expected", { date: shortFull(one.next_on) })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {list.briefed.length > 0 && (
        <Section title={say("work.activity.briefed")}>
          <ul className={css["bodies"]}>
            {list.briefed.map((one) => (
              <li key={one.org_id}>
                <Count label={one.org} onPress={() => go({ at: "organisations", orgId: one.org_id })}>
                  {one.org}
                </Count>
                <span className={`${css["beside"]} figure`}>
                  <span>{say("work.activity.briefed_times", { n: one.times })}</span>
                  <span>{say("work.activity.body_last", { date: shortDate(one.last_on) })}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
