import { useEffect, useState } from "react";
import { fullDate } from "../words/dates.ts";
import css from "./Clock.module.css";

const two = (n: number) => String(n).padStart(2, "0");
const read = () => {
  const now = new Date();
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
};

/** The clock of the computer, for screens that may show nothing else. */
export function Clock() {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setNow(read()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={css["clock"]}>
      <time className={css["time"]}>{now.time}</time>
      <span className={css["date"]}>{fullDate(now.date)}</span>
    </p>
  );
}
