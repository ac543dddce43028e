import { act } from "../house/act.ts";
import { dismiss, showRefusal, useNotices, useSpoken } from "../house/notices.ts";
import { Refusal } from "../house/transport.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import css from "./Notices.module.css";
import { ErrorNote } from "./States.tsx";

/** The foot of the window: why something was refused, what just happened out of sight, and the voice for screen readers. */
export function Notices() {
  const notices = useNotices();
  const spoken = useSpoken();
  return (
    <>
      <div className="for-reader" role="status" aria-live="polite">
        {spoken}
      </div>
      {notices.length > 0 && (
        <div className={css["foot"]}>
          {notices.map((notice) =>
            notice.kind === "refusal" ? (
              <ErrorNote key={notice.id} failure={notice.failure} onClose={() => dismiss(notice.id)} />
            ) : (
              <div key={notice.id} className={css["said"]}>
                <span>{notice.text}</span>
                {notice.undo && (
                  <Button
                    dense
                    kind="quiet"
                    onPress={() => {
                      dismiss(notice.id);
                      act("Undo", {}).catch((thrown: unknown) => thrown instanceof Refusal && showRefusal(thrown));
                    }}
                  >
                    {say("shell.undo")}
                  </Button>
                )}
              </div>
            ),
          )}
        </div>
      )}
    </>
  );
}
