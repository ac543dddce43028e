// What has lain its thirty days in the bin is cleared when the house opens, and the count is told.
import { useEffect } from "react";
import { say } from "../words/words.ts";
import { act } from "./act.ts";
import { askOnce } from "./ask.ts";
import { showRefusal, showSaid } from "./notices.ts";
import { Refusal } from "./transport.ts";

const clear = async () => {
  const bin = await askOnce("Trash", {});
  if (bin.over === 0 && !bin.loose) return;
  const { records } = await act("ClearTrash", {});
  if (records > 0) showSaid(say("people.trash.cleared", { n: records }));
};

/** Plans that come back reach to the end of the coming fiscal year. */
const extend = async () => {
  await act("ExtendSeries", {});
};

/** Once for each opening. */
export const useClearing = (): void => {
  useEffect(() => {
    for (const work of [clear, extend])
      work().catch((thrown: unknown) => {
        // While codes are shown nothing is written; the next opening will do.
        if (thrown instanceof Refusal && thrown.id !== "vault.locked" && thrown.id !== "face.masked") showRefusal(thrown);
      });
  }, []);
};
