import { DateEntry } from "../../parts/DateEntry.tsx";
import { NumberEntry } from "../../parts/NumberEntry.tsx";
import { say } from "../../words/words.ts";

type When = { on: string | null; minutes: number | null };

/** The day of an activity and how long it took: two entries of the sheet that is being written. */
export function OnAndMinutes({ sheet, error }: { sheet: { values: When; set: (change: Partial<When>) => void }; error: string | null }) {
  return (
    <>
      <DateEntry label={say("work.activity.on")} value={sheet.values.on} onChange={(on) => sheet.set({ on })} error={error} />
      <NumberEntry
        label={say("work.activity.minutes")}
        unit={say("work.activity.minute")}
        value={sheet.values.minutes}
        onChange={(minutes) => sheet.set({ minutes })}
        max={1440}
      />
    </>
  );
}
