//! Japan's national holidays and days off, from `assets/calendar/holidays.csv`.
//!
//! The file is data with its source in its head: a new law year is added there by hand.

use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../../../../assets/calendar/holidays.csv");

fn rows() -> impl Iterator<Item = (NaiveDate, &'static str)> {
    TEXT.lines().filter_map(|line| {
        let (date, name) = line.split_once(',')?;
        Some((date.parse().ok()?, name))
    })
}

/// Name of the holiday on a date: 憲法記念日, 振替休日 … `None` on other days and outside the years of the table.
pub fn holiday(date: NaiveDate) -> Option<&'static str> {
    static DAYS: LazyLock<HashMap<NaiveDate, &'static str>> = LazyLock::new(|| rows().collect());
    DAYS.get(&date).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    #[test]
    fn moved_and_added_days_off_are_known() {
        for (date, name) in [
            ("1959-04-10", Some("皇太子明仁親王の結婚の儀")),
            ("1973-04-30", Some("振替休日")),
            ("1988-05-04", Some("国民の休日")),
            ("1997-05-04", None),
            ("1999-10-10", Some("体育の日")),
            ("2008-05-06", Some("振替休日")),
            ("2015-09-22", Some("国民の休日")),
            ("2019-04-30", Some("国民の休日")),
            ("2019-05-01", Some("天皇の即位の日")),
            ("2019-10-22", Some("即位礼正殿の儀")),
            ("2019-12-23", None),
            ("2020-07-24", Some("スポーツの日")),
            ("2020-10-12", None),
            ("2021-08-09", Some("振替休日")),
            ("2026-05-06", Some("振替休日")),
            ("2026-09-22", Some("国民の休日")),
            ("2026-11-25", None),
            ("2027-03-21", Some("春分の日")),
            ("2027-03-22", Some("振替休日")),
        ] {
            assert_eq!(holiday(date.parse().unwrap()), name, "{date}");
        }
    }

    #[test]
    fn the_table_is_whole_and_in_order() {
        let days: Vec<NaiveDate> = rows().map(|(date, _)| date).collect();
        assert_eq!(
            TEXT.lines().filter(|l| !l.starts_with('#') && !l.starts_with("date,")).count(),
            days.len()
        );
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        for (year, count) in
            [(2018, 20), (2019, 22), (2022, 16), (2023, 17), (2024, 21), (2025, 19), (2026, 18)]
        {
            assert_eq!(days.iter().filter(|d| d.year() == year).count(), count, "{year}");
        }
        for year in 1974..=2027 {
            for (date, name) in rows().filter(|(d, _)| d.year() == year && d.weekday() == Weekday::Sun) {
                let off = date.iter_days().find(|d| holiday(*d).is_none_or(|n| n == "振替休日"));
                assert_eq!(off.and_then(holiday), Some("振替休日"), "{date} {name} falls on a Sunday");
            }
        }
    }
}
