import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { PeerActivityLine, PeerList } from "../../../house/contract.gen.ts";
import { expectNoViolations, quietDay, showScreen } from "../../../house/screen-test.tsx";
import { PeersScreen } from "./PeersScreen.tsx";

const session: PeerActivityLine = {
  id: null,
  session_id: "s3",
  programme: "あしたの会",
  session_no: 3,
  theme: "住まい",
  on: "2026-10-26",
  kind: "session",
  minutes: null,
  fee: null,
  expenses: null,
  paid_on: null,
  care: "",
  note: "",
};
const list: PeerList = {
  sessions: 1,
  times: 1,
  fees: 3000,
  expenses: 420,
  peers: [
    {
      id: "x1",
      name: "中野 浩",
      kana: "なかの ひろし",
      org_id: "o15",
      org: "ピアサポートの会ともしび",
      care_note: "午前はつらい",
      phone: "",
      from_on: null,
      to_on: null,
      counts: [
        { kind: "session", times: 1 },
        { kind: "visit", times: 1 },
      ],
      fees: 3000,
      expenses: 420,
      unpaid: 1,
      asked_on: null,
      activities: [
        session,
        { ...session, id: "b1", session_id: null, session_no: null, kind: "visit", on: "2026-10-20", fee: 3000, expenses: 420 },
      ],
    },
  ],
};

it("each peer supporter shows times, money and care; a session gets its fee from here", async () => {
  const keep = vi.fn(() => "b2");
  const shown = showScreen(<PeersScreen />, {
    answers: { Today: quietDay, Peers: list, Draft: null },
    acts: { KeepPeerActivity: keep, KeepDraft: () => "2026-11-24T10:42:00+09:00" },
  });
  await shown.findByRole("heading", { name: "中野 浩" });
  shown.getByText("プログラムの回 1回");
  shown.getByText("未払い 1件");
  shown.getByText("午前はつらい");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("button", { name: "あしたの会 第3回を直す" }));
  await userEvent.type(await shown.findByLabelText("謝金"), "3000");
  await userEvent.type(shown.getByLabelText("体調・気持ち・配慮したこと"), "元気");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() =>
    expect(keep).toHaveBeenCalledWith(
      expect.objectContaining({ person_id: "x1", activity_id: null, session_id: "s3", on: "2026-10-26", fee: 3000, care: "元気" }),
    ),
  );
});
