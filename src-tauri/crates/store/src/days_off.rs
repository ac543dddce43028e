//! 休みの日: days that the user or one hospital has off besides the national holidays.

use crate::{Reader, Row, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::own_days::DayOff;
use domain::measure::Id;

fn day_off(row: &Row) -> Result<(Id, Option<Id>, DayOff), StoreError> {
    let day = DayOff {
        from: row.date("from_on")?.first_day(),
        to: row.date("to_on")?.first_day(),
        yearly: row.flag("yearly")?,
        name: row.text("name")?,
    };
    Ok((row.id("id")?, row.maybe_id("org_id")?, day))
}

impl Reader<'_> {
    /// Every day off with its identity and the hospital whose it is, the user's own first.
    pub fn days_off(&self) -> Result<Vec<(Id, Option<Id>, DayOff)>, StoreError> {
        self.all(
            "SELECT * FROM days_off ORDER BY org_id IS NOT NULL, org_id, yearly DESC, from_on, id",
            [],
            day_off,
        )
    }
}

impl Writer<'_> {
    /// Keeps a day off, or a few in a row.
    pub fn add_day_off(&mut self, org: Option<&Id>, day: &DayOff) -> Result<Id, StoreError> {
        let (from, to): (NaiveDate, NaiveDate) = (day.from, day.to);
        self.insert(
            "days_off",
            &[
                ("from_on", from.into()),
                ("to_on", to.into()),
                ("yearly", day.yearly.into()),
                ("name", day.name.as_str().into()),
                ("org_id", org.into()),
            ],
        )
    }

    /// Removes a day off. Error: [`StoreError::Missing`].
    pub fn remove_day_off(&mut self, id: &Id) -> Result<(), StoreError> {
        self.delete("days_off", id)
    }
}
