import { useMutation } from "@tanstack/react-query";
import type { PaperRequest } from "../../house/contract.gen.ts";
import { showRefusal, showSaid } from "../../house/notices.ts";
import { callRoof } from "../../house/roof.ts";
import { Refusal } from "../../house/transport.ts";
import { say } from "../../words/words.ts";

/** Prints a paper of the schedule into a file, and says under which name. */
export const usePaper = () =>
  useMutation({
    mutationFn: (paper: PaperRequest) => callRoof("export_paper", { paper }),
    onSuccess: (made) => made !== null && showSaid(say("work.plan.printed", { name: made.file_name })),
    onError: (thrown) => thrown instanceof Refusal && showRefusal(thrown),
  });
