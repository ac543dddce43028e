import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Section } from "../../house/contract.gen.ts";
import { Select } from "../../parts/Select.tsx";
import { Answer, SavedMark } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { shortDate } from "../../words/dates.ts";
import { inLanguage, say } from "../../words/words.ts";
import css from "./reports.module.css";

/** The written chapters of a year, each with the year's material beside it. */
export function Texts({ year }: { year: number }) {
  const sections = useQuery(ask("Sections", { fiscal_year: year }));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answer of={sections}>
      {(all) => {
        const section = all.find((one) => one.key === chosen) ?? all[0];
        if (section === undefined) return null;
        const options = all.map((one) => ({
          id: one.key,
          label: inLanguage(one.title, one.title_en),
          ...(one.text === "" ? {} : { note: say("release.report.written") }),
        }));
        return (
          <div className={css["texts"]}>
            <Select label={say("release.report.section")} value={section.key} onChange={setChosen} options={options} />
            <Writer key={`${year}/${section.key}`} year={year} section={section} />
            <Materials section={section} />
          </div>
        );
      }}
    </Answer>
  );
}

function Writer({ year, section }: { year: number; section: Section }) {
  const [text, setText] = useState(section.text);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const keep = useAct("KeepSection");
  const save = (body: string) => keep.mutate({ fiscal_year: year, key: section.key, text: body }, { onSuccess: setSavedAt });
  return (
    <div>
      <TextEntry
        label={say("release.report.section_text")}
        value={text}
        onChange={setText}
        onPause={save}
        rows={9}
        hint={say("release.report.section_hint")}
      />
      <div className={css["savedLine"]}>
        <SavedMark at={savedAt} waiting={keep.isPending} />
      </div>
    </div>
  );
}

function Materials({ section }: { section: Section }) {
  return (
    <section aria-label={say("release.report.materials")}>
      <h3 className={css["materialsHead"]}>
        {say("release.report.materials")}
        <span className={css["aside"]}>{say("release.report.materials_note")}</span>
      </h3>
      {section.materials.length === 0 && <p className={css["aside"]}>{say("release.report.no_materials")}</p>}
      <ul className={css["materials"]}>
        {section.materials.map((line) => (
          <li key={`${line.on}/${line.source}/${line.text}`}>
            <span className={`${css["day"]} figure`}>{shortDate(line.on)}</span>
            <span>
              {line.text}
              <span className={css["source"]}>{line.source}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
