import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ReportView } from "../../house/contract.gen.ts";
import { callRoof } from "../../house/roof.ts";
import { Button } from "../../parts/Button.tsx";
import { Choices } from "../../parts/Choice.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { say, sayCode } from "../../words/words.ts";
import css from "./reports.module.css";

const CHECKS = ["same", "news", "rare", "place", "voice", "minus", "blame", "receiver"] as const;
type Check = (typeof CHECKS)[number];

/** The last look before a paper leaves: what only a person can check. */
export function Leaving({ report, isOpen, onClose }: { report: ReportView; isOpen: boolean; onClose: () => void }) {
  const [checked, setChecked] = useState<Check[]>([]);
  const write = useMutation({
    mutationFn: () => callRoof("export_report", { fiscal_year: report.fiscal_year, level: report.level }),
  });
  const internal = report.level === "internal";
  const ready = internal || checked.length === CHECKS.length;
  const close = () => {
    setChecked([]);
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
          <Button kind="primary" onPress={close}>
            {say("shell.close")}
          </Button>
        )
      }
    >
      {done !== null ? (
        <p className={css["done"]}>
          {say("release.report.exported_where", { path: done.path, pages: done.pages, size: Math.ceil(done.size / 1024) })}
        </p>
      ) : internal ? (
        <p>{say("release.report.internal_warning")}</p>
      ) : (
        <div className={css["checks"]}>
          <Choices
            label={say("release.report.checks_note")}
            value={checked}
            onChange={setChecked}
            options={CHECKS.map((id) => ({ id, label: sayCode("release.report", `check_${id}`) }))}
          />
        </div>
      )}
      {write.error !== null && <ErrorNote failure={failureOf(write.error)} />}
    </Dialog>
  );
}
