import { useAct } from "../../../house/act.ts";
import type { TimelineItem } from "../../../house/contract.gen.ts";
import { showSaid } from "../../../house/notices.ts";
import { Button } from "../../../parts/Button.tsx";
import { say, sayCode } from "../../../words/words.ts";

/** Marks a note as one whose story a report may tell, and says at once how the consent stands. */
export function EpisodeMark({ item }: { item: TimelineItem }) {
  const mark = useAct("MarkEpisode");
  const turn = () =>
    mark.mutate(
      { contact_id: item.id, marked: !item.episode },
      {
        onSuccess: (state) => {
          const said = item.episode ? say("people.episode.unmarked_said") : sayCode("people.episode.marked_said", state ?? "nobody");
          showSaid(said, true);
        },
      },
    );
  return (
    <Button kind="quiet" dense onPress={turn} isDisabled={mark.isPending}>
      {say(item.episode ? "people.episode.unmark" : "people.episode.mark")}
    </Button>
  );
}
