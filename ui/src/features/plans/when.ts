// When a plan is, as the kinds of plans share it.
import type { Repeat } from "../../house/contract.gen.ts";

export type When = { on: string | null; start: string | null; end: string | null; repeat: Repeat | null };

/** How it comes back, where it does. */
export const again = ({ repeat }: When): { repeat?: Repeat } => (repeat === null ? {} : { repeat });
