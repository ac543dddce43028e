import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
import { IssuesScreen } from "./IssuesScreen.tsx";

it("one line and Enter keep an observation; the list narrows by tag", async () => {
  const note = vi.fn(() => "i3");
  const shown = showScreen(<IssuesScreen />, {
    answers: {
      Draft: null,
      Issues: [
        { id: "i1", on: "2026-10-20", text: "体験宿泊の枠が月末に集まる", tags: ["住まい"], status: "open", mentions: [] },
        { id: "i3", on: "2024-05-02", text: "送迎の車が足りない", tags: [], status: "open", mentions: [] },
        {
          id: "i2",
          on: "2026-02-25",
          text: "入口の書類が分かりにくいと@森 茂さん",
          tags: ["入口"],
          status: "theme",
          mentions: [{ person: true, text: "森 茂", name: "森 茂", case_id: "c1", org_id: null }],
        },
      ],
    },
    acts: { NoteIssue: note, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await userEvent.type(await shown.findByLabelText("気づいたこと"), "家主への説明は紙があると早い");
  await userEvent.click(await shown.findByRole("button", { name: "住まい" }));
  await expectNoViolations(shown.container);
  await userEvent.type(shown.getByLabelText("気づいたこと"), "{Enter}");
  expect(note).toHaveBeenCalledWith({ text: "家主への説明は紙があると早い", tags: ["住まい"] });
  expect(shown.queryByText("送迎の車が足りない")).toBeNull();
  await userEvent.click(shown.getByRole("button", { name: "それより前の1年度分も表示" }));
  expect(shown.getByText("送迎の車が足りない")).toBeDefined();
  await userEvent.click(shown.getByRole("radio", { name: "入口" }));
  expect(shown.queryByText("体験宿泊の枠が月末に集まる")).toBeNull();
  expect(shown.getByRole("button", { name: "@森 茂" })).toBeDefined();
});
