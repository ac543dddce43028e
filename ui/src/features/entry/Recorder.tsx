import type { Screen } from "../../screens.ts";

export function Recorder(_: { isOpen: boolean; onClose: () => void; screen: Screen }) {
  return null;
}
