import { useQuery } from "@tanstack/react-query";
import { ask } from "../../house/ask.ts";
import type { Level, TextLevel } from "../../house/contract.gen.ts";
import { Answer } from "../../parts/States.tsx";
import type { SectionPlace } from "../../screens.ts";
import { inLanguage } from "../../words/words.ts";
import { Review } from "./Review.tsx";

/** The level at which a text of a report is looked at: the strictest of those who read it. */
const textLevel = (level: Level): TextLevel => (level === "public" || level === "hospital" ? "public" : "municipal");

/** 文章の点検: a text is taken, its names and numbers are replaced one by one, and it leaves through one gate. */
export function RedactionScreen({ section }: { section: SectionPlace | null }) {
  if (section === null) return <Review text="" level="municipal" section={null} title="" />;
  return <OfReport key={JSON.stringify(section)} section={section} />;
}

function OfReport({ section }: { section: SectionPlace }) {
  const { key, ...report } = section;
  const sections = useQuery(ask("Sections", report));
  return (
    <Answer of={sections}>
      {(all) => {
        const one = all.find((candidate) => candidate.key === key);
        if (one === undefined) return <Review text="" level="municipal" section={null} title="" />;
        return <Review text={one.text} level={textLevel(report.level)} section={section} title={inLanguage(one.title, one.title_en)} />;
      }}
    </Answer>
  );
}
