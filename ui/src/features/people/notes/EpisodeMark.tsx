import { useAct } from "../../../house/act.ts";
import type { TimelineItem } from "../../../house/contract.gen.ts";
import { showSaid } from "../../../house/notices.ts";
import { Button } from "../../../parts/Button.tsx";
import { say, sayCode } from "../../../words/words.ts";

/** Marks notes as ones whose story a report may tell, or takes the mark away, and says at once how the consent stands. */
export const useEpisodeMarks = () => {
  const mark = useAct("MarkEpisode");
  const turn = (item: TimelineItem) =>
    mark.mutate(
      { contact_id: item.id, marked: !item.episode },
      {
        onSuccess: (state) => {
          const said = item.episode ? say("people.episode.unmarked_said") : sayCode("people.episode.marked_said", state ?? "nobody");
          showSaid(said, true);
        },
      },
    );
  return { turn, waiting: mark.isPending };
};

/** The button of one note. */
export function EpisodeMark({ item, marks }: { item: TimelineItem; marks: ReturnType<typeof useEpisodeMarks> }) {
  return (
    <Button kind="quiet" dense onPress={() => marks.turn(item)} isDisabled={marks.waiting}>
      {say(item.episode ? "people.episode.unmark" : "people.episode.mark")}
    </Button>
  );
}
