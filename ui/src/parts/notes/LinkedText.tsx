import { Button } from "react-aria-components/Button";
import type { MentionView } from "../../house/contract.gen.ts";
import { go } from "../../screens.ts";
import { say } from "../../words/words.ts";
import { Found, type Mark, Marked } from "../Marked.tsx";
import css from "./notes.module.css";

type Props = { text: string; mentions: readonly MentionView[]; marks?: readonly Mark[] };

/** A text whose names behind @ and # lead to whom they mean, under the name of today. The stored words stay. */
export function LinkedText({ text, mentions, marks = [] }: Props) {
  let place = 0;
  return (
    <p className={css["text"]}>
      {piecesOf(text, mentions).map((piece) => {
        const start = place;
        place += Array.from(piece.text).length;
        if (piece.link !== null) {
          const link = <Link key={place} sign={piece.text.slice(0, 1)} link={piece.link} />;
          const found = marks.filter((mark) => mark.from < place && mark.to > start);
          if (found.length === 0) return link;
          return (
            <Found key={place} current={found.some((mark) => mark.current)}>
              {link}
            </Found>
          );
        }
        return marks.length === 0 ? piece.text : <Marked key={place} text={piece.text} start={start} marks={marks} />;
      })}
    </p>
  );
}

function Link({ sign, link }: { sign: string; link: MentionView }) {
  const { case_id, org_id } = link;
  const shown = `${sign}${link.name}`;
  const written = link.name === link.text ? {} : { "aria-description": say("people.mention.went", { text: link.text }) };
  if (case_id === null && org_id === null) return <span className={css["mention"]}>{shown}</span>;
  const visit = () =>
    go(case_id === null ? { at: "organisations", ...(org_id === null ? {} : { orgId: org_id }) } : { at: "people", caseId: case_id });
  return (
    <Button className={css["link"] ?? ""} onPress={visit} {...written}>
      {shown}
    </Button>
  );
}

type Piece = { text: string; link: MentionView | null };

/** The text cut at its links; of two names that begin alike the longer is meant. */
export const piecesOf = (text: string, mentions: readonly MentionView[]): Piece[] => {
  const known = [...mentions].sort((a, b) => b.text.length - a.text.length);
  const pieces: Piece[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? "";
    const person = "@＠".includes(sign);
    const free = !/[A-Za-z0-9]/.test(text[at - 1] ?? " ");
    const link =
      free && (person || "#＃".includes(sign))
        ? known.find((one) => one.person === person && text.startsWith(one.text, at + 1))
        : undefined;
    if (link === undefined) {
      plain += sign;
      at += 1;
      continue;
    }
    if (plain !== "") pieces.push({ text: plain, link: null });
    plain = "";
    pieces.push({ text: `${sign}${link.text}`, link });
    at += 1 + link.text.length;
  }
  if (plain !== "") pieces.push({ text: plain, link: null });
  return pieces;
};
