import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Level, ReportKind } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Choice } from "../../parts/Choice.tsx";
import { Columns, Section } from "../../parts/Page.tsx";
import { Select } from "../../parts/Select.tsx";
import { go, type ReportWish } from "../../screens.ts";
import { isNamed } from "../../words/codes.ts";
import { fiscalYearName } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import { EarlierDialog } from "./EarlierDialog.tsx";
import { Ledger } from "./Ledger.tsx";
import { PaperDialog } from "./PaperDialog.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import css from "./reports.module.css";

const KINDS: readonly ReportKind[] = ["annual", "half", "monthly", "programme", "agenda", "overview"];
/** Kinds that one hospital is given. */
const FOR_HOSPITALS: readonly ReportKind[] = ["annual", "half"];
const HOSPITALS = ["psychiatric_hospital", "general_hospital"];
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const SHEETS = ["plan", "paper", "earlier"] as const;
type SheetName = (typeof SHEETS)[number];

type Props = { wish: ReportWish; lastYear: number; onWish: (wish: ReportWish) => void };

/** Which report, for whom, and how it is made. */
export function Choosing({ wish, lastYear, onWish }: Props) {
  const programmes = useQuery(ask("Programmes", {}));
  const settings = useQuery(ask("ReportSettings", {}));
  const organisations = useQuery({ ...ask("Organisations", { filter: "" }), enabled: wish.level === "hospital" });
  const hospitals = (organisations.data ?? []).filter((one) => HOSPITALS.includes(one.type));
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const close = () => setSheet(null);
  const levels: Level[] = [
    "internal",
    "municipal",
    "public",
    ...(settings.data !== undefined && settings.data.commissioner_clause !== "" && settings.data.commissioner_receiver !== ""
      ? (["commissioner"] as const)
      : []),
    ...(settings.data?.hospital === true ? (["hospital"] as const) : []),
  ];
  const years = [-1, 0, 1, 2].map((n) => ({ id: String(lastYear - n), label: fiscalYearName(lastYear - n) }));
  const { month: _, programme_id: __, hospital_id: ___, ...plain } = wish;
  const first = programmes.data?.[0]?.id;
  const ofKind = (kind: ReportKind): ReportWish => ({
    ...plain,
    kind,
    ...(wish.hospital_id === undefined ? {} : { hospital_id: wish.hospital_id }),
    ...(kind === "monthly" ? { month: wish.month ?? 4 } : {}),
    ...(kind === "programme" && first !== undefined ? { programme_id: wish.programme_id ?? first } : {}),
  });
  const forLevel = (level: Level): ReportWish => {
    if (level === "hospital") return { ...plain, kind: FOR_HOSPITALS.includes(wish.kind) ? wish.kind : "annual", level };
    const { hospital_id: _, ...others } = wish;
    return { ...others, level };
  };
  return (
    <div className={css["scroll"]}>
      <Columns shape="wide-narrow">
        <div className={css["choosing"]}>
          <div>
            <Choice
              label={say("release.report.kind")}
              value={wish.kind}
              onChange={(kind) => onWish(ofKind(kind))}
              options={(wish.level === "hospital" ? FOR_HOSPITALS : KINDS).map((id) => ({ id, label: sayCode("release.report", id) }))}
            />
            <p className={css["about"]}>{sayCode("release.report", `${wish.kind}_is`)}</p>
          </div>
          <div className={css["period"]}>
            <Select
              label={say("release.report.year")}
              value={String(wish.fiscal_year)}
              onChange={(id) => onWish({ ...wish, fiscal_year: Number(id) })}
              options={years}
            />
            {wish.kind === "monthly" && (
              <Select
                label={say("release.report.month")}
                value={wish.month === undefined ? null : String(wish.month)}
                onChange={(id) => onWish({ ...wish, month: Number(id) })}
                options={MONTHS.map((n) => ({ id: String(n), label: say("release.report.month_of", { n }) }))}
              />
            )}
            {wish.kind === "programme" && (
              <Select
                label={say("release.report.programme_of")}
                value={wish.programme_id ?? null}
                onChange={(id) => onWish({ ...wish, programme_id: id })}
                options={(programmes.data ?? []).map((one) => ({ id: one.id, label: one.name, note: one.org ?? "" }))}
                {...(programmes.data?.length === 0 ? { hint: say("release.report.no_programme") } : {})}
              />
            )}
          </div>
          <div>
            <Choice
              label={say("release.report.level")}
              value={wish.level}
              onChange={(level) => onWish(forLevel(level))}
              options={levels.map((id) => ({ id, label: sayCode("release.report", id) }))}
            />
            <p className={css["about"]}>{sayCode("release.report", `${wish.level}_note`)}</p>
            {wish.level === "hospital" && (
              <div className={css["period"]}>
                <Select
                  label={say("release.report.hospital_of")}
                  value={wish.hospital_id ?? null}
                  onChange={(id) => onWish({ ...wish, hospital_id: id })}
                  options={hospitals.map((one) => ({ id: one.id, label: one.name, ...(isNamed(one.area) ? { note: one.area } : {}) }))}
                  {...(organisations.isSuccess && hospitals.length === 0 ? { hint: say("release.report.no_hospital") } : {})}
                />
                {organisations.isSuccess && hospitals.length === 0 && (
                  <Button dense onPress={() => go({ at: "organisations" })}>
                    {say("release.report.to_hospitals")}
                  </Button>
                )}
              </div>
            )}
          </div>
          <Section title={say("release.report.making")}>
            <ul className={css["making"]}>
              {SHEETS.map((id) => (
                <li key={id}>
                  <span>
                    {say(`release.report.${id}`)}
                    <span className={css["why"]}>{say(`release.report.${id}_note`)}</span>
                  </span>
                  <Button dense onPress={() => setSheet(id)} label={`${say(`release.report.${id}`)} ${say("release.report.change")}`}>
                    {say("release.report.change")}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <Ledger />
      </Columns>
      {sheet === "plan" && <PlanDialog kind={wish.kind} year={wish.fiscal_year} onClose={close} />}
      {sheet === "paper" && settings.data !== undefined && <PaperDialog settings={settings.data} onClose={close} />}
      {sheet === "earlier" && <EarlierDialog lastYear={lastYear} onClose={close} />}
    </div>
  );
}
