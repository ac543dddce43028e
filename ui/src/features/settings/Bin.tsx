import { useQuery } from "@tanstack/react-query";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { TrashItem } from "../../house/contract.gen.ts";
import { Button } from "../../parts/Button.tsx";
import { Answer, Empty } from "../../parts/States.tsx";
import { shortDate } from "../../words/dates.ts";
import { say, sayCode } from "../../words/words.ts";
import css from "./settings.module.css";

/** ごみ箱: everything that was thrown away and can still come back. */
export function Bin() {
  const trash = useQuery(ask("Trash", {}));
  return (
    <>
      <p className={css["note"]}>{say("people.trash.what")}</p>
      <Answer of={trash}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty sentence={say("people.trash.none")} />
          ) : (
            <ul className={css["bin"]}>
              {items.map((item) => (
                <Thrown key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

function Thrown({ item }: { item: TrashItem }) {
  const back = useAct("TakeBack");
  const about = [sayCode("people.trash", item.kind), item.case_name ?? "", item.on === null ? "" : shortDate(item.on)];
  return (
    <li>
      <div>
        <p className={css["binText"]}>{item.text}</p>
        <p className={css["note"]}>
          {[
            ...about,
            say("people.trash.deleted", { date: shortDate(item.deleted_at.slice(0, 10)) }),
            item.days_left === 0 ? say("people.trash.over") : say("people.trash.left", { n: item.days_left }),
          ]
            .filter((part) => part !== "")
            .join("　")}
        </p>
      </div>
      <Button
        dense
        label={say("people.trash.back_of", { text: item.text })}
        isDisabled={back.isPending}
        onPress={() => back.mutate({ trash_id: item.id })}
      >
        {say("people.trash.back")}
      </Button>
    </li>
  );
}
