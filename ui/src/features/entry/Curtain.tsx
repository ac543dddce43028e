export function Curtain(_: { curtainSeconds: number; lockMinutes: number; onVisit: boolean }) {
  return null;
}
