//! くり返し: the rules by which visits and meetings come back, as the field speaks of them (隔週火曜, 毎月第2火曜, 最終金曜), the
//! days on which they fall, and what holidays do to them.
//!
//! A rule is written in the form of RFC 5545 ([`Rule::text`]), so that a calendar of another program reads it, too.

mod dates;
mod text;
mod words;

pub use dates::Occurrence;

#[cfg(test)]
mod field_table;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate, Weekday};

/// Most occurrences that a rule with a count may have, and most that are ever laid out at once.
pub const MOST: u32 = 400;

/// Within what a rule comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Every day, or every so many days.
    Daily,
    /// On these days of a week, Monday first, none twice.
    Weekly(Vec<Weekday>),
    /// On the first to fifth (1 to 5) or the last (-1) of these weekdays in a month, none twice.
    MonthlyWeekday(Vec<(i8, Weekday)>),
    /// On a day of the month, 1 to 31, or on its last (-1). Months without that day are left out.
    MonthlyDay(i8),
    /// On a month and a day of it. 29 February comes in leap years only.
    Yearly(u32, u32),
}

/// Where a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Nowhere.
    Endless,
    /// On this day, which may still be one of its own.
    Until(NaiveDate),
    /// After so many occurrences, 1 to [`MOST`], counted before holidays take any away.
    Count(u32),
}

/// A rule. What it means depends on its first day: every second week is counted from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pattern: Pattern,
    every: u32,
    bound: Bound,
}

/// A text is no rule of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRule {
    /// It is no rule at all: a part is missing, unknown, double or out of range.
    Unreadable,
    /// It is a rule, of a kind that the calendar of an office does not need (every second, the twentieth week).
    Unsupported,
    /// It never comes true: it ends before it begins, or its day does not exist.
    Never,
}

impl std::fmt::Display for BadRule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "not a recurrence rule",
            Self::Unsupported => "a recurrence rule of an unsupported kind",
            Self::Never => "a recurrence rule without a day",
        })
    }
}
impl std::error::Error for BadRule {}

impl Rule {
    /// A rule that comes back every so many (1 to 999) days, weeks, months or years.
    ///
    /// Errors: [`BadRule::Unreadable`] for a number out of range, [`BadRule::Never`] for a day that no year has.
    pub fn new(pattern: Pattern, every: u32, bound: Bound) -> Result<Self, BadRule> {
        let pattern = match pattern {
            Pattern::Daily => Pattern::Daily,
            Pattern::Weekly(mut days) => {
                days.sort_by_key(Weekday::num_days_from_monday);
                days.dedup();
                if days.is_empty() {
                    return Err(BadRule::Unreadable);
                }
                Pattern::Weekly(days)
            }
            Pattern::MonthlyWeekday(mut days) => {
                days.sort_by_key(|(nth, day)| (if *nth < 0 { 9 } else { *nth }, day.num_days_from_monday()));
                days.dedup();
                if days.is_empty() || days.iter().any(|(nth, _)| !matches!(nth, -1 | 1..=5)) {
                    return Err(BadRule::Unreadable);
                }
                Pattern::MonthlyWeekday(days)
            }
            Pattern::MonthlyDay(day @ (-1 | 1..=31)) => Pattern::MonthlyDay(day),
            Pattern::MonthlyDay(_) => return Err(BadRule::Unreadable),
            Pattern::Yearly(month, day) => {
                // A leap year has every day that any year has.
                NaiveDate::from_ymd_opt(2000, month, day).ok_or(BadRule::Never)?;
                Pattern::Yearly(month, day)
            }
        };
        let counted = !matches!(bound, Bound::Count(n) if !(1..=MOST).contains(&n));
        if (1..=999).contains(&every) && counted {
            Ok(Self { pattern, every, bound })
        } else {
            Err(BadRule::Unreadable)
        }
    }

    /// Within what it comes back.
    pub const fn pattern(&self) -> &Pattern {
        &self.pattern
    }
    /// Every how many days, weeks, months or years.
    pub const fn every(&self) -> u32 {
        self.every
    }
    /// Where it ends.
    pub const fn bound(&self) -> Bound {
        self.bound
    }
    /// The same rule with another end.
    #[must_use]
    pub const fn ending(mut self, bound: Bound) -> Self {
        self.bound = bound;
        self
    }

    /// The rule after one of its days was moved: what fell on that weekday or day now falls on the new one.
    #[must_use]
    pub fn moved(&self, from: NaiveDate, to: NaiveDate) -> Self {
        let moved = match &self.pattern {
            Pattern::Daily => Pattern::Daily,
            Pattern::Weekly(days) => Pattern::Weekly(
                days.iter().map(|day| if *day == from.weekday() { to.weekday() } else { *day }).collect(),
            ),
            Pattern::MonthlyWeekday(days) => {
                let same = |(nth, day): &(i8, Weekday)| {
                    *day == from.weekday()
                        && (*nth == dates::nth(from) || (*nth == -1 && dates::is_last(from)))
                };
                let new = |(nth, _): &(i8, Weekday)| {
                    (if *nth == -1 && dates::is_last(to) { -1 } else { dates::nth(to) }, to.weekday())
                };
                Pattern::MonthlyWeekday(
                    days.iter().map(|day| if same(day) { new(day) } else { *day }).collect(),
                )
            }
            Pattern::MonthlyDay(-1) if to.succ_opt().is_some_and(|day| day.day() == 1) => {
                Pattern::MonthlyDay(-1)
            }
            Pattern::MonthlyDay(_) => Pattern::MonthlyDay(to.day() as i8),
            Pattern::Yearly(..) => Pattern::Yearly(to.month(), to.day()),
        };
        Self::new(moved, self.every, self.bound).unwrap_or_else(|_| self.clone())
    }

    /// The rule that a first day suggests for a weekly visit: that day of every week.
    pub fn weekly(on: NaiveDate) -> Self {
        Self { pattern: Pattern::Weekly(vec![on.weekday()]), every: 1, bound: Bound::Endless }
    }
}
