//! The one reader of typed dates: 「R7.5.1」「昭和三十三年三月五日」「20250501」「5/1」「きのう」「来週火」「+7」.
//!
//! Full and half width, any case, kanji numerals. A year beyond its era is read as what it means (H31.5.1 is
//! 令和元年5月1日) and the note says so. What has two readings is refused, never guessed.

mod absolute;
mod ahead;
mod relative;

pub use ahead::{Ahead, ahead};

use super::fold::fold;
use super::numerals::in_digits;
use crate::calendar::{Era, PartialDate, Precision, era_of};
use chrono::{Datelike, NaiveDate, Weekday};

/// A typed date, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDate {
    /// The date, as exact as it was typed.
    pub date: PartialDate,
    /// Era and year where they differ from what was typed or were not typed: 令和元年.
    pub note: Option<String>,
}

/// Why a typed date cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing was typed.
    Empty,
    /// It is no date that this reader knows.
    Unreadable,
    /// There is no such day or month: 2/30, 13月.
    Impossible,
    /// It has two readings: s31211 is S3.12.11 or S31.2.11.
    Ambiguous,
    /// The year needs an era or four digits.
    WhichYear,
    /// Before 明治 or after 2200.
    OutOfRange,
    /// The day of the week that was typed is another one.
    Weekday,
}

impl DateFault {
    /// Identity of the fault.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "date.empty",
            Self::Unreadable => "date.unreadable",
            Self::Impossible => "date.impossible",
            Self::Ambiguous => "date.ambiguous",
            Self::WhichYear => "date.which-year",
            Self::OutOfRange => "date.out-of-range",
            Self::Weekday => "date.weekday",
        }
    }
}

/// Longest text that can be a date.
const MOST: usize = 40;

/// Reads a typed date. `today` gives the year of 「5/1」 and the day of 「きのう」.
pub fn read(text: &str, today: NaiveDate) -> Result<TypedDate, DateFault> {
    if text.chars().count() > MOST {
        return Err(DateFault::Unreadable);
    }
    let folded = fold(text);
    if folded.is_empty() {
        return Err(DateFault::Empty);
    }
    let typed = in_digits(&folded);
    if let Some(day) = relative::read(&folded, &typed, today)? {
        return Ok(TypedDate { date: checked(day)?, note: None });
    }
    let (typed, weekday) = without_weekday(&typed);
    let (typed, rough) = without_rough(typed);
    let mut found = absolute::read(typed, today)?;
    if let (Some(weekday), Some(day)) = (weekday, found.date.exact())
        && day.weekday() != weekday
    {
        return Err(DateFault::Weekday);
    }
    if rough && found.date.precision() == Precision::Day {
        let first = found.date.first_day();
        found.date = partial(first.year(), Some(first.month()), None)?;
        found.note = Some(format!("{}月ごろ", first.month()));
    }
    Ok(found)
}

const WEEKDAYS: [(char, Weekday); 7] = [
    ('月', Weekday::Mon),
    ('火', Weekday::Tue),
    ('水', Weekday::Wed),
    ('木', Weekday::Thu),
    ('金', Weekday::Fri),
    ('土', Weekday::Sat),
    ('日', Weekday::Sun),
];

/// 火, 火曜, 火曜日.
fn weekday(text: &str) -> Option<Weekday> {
    let text = text.strip_suffix("曜日").or_else(|| text.strip_suffix('曜')).unwrap_or(text);
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => WEEKDAYS.iter().find(|(name, _)| *name == c).map(|(_, day)| *day),
        _ => None,
    }
}

/// Takes a day of the week in brackets off the end.
fn without_weekday(text: &str) -> (&str, Option<Weekday>) {
    let inside = text.strip_suffix(')').and_then(|t| t.rsplit_once('('));
    match inside.and_then(|(before, name)| Some((before, weekday(name)?))) {
        Some((before, day)) => (before, Some(day)),
        None => (text, None),
    }
}

/// Takes 約, ごろ and 生まれ away; true when the date is a rough one.
fn without_rough(text: &str) -> (&str, bool) {
    let text = text.strip_suffix("生まれ").or_else(|| text.strip_suffix('生')).unwrap_or(text);
    let (text, mut rough) = text.strip_prefix('約').map_or((text, false), |t| (t, true));
    for ending in ["ごろ", "ころ", "頃", "ぐらい", "くらい"] {
        if let Some(before) = text.strip_suffix(ending) {
            rough = true;
            return (before, rough);
        }
    }
    (text, rough)
}

/// A date of year and perhaps month and day.
fn partial(year: i32, month: Option<u32>, day: Option<u32>) -> Result<PartialDate, DateFault> {
    if !(1868..=2200).contains(&year) {
        return Err(DateFault::OutOfRange);
    }
    if NaiveDate::from_ymd_opt(year, month.unwrap_or(1), day.unwrap_or(1)).is_none() {
        return Err(DateFault::Impossible);
    }
    let text = match (month, day) {
        (None, _) => format!("{year:04}"),
        (Some(m), None) => format!("{year:04}-{m:02}"),
        (Some(m), Some(d)) => format!("{year:04}-{m:02}-{d:02}"),
    };
    text.parse().map_err(|_| DateFault::Impossible)
}

fn checked(day: NaiveDate) -> Result<PartialDate, DateFault> {
    partial(day.year(), Some(day.month()), Some(day.day()))
}

/// 令和元年, 平成31年.
fn era_year(era: Era, year: i32) -> String {
    if year == 1 { format!("{}元年", era.name) } else { format!("{}{year}年", era.name) }
}

/// The era and year of a date, in words.
fn named(date: PartialDate) -> String {
    let (era, year) = era_of(date.first_day());
    era_year(era, year)
}

#[cfg(test)]
mod ahead_tests;
#[cfg(test)]
mod tests;
