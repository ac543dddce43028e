//! Days off that are nobody's but one's own: the turn of the year, a hospital's founding day, a week of leave.

use chrono::{Datelike, NaiveDate};

/// A day off, or a few in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// True when it comes back every year, whatever the years of its days; it may run over the turn of the year.
    pub yearly: bool,
    /// What it is called.
    pub name: String,
}

impl DayOff {
    /// The usual closed days at the turn of the year, 29 December to 3 January (行政機関の休日に関する法律 第1条).
    pub fn turn_of_the_year() -> Option<Self> {
        Some(Self {
            from: NaiveDate::from_ymd_opt(2000, 12, 29)?,
            to: NaiveDate::from_ymd_opt(2001, 1, 3)?,
            yearly: true,
            name: "年末年始".to_owned(),
        })
    }

    /// True for a day that it covers.
    pub fn covers(&self, day: NaiveDate) -> bool {
        if !self.yearly {
            return (self.from..=self.to).contains(&day);
        }
        let of_year = |day: NaiveDate| (day.month(), day.day());
        let (from, to, day) = (of_year(self.from), of_year(self.to), of_year(day));
        if from <= to { (from..=to).contains(&day) } else { day >= from || day <= to }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_off_covers_its_days_once_or_every_year() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let year = DayOff::turn_of_the_year().unwrap();
        for (on, expected) in
            [("2026-12-28", false), ("2026-12-29", true), ("2027-01-03", true), ("2027-01-04", false)]
        {
            assert_eq!(year.covers(day(on)), expected, "{on}");
        }
        let leave =
            DayOff {
                from: day("2026-08-12"), to: day("2026-08-14"), yearly: false, name: "夏休み".into()
            };
        assert!(leave.covers(day("2026-08-14")) && !leave.covers(day("2027-08-14")));
        let founding = DayOff {
            from: day("1975-06-01"),
            to: day("1975-06-01"),
            yearly: true,
            name: "創立記念日".into(),
        };
        assert!(founding.covers(day("2027-06-01")) && !founding.covers(day("2027-06-02")));
    }
}
