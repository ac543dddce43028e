import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Sent } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Section } from "../../parts/Page.tsx";
import { Answer } from "../../parts/States.tsx";
import { shortFull } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./reports.module.css";

/** これまでに出したもの: what has left the office cannot be called back, and every later report is judged beside it. */
export function Ledger() {
  const sent = useQuery(ask("Releases", {}));
  const [shown, setShown] = useState<Sent | null>(null);
  return (
    <Section title={say("release.report.sent")}>
      <Answer of={sent}>
        {(all) =>
          all.length === 0 ? (
            <p className={css["none"]}>{say("release.report.sent_none")}</p>
          ) : (
            <ul className={css["sent"]}>
              {all.map((one) => (
                <li key={one.sha256}>
                  <span className="figure">{shortFull(one.at.slice(0, 10))}</span>
                  <span>
                    {[sayCode("release.report", one.level), ...(one.hospital === null ? [] : [one.hospital])].join("　")}
                    <span className={css["why"]}>{one.file_name}</span>
                  </span>
                  <Button dense kind="quiet" onPress={() => setShown(one)} label={`${one.file_name} ${say("release.report.sent_proof")}`}>
                    {say("release.report.sent_proof")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {shown !== null && <ProofSheet sent={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

/** 点検の控え: what was tried on the finished file, in sentences. */
function ProofSheet({ sent, onClose }: { sent: Sent; onClose: () => void }) {
  const proof = useQuery(ask("ReleaseProof", { release: sent.sha256 }));
  return (
    <Dialog title={say("release.report.sent_proof")} isOpen onClose={onClose} width="middle">
      <Answer of={proof}>
        {(sheet) =>
          sheet === null ? (
            <p>{say("release.report.proof_none")}</p>
          ) : (
            <div className={css["stack"]} lang="ja">
              <p className={css["path"]}>{sheet.file_name}</p>
              <ul className={css["sentences"]}>
                {sheet.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              <p className={css["aside"]}>{`${sheet.program}　SHA-256 ${sheet.sha256.slice(0, 16)}…`}</p>
            </div>
          )
        }
      </Answer>
    </Dialog>
  );
}
