import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportView } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { say, sayCode } from "../../words/words.ts";
import css from "./reports.module.css";

const CHECKS = ["same", "news", "rare", "place", "voice", "minus", "blame", "receiver"] as const;
type CheckId = (typeof CHECKS)[number];

/** The last look before a paper leaves: what only a person can check. */
export function Leaving({ report, isOpen, onClose }: { report: ReportView; isOpen: boolean; onClose: () => void }) {
  const [checked, setChecked] = useState<CheckId[]>([]);
  const write = useMutation({
    mutationFn: () => callRoof("export_report", { fiscal_year: report.fiscal_year, level: report.level }),
  });
  const internal = report.level === "internal";
  const ready = internal || checked.length === CHECKS.length;
  const close = () => {
    if (write.data) setChecked([]);
    write.reset();
    onClose();
  };
  const done = write.data ?? null;
  return (
    <Dialog
      title={done === null ? say("release.report.checks_title") : say("release.report.exported")}
      isOpen={isOpen}
      onClose={close}
      width="middle"
      foot={
        done === null ? (
          <>
            <Button onPress={close}>{say("shell.cancel")}</Button>
            <Button kind="primary" isDisabled={!ready || write.isPending} onPress={() => write.mutate()}>
              {write.isPending ? say("release.report.exporting") : say("release.report.export")}
            </Button>
          </>
        ) : (
          <Button kind="primary" onPress={close} autoFocus>
            {say("shell.close")}
          </Button>
        )
      }
    >
      {done !== null ? (
        <div className={css["done"]}>
          <p>{say("release.report.exported_where", { pages: done.pages, size: Math.ceil(done.size / 1024) })}</p>
          <p className={css["path"]}>{done.path}</p>
          {!internal && <p className={css["aside"]}>{say("release.report.exported_next")}</p>}
        </div>
      ) : internal ? (
        <p>{say("release.report.internal_warning")}</p>
      ) : (
        <fieldset className={css["checks"]}>
          <legend>{say("release.report.checks_note")}</legend>
          {CHECKS.map((id) => (
            <Check
              key={id}
              checked={checked.includes(id)}
              onChange={(on) => setChecked((old) => (on ? [...old, id] : old.filter((one) => one !== id)))}
            >
              {sayCode("release.report", `check_${id}`)}
            </Check>
          ))}
          <p className={css["aside"]} role="status">
            {say("release.report.checks_left", { n: CHECKS.length - checked.length })}
          </p>
        </fieldset>
      )}
      {write.error !== null && <ErrorNote failure={failureOf(write.error)} />}
    </Dialog>
  );
}
