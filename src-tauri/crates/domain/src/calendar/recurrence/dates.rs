//! The days on which a rule falls, and what becomes of them on holidays.

use super::{Bound, Pattern, Rule};
use crate::vocabulary::HolidayRule;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// Days, weeks, months or years that are tried before a rule is taken to be at its end.
const TRIES: u32 = 80_000;
/// How far a day may be shifted, in days: the longest holidays and a week of the hospital's own.
const FARTHEST: u64 = 21;

/// One occurrence of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// Day by the rule alone; the occurrence is known by it.
    pub due: NaiveDate,
    /// Day on which it takes place.
    pub on: NaiveDate,
}

impl Rule {
    /// The days of the rule alone, the first day among them if the rule falls on it, in order.
    pub fn dates(&self, starts: NaiveDate) -> impl Iterator<Item = NaiveDate> + '_ {
        let (until, count) = match self.bound {
            Bound::Endless => (NaiveDate::MAX, usize::MAX),
            Bound::Until(day) => (day, usize::MAX),
            Bound::Count(n) => (NaiveDate::MAX, n as usize),
        };
        (0..TRIES)
            .map_while(move |n| self.round(starts, n.checked_mul(self.every)?))
            .flatten()
            .filter(move |day| *day >= starts)
            .take_while(move |day| *day <= until)
            .take(count)
    }

    /// The days of the rule in the day, week, month or year that lies `ahead` of the first, in order.
    fn round(&self, starts: NaiveDate, ahead: u32) -> Option<Vec<NaiveDate>> {
        let month = || {
            let first = starts.with_day(1)?.checked_add_months(Months::new(ahead))?;
            (first.year() < 2200).then_some(first)
        };
        match &self.pattern {
            Pattern::Daily => {
                let day = starts.checked_add_days(Days::new(ahead.into()))?;
                (day.year() < 2200).then(|| vec![day])
            }
            Pattern::Weekly(days) => {
                let monday =
                    starts.checked_sub_days(Days::new(starts.weekday().num_days_from_monday().into()))?;
                let monday = monday.checked_add_days(Days::new(u64::from(ahead) * 7))?;
                let day = |d: &Weekday| monday.checked_add_days(Days::new(d.num_days_from_monday().into()));
                (monday.year() < 2200).then(|| days.iter().filter_map(day).collect())
            }
            Pattern::MonthlyWeekday(days) => {
                let first = month()?;
                let found: BTreeSet<NaiveDate> =
                    days.iter().filter_map(|(nth, d)| nth_of(first, *nth, *d)).collect();
                Some(found.into_iter().collect())
            }
            Pattern::MonthlyDay(-1) => Some(vec![last_of(month()?)?]),
            Pattern::MonthlyDay(day) => {
                let day = u32::try_from(*day).ok()?;
                Some(month()?.with_day(day).into_iter().collect())
            }
            Pattern::Yearly(month, day) => {
                let year = starts.year().checked_add(i32::try_from(ahead).ok()?)?;
                (year < 2200).then(|| NaiveDate::from_ymd_opt(year, *month, *day).into_iter().collect())
            }
        }
    }

    /// The occurrences that are due from `from` to `to`, both included.
    ///
    /// `off` says which days are off. Saturdays and Sundays are off, too, unless the rule names its weekdays. A shifted
    /// occurrence that would meet another of the same rule is left out.
    pub fn occurrences(
        &self,
        starts: NaiveDate,
        (from, to): (NaiveDate, NaiveDate),
        holidays: HolidayRule,
        off: impl Fn(NaiveDate) -> bool,
    ) -> Vec<Occurrence> {
        let reach = Days::new(2 * FARTHEST);
        let (first, last) =
            (from.checked_sub_days(reach).unwrap_or(from), to.checked_add_days(reach).unwrap_or(to));
        let named = matches!(self.pattern, Pattern::Weekly(_) | Pattern::MonthlyWeekday(_));
        let free = |day: NaiveDate| !off(day) && (named || !weekend(day));
        let due: BTreeSet<NaiveDate> =
            self.dates(starts).skip_while(|day| *day < first).take_while(|day| *day <= last).collect();
        let mut taken = BTreeSet::new();
        let mut found = Vec::new();
        for day in &due {
            let on = match holidays {
                HolidayRule::Keep => Some(*day),
                _ if free(*day) => Some(*day),
                HolidayRule::Skip => None,
                HolidayRule::Next => working(day.iter_days().skip(1), &off),
                HolidayRule::Previous => {
                    working(std::iter::successors(day.pred_opt(), NaiveDate::pred_opt), &off)
                }
            };
            let Some(on) = on.filter(|on| on == day || !due.contains(on)) else { continue };
            if taken.insert(on) && (from..=to).contains(day) {
                found.push(Occurrence { due: *day, on });
            }
        }
        found
    }
}

/// The first working day of some days.
fn working(days: impl Iterator<Item = NaiveDate>, off: impl Fn(NaiveDate) -> bool) -> Option<NaiveDate> {
    days.take(FARTHEST as usize).find(|day| !weekend(*day) && !off(*day))
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Which of its weekday a day is in its month, 1 to 5.
pub(super) fn nth(day: NaiveDate) -> i8 {
    (day.day0() / 7 + 1) as i8
}

/// True for the last of its weekday in its month.
pub(super) fn is_last(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month())
}

fn last_of(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// The n-th, or with -1 the last, of a weekday in the month of a first day.
fn nth_of(first: NaiveDate, nth: i8, day: Weekday) -> Option<NaiveDate> {
    match u8::try_from(nth) {
        Ok(nth) => NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, nth),
        Err(_) => {
            let last = last_of(first)?;
            last.checked_sub_days(Days::new(u64::from(last.weekday().days_since(day))))
        }
    }
}
