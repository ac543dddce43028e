import { useCallback } from "react";
import type { PaperRequest } from "../../house/contract.gen.ts";
import { Pages as Pictures } from "../../parts/Pages.tsx";

type Props = { request: PaperRequest; pages: number | null; wide: boolean; onWide: (wide: boolean) => void };

/** The pages of a paper with names. */
export function Pages({ request, ...rest }: Props) {
  const input = useCallback((page: number, width: number) => ({ paper: request, page, width }), [request]);
  return <Pictures question="RecordPaperPage" input={input} {...rest} />;
}
