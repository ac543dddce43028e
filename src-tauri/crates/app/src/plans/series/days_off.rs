//! 休みの日: the user's own and those of a hospital. Series follow them at once.

use super::lay;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::own_days::DayOff;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks for every day off that somebody keeps besides the national holidays.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct DaysOff {}

/// A day off, or a few in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DayOffLine {
    /// Identity.
    pub id: Id,
    /// First day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day.
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// True when it comes back every year.
    pub yearly: bool,
    /// What it is called.
    pub name: String,
    /// The hospital whose it is; none for the user's own.
    pub org_id: Option<Id>,
}

impl Query for DaysOff {
    type Answer = Vec<DayOffLine>;
    const TOPICS: &'static [Topic] = &[Topic::Settings, Topic::Organisations];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<DayOffLine>, Failure> {
        let lines = reader.days_off()?.into_iter().map(|(id, org_id, day)| {
            let DayOff { from, to, yearly, name } = day;
            DayOffLine { id, from, to, yearly, name, org_id }
        });
        Ok(lines.collect())
    }
}

/// Keeps a day off, or a few in a row; plans of series ahead follow it.
///
/// Errors: `days-off.no-name`, `days-off.ends-early`, `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepDayOff {
    #[ts(type = "string")]
    from: NaiveDate,
    #[ts(type = "string")]
    to: NaiveDate,
    yearly: bool,
    name: String,
    org_id: Option<Id>,
}

impl Command for KeepDayOff {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Settings, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Failure::new("days-off.no-name").at("name"));
        }
        if self.to < self.from {
            return Err(Failure::new("days-off.ends-early").at("to"));
        }
        if let Some(org) = &self.org_id {
            crate::organisations::known(writer, org)?;
        }
        let day = DayOff { from: self.from, to: self.to, yearly: self.yearly, name: name.to_owned() };
        let id = writer.add_day_off(self.org_id.as_ref(), &day)?;
        follow(around, writer)?;
        Ok(id)
    }
}

/// Removes a day off; plans of series ahead follow. Error: `days-off.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveDayOff {
    id: Id,
}

impl Command for RemoveDayOff {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Settings, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !writer.days_off()?.iter().any(|(id, ..)| *id == self.id) {
            return Err(Failure::new("days-off.unknown").at("id"));
        }
        writer.remove_day_off(&self.id)?;
        follow(around, writer)
    }
}

/// Every series looks at the calendar again.
fn follow(around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
    for series in writer.all_series()? {
        lay::lay(writer, series, Some(around.today()), around.today())?;
    }
    Ok(())
}
