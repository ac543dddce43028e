import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../../house/ask.ts";
import type { PeerActivityLine, PeerLine, PeerList } from "../../../house/contract.gen.ts";
import { Button } from "../../../parts/Button.tsx";
import { Chip } from "../../../parts/Chip.tsx";
import { Page, Section } from "../../../parts/Page.tsx";
import { Select } from "../../../parts/Select.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { Table } from "../../../parts/Table.tsx";
import { go } from "../../../screens.ts";
import { codeName } from "../../../words/codes.ts";
import { fiscalYearName, fiscalYearOf, minutesName, shortDate, shortFull } from "../../../words/dates.ts";
import { say } from "../../../words/words.ts";
import { PeerActivityForm } from "./PeerActivityForm.tsx";
import { PeerForm } from "./PeerForm.tsx";
import css from "./peers.module.css";

/** Years back that can be chosen. */
const YEARS = [0, 1, 2, 3];

/** Peer supporters: each with what was done in a year, what was paid, and how they are taken care of. */
export function PeersScreen() {
  const today = useQuery(ask("Today", { on: null }));
  return <Answer of={today}>{(day) => <OfYear today={day.on} />}</Answer>;
}

const money = (yen: number): string => String(yen).replace(/\B(?=(\d{3})+$)/g, ",");

function OfYear({ today }: { today: string }) {
  const [year, setYear] = useState(fiscalYearOf(today));
  const [adding, setAdding] = useState(false);
  const list = useQuery(ask("Peers", { fiscal_year: year }));
  return (
    <Page
      title={say("programmes.peer.title")}
      sub={say("programmes.peer.sub")}
      actions={
        <>
          <Button kind="quiet" onPress={() => go({ at: "programmes" })}>
            {say("programmes.page.back")}
          </Button>
          <Select
            label={say("programmes.peer.year")}
            hideLabel
            value={String(year)}
            onChange={(id) => setYear(Number(id))}
            options={YEARS.map((n) => fiscalYearOf(today) - n).map((one) => ({ id: String(one), label: fiscalYearName(one) }))}
          />
          <Button kind="primary" onPress={() => setAdding(true)}>
            {say("programmes.peer.add")}
          </Button>
        </>
      }
    >
      <Answer of={list}>
        {(all) => (all.peers.length === 0 ? <Empty sentence={say("programmes.peer.none")} /> : <Peers list={all} today={today} />)}
      </Answer>
      {adding && <PeerForm peer={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Peers({ list, today }: { list: PeerList; today: string }) {
  return (
    <>
      <p className={`${css["sum"]} figure`}>
        <span>{say("programmes.peer.sessions", { n: list.sessions, m: list.times })}</span>
        <span>{say("programmes.peer.money", { fees: money(list.fees), expenses: money(list.expenses) })}</span>
      </p>
      {list.peers.map((peer) => (
        <Peer key={peer.id} peer={peer} today={today} />
      ))}
    </>
  );
}

function Peer({ peer, today }: { peer: PeerLine; today: string }) {
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState<PeerActivityLine | "new" | null>(null);
  return (
    <Section
      title={peer.name}
      aside={
        <>
          <Button kind="quiet" dense label={say("programmes.peer.edit_of", { name: peer.name })} onPress={() => setEditing(true)}>
            {say("programmes.peer.edit")}
          </Button>
          <Button dense onPress={() => setOpen("new")}>
            {say("programmes.peer.write")}
          </Button>
        </>
      }
    >
      <p className={css["about"]}>
        {peer.org !== "" && <span>{peer.org}</span>}
        {peer.to_on !== null && <span>{say("programmes.peer.stopped", { date: shortFull(peer.to_on) })}</span>}
        {peer.counts.length === 0 ? (
          <span>{say("programmes.peer.no_times")}</span>
        ) : (
          peer.counts.map((one) => (
            <span key={one.kind}>{say("programmes.peer.times", { kind: codeName("peer_activity_kind", one.kind), n: one.times })}</span>
          ))
        )}
        {peer.fees + peer.expenses > 0 && (
          <span>{say("programmes.peer.money", { fees: money(peer.fees), expenses: money(peer.expenses) })}</span>
        )}
        {peer.unpaid > 0 && <Chip kind="warn">{say("programmes.peer.unpaid", { n: peer.unpaid })}</Chip>}
        <span>
          {peer.asked_on === null ? say("programmes.peer.never_asked") : say("programmes.peer.asked", { date: shortFull(peer.asked_on) })}
        </span>
      </p>
      {peer.care_note !== "" && (
        <p className={css["care"]}>
          <span>{say("programmes.peer.care_note")}</span>
          {peer.care_note}
        </p>
      )}
      {peer.activities.length > 0 && <Activities peer={peer} onOpen={setOpen} />}
      {editing && <PeerForm peer={peer} onClose={() => setEditing(false)} />}
      {open !== null && (
        <PeerActivityForm peer={peer} activity={open === "new" ? null : open} today={today} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

/** What was done, in words: 「あしたの会 第3回」, or the kind. */
const whatOf = (one: PeerActivityLine): string =>
  one.session_no === null
    ? codeName("peer_activity_kind", one.kind)
    : say("programmes.peer.session_no", { programme: one.programme, n: one.session_no });

const paid = (one: PeerActivityLine): string => {
  if (one.paid_on !== null) return shortDate(one.paid_on);
  return one.fee === null && one.expenses === null ? "" : say("programmes.peer.not_paid");
};

function Activities({ peer, onOpen }: { peer: PeerLine; onOpen: (one: PeerActivityLine) => void }) {
  return (
    <Table
      caption={peer.name}
      rows={peer.activities}
      id={(one) => one.id ?? one.session_id ?? ""}
      columns={[
        {
          key: "on",
          head: say("programmes.peer.on"),
          width: "4.5rem",
          cell: (one) => <span className="figure">{one.on === null ? "" : shortDate(one.on)}</span>,
        },
        {
          key: "what",
          head: say("programmes.peer.what"),
          cell: (one) => (
            <>
              {whatOf(one)}
              <span className={css["muted"]}>{[one.theme, one.note].filter(Boolean).join("　")}</span>
            </>
          ),
        },
        {
          key: "minutes",
          head: say("programmes.peer.minutes"),
          number: true,
          width: "4.5rem",
          cell: (one) => (one.minutes === null ? "" : minutesName(one.minutes)),
        },
        {
          key: "fee",
          head: say("programmes.peer.fee"),
          number: true,
          width: "4.5rem",
          cell: (one) => (one.fee === null ? "" : money(one.fee)),
        },
        {
          key: "expenses",
          head: say("programmes.peer.expenses"),
          number: true,
          width: "4.5rem",
          cell: (one) => (one.expenses === null ? "" : money(one.expenses)),
        },
        { key: "paid", head: say("programmes.peer.paid_on"), width: "5.5rem", cell: paid },
        { key: "care", head: say("programmes.peer.care"), cell: (one) => one.care },
        {
          key: "edit",
          head: say("programmes.peer.edit"),
          width: "3.5rem",
          cell: (one) => (
            <Button kind="quiet" dense label={say("programmes.peer.edit_row", { what: whatOf(one) })} onPress={() => onOpen(one)}>
              {say("programmes.peer.edit")}
            </Button>
          ),
        },
      ]}
    />
  );
}
