import { MARK } from "./mark.ts";

/** The mark of the house. Stands beside the name only. */
export function Hill({ size = 48 }: { size?: number }) {
  return (
    <svg width={size} height={size / 2} viewBox="0 0 48 24" fill="none" aria-hidden="true" stroke="currentColor" strokeLinecap="round">
      {MARK.map((line) => (
        <path key={line.width} d={line.d} strokeWidth={line.width} />
      ))}
    </svg>
  );
}
