// Acting on the house: `const write = useAct("WriteContact"); await write.mutateAsync(input)`.
import { useMutation } from "@tanstack/react-query";
import { refresh } from "./ask.ts";
import type { Commands, Reply } from "./contract.gen.ts";
import { showRefusal } from "./notices.ts";
import { type Refusal, roof } from "./transport.ts";

type Name = keyof Commands;

/** Performs a command outside a component and asks everything it changed again. */
export const act = async <N extends Name>(name: N, input: Commands[N][0]): Promise<Commands[N][1]> => {
  const reply = (await roof("call", { name, input })) as Reply<Commands[N][1]>;
  void refresh(reply.changed);
  return reply.value;
};

/**
 * A command for a component. A refusal is shown at the foot of the window; with `refusals: "here"` the component
 * shows `error` itself (an `ErrorNote`, or the entry that `error.field` names).
 */
export const useAct = <N extends Name>(name: N, options: { refusals?: "foot" | "here" } = {}) =>
  useMutation<Commands[N][1], Refusal, Commands[N][0]>({
    mutationFn: (input) => act(name, input),
    onError: (refusal) => {
      if (options.refusals !== "here") showRefusal(refusal);
    },
  });
