import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { AlertLimit, StallLimit } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { Table } from "../../parts/Table.tsx";
import { codeName } from "../../words/codes.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./settings.module.css";

/** 期限と間隔: from when the lists of today speak, with the usual number and where it comes from. */
export function Limits() {
  const alerts = useQuery(ask("AlertLimits", {}));
  const stages = useQuery(ask("StallLimits", {}));
  return (
    <>
      <p className={css["note"]}>{say("exit.limits.note")}</p>
      <Answer of={alerts}>{(limits) => <Alerts key={JSON.stringify(limits)} limits={limits} />}</Answer>
      <div className={css["below"]}>
        <h3>{say("exit.limits.stages")}</h3>
        <p className={css["note"]}>{say("exit.limits.stages_note")}</p>
        <Answer of={stages}>{(limits) => <Stages key={JSON.stringify(limits)} limits={limits} />}</Answer>
      </div>
    </>
  );
}

function Alerts({ limits }: { limits: readonly AlertLimit[] }) {
  const [values, setValues] = useState<Record<string, number | null>>(Object.fromEntries(limits.map((limit) => [limit.code, limit.value])));
  const keep = useAct("KeepAlertLimits", { refusals: "here" });
  const whole = limits.every((limit) => values[limit.code] !== null);
  const changed = limits.some((limit) => values[limit.code] !== limit.value);
  return (
    <>
      <Table
        caption={say("exit.limits.title")}
        rows={limits}
        id={(limit) => limit.code}
        columns={[
          { key: "what", head: say("exit.limits.what"), width: "14rem", cell: (limit) => sayCode("exit.limit", limit.code) },
          {
            key: "value",
            head: say("exit.limits.value"),
            width: "6.5rem",
            cell: (limit) => (
              <NumberEntry
                label={sayCode("exit.limit", limit.code)}
                hideLabel
                max={limit.most}
                unit={sayCode("exit.limit_unit", limit.unit)}
                value={values[limit.code] ?? null}
                onChange={(next) => setValues((held) => ({ ...held, [limit.code]: next }))}
              />
            ),
          },
          { key: "usual", head: say("exit.limits.usual"), number: true, width: "4rem", cell: (limit) => limit.usual },
          { key: "source", head: say("exit.limits.source"), cell: (limit) => sayCode("exit.limit_source", limit.code) },
        ]}
      />
      {keep.error !== null && <ErrorNote failure={keep.error} onClose={() => keep.reset()} />}
      <div className={css["limitActs"]}>
        <Button
          isDisabled={!changed || !whole || keep.isPending}
          onPress={() =>
            keep.mutate({ limits: Object.fromEntries(limits.map((limit) => [limit.code, values[limit.code] ?? limit.usual])) })
          }
        >
          {say("exit.limits.keep")}
        </Button>
        {limits.some((limit) => limit.value !== limit.usual) && (
          <Button kind="quiet" onPress={() => keep.mutate({ limits: {} })}>
            {say("exit.limits.usual_all")}
          </Button>
        )}
      </div>
    </>
  );
}

type Clock = "in_stage" | "silent";

function Stages({ limits }: { limits: readonly StallLimit[] }) {
  const [values, setValues] = useState(limits);
  const keep = useAct("KeepStallLimits", { refusals: "here" });
  const changed = JSON.stringify(values) !== JSON.stringify(limits);
  const put = (limit: StallLimit, clock: Clock, next: number | null) =>
    setValues((held) => held.map((one) => (one.stage === limit.stage && next !== null ? { ...one, [clock]: next } : one)));
  const column = (clock: Clock) => ({
    key: clock,
    head: say(`exit.limits.${clock}`),
    width: "11rem",
    cell: (limit: StallLimit) => (
      <NumberEntry
        label={say("exit.limits.of", { what: codeName("stage", limit.stage), which: say(`exit.limits.${clock}`) })}
        hideLabel
        max={3660}
        unit={sayCode("exit.limit_unit", "days")}
        value={limit[clock]}
        onChange={(next) => put(limit, clock, next)}
      />
    ),
  });
  return (
    <>
      <Table
        caption={say("exit.limits.stages")}
        rows={values}
        id={(limit) => limit.stage}
        columns={[
          { key: "stage", head: say("exit.limits.stage"), cell: (limit) => codeName("stage", limit.stage) },
          column("in_stage"),
          column("silent"),
        ]}
      />
      {keep.error !== null && <ErrorNote failure={keep.error} onClose={() => keep.reset()} />}
      <div className={css["limitActs"]}>
        <Button isDisabled={!changed || keep.isPending} onPress={() => keep.mutate({ limits: [...values] })}>
          {say("exit.limits.keep")}
        </Button>
      </div>
    </>
  );
}
