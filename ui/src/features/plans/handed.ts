// The notes of a round on their way into the vault, while the next person is in front already.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Id, PlanItem, VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { type Contact, handOver } from "../../house/handing.ts";
import type { Refusal } from "../../house/transport.ts";

/** The note of one person: where its drafts stand, and its further fields as they are kept. */
export type Handed = { place: string; note: Omit<Contact, "draft_place">; more: string };

/** The row of a round that is about the ward and nobody's case. */
export const WARD = "ward";

/** Where the text being typed for a person of a round, or about the ward, is kept. */
export const visitPlace = (plan: PlanItem, caseId: Id | null) => `visit/${plan.id}/${caseId ?? WARD}`;

/** A map without some of its rows; itself where it has none of them. */
const without = (texts: ReadonlyMap<string, string>, gone: readonly string[]) =>
  gone.some((row) => texts.has(row)) ? new Map([...texts].filter(([row]) => !gone.includes(row))) : texts;

/** `texts` by row until the vault has them, and whose note was refused last. */
export const useHanded = (visit: VisitPage) => {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<{ row: string; name: string; why: Refusal } | null>(null);
  useEffect(() => {
    const written = visit.persons.filter((one) => one.contact !== null).map((one) => one.case_id);
    setTexts((old) => without(old, written));
  }, [visit.persons]);
  const ofWard = visit.ward.notes;
  useEffect(() => {
    setTexts((old) => without(old, ofWard.some((note) => note.text.trim() === old.get(WARD)?.trim()) ? [WARD] : []));
  }, [ofWard]);
  const hand = (row: string, name: string, { place, note, more }: Handed) => {
    setTexts((old) => new Map(old).set(row, note.text));
    setRefused(null);
    void handOver(place, note, more).then((why) => {
      if (why === null) return;
      setTexts((old) => without(old, [row]));
      setRefused({ row, name, why });
    });
  };
  return { texts, refused, hand };
};

/** Has the draft of whoever comes next at hand, so that her text takes the first letter. */
export const useAhead = (plan: PlanItem, next: VisitPerson | undefined) => {
  useQuery({ ...ask("Draft", { place: visitPlace(plan, next?.case_id ?? null) }), enabled: next !== undefined });
};
