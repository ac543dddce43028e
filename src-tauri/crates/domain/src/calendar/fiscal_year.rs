//! 年度: April to March.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A fiscal year, named by the year of its April: 令和7年度 is 2025. Range 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "i32", into = "i32")]
#[ts(type = "number")]
pub struct FiscalYear(i32);

impl TryFrom<i32> for FiscalYear {
    type Error = &'static str;
    fn try_from(year: i32) -> Result<Self, Self::Error> {
        if (1900..2200).contains(&year) { Ok(Self(year)) } else { Err("fiscal year out of range 1900..2199") }
    }
}
impl From<FiscalYear> for i32 {
    fn from(year: FiscalYear) -> Self {
        year.0
    }
}

impl FiscalYear {
    /// The fiscal year of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 4 { date.year() } else { date.year() - 1 })
    }
    /// Year of its April.
    pub const fn year(self) -> i32 {
        self.0
    }
    /// 1 April.
    pub fn first(self) -> NaiveDate {
        day(self.0, 4, 1)
    }
    /// 31 March of the following year.
    pub fn last(self) -> NaiveDate {
        day(self.0 + 1, 3, 31)
    }
    /// 30 September.
    pub fn half(self) -> NaiveDate {
        day(self.0, 9, 30)
    }
    /// The year before.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0 - 1)
    }
    /// True for a date between 1 April and 31 March.
    pub fn contains(self, date: NaiveDate) -> bool {
        Self::of(date) == self
    }
    /// Index of a month inside the year: April is 0, March is 11; `None` outside.
    pub fn month_index(self, date: NaiveDate) -> Option<usize> {
        self.contains(date).then(|| (date.month() as usize + 8) % 12)
    }
    /// Calendar month (1 to 12) of an index.
    pub const fn month_at(index: usize) -> u32 {
        ((index + 3) % 12 + 1) as u32
    }
    /// Last day of the month of an index.
    pub fn month_end(self, index: usize) -> NaiveDate {
        let next = if index >= 11 { day(self.0 + 1, 4, 1) } else { self.month_first(index + 1) };
        next.pred_opt().unwrap_or(next)
    }
    /// First day of the month of an index.
    pub fn month_first(self, index: usize) -> NaiveDate {
        let month = Self::month_at(index.min(11));
        day(if month >= 4 { self.0 } else { self.0 + 1 }, month, 1)
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_runs_from_april_to_march() {
        let year = FiscalYear::try_from(2025).unwrap();
        assert_eq!(FiscalYear::of(day(2026, 3, 31)), year);
        assert_eq!(FiscalYear::of(day(2026, 4, 1)).year(), 2026);
        assert_eq!(year.month_index(day(2025, 4, 30)), Some(0));
        assert_eq!(year.month_index(day(2026, 3, 1)), Some(11));
        assert_eq!(year.month_end(10), day(2026, 2, 28));
        assert_eq!((FiscalYear::month_at(0), FiscalYear::month_at(11)), (4, 3));
    }
}
