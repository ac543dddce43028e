import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { TextLevel } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Check } from "../../parts/Check.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { ErrorNote, failureOf } from "../../parts/States.tsx";
import { go, placeOf, type SectionPlace } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./redaction.module.css";

type Props = { text: string; level: TextLevel; section: SectionPlace | null; onClose: () => void };

const CHECKS = ["read_all", "read_stranger", "read_consent"] as const;

/** The last look: the result is searched once more, a person says that they have read it, and only then it is given out. */
export function Gate({ text, level, section, onClose }: Props) {
  const again = useQuery(ask("Redact", { text, level }));
  const [read, setRead] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const [passed, setPassed] = useState(false);
  const clean = again.data?.hits.length === 0;
  const ready = clean && read.length === CHECKS.length;
  const onward = () => (level === "public" && !asked ? setAsked(true) : setPassed(true));
  return (
    <Dialog
      title={passed ? say("release.redaction.passed") : say("release.redaction.gate_title")}
      isOpen
      onClose={onClose}
      width="middle"
      foot={
        passed ? (
          <Out text={text} section={section} onClose={onClose} />
        ) : (
          <>
            <Button onPress={asked ? () => setAsked(false) : onClose}>{say("shell.cancel")}</Button>
            <Button kind="primary" isDisabled={!ready} onPress={onward}>
              {asked
                ? say("release.redaction.pass_surely")
                : level === "public"
                  ? say("release.redaction.pass_public")
                  : say("release.redaction.pass")}
            </Button>
          </>
        )
      }
    >
      {passed ? (
        <div className={css["stack"]}>
          <p className={css["aside"]}>{say("release.redaction.passed_note")}</p>
          <textarea
            ref={(area) => area?.select()}
            className={css["out"]}
            aria-label={say("release.redaction.result")}
            readOnly
            rows={10}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      ) : asked ? (
        <p className={css["sure"]} role="alert">
          {say("release.redaction.sure_public")}
        </p>
      ) : (
        <div className={css["stack"]}>
          <p className={again.data === undefined || clean ? css["clean"] : css["found"]} role="status">
            {again.data === undefined
              ? say("release.redaction.scanning")
              : clean
                ? say("release.redaction.clean")
                : say("release.redaction.not_clean", { n: again.data.hits.length })}
          </p>
          {again.error !== null && <ErrorNote failure={failureOf(again.error)} onRetry={() => void again.refetch()} />}
          {clean && (
            <div className={css["checks"]}>
              {CHECKS.map((id) => (
                <Check
                  key={id}
                  checked={read.includes(id)}
                  onChange={(on) => setRead((old) => (on ? [...old, id] : old.filter((one) => one !== id)))}
                >
                  {say(`release.redaction.${id}`)}
                </Check>
              ))}
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** What can be done with a text that has passed. */
function Out({ text, section, onClose }: { text: string; section: SectionPlace | null; onClose: () => void }) {
  const keep = useAct("KeepSection");
  if (section === null)
    return (
      <Button kind="primary" onPress={onClose}>
        {say("shell.close")}
      </Button>
    );
  const { key, ...report } = section;
  return (
    <>
      <Button onPress={onClose}>{say("shell.close")}</Button>
      <Button
        kind="primary"
        isDisabled={keep.isPending}
        onPress={() => keep.mutate({ report, key, text }, { onSuccess: () => go({ at: "reports", show: placeOf(section) }) })}
      >
        {say("release.redaction.to_report")}
      </Button>
    </>
  );
}
