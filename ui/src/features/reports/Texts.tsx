import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Section } from "../../house/contract.gen.ts";
import { Select } from "../../parts/Select.tsx";
import { Answer } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import type { ReportWish } from "../../screens.ts";
import { shortDate } from "../../words/dates.ts";
import { inLanguage, say } from "../../words/words.ts";
import { EpisodeNotes } from "./EpisodeNotes.tsx";
import { Episodes } from "./Episodes.tsx";
import css from "./reports.module.css";
import { Screened } from "./Screened.tsx";

/** The written chapters of a report, each with the period's material beside it. */
export function Texts({ wish, first }: { wish: ReportWish; first: string | null }) {
  const sections = useQuery(ask("Sections", wish));
  const [chosen, setChosen] = useState(first);
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
            <Writer key={section.key} wish={wish} section={section} />
          </div>
        );
      }}
    </Answer>
  );
}

function Writer({ wish, section }: { wish: ReportWish; section: Section }) {
  const [text, setText] = useState(section.text);
  const keep = useAct("KeepSection", { refusals: "here" });
  const save = (body: string) => keep.mutate({ report: wish, key: section.key, text: body });
  const take = (told: string) => {
    const whole = text.trim() === "" ? told : `${text.trimEnd()}\n\n${told}`;
    setText(whole);
    save(whole);
  };
  return (
    <>
      <div>
        <TextEntry
          label={say("release.report.section_text")}
          value={text}
          onChange={setText}
          onPause={save}
          rows={8}
          hint={say("release.report.section_hint")}
          error={keep.error?.sentence ?? null}
        />
        <div className={css["savedLine"]}>
          <span className={css["aside"]}>{say("release.report.length", { n: Array.from(text).length, longest: section.longest })}</span>
          <span className={css["aside"]} role="status">
            {keep.isPending ? say("shell.saving") : keep.isSuccess ? say("release.report.saved") : ""}
          </span>
        </div>
        {wish.level !== "internal" && wish.level !== "commissioner" && section.text.trim() !== "" && (
          <Screened wish={wish} section={section} />
        )}
      </div>
      <Materials section={section} />
      <EpisodeNotes report={wish} onTake={take} />
      <Episodes report={wish} />
    </>
  );
}

function Materials({ section }: { section: Section }) {
  return (
    <section aria-label={say("release.report.materials")}>
      <h2 className={css["materialsHead"]}>
        {say("release.report.materials")}
        <span className={css["aside"]}>{say("release.report.materials_note")}</span>
      </h2>
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
