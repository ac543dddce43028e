import { fireEvent } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useLayoutEffect, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { expectNoViolations, quietDay, refusal, showScreen } from "../house/screen-test.tsx";
import { Button } from "./Button.tsx";
import { Choice, Choices } from "./Choice.tsx";
import { DateEntry } from "./DateEntry.tsx";
import { useKeys } from "./keys.ts";
import { List } from "./List.tsx";
import { NumberEntry } from "./NumberEntry.tsx";
import { judge, plainCode } from "./passphrase.ts";
import { Select } from "./Select.tsx";
import { Table } from "./Table.tsx";
import { TextEntry } from "./TextEntry.tsx";
import { readTime } from "./TimeEntry.tsx";

describe("DateEntry", () => {
  const Held = ({ onDate }: { onDate: (date: string | null) => void }) => {
    const [date, setDate] = useState<string | null>(null);
    return (
      <DateEntry
        label="日付"
        value={date}
        onChange={(next) => {
          setDate(next);
          onDate(next);
        }}
      />
    );
  };

  it("asks the house what was typed and echoes it in full", async () => {
    const onDate = vi.fn();
    const shown = showScreen(<Held onDate={onDate} />, { answers: { ReadDate: { date: "2026-11-02", precision: "day", note: null } } });
    await userEvent.type(shown.getByLabelText("日付"), "１１／２");
    await userEvent.tab();
    await shown.findByDisplayValue("令和8年11月2日（月）");
    expect(shown.calls("ReadDate")).toEqual([{ text: "１１／２" }]);
    expect(onDate).toHaveBeenLastCalledWith("2026-11-02");
  });

  it("reads a date that is still being typed before a key finishes the form", async () => {
    const order: string[] = [];
    const Form = () => {
      const [date, setDate] = useState<string | null>("2026-11-24");
      useKeys({ "Mod+Enter": () => order.push(`finished on ${date}`) });
      return <DateEntry label="日付" value={date} onChange={setDate} />;
    };
    const shown = showScreen(<Form />, { answers: { ReadDate: { date: "2026-11-02", precision: "day", note: null } } });
    await userEvent.clear(shown.getByLabelText("日付"));
    await userEvent.type(shown.getByLabelText("日付"), "11/2{Control>}{Enter}{/Control}");
    await vi.waitFor(() => expect(order).toEqual(["finished on 2026-11-02"]));
  });

  it("shows the holidays of the month in its calendar, and of the next one", async () => {
    const holiday: Record<string, string> = { "2026-11-23": "勤労感謝の日", "2027-01-01": "元日" };
    const Form = () => <DateEntry label="日付" value="2026-11-02" onChange={() => {}} />;
    const shown = showScreen(<Form />, {
      answers: {
        Today: quietDay,
        Span: ({ from }) => ({
          days: Object.keys(holiday)
            .filter((on) => on.startsWith(from.slice(0, 7)))
            .map((on) => ({ on, weekday: 1, holiday: holiday[on] ?? null, today: false, plans: 0 })),
          items: [],
        }),
      },
    });
    await userEvent.click(shown.getByRole("button", { name: "暦" }));
    expect((await shown.findByTitle("勤労感謝の日")).textContent).toBe("23");
    for (let turns = 0; turns < 2; turns += 1) await userEvent.click(shown.getByRole("button", { name: "次の月" }));
    expect((await shown.findByTitle("元日")).textContent).toBe("1");
  });

  it("keeps the typed text and says why it cannot be read", async () => {
    const shown = showScreen(<Held onDate={() => {}} />, {
      answers: {
        ReadDate: () => {
          throw refusal("date.unreadable", "日付として読めません。");
        },
      },
    });
    await userEvent.type(shown.getByLabelText("日付"), "そのうち{Enter}");
    await shown.findByText("日付として読めません。");
    expect(shown.getByDisplayValue("そのうち")).toBeDefined();
  });

  it("says aloud when an era had to be corrected", async () => {
    const shown = showScreen(<Held onDate={() => {}} />, {
      answers: { ReadDate: { date: "2019-05-01", precision: "day", note: "令和元年" } },
    });
    await userEvent.type(shown.getByLabelText("日付"), "H31.5.1{Enter}");
    const entry = await shown.findByDisplayValue("令和元年5月1日（水）");
    expect(document.getElementById(entry.getAttribute("aria-describedby") ?? "")?.textContent).toBe("令和元年");
  });

  it("refuses a year where a day is needed", async () => {
    const shown = showScreen(<Held onDate={() => {}} />, { answers: { ReadDate: { date: "1979", precision: "year", note: null } } });
    await userEvent.type(shown.getByLabelText("日付"), "昭和54年{Enter}");
    await shown.findByText("何日かまで入力してください。");
  });
});

describe("times, numbers and passphrases", () => {
  it.each([
    ["930", "09:30"],
    ["9:30", "09:30"],
    ["９時半", "09:30"],
    ["13時", "13:00"],
    ["13", "13:00"],
    ["1305", "13:05"],
    ["9時5分", undefined],
    ["25:00", undefined],
    ["12:60", undefined],
    ["", null],
  ])("%s is read as %s", (text, time) => expect(readTime(text)).toBe(time));

  it("full-width digits are a number, words are not", async () => {
    const onChange = vi.fn();
    const shown = showScreen(<NumberEntry label="時間" value={null} onChange={onChange} unit="分" max={600} />);
    await userEvent.type(shown.getByLabelText("時間"), "３０");
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledWith(30);
    await userEvent.clear(shown.getByLabelText("時間"));
    await userEvent.type(shown.getByLabelText("時間"), "半時間");
    await userEvent.tab();
    await shown.findByText("600までの整数で入力してください。");
  });

  it.each([
    ["sakana-asahi-midori-tegami-kumo-hashiru", true],
    ["ｓａｋａｎａ-asahi-midori-tegami-kumo-hashiru", true],
    ["sakana-asahi-midori-tegami-kumo", true],
    ["abcdefghijklm", false],
    ["abcdefghijkl1", true],
    ["1234567890123", false],
    ["abc1", false],
    ["さくらの木の下で会う約束", false],
  ])("%s may be used: %s", (passphrase, good) => expect(judge(passphrase).good).toBe(good));

  it("a recovery code is read without spaces, hyphens and width", () => expect(plainCode("７k3m-q9td xr2w")).toBe("7K3MQ9TDXR2W"));
});

it("Mod+Enter finishes the form even while a chip, a choice or a button has the focus", async () => {
  const finished = vi.fn();
  const chosen = vi.fn();
  const Form = () => {
    const [people, setPeople] = useState<string[]>([]);
    useKeys({ "Mod+Enter": () => finished(people) });
    return (
      <>
        <Choices
          label="会う予定の方"
          options={[{ id: "minami", label: "南 和夫さん" }]}
          value={people}
          onChange={(next) => {
            setPeople(next);
            chosen(next);
          }}
        />
        <Button onPress={() => chosen("pressed")}>やめる</Button>
      </>
    );
  };
  const shown = showScreen(<Form />);
  await userEvent.click(shown.getByRole("button", { name: "南 和夫さん" }));
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  shown.getByRole("button", { name: "やめる" }).focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(chosen.mock.calls).toEqual([[["minami"]]]);
  expect(finished.mock.calls).toEqual([[["minami"]], [["minami"]]]);
});

it("a key pressed the moment a screen is drawn is heard", () => {
  const heard = vi.fn();
  const Drawn = () => {
    useKeys({ J: heard });
    useLayoutEffect(() => void fireEvent.keyDown(document.body, { key: "j" }), []);
    return null;
  };
  showScreen(<Drawn />);
  expect(heard).toHaveBeenCalledTimes(1);
});

it("TextEntry keeps a draft after a pause and finishes on Mod+Enter", async () => {
  const paused = vi.fn();
  const finished = vi.fn();
  const Held = () => {
    const [text, setText] = useState("");
    return <TextEntry label="記録" value={text} onChange={setText} onPause={paused} onFinish={finished} />;
  };
  const shown = showScreen(<Held />);
  await userEvent.type(shown.getByLabelText("記録"), "よく眠れた");
  expect(paused).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(paused).toHaveBeenCalledWith("よく眠れた"), { timeout: 3000 });
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(finished).toHaveBeenCalledOnce();
});

it("TextEntry keeps a draft within two seconds even where nobody pauses, and the rest on leaving", () => {
  vi.useFakeTimers();
  const kept: string[] = [];
  const Held = () => {
    const [text, setText] = useState("");
    return <TextEntry label="記録" value={text} onChange={setText} onPause={(body) => kept.push(body)} />;
  };
  const shown = showScreen(<Held />);
  for (let n = 1; n <= 10; n += 1) {
    fireEvent.change(shown.getByLabelText("記録"), { target: { value: "あ".repeat(n) } });
    vi.advanceTimersByTime(400);
  }
  expect(kept).toEqual(["あ".repeat(5), "あ".repeat(10)]);
  fireEvent.change(shown.getByLabelText("記録"), { target: { value: "おわり" } });
  shown.unmount();
  expect(kept.at(-1)).toBe("おわり");
  vi.useRealTimers();
});

it("the parts break no accessibility rule", async () => {
  const options = [
    { id: "interview", label: "面接" },
    { id: "phone", label: "電話" },
  ];
  const shown = showScreen(
    <main>
      <Choice label="方法" options={options} value="phone" onChange={() => {}} />
      <Choices label="相手" options={options} value={["interview"]} onChange={() => {}} />
      <Select label="種別" options={options} value={null} onChange={() => {}} />
      <List
        label="対象者"
        rows={[{ id: "1", text: "南 和夫", first: "南 和夫", second: "C1病棟", end: "15日" }]}
        selected="1"
        onSelect={() => {}}
      />
      <Table
        caption="月"
        columns={[{ key: "n", head: "件数", cell: (row: { n: number }) => row.n, number: true }]}
        rows={[{ n: 3 }]}
        id={(row) => String(row.n)}
      />
      <DateEntry label="日付" value="2026-11-02" onChange={() => {}} />
    </main>,
  );
  await expectNoViolations(shown.container);
});
