import { useEffect, useState } from "react";
import { fullDate } from "../words/dates.ts";
import css from "./Clock.module.css";
import { readClock } from "./now.ts";

/** The clock of the computer, for screens that may show nothing else. */
export function Clock() {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={css["clock"]}>
      <time className={css["time"]}>{now.time}</time>
      <span className={css["date"]}>{fullDate(now.date)}</span>
    </p>
  );
}
