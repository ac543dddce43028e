//! A date of which perhaps only the year or the month is known (「昭和54年ごろ」).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The full date.
    Day,
}

/// A civil date in Japan, known to the day, the month or the year. Text form: `2025-04-01`, `2025-04`, `2025`.
///
/// In figures a partial date counts as its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct PartialDate {
    first: NaiveDate,
    known: u8,
}

/// The text is no date of ours.
#[derive(Debug, PartialEq, Eq)]
pub struct BadDate;

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY-MM-DD, YYYY-MM or YYYY")
    }
}
impl std::error::Error for BadDate {}

impl PartialDate {
    /// A date known to the day.
    pub const fn day(date: NaiveDate) -> Self {
        Self { first: date, known: 3 }
    }
    /// First civil day that the date can mean; the one that counts in figures.
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }
    /// The date if it is known to the day.
    pub fn exact(self) -> Option<NaiveDate> {
        (self.known == 3).then_some(self.first)
    }
    /// How much is known.
    pub const fn precision(self) -> Precision {
        match self.known {
            1 => Precision::Year,
            2 => Precision::Month,
            _ => Precision::Day,
        }
    }
}

impl FromStr for PartialDate {
    type Err = BadDate;
    fn from_str(text: &str) -> Result<Self, BadDate> {
        let digits = |part: &str, len: usize| -> Result<u32, BadDate> {
            if part.len() == len && part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| BadDate)
            } else {
                Err(BadDate)
            }
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = digits(parts.first().ok_or(BadDate)?, 4)?;
        let (month, day, known) = match parts[1..] {
            [] => (1, 1, 1),
            [m] => (digits(m, 2)?, 1, 2),
            [m, d] => (digits(m, 2)?, digits(d, 2)?, 3),
            _ => return Err(BadDate),
        };
        if !(1868..=2200).contains(&year) {
            return Err(BadDate);
        }
        let year = i32::try_from(year).map_err(|_| BadDate)?;
        let first = NaiveDate::from_ymd_opt(year, month, day).ok_or(BadDate)?;
        Ok(Self { first, known })
    }
}
impl TryFrom<String> for PartialDate {
    type Error = BadDate;
    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}
impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let d = self.first;
        match self.known {
            1 => write!(f, "{:04}", d.year()),
            2 => write!(f, "{:04}-{:02}", d.year(), d.month()),
            _ => write!(f, "{:04}-{:02}-{:02}", d.year(), d.month(), d.day()),
        }
    }
}
impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.first.cmp(&other.first).then(self.known.cmp(&other.known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_in_and_comes_out() {
        for text in ["1979", "1979-09", "1979-09-01", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["", "79", "1979-9", "1979-13", "2025-02-29", "1979-09-01-02", "１９７９", "1800"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text} must be refused");
        }
    }
}
