import { useCallback } from "react";
import { Pages } from "../../parts/Pages.tsx";
import type { ReportWish } from "../../screens.ts";

type Props = { wish: ReportWish; pages: number | null; wide: boolean; onWide: (wide: boolean) => void };

/** The pages of a report. */
export function Paper({ wish, ...rest }: Props) {
  const input = useCallback((page: number, width: number) => ({ report: wish, page, width }), [wish]);
  return <Pages question="ReportPage" input={input} {...rest} />;
}
