//! Spans of days as somebody asks for them: 今月, 令和7年度, 30日以内, 4/1〜9/30.

use super::Spelling;
use crate::calendar::{FiscalYear, PartialDate, Precision};
use crate::text::fold::fold;
use crate::text::typed_date;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A span of days. Those that lean on today mean what they mean on the day on which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// Today.
    Today,
    /// Monday to Sunday of this week.
    ThisWeek,
    /// The week before.
    LastWeek,
    /// This month.
    ThisMonth,
    /// The month before.
    LastMonth,
    /// This fiscal year.
    ThisYear,
    /// The fiscal year before.
    LastYear,
    /// So many days up to today, today counted.
    Within(u32),
    /// A fiscal year.
    Fiscal(FiscalYear),
    /// From the first day of one date to the last day of another; open where there is none.
    Between(Option<PartialDate>, Option<PartialDate>),
}

/// Spans that have a name.
const NAMED: &[(Span, &str, &str, &[&str])] = &[
    (Span::Today, "今日", "today", &["きょう", "本日"]),
    (Span::ThisWeek, "今週", "this-week", &["thisweek"]),
    (Span::LastWeek, "先週", "last-week", &["lastweek"]),
    (Span::ThisMonth, "今月", "this-month", &["thismonth"]),
    (Span::LastMonth, "先月", "last-month", &["lastmonth"]),
    (Span::ThisYear, "今年度", "this-year", &["thisyear"]),
    (Span::LastYear, "昨年度", "last-year", &["前年度", "lastyear"]),
];
/// Most days of [`Span::Within`].
const MOST: u32 = 36_600;

impl Span {
    /// Spans that are offered.
    pub fn named() -> impl Iterator<Item = Self> {
        NAMED.iter().map(|(span, ..)| *span)
    }

    /// Reads what was typed.
    pub(super) fn read(text: &str, today: NaiveDate) -> Option<Self> {
        let folded = fold(text);
        let named = NAMED.iter().find(|(_, japanese, latin, others)| {
            [*japanese, *latin].iter().chain(others.iter()).any(|name| fold(name) == folded)
        });
        if let Some((span, ..)) = named {
            return Some(*span);
        }
        let within = folded.strip_suffix("日以内").or_else(|| folded.strip_prefix("last"));
        if let Some(days) = within.and_then(|days| days.parse().ok()).filter(|n| (1..=MOST).contains(n)) {
            return Some(Self::Within(days));
        }
        if let Some(year) = fiscal(&folded, today) {
            return Some(Self::Fiscal(year));
        }
        let date = |text: &str| typed_date::read(text, today).ok().map(|read| read.date);
        for mark in ["..", "〜", "~", "から"] {
            if let Some((from, to)) = folded.split_once(&fold(mark)) {
                let side = |text: &str| if text.is_empty() { Some(None) } else { date(text).map(Some) };
                let (from, to) = (side(from)?, side(to.strip_suffix("まで").unwrap_or(to))?);
                return (from.is_some() || to.is_some()).then_some(Self::Between(from, to));
            }
        }
        date(&folded).map(|day| Self::Between(Some(day), Some(day)))
    }

    /// As somebody would type it.
    pub fn typed(self, spelling: Spelling) -> String {
        if let Some((_, japanese, latin, _)) = NAMED.iter().find(|(span, ..)| *span == self) {
            return match spelling {
                Spelling::Japanese => *japanese,
                Spelling::Latin => *latin,
            }
            .to_owned();
        }
        match (self, spelling) {
            (Self::Within(days), Spelling::Japanese) => format!("{days}日以内"),
            (Self::Within(days), Spelling::Latin) => format!("last{days}"),
            (Self::Fiscal(year), Spelling::Japanese) => format!("{}年度", year.year()),
            (Self::Fiscal(year), Spelling::Latin) => format!("fy{}", year.year()),
            (Self::Between(from, to), _) if from == to => from.map(|day| day.to_string()).unwrap_or_default(),
            (Self::Between(from, to), _) => {
                let side = |day: Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
                format!("{}..{}", side(from), side(to))
            }
            _ => String::new(),
        }
    }

    /// First and last day on a day of asking; open where there is none.
    pub fn days(self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
        let month = today.with_day(1).unwrap_or(today);
        let year = FiscalYear::of(today);
        let both = |from: NaiveDate, to: NaiveDate| (Some(from), Some(to));
        match self {
            Self::Today => both(today, today),
            Self::ThisWeek => both(monday, monday + Days::new(6)),
            Self::LastWeek => both(monday - Days::new(7), monday - Days::new(1)),
            Self::ThisMonth => both(month, month + Months::new(1) - Days::new(1)),
            Self::LastMonth => both(month - Months::new(1), month - Days::new(1)),
            Self::ThisYear => both(year.first(), year.last()),
            Self::LastYear => both(year.before().first(), year.before().last()),
            Self::Within(days) => (today.checked_sub_days(Days::new(u64::from(days) - 1)), Some(today)),
            Self::Fiscal(year) => both(year.first(), year.last()),
            Self::Between(from, to) => (from.map(PartialDate::first_day), to.map(last_day)),
        }
    }

    /// Whether a day lies in it, asked on `today`.
    pub fn holds(self, day: NaiveDate, today: NaiveDate) -> bool {
        let (from, to) = self.days(today);
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    }
}

/// 令和7年度, R7年度, 2025年度, fy2025.
fn fiscal(folded: &str, today: NaiveDate) -> Option<FiscalYear> {
    if let Some(digits) = folded.strip_prefix("fy") {
        return digits.parse::<i32>().ok().and_then(|year| FiscalYear::try_from(year).ok());
    }
    let year = folded.strip_suffix("年度")?;
    let read = typed_date::read(&format!("{year}年"), today).ok()?.date;
    (read.precision() == Precision::Year)
        .then(|| FiscalYear::try_from(read.first_day().year()).ok())
        .flatten()
}

/// Last day that a date can mean.
fn last_day(date: PartialDate) -> NaiveDate {
    let first = date.first_day();
    let months = match date.precision() {
        Precision::Day => return first,
        Precision::Month => 1,
        Precision::Year => 12,
    };
    first + Months::new(months) - Days::new(1)
}
