//! Any stretch of days: one day, a month as it hangs on the wall, a list; and a whole fiscal year as numbers.

use super::week::{Day, WeekView};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, NaiveDate};
use domain::calendar::{FiscalYear, holiday_words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::Reader;

/// Most days of one stretch.
const MOST_DAYS: i64 = 100;

/// Asks for the days from `from` to `to`, both included. Error: `plan.span` when they are in the wrong order or too many.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Span {
    #[ts(type = "string")]
    from: NaiveDate,
    #[ts(type = "string")]
    to: NaiveDate,
}

impl Query for Span {
    type Answer = WeekView;
    const TOPICS: &'static [Topic] =
        &[Topic::Plans, Topic::Contacts, Topic::Programmes, Topic::Organisations, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<WeekView, Failure> {
        if !(0..MOST_DAYS).contains(&(self.to - self.from).num_days()) {
            return Err(Failure::new("plan.span").at("to"));
        }
        let days = days(self.from, self.to, around.today());
        Ok(WeekView { items: super::between(reader, self.from, self.to)?, days })
    }
}

/// The days of a stretch.
pub(super) fn days(from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Vec<Day> {
    let days = from.iter_days().take_while(|day| *day <= to);
    days.map(|on| Day {
        on,
        weekday: on.weekday().number_from_monday(),
        holiday: holiday_words(on),
        today: on == today,
    })
    .collect()
}

/// Asks for the plans of a fiscal year as numbers for each day.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlanYear {
    fiscal_year: FiscalYear,
}

/// A fiscal year.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PlanYearView {
    /// April to March.
    pub months: Vec<PlanMonth>,
}

/// A month of the year.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PlanMonth {
    /// First day.
    #[ts(type = "string")]
    pub first: NaiveDate,
    /// Plans that were not cancelled.
    pub plans: u32,
    /// Hospital visits among them.
    pub visits: u32,
    /// Its days.
    pub days: Vec<PlanDay>,
}

/// A day of the year.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PlanDay {
    /// The date.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// 1 is Monday.
    pub weekday: u32,
    /// Name of the holiday, if it is one.
    pub holiday: Option<String>,
    /// True for the day of the call.
    pub today: bool,
    /// Plans that were not cancelled.
    pub plans: u32,
}

impl Query for PlanYear {
    type Answer = PlanYearView;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Programmes, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<PlanYearView, Failure> {
        let year = self.fiscal_year;
        let counts: BTreeMap<NaiveDate, (u32, u32)> = reader
            .plan_counts(year.first(), year.last())?
            .into_iter()
            .map(|(on, plans, visits)| (on, (plans, visits)))
            .collect();
        let of = |on: NaiveDate| counts.get(&on).copied().unwrap_or_default();
        let months = (0..12).map(|index| {
            let days = days(year.month_first(index), year.month_end(index), around.today());
            PlanMonth {
                first: year.month_first(index),
                plans: days.iter().map(|day| of(day.on).0).sum(),
                visits: days.iter().map(|day| of(day.on).1).sum(),
                days: days
                    .into_iter()
                    .map(|Day { on, weekday, holiday, today }| PlanDay {
                        on,
                        weekday,
                        holiday,
                        today,
                        plans: of(on).0,
                    })
                    .collect(),
            }
        });
        Ok(PlanYearView { months: months.collect() })
    }
}
