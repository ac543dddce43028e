//! くり返しの予定: what a series plans, and the plans that belong to it.

mod foreign;
mod write;

use crate::plans::{Plan, plan, select};
use crate::reader::split_list;
use crate::{Reader, Row, StoreError};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{HolidayRule, Place, PlanKind, Purpose};
use std::collections::BTreeSet;

/// What a series plans each time.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// Visit, session, meeting, accompaniment, own time.
    pub kind: PlanKind,
    /// Title; the theme of a session.
    pub title: String,
    /// Place.
    pub org_id: Option<Id>,
    /// Begin, `09:30`.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Ward of a visit, perhaps empty.
    pub ward: String,
    /// What a visit is for.
    pub purposes: Vec<Purpose>,
    /// Minutes that the way there takes.
    pub travel_minutes: Option<u32>,
    /// Programme of a session.
    pub programme_id: Option<Id>,
    /// Place of a session.
    pub place: Option<Place>,
    /// Whom to see.
    pub cases: Vec<Id>,
}

/// A series of plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Identity.
    pub id: Id,
    /// First day of the rule.
    pub starts: NaiveDate,
    /// The rule as text (RFC 5545).
    pub rule: String,
    /// What it does on days off.
    pub holidays: HolidayRule,
    /// What it plans.
    pub content: Content,
    /// The last day up to which its plans were laid out.
    pub laid_until: Option<NaiveDate>,
    /// Its name in the calendar that it came from.
    pub uid: Option<String>,
}

fn series(row: &Row) -> Result<Series, StoreError> {
    let day = |name| -> Result<Option<NaiveDate>, StoreError> {
        Ok(row.maybe_date(name)?.map(domain::calendar::PartialDate::first_day))
    };
    let purposes = split_list(&row.text("purposes")?).iter().filter_map(|p| Purpose::from_code(p)).collect();
    Ok(Series {
        id: row.id("id")?,
        starts: row.date("starts")?.first_day(),
        rule: row.text("rule")?,
        holidays: HolidayRule::from_code(&row.text("holiday_rule")?).unwrap_or(HolidayRule::Keep),
        content: Content {
            kind: PlanKind::from_code(&row.text("kind")?).unwrap_or(PlanKind::Own),
            title: row.text("title")?,
            org_id: row.maybe_id("org_id")?,
            start: row.maybe("start_time")?,
            end: row.maybe("end_time")?,
            ward: row.text("ward")?,
            purposes,
            travel_minutes: row.number("travel_minutes")?,
            programme_id: row.maybe_id("programme_id")?,
            place: Place::from_code(&row.text("place")?),
            cases: Vec::new(),
        },
        laid_until: day("laid_until")?,
        uid: row.maybe("uid")?,
    })
}

impl Reader<'_> {
    /// One series.
    pub fn series(&self, id: &Id) -> Result<Option<Series>, StoreError> {
        let Some(mut found) = self.first("SELECT * FROM recurrences WHERE id = ?1", [id.as_str()], series)?
        else {
            return Ok(None);
        };
        found.content.cases = self.all(
            "SELECT case_id FROM recurrence_cases WHERE recurrence_id = ?1 ORDER BY id",
            [id.as_str()],
            |r| r.id("case_id"),
        )?;
        Ok(Some(found))
    }

    /// Every series that has a rule, oldest first.
    pub fn all_series(&self) -> Result<Vec<Series>, StoreError> {
        let ids: Vec<Id> =
            self.all("SELECT id FROM recurrences WHERE rule IS NOT NULL ORDER BY id", [], |r| r.id("id"))?;
        let mut all = Vec::new();
        for id in ids {
            all.extend(self.series(&id)?);
        }
        Ok(all)
    }

    /// Every plan of a series, by day and time.
    pub fn series_plans(&self, id: &Id) -> Result<Vec<Plan>, StoreError> {
        self.all(&select("recurrence_id = ?1"), [id.as_str()], plan)
    }

    /// Days of the rule that a series leaves out.
    pub fn series_exceptions(&self, id: &Id) -> Result<BTreeSet<NaiveDate>, StoreError> {
        let days = self.all(
            "SELECT due_on FROM recurrence_exceptions WHERE recurrence_id = ?1",
            [id.as_str()],
            |r| Ok(r.date("due_on")?.first_day()),
        )?;
        Ok(days.into_iter().collect())
    }

    /// Minutes that the way to a place took the last time they were written down.
    pub fn usual_travel(&self, org: &Id) -> Result<Option<u32>, StoreError> {
        let found = self.first(
            "SELECT travel_minutes FROM visits WHERE org_id = ?1 AND travel_minutes IS NOT NULL \
             ORDER BY on_date DESC, id DESC LIMIT 1",
            [org.as_str()],
            |r| r.number("travel_minutes"),
        )?;
        Ok(found.flatten())
    }
}
