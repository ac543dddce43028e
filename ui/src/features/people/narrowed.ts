// What the list of people is narrowed by. Each list keeps its conditions, never its words; a link from a count narrows it
// for once.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import { useAsked } from "../../house/asked.ts";
import { fill, type Scope, useBox } from "../../house/box.ts";

export const useNarrowed = () => {
  const linked = useBox().people;
  const kept = useQuery(ask("ListFilters", {})).data;
  const [scope, setScope] = useState<Scope>("open");
  // Null while nobody has touched the list: then its kept conditions hold.
  const [typed, setTyped] = useState<string | null>(null);
  const once = useRef(false);
  useEffect(() => {
    if (linked === null) return;
    once.current = true;
    setScope(linked.scope);
    setTyped(linked.query);
    fill({ people: null });
  }, [linked]);
  const known = kept?.find((one) => one.list === scope)?.query ?? "";
  const filter = typed ?? known;
  const asked = useAsked("people", filter);
  const keep = useAct("KeepListFilter").mutate;
  const conditions = asked.chips.map((chip) => chip.token).join(" ");
  const knownAsked = useAsked("people", known);
  const keptConditions = knownAsked.chips.map((chip) => chip.token).join(" ");
  const changed = kept !== undefined && typed !== null && asked.settled && knownAsked.settled && conditions !== keptConditions;
  useEffect(() => {
    if (changed && !once.current) keep({ list: scope, query: conditions });
  }, [changed, scope, conditions, keep]);
  return {
    filter,
    scope,
    asked,
    setFilter: (next: string) => {
      once.current = false;
      setTyped(next);
    },
    setScope: (next: Scope) => {
      once.current = false;
      setScope(next);
      setTyped(null);
    },
  };
};
