import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { DayOffLine } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { DateEntry } from "../../parts/DateEntry.tsx";
import { Fields } from "../../parts/Field.tsx";
import { Form, recorded } from "../../parts/Form.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer } from "../../parts/States.tsx";
import { fullDate, shortDate } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./settings.module.css";

const MINE = "";
const HOSPITALS = ["psychiatric_hospital", "general_hospital"];

/** 休みの日: one's own and a hospital's, which plans that come back follow. */
export function DaysOff() {
  const days = useQuery(ask("DaysOff", {}));
  const organisations = useQuery(ask("Organisations", { filter: "" }));
  const keep = useAct("KeepDayOff", { refusals: "here" });
  const remove = useAct("RemoveDayOff");
  const sheet = useSheet("form/days-off", { from: null as string | null, to: null as string | null, yearly: false, name: "", org: MINE });
  const { from, to, yearly, name, org } = sheet.values;
  const hospitals = (organisations.data ?? []).filter((one) => HOSPITALS.includes(one.type));
  const nameOf = (id: string | null) => hospitals.find((one) => one.id === id)?.name ?? say("shell.days_off.mine");
  const save = () => {
    if (from === null || name.trim() === "") return;
    keep.mutate({ from, to: to ?? from, yearly, name, org_id: org === MINE ? null : org }, recorded(sheet, sheet.restart));
  };
  const turn = () => keep.mutate({ from: "2000-12-29", to: "2001-01-03", yearly: true, name: say("shell.days_off.turn"), org_id: null });
  const has = (all: readonly DayOffLine[]) => all.some((day) => day.yearly && day.from.endsWith("-12-29") && day.to.endsWith("-01-03"));
  return (
    <Fields>
      <p className={css["note"]}>{say("shell.days_off.what")}</p>
      <Answer of={days}>
        {(all) => (
          <>
            <ul className={css["bin"]}>
              {all.map((day) => (
                <li key={day.id}>
                  <span>
                    {[
                      day.name,
                      day.yearly ? say("shell.days_off.every", { from: shortDate(day.from), to: shortDate(day.to) }) : spanOf(day),
                      nameOf(day.org_id),
                    ].join("　")}
                  </span>
                  <Button
                    dense
                    kind="quiet"
                    onPress={() => remove.mutate({ id: day.id })}
                    label={`${day.name} ${say("shell.days_off.remove")}`}
                  >
                    {say("shell.days_off.remove")}
                  </Button>
                </li>
              ))}
            </ul>
            {!has(all) && (
              <div>
                <Button dense onPress={turn}>
                  {say("shell.days_off.add_turn")}
                </Button>
              </div>
            )}
          </>
        )}
      </Answer>
      <Form
        sheet={sheet}
        keep={say("shell.days_off.keep")}
        onKeep={save}
        ready={from !== null && name.trim() !== "" && !keep.isPending}
        refusal={keep.error}
      >
        <LineEntry label={say("shell.days_off.name")} value={name} onChange={(next) => sheet.set({ name: next })} />
        <Fields columns={2}>
          <DateEntry label={say("shell.days_off.from")} value={from} onChange={(next) => sheet.set({ from: next })} />
          <DateEntry label={say("shell.days_off.to")} value={to} onChange={(next) => sheet.set({ to: next })} />
        </Fields>
        <Select
          label={say("shell.days_off.whose")}
          value={org}
          onChange={(next) => sheet.set({ org: next })}
          options={[{ id: MINE, label: say("shell.days_off.mine") }, ...hospitals.map((one) => ({ id: one.id, label: one.name }))]}
        />
        <Check checked={yearly} onChange={(next) => sheet.set({ yearly: next })}>
          {say("shell.days_off.yearly")}
        </Check>
      </Form>
    </Fields>
  );
}

const spanOf = (day: DayOffLine): string =>
  day.from === day.to ? fullDate(day.from) : say("shell.days_off.span", { from: fullDate(day.from), to: fullDate(day.to) });
