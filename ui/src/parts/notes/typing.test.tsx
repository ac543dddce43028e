import { act, render } from "@testing-library/react";
import { expect, it } from "vitest";
import { stepLines } from "./StepsFromText.tsx";
import { isEmpty, type Typing, useTyped, useTyping, whole } from "./typing.ts";

it("draws again only what asks about the text, and only when the answer changes", () => {
  const drawn = { form: 0, field: 0, button: 0, steps: 0 };
  const held: { typing: Typing | null } = { typing: null };
  function Field({ typing }: { typing: Typing }) {
    drawn.field += 1;
    return <p>{useTyped(typing, whole)}</p>;
  }
  function Keep({ typing }: { typing: Typing }) {
    drawn.button += 1;
    return <button type="button" disabled={useTyped(typing, isEmpty)} />;
  }
  function Steps({ typing }: { typing: Typing }) {
    drawn.steps += 1;
    return <pre>{useTyped(typing, stepLines)}</pre>;
  }
  function Note() {
    drawn.form += 1;
    const typing = useTyping("");
    held.typing = typing;
    return (
      <>
        <Field typing={typing} />
        <Keep typing={typing} />
        <Steps typing={typing} />
      </>
    );
  }
  const shown = render(<Note />);
  for (const text of ["よ", "よく", "よく眠れた", "よく眠れた\n→ 電", "よく眠れた。\n→ 電"]) act(() => held.typing?.set(text));
  expect(drawn).toEqual({ form: 1, field: 6, button: 2, steps: 2 });
  expect(shown.container.querySelector("p")?.textContent).toBe("よく眠れた。\n→ 電");
  expect(shown.container.querySelector("pre")?.textContent).toBe("→ 電");
});
