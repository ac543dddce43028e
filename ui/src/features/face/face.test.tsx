import { act, fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { turnFace, useCodes } from "../../house/face.ts";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
import { Rail } from "../../parts/Rail.tsx";
import { say } from "../../words/words.ts";
import { FaceMark } from "./FaceMark.tsx";

/** The rail's button and the mark as the house shows them. */
function Shown() {
  const codes = useCodes();
  const face = {
    id: "face",
    label: say("shell.face.button"),
    says: codes ? say("shell.face.off") : say("shell.face.on"),
    isOn: codes,
    onPress: () => void turnFace(),
  };
  return (
    <>
      <Rail label="r" title="t" note={null} places={[]} acts={[]} foot={[]} pairs={[[face]]} current="" onGo={() => {}} />
      {codes && <FaceMark />}
      <div role="grid" aria-label="g">
        <div role="row" data-key="c1" tabIndex={0}>
          <span role="gridcell" tabIndex={-1}>
            対象者01
          </span>
        </div>
      </div>
    </>
  );
}

let on = false;
const roof = {
  face: (input: unknown) => {
    on = (input as { codes: boolean | null }).codes ?? on;
    return { codes: on };
  },
};

afterEach(async () => {
  if (on) await act(() => turnFace());
});

it("is pressed and marked at the top while codes are shown, and leads back", async () => {
  const user = userEvent.setup();
  const shown = showScreen(<Shown />, { roof });
  await user.click(shown.getByRole("button", { name: "仮名で表示する（名前を出さない）" }));
  expect((await shown.findByRole("button", { name: "実名に戻す", pressed: true })).textContent).toBe("仮名");
  expect(shown.getByText("仮名で表示中").closest("[role=status]")).not.toBeNull();
  await expectNoViolations(shown.container);
  await user.click(shown.getByRole("button", { name: "実名に戻す", pressed: true }));
  await shown.findByRole("button", { name: "仮名で表示する（名前を出さない）", pressed: false });
  expect(shown.queryByText("仮名で表示中")).toBeNull();
});

it("shows the one name while Alt is held over its row, and nothing after", async () => {
  const user = userEvent.setup();
  const shown = showScreen(<Shown />, { roof, answers: { RevealName: { name: "髙橋 正一", kana: "たかはし しょういち" } } });
  await user.click(shown.getByRole("button", { name: "仮名で表示する（名前を出さない）" }));
  await shown.findByText("仮名で表示中");
  expect(shown.queryByText("髙橋 正一")).toBeNull();
  fireEvent.focus(shown.getByRole("row"));
  shown.getByRole("row").focus();
  fireEvent.keyDown(shown.getByRole("row"), { altKey: true });
  await shown.findByText("髙橋 正一");
  fireEvent.keyUp(shown.getByRole("row"), { altKey: false });
  expect(shown.queryByText("髙橋 正一")).toBeNull();
});
