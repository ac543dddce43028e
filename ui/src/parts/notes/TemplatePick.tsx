import { useQuery } from "@tanstack/react-query";
import { ask, askOnce } from "../../house/ask.ts";
import type { Id, Template } from "../../house/contract.gen.ts";
import { showRefusal } from "../../house/notices.ts";
import { Refusal } from "../../house/transport.ts";
import { say } from "../../words/words.ts";
import { Button } from "../Button.tsx";
import { Dialog } from "../Dialog.tsx";
import { useKeys } from "../keys.ts";
import { Answer } from "../States.tsx";
import css from "./notes.module.css";

type Props = {
  caseId: Id | null;
  on: string | null;
  method: string | null;
  stage: string | null;
  onPick: (text: string) => void;
  onClose: () => void;
};

/** The templates, those of the method and the stage first. A digit takes one: two keys in all. */
export function TemplatePick(props: Props) {
  const templates = useQuery(ask("Templates", {}));
  return (
    <Dialog title={say("people.template.pick")} isOpen onClose={props.onClose}>
      <Answer of={templates}>{(all) => <Choose {...props} templates={inOrder(all, props.method, props.stage)} />}</Answer>
    </Dialog>
  );
}

function Choose({ templates, caseId, on, onPick }: Props & { templates: readonly Template[] }) {
  const take = async (template: Template | undefined) => {
    if (template === undefined || on === null) return;
    try {
      onPick(await askOnce("FilledTemplate", { body: template.body, case_id: caseId, on }));
    } catch (thrown) {
      if (thrown instanceof Refusal) showRefusal(thrown);
    }
  };
  const digits = Array.from({ length: 9 }, (_, index) => [String(index + 1), () => void take(templates[index])] as const);
  useKeys(Object.fromEntries(digits), { inDialogs: true });
  return (
    <ol className={css["templates"]}>
      {templates.map((template, index) => (
        <li key={template.name}>
          <Button
            kind="plain"
            onPress={() => void take(template)}
            autoFocus={index === 0}
            {...(index < 9 ? { keys: String(index + 1) } : {})}
          >
            {template.name}
          </Button>
          <span className={css["aside"]}>{template.body.split("\n")[0]}</span>
        </li>
      ))}
    </ol>
  );
}

/** Those for this method or stage first, each kind in the order of the settings. */
const inOrder = (all: readonly Template[], method: string | null, stage: string | null): readonly Template[] => {
  const rank = (one: Template) => {
    if (one.method !== null || one.stage !== null) {
      return (one.method === null || one.method === method) && (one.stage === null || one.stage === stage) ? 0 : 2;
    }
    return 1;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
};
