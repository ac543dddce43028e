//! Japan's national holidays and days off: the published years from `assets/calendar/holidays.csv`, the years after them
//! computed by the law's rules and marked as a forecast.
//!
//! The file is data with its source in its head: a new law year is added there by hand.

mod law;

use chrono::{Datelike, NaiveDate, Weekday};
use law::SUBSTITUTE;
use std::collections::HashMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../../../../../assets/calendar/holidays.csv");

fn rows() -> impl Iterator<Item = (NaiveDate, &'static str)> {
    TEXT.lines().filter_map(|line| {
        let (date, name) = line.split_once(',')?;
        Some((date.parse().ok()?, name))
    })
}

/// Last year of the published table; what lies after it is a forecast.
pub fn published_until() -> i32 {
    static YEAR: LazyLock<i32> =
        LazyLock::new(|| rows().map(|(date, _)| date.year()).max().unwrap_or_default());
    *YEAR
}

/// Name of the holiday on a date: 憲法記念日, 振替休日 … `None` on other days and outside the years 1955 to 2099.
pub fn holiday(date: NaiveDate) -> Option<&'static str> {
    static DAYS: LazyLock<HashMap<NaiveDate, &'static str>> =
        LazyLock::new(|| rows().chain((published_until() + 1..=law::LAST).flat_map(law::year)).collect());
    DAYS.get(&date).copied()
}

/// The holiday as a calendar shows it: 振替休日 with the holiday that it stands for, and 予測 after the published years.
pub fn holiday_words(date: NaiveDate) -> Option<String> {
    let name = holiday(date)?;
    let mut words = name.to_owned();
    if let Some(of) = replaced(date) {
        words.push_str(&format!("（{of}）"));
    }
    if date.year() > published_until() {
        words.push_str("（予測）");
    }
    Some(words)
}

/// The holiday on a Sunday for which a 振替休日 stands.
fn replaced(date: NaiveDate) -> Option<&'static str> {
    if holiday(date) != Some(SUBSTITUTE) {
        return None;
    }
    let mut before = std::iter::successors(date.pred_opt(), NaiveDate::pred_opt).take(7);
    before.find(|day| day.weekday() == Weekday::Sun).and_then(holiday)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn the_table_is_what_the_law_says_and_what_others_publish() {
        for year in 1990..=published_until() {
            let table: Vec<_> = rows().filter(|(day, _)| day.year() == year).collect();
            assert_eq!(
                table,
                law::year(year).into_iter().collect::<Vec<_>>(),
                "{year} by the rules of the law"
            );
        }
        let lists = include_str!("independent.txt").lines().filter(|line| !line.starts_with('#'));
        let mut years = 0;
        for (year, days) in lists.filter_map(|line| line.split_once(' ')) {
            let table: Vec<String> = rows()
                .filter(|(day, _)| day.year().to_string() == year)
                .map(|(day, _)| day.format("%m%d").to_string())
                .collect();
            assert_eq!(table.join(" "), days, "{year} as the independent list has it");
            years += 1;
        }
        assert_eq!((years, published_until()), (38, 2027), "1990 to 2027");
    }

    #[test]
    fn a_day_off_says_what_it_stands_for_and_a_forecast_says_so() {
        let words = |day: &str| holiday_words(day.parse().unwrap()).unwrap_or_default();
        assert_eq!(words("2026-11-03"), "文化の日");
        assert_eq!(words("2024-11-04"), "振替休日（文化の日）");
        assert_eq!(words("2026-05-06"), "振替休日（憲法記念日）");
        assert_eq!(words("2008-05-06"), "振替休日（みどりの日）");
        assert_eq!(words("2028-03-20"), "春分の日（予測）");
        assert_eq!(words("2030-02-11"), "建国記念の日（予測）");
        assert_eq!(words("2028-02-12"), "");
        assert_eq!(words("2032-09-21"), "国民の休日（予測）");
        assert_eq!(words("2100-01-01"), "");
    }
}
