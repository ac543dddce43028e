import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAct } from "../../house/act.ts";
import { ask } from "../../house/ask.ts";
import type { Template } from "../../house/contract.gen.ts";
import { useSheet } from "../../house/draft.ts";
import { showSaid } from "../../house/notices.ts";
import { Button } from "../../parts/Button.tsx";
import { Fields } from "../../parts/Field.tsx";
import { LineEntry } from "../../parts/LineEntry.tsx";
import { Restored } from "../../parts/Restored.tsx";
import { Select } from "../../parts/Select.tsx";
import { Answer, ErrorNote } from "../../parts/States.tsx";
import { TextEntry } from "../../parts/TextEntry.tsx";
import { codeOptions } from "../../words/codes.ts";
import { say } from "../../words/words.ts";
import css from "./settings.module.css";

/** 記録のひな形: the user's own words to begin a note with. */
export function Templates() {
  const kept = useQuery(ask("Templates", {}));
  return <Answer of={kept}>{(templates) => <Editor key={JSON.stringify(templates)} kept={templates} />}</Answer>;
}

const ANY = "any";

function Editor({ kept }: { kept: readonly Template[] }) {
  const sheet = useSheet("form/templates", { templates: [...kept] });
  const { templates } = sheet.values;
  const keep = useAct("KeepTemplates", { refusals: "here" });
  const [open, setOpen] = useState<number | null>(null);
  const change = (next: Template[]) => sheet.set({ templates: next });
  const alter = (at: number, part: Partial<Template>) => change(templates.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const save = (all: Template[]) =>
    keep.mutate(
      { templates: all },
      {
        onSuccess: () => {
          sheet.finish();
          showSaid(say("people.template.kept"), true);
        },
      },
    );
  return (
    <>
      <p className={css["note"]}>{say("people.template.what")}</p>
      <p className={css["note"]}>{say("people.template.words", { list: say("people.template.words_list") })}</p>
      <Restored sheet={sheet} />
      <ul className={css["bin"]}>
        {templates.map((template, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a template is its place; its name is being typed
          <li key={at}>
            {open === at ? (
              <Fields>
                <LineEntry label={say("people.template.name")} value={template.name} onChange={(name) => alter(at, { name })} autoFocus />
                <TextEntry label={say("people.template.body")} value={template.body} onChange={(body) => alter(at, { body })} rows={4} />
                <Fields columns={2}>
                  <Select
                    label={say("people.template.method")}
                    value={template.method ?? ANY}
                    onChange={(code) => alter(at, { method: code === ANY ? null : (code as NonNullable<Template["method"]>) })}
                    options={[{ id: ANY, label: say("people.template.any") }, ...codeOptions("method")]}
                  />
                  <Select
                    label={say("people.template.stage")}
                    value={template.stage ?? ANY}
                    onChange={(code) => alter(at, { stage: code === ANY ? null : (code as NonNullable<Template["stage"]>) })}
                    options={[{ id: ANY, label: say("people.template.any") }, ...codeOptions("stage")]}
                  />
                </Fields>
              </Fields>
            ) : (
              <div>
                <p className={css["binText"]}>{template.name}</p>
                <p className={css["note"]}>{template.body.split("\n")[0]}</p>
              </div>
            )}
            <div className={css["binActs"]}>
              {open !== at && (
                <Button dense label={`${say("people.revise.do")}：${template.name}`} onPress={() => setOpen(at)}>
                  {say("people.revise.do")}
                </Button>
              )}
              {at > 0 && (
                <Button
                  kind="quiet"
                  dense
                  label={`${say("people.template.up")}：${template.name}`}
                  onPress={() => {
                    setOpen(null);
                    change(templates.flatMap((one, i) => (i === at - 1 ? [template, one] : i === at ? [] : [one])));
                  }}
                >
                  {say("people.template.up")}
                </Button>
              )}
              <Button
                kind="quiet"
                dense
                label={`${say("people.template.remove")}：${template.name}`}
                onPress={() => {
                  setOpen(null);
                  change(templates.filter((_, i) => i !== at));
                }}
              >
                {say("people.template.remove")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {keep.error !== null && <ErrorNote failure={keep.error} />}
      <div className={css["binActs"]}>
        <Button
          onPress={() => {
            change([...templates, { name: "", body: "", method: null, stage: null }]);
            setOpen(templates.length);
          }}
        >
          {say("people.template.add")}
        </Button>
        <Button kind="quiet" onPress={() => save([])} isDisabled={keep.isPending}>
          {say("people.template.defaults")}
        </Button>
        <Button kind="primary" onPress={() => save(templates)} isDisabled={keep.isPending}>
          {say("people.template.keep")}
        </Button>
      </div>
    </>
  );
}
