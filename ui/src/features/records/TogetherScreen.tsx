import { useQuery } from "@tanstack/react-query";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { ask } from "../../house/ask.ts";
import type { RoadView, Span } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Answer } from "../../parts/States.tsx";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import css from "./together.module.css";

/**
 * ご本人と見る: the person's own road over the whole window. Nothing else of the house is in sight or can be reached
 * until it is closed, so that no other name can turn up beside it.
 */
export function TogetherScreen({ caseId }: { caseId: string }) {
  const road = useQuery(ask("PersonRoad", { case_id: caseId }));
  const leave = () => go({ at: "people", caseId });
  return (
    <ModalOverlay className={css["cover"] ?? ""} isOpen onOpenChange={(open) => !open && leave()}>
      <Modal className={css["modal"] ?? ""}>
        <AriaDialog className={css["dialog"] ?? ""} data-modal="" aria-label={say("records.together")}>
          <Answer of={road}>{(view) => <Road view={view} />}</Answer>
          <div className={css["leave"]}>
            <Button kind="quiet" onPress={leave} keys="Escape">
              {say("records.road.leave")}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Text with its kana above. */
function Ruby({ spans }: { spans: Span[] }) {
  return (
    <>
      {spans.map((span, i) =>
        span.kana === "" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other identity for its stretches
          <span key={i}>{span.text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ruby key={i}>
            {span.text}
            <rt>{span.kana}</rt>
          </ruby>
        ),
      )}
    </>
  );
}

function Road({ view }: { view: RoadView }) {
  const [wish, next, meet, here] = view.heads;
  const [entrance, exit] = view.ends;
  const last = view.stops.length - 1;
  return (
    <>
      <header className={css["head"]}>
        <h1 className={css["title"]}>
          <Ruby spans={view.title} />
        </h1>
        <p className={css["name"]}>
          <Ruby spans={view.name} />
        </p>
      </header>
      <div className={css["halves"]}>
        <ol className={css["road"]}>
          {view.stops.map((stop, i) => (
            <li
              key={stop.stage}
              className={css["stop"]}
              data-side={i % 2 === 0 ? "left" : "right"}
              data-past={i < view.here ? "" : undefined}
              data-here={i === view.here ? "" : undefined}
              aria-current={i === view.here ? "step" : undefined}
            >
              <span className={css["end"]}>{i === 0 ? <Ruby spans={entrance} /> : i === last ? <Ruby spans={exit} /> : null}</span>
              <span className={css["disc"]}>{i + 1}</span>
              <span className={css["words"]}>
                <Ruby spans={stop.words} />
              </span>
              {i === view.here && (
                <strong className={css["flag"]}>
                  <Ruby spans={here} />
                </strong>
              )}
            </li>
          ))}
        </ol>
        <div className={css["own"]}>
          <Part head={wish} lines={view.wish} />
          <Part head={next} lines={view.next_step} />
          <Part head={meet} lines={view.meet.length === 0 ? [] : [view.meet]} />
          <p className={css["comfort"]}>
            <Ruby spans={view.comfort} />
          </p>
        </div>
      </div>
    </>
  );
}

function Part({ head, lines }: { head: Span[]; lines: Span[][] }) {
  if (lines.length === 0) return null;
  return (
    <section className={css["part"]}>
      <h2>
        <Ruby spans={head} />
      </h2>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
        <p key={i}>
          <Ruby spans={line} />
        </p>
      ))}
    </section>
  );
}
