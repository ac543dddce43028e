import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { ReportKind, SectionChoice } from "../../house/contract.gen.ts";
import { announce } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { inLanguage, say } from "../../words/words.ts";
import sheets from "./sheets.module.css";

type Props = { kind: ReportKind; year: number; onClose: () => void };

/** 章の並びと題: every section may be left out, moved and given another title. */
export function PlanDialog({ kind, year, onClose }: Props) {
  const plan = useQuery(ask("SectionPlan", { kind, fiscal_year: year }));
  return <Answer of={plan}>{(sections) => <Ordering kind={kind} year={year} sections={sections} onClose={onClose} />}</Answer>;
}

function Ordering({ kind, year, sections, onClose }: Props & { sections: readonly SectionChoice[] }) {
  const [order, setOrder] = useState(sections);
  const keep = useAct("KeepSectionPlan", { refusals: "here" });
  const done = { onSuccess: onClose };
  const save = () =>
    keep.mutate(
      {
        kind,
        fiscal_year: year,
        sections: order.map((one) => ({ key: one.key, title: one.title === one.usual_title ? "" : one.title, shown: one.shown })),
      },
      done,
    );
  const change = (key: string, part: Partial<SectionChoice>) => setOrder(order.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const neighbour = (index: number, by: number): boolean =>
    order[index + by]?.chapter === order[index]?.chapter && order[index + by] !== undefined;
  const move = (index: number, by: number) => {
    const next = [...order];
    const [taken] = next.splice(index, 1);
    if (taken === undefined) return;
    next.splice(index + by, 0, taken);
    setOrder(next);
    announce(say(by < 0 ? "release.report.plan_up" : "release.report.plan_down", { title: taken.title }));
  };
  return (
    <Dialog
      title={say("release.report.plan")}
      isOpen
      onClose={onClose}
      width="wide"
      foot={
        <>
          <Button kind="quiet" onPress={() => keep.mutate({ kind, fiscal_year: year, sections: [] }, done)}>
            {say("release.report.plan_usual")}
          </Button>
          <Button kind="primary" isDisabled={keep.isPending} onPress={save}>
            {say("release.report.plan_keep")}
          </Button>
        </>
      }
    >
      {keep.error !== null && <ErrorNote failure={keep.error} />}
      <ol className={sheets["plan"]}>
        {order.map((one, index) => {
          const usual = inLanguage(one.usual_title, one.usual_title_en);
          return (
            <li key={one.key}>
              {one.chapter !== "" && one.chapter !== order[index - 1]?.chapter && <h3 className={sheets["chapter"]}>{one.chapter}</h3>}
              <div className={sheets["planned"]} data-off={one.shown ? undefined : ""}>
                <Check checked={one.shown} onChange={(shown) => change(one.key, { shown })}>
                  {usual}
                </Check>
                <LineEntry
                  label={say("release.report.plan_title", { title: usual })}
                  hideLabel
                  width="full"
                  value={one.title}
                  onChange={(title) => change(one.key, { title })}
                />
                <Button
                  dense
                  kind="quiet"
                  isDisabled={!neighbour(index, -1)}
                  onPress={() => move(index, -1)}
                  label={say("release.report.plan_up", { title: usual })}
                >
                  {say("release.report.up")}
                </Button>
                <Button
                  dense
                  kind="quiet"
                  isDisabled={!neighbour(index, 1)}
                  onPress={() => move(index, 1)}
                  label={say("release.report.plan_down", { title: usual })}
                >
                  {say("release.report.down")}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
