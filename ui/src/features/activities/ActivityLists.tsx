import { type ReactNode, useState } from "react";
import { openRecords } from "../../house/box.ts";
import type { Activity, ActivityList, Support } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Count } from "../../parts/Count.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Discard } from "../../parts/Discard.tsx";
import { Written } from "../../parts/notes/Late.tsx";
import { LinkedText } from "../../parts/notes/LinkedText.tsx";
import { Columns, Section } from "../../parts/Page.tsx";
import { Table } from "../../parts/Table.tsx";
import { codeName } from "../../words/codes.ts";
import { shortDate, shortDay, shortMonth } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./activities.module.css";
import { Bodies } from "./Bodies.tsx";
import { MeetingForm } from "./MeetingForm.tsx";
import { SupportForm } from "./OtherForms.tsx";

const hours = (minutes: (number | null)[]) => (minutes.reduce<number>((sum, n) => sum + (n ?? 0), 0) / 60).toFixed(1);

/** What was done in a year, newest first. */
export function ActivityLists({ list, year, today }: { list: ActivityList; year: number; today: string }) {
  const [activity, setActivity] = useState<Activity | null>(null);
  const [support, setSupport] = useState<Support | null>(null);
  const records = (kind: string) => openRecords(`kind:${kind} period:fy${year}`);
  return (
    <Columns shape="wide-narrow">
      <div>
        <Section
          title={say("work.activity.list")}
          aside={
            <Count onPress={() => records("activity")}>
              {say("work.activity.total", { n: list.activities.length, hours: hours(list.activities.map((one) => one.minutes)) })}
            </Count>
          }
        >
          <Table
            caption={say("work.activity.list")}
            columns={[
              {
                key: "on",
                head: say("work.activity.on"),
                cell: (one) => <span className={`${css["date"]} figure`}>{shortDay(one.on)}</span>,
                width: "6.25rem",
              },
              {
                key: "name",
                head: say("work.activity.name"),
                cell: (one) => (
                  <>
                    {one.name}
                    {(one.nth > 1 || one.org !== null) && (
                      <span className={css["beside"]}>
                        {one.nth > 1 && <span className="figure">{say("work.activity.nth", { n: one.nth })}</span>}
                        {one.org !== null && <span>{one.org}</span>}
                        {one.partner_role !== null && <span>{codeName("partner_role", one.partner_role)}</span>}
                      </span>
                    )}
                    {one.content !== "" && (
                      <div className={css["content"]}>
                        <LinkedText text={one.content} mentions={one.mentions} />
                      </div>
                    )}
                    {one.decisions !== "" && (
                      <div className={css["content"]}>
                        {say("work.activity.decided")}：
                        <LinkedText text={one.decisions} mentions={one.mentions} />
                      </div>
                    )}
                    {one.written_at !== null && (
                      <div className={css["content"]}>
                        <Written on={one.on} at={one.written_at} />
                      </div>
                    )}
                  </>
                ),
              },
              { key: "kind", head: say("work.activity.kind"), cell: (one) => codeName("activity_kind", one.kind), width: "10.5rem" },
              {
                key: "people",
                head: say("work.activity.participants"),
                cell: (one) => one.participants ?? "",
                number: true,
                width: "4.5rem",
              },
              {
                key: "minutes",
                head: say("work.activity.minutes_head"),
                number: true,
                width: "5rem",
                cell: (one) => (
                  <span className={css["last"]}>
                    {one.minutes ?? ""}
                    <Discard kind="activity" id={one.id} name={one.name} inRow="over">
                      <Edit name={one.name} onPress={() => setActivity(one)} />
                    </Discard>
                  </span>
                ),
              },
            ]}
            rows={list.activities}
            id={(one) => one.id}
          />
        </Section>
      </div>
      <div>
        <Bodies list={list} today={today} />
        <Section
          title={say("work.activity.list_support")}
          aside={<Count onPress={() => records("support")}>{say("work.activity.count", { n: list.support.length })}</Count>}
        >
          {list.support.length === 0 && <p className={css["none"]}>{say("work.activity.none_here")}</p>}
          <ul className={css["lines"]}>
            {list.support.map((one) => (
              <li key={one.id}>
                <span className={`${css["day"]} figure`}>{shortDate(one.on)}</span>
                <span>
                  {[one.org, one.theme].filter(Boolean).join("　")}
                  {(one.themes.length > 0 || one.change_seen !== "") && (
                    <span className={css["beside"]}>
                      {one.themes.length > 0 && <span>{one.themes.map((code) => codeName("support_theme", code)).join("・")}</span>}
                      {one.change_seen !== "" && <span>{one.change_seen}</span>}
                    </span>
                  )}
                </span>
                <span className={css["kind"]}>
                  {codeName("support_kind", one.kind)}
                  {one.written_at !== null && <Written on={one.on} at={one.written_at} />}
                </span>
                <Discard kind="support" id={one.id} name={[one.org, one.theme].filter(Boolean).join("　")} inRow="over">
                  <Edit name={[one.org, one.theme].filter(Boolean).join("　")} onPress={() => setSupport(one)} />
                </Discard>
              </li>
            ))}
          </ul>
        </Section>
        <Section
          title={say("work.activity.list_publication")}
          aside={<Count onPress={() => records("publication")}>{say("work.activity.count", { n: list.publications.length })}</Count>}
        >
          {list.publications.length === 0 && <p className={css["none"]}>{say("work.activity.none_here")}</p>}
          <ul className={css["lines"]}>
            {list.publications.map((one) => (
              <li key={one.id}>
                <span className={`${css["day"]} figure`}>{shortMonth(one.month)}</span>
                <span>{one.title}</span>
                <span className={css["kind"]}>{codeName("publication_kind", one.kind)}</span>
                <Discard kind="publication" id={one.id} name={one.title} inRow="over" />
              </li>
            ))}
          </ul>
        </Section>
        {list.loose.length > 0 && (
          <Section title={say("work.activity.list_loose")} aside={say("work.activity.count", { n: list.loose.length })}>
            <ul className={css["lines"]}>
              {list.loose.map((one) => (
                <li key={one.id}>
                  <span className={`${css["day"]} figure`}>{shortDate(one.on)}</span>
                  <LinkedText text={one.text} mentions={one.mentions} />
                  {one.written_at !== null && (
                    <span className={css["kind"]}>
                      <Written on={one.on} at={one.written_at} />
                    </span>
                  )}
                  <Discard kind="contact" id={one.id} name={one.text} inRow="over" />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
      <Correction isOpen={activity !== null} onClose={() => setActivity(null)}>
        {activity !== null && <MeetingForm today={today} activity={activity} onDone={() => setActivity(null)} />}
      </Correction>
      <Correction isOpen={support !== null} onClose={() => setSupport(null)}>
        {support !== null && <SupportForm today={today} support={support} onDone={() => setSupport(null)} />}
      </Correction>
    </Columns>
  );
}

function Edit({ name, onPress }: { name: string; onPress: () => void }) {
  return (
    <Button kind="quiet" dense label={say("work.activity.edit_of", { name })} onPress={onPress}>
      {say("work.activity.edit")}
    </Button>
  );
}

function Correction({ isOpen, onClose, children }: { isOpen: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <Dialog title={say("work.activity.edit_title")} isOpen={isOpen} onClose={onClose} width="middle">
      <div className={css["form"]}>{children}</div>
    </Dialog>
  );
}
