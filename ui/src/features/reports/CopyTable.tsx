import { useMutation } from "@tanstack/react-query";
import { refresh } from "../../house/ask.ts";
import { copyText } from "../../house/clipboard.ts";
import type { TableFate } from "../../house/contract.gen.ts";
import { showSaid } from "../../house/notices.ts";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import type { ReportWish } from "../../screens.ts";
import { inLanguage, say, sayCode } from "../../words/words.ts";
import css from "./reports.module.css";

type Props = { wish: ReportWish; fate: TableFate; isOpen: boolean; onClose: () => void };

/** 表を写す: the published cells go to the clipboard, with the mark of their reader, and into the ledger. */
export function CopyTable({ wish, fate, isOpen, onClose }: Props) {
  const number = say("release.report.number", { id: fate.id });
  const copy = useMutation({
    mutationFn: async () => {
      const made = callRoof("copy_table", { report: wish, table: fate.id });
      const text = made.then((table) => table.text);
      // The refusal of the roof says more than the clipboard that waited in vain.
      const written = copyText(text).then(
        () => true,
        () => false,
      );
      await text;
      if (!(await written)) {
        throw new Refusal({ id: "roof.no-clipboard", sentence: say("release.report.copy_failed"), field: null });
      }
    },
    onSuccess: () => {
      showSaid(say("release.report.copied", { number }));
      onClose();
    },
    onSettled: () => void refresh(["reports"]),
  });
  const internal = wish.level === "internal";
  return (
    <Dialog
      title={`${say("release.report.copy_title", { number })}　${inLanguage(fate.title, fate.title_en)}`}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("shell.cancel")}</Button>
          <Button kind={internal ? "warn" : "primary"} autoFocus isDisabled={copy.isPending} onPress={() => copy.mutate()}>
            {copy.isPending ? say("release.report.copying") : say("release.report.copy")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <p>
          {internal
            ? say("release.report.copy_internal")
            : say("release.report.copy_note", { level: sayCode("release.report", wish.level) })}
        </p>
        <p className={css["aside"]}>{say("release.report.copy_ledger")}</p>
        {copy.error !== null && <ErrorNote failure={failureOf(copy.error)} />}
      </div>
    </Dialog>
  );
}
