/** The mark of the house: a low hill line with a path rising from the left. Stands beside the name only. */
export function Hill({ size = 48 }: { size?: number }) {
  return (
    <svg width={size} height={size / 2} viewBox="0 0 48 24" fill="none" aria-hidden="true" stroke="currentColor" strokeLinecap="round">
      <path d="M2 20 C 11 19.5, 16 15, 22 10 C 26 6.6, 29.5 5, 33 6.2 C 38 8, 40 15.5, 46 18" strokeWidth="2" />
      <path d="M4 23 C 13 22.8, 20 21.5, 24 18.2 C 26.4 16.2, 27.2 14, 29.6 12.4" strokeWidth="1.3" />
    </svg>
  );
}
