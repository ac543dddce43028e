// Times of a day, and how overlapping items share a column.
import type { PlanItem } from "../../house/contract.gen.ts";

/** The first and last hour that a week shows; earlier and later items stretch it. */
export const USUAL_HOURS: readonly [number, number] = [8, 19];

/** Minutes after midnight of 「09:30」; `null` where there is no time. */
export const minutesOf = (time: string | null): number | null => {
  const found = time === null ? null : /^(\d{1,2}):(\d{2})$/.exec(time);
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
};

/** 「09:30」 of minutes after midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export type Placed = { item: PlanItem; start: number; end: number; lane: number; lanes: number };

/** Items of one day side by side where they overlap: each takes the first free lane of its cluster. */
export const placeDay = (items: readonly PlanItem[]): Placed[] => {
  const timed = items
    .map((item) => ({ item, start: minutesOf(item.start), end: minutesOf(item.end) }))
    .filter((one): one is { item: PlanItem; start: number; end: number | null } => one.start !== null)
    .map((one) => ({ ...one, end: Math.max(one.end ?? one.start + 60, one.start + 30) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const placed: Placed[] = [];
  let cluster: Placed[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  const settle = () => {
    const lanes = Math.max(0, ...cluster.map((one) => one.lane + 1));
    for (const one of cluster) placed.push({ ...one, lanes });
    cluster = [];
  };
  for (const one of timed) {
    if (one.start >= clusterEnd) {
      settle();
      clusterEnd = Number.NEGATIVE_INFINITY;
    }
    const busy = cluster.filter((other) => other.end > one.start).map((other) => other.lane);
    let lane = 0;
    while (busy.includes(lane)) lane += 1;
    cluster.push({ ...one, lane, lanes: 1 });
    clusterEnd = Math.max(clusterEnd, one.end);
  }
  settle();
  return placed;
};
