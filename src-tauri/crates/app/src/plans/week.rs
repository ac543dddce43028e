//! Seven days with everything planned in them.

use super::PlanItem;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::holiday;
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
        let today = around.today();
        let days: Vec<Day> = (0..7)
            .filter_map(|n| self.from.checked_add_days(Days::new(n)))
            .map(|on| Day {
                on,
                weekday: on.weekday().number_from_monday(),
                holiday: holiday(on).map(ToOwned::to_owned),
                today: on == today,
            })
            .collect();
        let last = days.last().map_or(self.from, |day| day.on);
        Ok(WeekView { items: super::between(reader, self.from, last)?, days })
    }
}
