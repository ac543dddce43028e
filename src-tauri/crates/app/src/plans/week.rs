//! Seven days with everything planned in them.

use super::PlanItem;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks for the seven days from `from`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Week {
    #[ts(type = "string")]
    from: NaiveDate,
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Day {
    /// The date.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// 1 is Monday.
    pub weekday: u32,
    /// Name of the holiday, if it is one.
    pub holiday: Option<String>,
    /// True for the day of the call.
    pub today: bool,
}

/// Seven days and their plans.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "Week")]
pub struct WeekView {
    /// The days in order.
    pub days: Vec<Day>,
    /// Plans by day and time.
    pub items: Vec<PlanItem>,
}

impl Query for Week {
    type Answer = WeekView;
    const TOPICS: &'static [Topic] =
        &[Topic::Plans, Topic::Contacts, Topic::Programmes, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<WeekView, Failure> {
        let last = self.from.checked_add_days(Days::new(6)).unwrap_or(self.from);
        let days = super::span::days(self.from, last, around.today());
        Ok(WeekView { items: super::between(reader, self.from, last)?, days })
    }
}
