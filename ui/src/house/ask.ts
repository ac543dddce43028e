// Asking the house: `useQuery(ask("CaseList", input))`.
import { QueryClient, queryOptions } from "@tanstack/react-query";
import { type Queries, type Reply, type Topic, topicsOf } from "./contract.gen.ts";
import { roof } from "./transport.ts";

type Name = keyof Queries;

/** The answers the screens hold. Nothing is kept on disk, and a lock empties it. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, refetchOnWindowFocus: false, networkMode: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** Asks once, outside the cache. */
export const askOnce = async <N extends Name>(name: N, input: Queries[N][0]): Promise<Queries[N][1]> => {
  const reply = (await roof("call", { name, input })) as Reply<Queries[N][1]>;
  return reply.value;
};

/** Options of a query for `useQuery`. Its key is its name and its input; nobody writes keys by hand. */
export const ask = <N extends Name>(name: N, input: Queries[N][0]) =>
  queryOptions({ queryKey: [name, input] as const, queryFn: () => askOnce(name, input) });

/** Everything that reads one of these topics is asked again. */
export const refresh = (changed: readonly Topic[]): Promise<void> =>
  answers.invalidateQueries({
    predicate: (query) => {
      const topics: readonly Topic[] = topicsOf[query.queryKey[0] as Name] ?? [];
      return topics.some((topic) => changed.includes(topic));
    },
  });
