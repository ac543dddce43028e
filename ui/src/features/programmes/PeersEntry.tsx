import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import { Button } from "../../parts/Button.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { fiscalYearOf } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import css from "./programmes.module.css";

const namesOf = (value: string): string[] =>
  value
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** The peer supporters of a session: typed, or one press for each whom the directory knows, so that it stands in their own record. */
export function PeersEntry({ on, value, onChange }: { on: string; value: string; onChange: (value: string) => void }) {
  const peers = useQuery(ask("Peers", { fiscal_year: fiscalYearOf(on) }));
  const named = namesOf(value);
  const free = (peers.data?.peers ?? []).filter((peer) => peer.to_on === null && !named.includes(peer.name));
  return (
    <div>
      <LineEntry label={say("work.programme.peers")} hint={say("work.programme.peers_hint")} value={value} onChange={onChange} />
      {free.length > 0 && (
        <div className={css["themes"]} role="group" aria-label={say("work.programme.peers")}>
          {free.map((peer) => (
            <Button key={peer.id} dense onPress={() => onChange([...named, peer.name].join(";"))}>
              {peer.name}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
