import type { ReactNode } from "react";
import { useAct } from "../house/act.ts";
import type { Commands, Id } from "../house/contract.gen.ts";
import { showSaid } from "../house/notices.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";
import { RowAct } from "./RowAct.tsx";

type Props = {
  kind: Commands["ThrowAway"][0]["kind"];
  id: Id;
  /** The record in words, for a reader of the button alone. */
  name: string;
  /** At the end of a row of a list: beside the rest of it, or over its end. */
  inRow?: "beside" | "over";
  /** What else can be done with the row, before it. */
  children?: ReactNode;
  onDone?: () => void;
};

/** Puts a record into the bin for thirty days, with the way back at the foot. */
export function Discard({ kind, id, name, inRow, onDone, children }: Props) {
  const away = useAct("ThrowAway");
  const go = () =>
    away.mutate(
      { kind, record_id: id },
      {
        onSuccess: () => {
          onDone?.();
          showSaid(say("people.trash.thrown"), true);
        },
      },
    );
  const button = (
    <Button
      kind={inRow === undefined ? "warn" : "quiet"}
      dense
      label={say("people.trash.throw_of", { text: name })}
      isDisabled={away.isPending}
      onPress={go}
    >
      {say(inRow === undefined ? "people.trash.throw" : "people.trash.short")}
    </Button>
  );
  return inRow === undefined ? (
    button
  ) : (
    <RowAct over={inRow === "over"}>
      {children}
      {button}
    </RowAct>
  );
}
