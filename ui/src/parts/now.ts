// The clock of the computer, for screens that may show nothing else.

const two = (n: number) => String(n).padStart(2, "0");

/** Date and time of this moment: `2026-11-24`, `09:05`. */
export const readClock = (): { date: string; time: string } => {
  const now = new Date();
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
};
