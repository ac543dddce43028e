import { say } from "../words/words.ts";
import css from "./Name.module.css";

/** A person's name with さん, and the kana small after it. */
export function Name({ name, kana, strong = false }: { name: string; kana?: string | undefined; strong?: boolean }) {
  return (
    <span className={css["name"]}>
      {strong ? <strong>{name}</strong> : name}
      <span className={css["san"]}>{say("shell.san")}</span>
      {kana !== undefined && kana !== "" && <span className={css["kana"]}>{kana}</span>}
    </span>
  );
}
