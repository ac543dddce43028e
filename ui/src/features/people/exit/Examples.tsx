import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../house/ask.ts";
import type { Example, ExampleList } from "../../../house/contract.gen.ts";
import { Section } from "../../../parts/Page.tsx";
import { Answer, Empty } from "../../../parts/States.tsx";
import { codeName } from "../../../words/codes.ts";
import { say, sayCode } from "../../../words/words.ts";
import css from "./exit.module.css";

/** Conditions that an example has in common at least. */
const LEAST = 2;

/** 似た条件の出口例: how others with like conditions left. No names, and plain words where there is nothing to show. */
export function Examples({ caseId }: { caseId: string }) {
  const list = useQuery(ask("ExitExamples", { case_id: caseId }));
  return (
    <Section title={say("exit.example.title")}>
      <Answer of={list}>
        {(found) =>
          found.examples.length === 0 ? (
            <Empty sentence={emptiness(found)} />
          ) : (
            <>
              <p className={css["quiet"]}>{say("exit.example.note", { n: LEAST })}</p>
              <ul className={css["examples"]}>
                {found.examples.map((example, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an example has no identity, on purpose
                  <Road key={at} example={example} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Section>
  );
}

const emptiness = ({ known, closed, left }: ExampleList): string => {
  if (closed === 0) return say("exit.example.nobody");
  return known < LEAST ? say("exit.example.unknown") : say("exit.example.none", { closed, left });
};

function Road({ example }: { example: Example }) {
  const common = [
    example.age === null ? "" : sayCode("exit.age_band", example.age),
    example.stay === null ? "" : sayCode("exit.stay_band", example.stay),
    example.hospital === null ? "" : codeName("organisation_type", example.hospital),
    ...example.obstacles.map((obstacle) => codeName("obstacle", obstacle)),
  ].filter((condition) => condition !== "");
  const road = [
    ...example.stages.map(({ stage, months }) =>
      months === 0
        ? say("exit.example.short", { stage: codeName("stage", stage) })
        : say("exit.example.step", { stage: codeName("stage", stage), n: months }),
    ),
    example.nights > 0 ? say("exit.example.nights", { n: example.nights }) : "",
    example.readmitted ? say("exit.example.readmitted") : "",
  ].filter((part) => part !== "");
  return (
    <li>
      <p>
        <strong>{example.destination === null ? say("exit.example.unwritten") : codeName("destination", example.destination)}</strong>
        <span>
          {say("exit.example.months")} {say("exit.example.months_value", { n: example.months })}
        </span>
      </p>
      <p className={css["quiet"]}>{say("exit.example.common", { list: common.join("・") })}</p>
      <p className={css["quiet"]}>{road.join(" → ")}</p>
    </li>
  );
}
