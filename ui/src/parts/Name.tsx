import { say } from "../words/words.ts";
import css from "./Name.module.css";

/** A person's name with さん, and the kana small after it; whoever was erased has none. */
export function Name({ name, kana, strong = false }: { name: string; kana?: string | undefined; strong?: boolean }) {
  if (name === "") return <span className={css["name"]}>{say("people.erase.nobody")}</span>;
  return (
    <span className={css["name"]}>
      {strong ? <strong>{name}</strong> : name}
      <span className={css["san"]}>{say("shell.san")}</span>
      {kana !== undefined && kana !== "" && <span className={css["kana"]}>{kana}</span>}
    </span>
  );
}
