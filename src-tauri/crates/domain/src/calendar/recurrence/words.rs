//! A rule in the words of the field, 「毎月第2火曜」, and in English.

use super::{Bound, Pattern, Rule};
use crate::calendar::{PartialDate, long_date};
use chrono::{Datelike, NaiveDate, Weekday};

const JA: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];
const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NTH: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WORKDAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn ja(day: &Weekday) -> &'static str {
    JA[day.num_days_from_monday() as usize]
}
fn en(day: &Weekday) -> &'static str {
    EN[day.num_days_from_monday() as usize]
}

impl Rule {
    /// 毎週火曜, 隔週月・木曜, 毎月第2火曜, 毎月最終金曜, 毎月25日, 毎年4月1日, with its end in brackets.
    pub fn ja(&self) -> String {
        let n = self.every;
        let words = match &self.pattern {
            Pattern::Daily if n == 1 => "毎日".to_owned(),
            Pattern::Daily => format!("{n}日ごと"),
            Pattern::Weekly(days) => {
                let often = match n {
                    1 => "毎週".to_owned(),
                    2 => "隔週".to_owned(),
                    _ => format!("{n}週ごとの"),
                };
                let days = match days.as_slice() {
                    days if days == WORKDAYS => "月〜金".to_owned(),
                    days => days.iter().map(ja).collect::<Vec<_>>().join("・"),
                };
                format!("{often}{days}曜")
            }
            Pattern::MonthlyWeekday(days) => {
                let nth = |nth: i8| if nth < 0 { "最終".to_owned() } else { format!("第{nth}") };
                let one_day = days.iter().all(|(_, day)| *day == days[0].1);
                let days = if one_day {
                    let all: Vec<String> = days.iter().map(|(n, _)| nth(*n)).collect();
                    format!("{}{}曜", all.join("・"), ja(&days[0].1))
                } else {
                    let all: Vec<String> =
                        days.iter().map(|(n, day)| format!("{}{}曜", nth(*n), ja(day))).collect();
                    all.join("・")
                };
                format!("{}{days}", months_ja(n))
            }
            Pattern::MonthlyDay(-1) => format!("{}末日", months_ja(n)),
            Pattern::MonthlyDay(day) => format!("{}{day}日", months_ja(n)),
            Pattern::Yearly(month, day) if n == 1 => format!("毎年{month}月{day}日"),
            Pattern::Yearly(month, day) => format!("{n}年ごとの{month}月{day}日"),
        };
        match self.bound {
            Bound::Endless => words,
            Bound::Until(day) => format!("{words}（{}まで）", long_date(PartialDate::day(day))),
            Bound::Count(n) => format!("{words}（全{n}回）"),
        }
    }

    /// Every Tuesday, every other Tuesday, the second Tuesday of every month, with its end.
    pub fn en(&self) -> String {
        let words = match &self.pattern {
            Pattern::Daily => every_en(self.every, "day", "days"),
            Pattern::Weekly(days) => {
                let named: Vec<&str> = days.iter().map(en).collect();
                match self.every {
                    1 => format!("Every {}", listed(&named)),
                    2 => format!("Every other {}", listed(&named)),
                    n => format!("Every {n} weeks on {}", listed(&named)),
                }
            }
            Pattern::MonthlyWeekday(days) => {
                let nth = |nth: i8| usize::try_from(nth).map_or("last", |n| NTH[(n - 1).min(4)]);
                let named: Vec<String> =
                    days.iter().map(|(n, day)| format!("{} {}", nth(*n), en(day))).collect();
                let named: Vec<&str> = named.iter().map(String::as_str).collect();
                format!(
                    "The {} of {}",
                    listed(&named),
                    every_en(self.every, "month", "months").to_lowercase()
                )
            }
            Pattern::MonthlyDay(-1) => {
                format!("The last day of {}", every_en(self.every, "month", "months").to_lowercase())
            }
            Pattern::MonthlyDay(day) => {
                format!("Day {day} of {}", every_en(self.every, "month", "months").to_lowercase())
            }
            Pattern::Yearly(month, day) => {
                let month = MONTHS[(*month as usize - 1).min(11)];
                format!("{} on {day} {month}", every_en(self.every, "year", "years"))
            }
        };
        match self.bound {
            Bound::Endless => words,
            Bound::Until(day) => format!("{words}, until {}", date_en(day)),
            Bound::Count(1) => format!("{words}, once"),
            Bound::Count(n) => format!("{words}, {n} times"),
        }
    }
}

fn months_ja(n: u32) -> String {
    match n {
        1 => "毎月".to_owned(),
        2 => "隔月".to_owned(),
        12 => "毎年同じ月の".to_owned(),
        _ => format!("{n}か月ごとの"),
    }
}

fn every_en(n: u32, one: &str, many: &str) -> String {
    if n == 1 { format!("Every {one}") } else { format!("Every {n} {many}") }
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

fn date_en(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), MONTHS[(day.month() as usize - 1).min(11)], day.year())
}
