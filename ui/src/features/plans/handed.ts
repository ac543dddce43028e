// The notes of a round on their way into the vault, while the next person is in front already.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask } from "../../house/ask.ts";
import type { Id, PlanItem, VisitPage, VisitPerson } from "../../house/contract.gen.ts";
import { type Contact, handOver } from "../../house/handing.ts";
import type { Refusal } from "../../house/transport.ts";

/** The note of one person: where its drafts stand, and its further fields as they are kept. */
export type Handed = { place: string; note: Omit<Contact, "draft_place">; more: string };

/** Where the text being typed for a person of a round is kept. */
export const visitPlace = (plan: PlanItem, caseId: Id) => `visit/${plan.id}/${caseId}`;

/** A map without some of its cases; itself where it has none of them. */
const without = (texts: ReadonlyMap<Id, string>, gone: readonly Id[]) =>
  gone.some((caseId) => texts.has(caseId)) ? new Map([...texts].filter(([caseId]) => !gone.includes(caseId))) : texts;

/** `texts` by case until the vault has them, and whose note was refused last. */
export const useHanded = (visit: VisitPage) => {
  const [texts, setTexts] = useState<ReadonlyMap<Id, string>>(new Map());
  const [refused, setRefused] = useState<{ person: VisitPerson; why: Refusal } | null>(null);
  useEffect(() => {
    const written = visit.persons.filter((one) => one.contact !== null).map((one) => one.case_id);
    setTexts((old) => without(old, written));
  }, [visit.persons]);
  const hand = (person: VisitPerson, { place, note, more }: Handed) => {
    setTexts((old) => new Map(old).set(person.case_id, note.text));
    setRefused(null);
    void handOver(place, note, more).then((why) => {
      if (why === null) return;
      setTexts((old) => without(old, [person.case_id]));
      setRefused({ person, why });
    });
  };
  return { texts, refused, hand };
};

/** Has the draft of whoever comes next at hand, so that her text takes the first letter. */
export const useAhead = (plan: PlanItem, next: VisitPerson | undefined) => {
  useQuery({ ...ask("Draft", { place: visitPlace(plan, next?.case_id ?? "") }), enabled: next !== undefined });
};
