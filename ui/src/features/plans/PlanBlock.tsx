import { type CSSProperties, type PointerEvent, useRef, useState } from "react";
import type { PlanItem } from "../../house/contract.gen.ts";
import { keyName } from "../../parts/keys.ts";
import { hourName } from "../../words/dates.ts";
import { say } from "../../words/words.ts";
import { minutesOf } from "./pack.ts";
import css from "./plans.module.css";

/** What a step of the keys or of the pointer moves, in minutes. */
export const QUARTER = 15;
/** How far the pointer travels before a press becomes a drag, in pixels. */
const SLACK = 5;

/** How many lines its time and title may take: an hour has room for two. */
const linesOf = (item: PlanItem): number => {
  const start = minutesOf(item.start);
  const end = minutesOf(item.end);
  const length = start === null ? 60 : (end ?? start + 60) - start;
  return length <= 30 ? 1 : length < 90 ? 2 : 3;
};

/** Days, minutes, and minutes by which it grows. */
const STEPS: Record<string, [number, number, number]> = {
  "Alt+ArrowLeft": [-1, 0, 0],
  "Alt+ArrowRight": [1, 0, 0],
  "Alt+ArrowUp": [0, -QUARTER, 0],
  "Alt+ArrowDown": [0, QUARTER, 0],
  "Alt+Shift+ArrowUp": [0, 0, -QUARTER],
  "Alt+Shift+ArrowDown": [0, 0, QUARTER],
};

export type Shift = (plan: PlanItem, days: number, minutes: number, longer: number) => void;

type Props = {
  item: PlanItem;
  onOpen: (plan: PlanItem) => void;
  onShift: Shift;
  style?: CSSProperties;
  /** Size of one day and one minute in pixels, for dragging; none where nothing is dragged. */
  scale?: () => { day: number; minute: number };
};

/** One plan of a day or week. It moves by Alt and arrows, or by dragging. */
export function PlanBlock({ item, onOpen, onShift, style, scale }: Props) {
  const drag = useDrag(item, onShift, scale);
  const state = item.result === "done" ? say("work.plan.recorded") : item.result === "cancelled" ? say("work.plan.cancelled") : "";
  const persons = item.kind === "visit" && item.persons > 0 ? say("work.plan.persons", { n: item.persons }) : "";
  const place = item.org !== null && !item.title.includes(item.org) ? item.org : "";
  const clash = item.clash === undefined ? "" : say(`work.plan.${item.clash}`);
  const more = [state, item.ward, persons, place].filter((part) => part !== null && part !== "");
  const again = item.series_id === undefined ? "" : say(item.apart === true ? "work.series.apart" : "work.series.mark");
  return (
    <button
      type="button"
      className={css["item"]}
      data-kind={item.kind}
      data-result={item.result}
      data-dragged={drag.offset === null ? undefined : ""}
      style={{ ...style, ...drag.style, ...({ "--lines": linesOf(item) } as CSSProperties) }}
      title={[item.start, item.title, ...more, again, clash].filter(Boolean).join(" ")}
      onClick={() => drag.clicked() && onOpen(item)}
      {...drag.handlers}
      onKeyDown={(event) => {
        const [days, minutes, longer] = STEPS[keyName(event) ?? ""] ?? [0, 0, 0];
        if (days === 0 && minutes === 0 && longer === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onShift(item, days, minutes, longer);
      }}
    >
      <span className={css["line"]} data-tall={linesOf(item) > 2 ? "" : undefined}>
        {item.start !== null && <span className={`${css["time"]} figure`}>{hourName(item.start)}</span>}
        <span className={css["title"]}>{item.title}</span>
        {again !== "" && <Again apart={item.apart === true} label={again} />}
      </span>
      {clash !== "" && <span className={css["clash"]}>{clash}</span>}
      {more.length > 0 && <span className={css["more"]}>{more.join("　")}</span>}
    </button>
  );
}

/** The mark of a series: a ring with an arrow; open where the plan has gone its own way. */
function Again({ apart, label }: { apart: boolean; label: string }) {
  return (
    <svg className={css["again"]} viewBox="0 0 16 16" role="img" aria-label={label}>
      <path d="M13 8a5 5 0 1 1-1.6-3.7" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray={apart ? "2.4 2" : undefined} />
      <path d="M11.8 1.2v3.6H8.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

/** Dragging with the main button; what was only a press stays a click. */
const useDrag = (item: PlanItem, onShift: Shift, scale: Props["scale"]) => {
  const from = useRef<{ x: number; y: number } | null>(null);
  const dragged = useRef(false);
  const [offset, setOffset] = useState<{ days: number; minutes: number } | null>(null);
  const movable = scale !== undefined && item.result === "planned";
  const steps = (event: PointerEvent) => {
    const size = scale?.();
    if (size === undefined || from.current === null) return { days: 0, minutes: 0 };
    const minutes = item.start === null ? 0 : Math.round((event.clientY - from.current.y) / size.minute / QUARTER) * QUARTER;
    return { days: Math.round((event.clientX - from.current.x) / size.day), minutes };
  };
  const stop = () => {
    from.current = null;
    setOffset(null);
  };
  const size = offset === null ? undefined : scale?.();
  return {
    offset,
    style:
      offset === null || size === undefined
        ? {}
        : { transform: `translate(${offset.days * size.day}px, ${offset.minutes * size.minute}px)`, zIndex: 2 },
    /** False once after a drag: its end is no click. */
    clicked: () => {
      const click = !dragged.current;
      dragged.current = false;
      return click;
    },
    handlers: movable
      ? {
          onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
            dragged.current = false;
            if (event.button !== 0) return;
            from.current = { x: event.clientX, y: event.clientY };
            // From the press on: a quick hand leaves the block before its first move is heard.
            event.currentTarget.setPointerCapture?.(event.pointerId);
          },
          onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
            if (from.current === null) return;
            const far = Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > SLACK;
            if (!far && !dragged.current) return;
            dragged.current = true;
            setOffset(steps(event));
          },
          onPointerUp: (event: PointerEvent<HTMLButtonElement>) => {
            const { days, minutes } = steps(event);
            stop();
            if (dragged.current && (days !== 0 || minutes !== 0)) onShift(item, days, minutes, 0);
          },
          onPointerCancel: stop,
        }
      : {},
  };
};
