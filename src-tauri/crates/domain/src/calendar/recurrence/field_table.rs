//! Rules as the field speaks of them, worked out by hand on a paper calendar of 2026 and 2027, with 12/29 to 1/3 closed.

use super::Rule;
use crate::calendar::holiday;
use crate::vocabulary::HolidayRule;
use chrono::{Datelike, NaiveDate};

/// Rule, first day, what it does on holidays, its words, and the first days on which it takes place; "." where it ends.
const TABLE: &[(&str, &str, &str, &str, &str)] = &[
    ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "keep", "毎週月曜", "2026-11-02 11-09 11-16 11-23 11-30"),
    ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "skip", "毎週月曜", "2026-11-02 11-09 11-16 11-30 12-07"),
    ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "next", "毎週月曜", "2026-11-02 11-09 11-16 11-24 11-30"),
    ("FREQ=WEEKLY;BYDAY=MO", "2026-11-02", "previous", "毎週月曜", "2026-11-02 11-09 11-16 11-20 11-30"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-11-03", "skip", "毎週火曜", "2026-11-10 11-17 11-24 12-01 12-08"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-11-03", "next", "毎週火曜", "2026-11-04 11-10 11-17 11-24 12-01"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-12-22", "next", "毎週火曜", "2026-12-22 2027-01-04 01-05 01-12 01-19"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-12-22", "previous", "毎週火曜", "2026-12-22 12-28 2027-01-05 01-12"),
    ("FREQ=WEEKLY;BYDAY=TU", "2026-12-22", "skip", "毎週火曜", "2026-12-22 2027-01-05 01-12"),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "2026-11-03",
        "keep",
        "隔週火曜",
        "2026-11-03 11-17 12-01 12-15 12-29",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "2026-11-03",
        "skip",
        "隔週火曜",
        "2026-11-17 12-01 12-15 2027-01-12 01-26",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
        "2026-11-05",
        "keep",
        "隔週月・木曜",
        "2026-11-05 11-16 11-19 11-30 12-03",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU",
        "2026-11-02",
        "next",
        "毎週月・火曜",
        "2026-11-02 11-04 11-09 11-10 11-16 11-17 11-24",
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "2026-11-20",
        "skip",
        "毎週月〜金曜",
        "2026-11-20 11-24 11-25 11-26 11-27 11-30",
    ),
    (
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE",
        "2026-11-04",
        "keep",
        "3週ごとの水曜",
        "2026-11-04 11-25 12-16 2027-01-06",
    ),
    ("FREQ=WEEKLY;BYDAY=SA", "2026-12-19", "next", "毎週土曜", "2026-12-19 12-26 2027-01-04 01-09 01-16"),
    ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-11-03", "next", "毎週火曜（全3回）", "2026-11-04 11-10 11-17 ."),
    ("FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-11-03", "skip", "毎週火曜（全3回）", "2026-11-10 11-17 ."),
    (
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261124",
        "2026-11-10",
        "keep",
        "毎週火曜（令和8年11月24日まで）",
        "2026-11-10 11-17 11-24 .",
    ),
    (
        "FREQ=MONTHLY;BYDAY=2TU",
        "2026-11-01",
        "keep",
        "毎月第2火曜",
        "2026-11-10 12-08 2027-01-12 02-09 03-09",
    ),
    ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "2026-11-11", "keep", "毎月第2火曜", "2026-12-08 2027-01-12"),
    (
        "FREQ=MONTHLY;BYDAY=-1FR",
        "2026-11-01",
        "keep",
        "毎月最終金曜",
        "2026-11-27 12-25 2027-01-29 02-26 03-26",
    ),
    ("FREQ=MONTHLY;BYDAY=-1TH", "2026-12-01", "next", "毎月最終木曜", "2027-01-04 01-28 02-25 03-25"),
    ("FREQ=MONTHLY;BYDAY=-1TH", "2026-12-01", "previous", "毎月最終木曜", "2026-12-28 2027-01-28"),
    (
        "FREQ=MONTHLY;BYDAY=1TU,3TU",
        "2026-11-01",
        "keep",
        "毎月第1・第3火曜",
        "2026-11-03 11-17 12-01 12-15 2027-01-05",
    ),
    ("FREQ=MONTHLY;BYDAY=1TU,3TU", "2026-11-01", "next", "毎月第1・第3火曜", "2026-11-04 11-17 12-01"),
    (
        "FREQ=MONTHLY;BYDAY=2MO,4MO",
        "2026-11-01",
        "skip",
        "毎月第2・第4月曜",
        "2026-11-09 12-14 12-28 2027-01-25 02-08",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1MO,3TH",
        "2026-11-01",
        "keep",
        "毎月第1月曜・第3木曜",
        "2026-11-02 11-19 12-07 12-17 2027-01-04",
    ),
    ("FREQ=MONTHLY;BYDAY=5MO", "2026-11-01", "keep", "毎月第5月曜", "2026-11-30 2027-03-29 05-31"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE", "2026-11-01", "keep", "隔月第2水曜", "2026-11-11 2027-01-13 03-10"),
    (
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR",
        "2026-11-01",
        "keep",
        "3か月ごとの第1金曜",
        "2026-11-06 2027-02-05 05-07",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=25", "2026-11-01", "keep", "毎月25日", "2026-11-25 12-25 2027-01-25 02-25"),
    ("FREQ=MONTHLY;BYMONTHDAY=23", "2026-11-01", "next", "毎月23日", "2026-11-24 12-23 2027-01-25 02-24"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-01", "keep", "毎月31日", "2026-10-31 12-31 2027-01-31 03-31"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "2026-11-01",
        "previous",
        "毎月末日",
        "2026-11-30 12-28 2027-01-29 02-26 03-31",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "2027-01-01", "next", "毎月1日", "2027-01-04 02-01 03-01 04-01 05-06"),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10",
        "2026-11-01",
        "skip",
        "隔月10日",
        "2026-11-10 2027-03-10 05-10",
    ),
    ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1", "2026-11-01", "keep", "毎年4月1日", "2027-04-01 2028-04-01"),
    (
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30",
        "2026-11-01",
        "previous",
        "毎年6月30日",
        "2027-06-30 2028-06-30 2029-06-29",
    ),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2026-11-01", "keep", "毎年2月29日", "2028-02-29 2032-02-29"),
    ("FREQ=YEARLY;BYDAY=2WE;BYMONTH=5", "2027-05-12", "keep", "毎年同じ月の第2水曜", "2027-05-12 2028-05-10"),
    ("FREQ=DAILY;INTERVAL=10", "2026-11-02", "keep", "10日ごと", "2026-11-02 11-12 11-22 12-02"),
    ("FREQ=DAILY", "2026-11-19", "skip", "毎日", "2026-11-19 11-20 11-24 11-25"),
];

/// National holidays, and the closed days of the turn of the year.
fn off(day: NaiveDate) -> bool {
    holiday(day).is_some() || matches!((day.month(), day.day()), (12, 29..) | (1, ..=3))
}

#[test]
fn the_rules_of_the_field_fall_on_their_days_and_have_their_words() {
    assert!(TABLE.len() >= 40);
    for (text, starts, holidays, words, days) in TABLE {
        let starts: NaiveDate = starts.parse().unwrap();
        let rule = Rule::read(text, starts, None).unwrap_or_else(|e| panic!("{text}: {e}"));
        assert_eq!(rule.ja(), *words, "{text}");
        let last = NaiveDate::from_ymd_opt(2037, 1, 1).unwrap();
        let found = rule.occurrences(starts, (starts, last), HolidayRule::from_code(holidays).unwrap(), off);
        let mut year = String::new();
        let mut expected = Vec::new();
        for day in days.split(' ').filter(|day| *day != ".") {
            if day.len() == 10 {
                year = day[..5].to_owned();
                expected.push(day.to_owned());
            } else {
                expected.push(format!("{year}{day}"));
            }
        }
        let shown: Vec<String> = found.iter().map(|one| one.on.to_string()).collect();
        assert_eq!(shown[..expected.len().min(shown.len())], expected, "{text} {holidays} from {starts}");
        assert_eq!(
            shown.len() == expected.len(),
            days.ends_with('.'),
            "{text} {holidays} from {starts}: its end"
        );
    }
}
