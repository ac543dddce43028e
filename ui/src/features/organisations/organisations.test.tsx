import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Organisation } from "../../house/contract.gen.ts";
import { expectNoViolations, showScreen } from "../../house/screen-test.tsx";
import { OrganisationsScreen } from "./OrganisationsScreen.tsx";

const hospital: Organisation = {
  id: "h1",
  name: "楠沢病院",
  kana: "くすざわびょういん",
  type: "psychiatric_hospital",
  area: null,
  wards: ["B2病棟", "C1病棟"],
  open_cases: 0,
  last_contact_on: "2026-11-19",
};
const home: Organisation = {
  ...hospital,
  id: "o2",
  name: "グループホームこもれび",
  kana: "",
  type: "group_home",
  wards: [],
  last_contact_on: null,
};

afterEach(() => {
  window.location.hash = "";
});

it("shows when somebody was last there, and plans the next visit", async () => {
  const shown = showScreen(<OrganisationsScreen orgId={null} />, {
    answers: {
      Organisations: [hospital, home],
      CaseList: { lines: [], total: 0, open: 0 },
      VisitClosure: { from_on: "2026-11-18", to_on: null, now: true },
    },
  });
  await shown.findByText("令和8年11月19日");
  await shown.findByText("令和8年11月18日から面会できません（終わりは未定）。");
  await shown.findByText("この病院に入院中で支援している方はいません。");
  await expectNoViolations(shown.container);
  await userEvent.click(shown.getByRole("radio", { name: "病院以外" }));
  expect(shown.queryByText("B2病棟、C1病棟")).toBeNull();
  await userEvent.click(shown.getByRole("radio", { name: "病院" }));
  await userEvent.click(shown.getByRole("button", { name: "訪問の予定を入れる" }));
  expect(window.location.hash).toBe("#/plans?visit=h1");
});
