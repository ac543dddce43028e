//! 予定と訪問: visits, sessions and appointments as one kind of plan.
//!
//! A plan is known by the id of its own record. It is recorded, cancelled with a reason, or it waits in
//! 「結果が未記入の予定」; nothing falls between.

pub(crate) mod clash;
mod evening;
mod finish;
mod make;
pub(crate) mod repeat;
pub(crate) mod series;
mod settle;
mod soon;
mod span;
mod time;
mod visit;
mod week;

pub use clash::Clash;
pub use evening::{Evening, EveningView};
pub use finish::FinishPlan;
pub use make::{OtherKind, PlanOther, PlanVisit};
pub(crate) use make::{empty, known_person};
pub use repeat::Repeat;
pub use series::{
    ChangeSeries, DayOffLine, DaysOff, ExtendSeries, KeepDayOff, RemoveDayOff, RemovePlan, RuleDate,
    RulePreview, RuleView, SeriesPage, SeriesScope, SeriesSheet, StopSeries,
};
pub use settle::{MovePlan, SetOutcome};
pub use soon::Soon;
pub use span::{PlanDay, PlanMonth, PlanYear, PlanYearView, Span};
pub use time::{ClockTime, in_order};
pub use visit::{VisitNote, VisitPage, VisitPerson, VisitSheet, VisitWard};
pub use week::{Day, Week, WeekView};

use crate::Failure;
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{PlanKind, PlanResult};
use serde::Serialize;
use store::Reader;
use store::plans::Plan;

/// A planned item in a list.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct PlanItem {
    /// The plan, opaque.
    pub id: Id,
    /// Visit, session, meeting, accompaniment, own time.
    pub kind: PlanKind,
    /// Day.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Begin, `09:30`.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// What it is called: the hospital of a visit, the programme of a session.
    pub title: String,
    /// Place.
    pub org_id: Option<Id>,
    /// Name of the place.
    pub org: Option<String>,
    /// Ward of a visit.
    pub ward: Option<String>,
    /// Programme of a session.
    pub programme_id: Option<Id>,
    /// Number of a session.
    pub session_no: Option<u32>,
    /// Persons it concerns.
    pub persons: u32,
    /// Persons of whom something is recorded.
    pub written: u32,
    /// What became of it.
    pub result: PlanResult,
    /// Why.
    pub reason: Option<String>,
    /// True when the hospital takes no visitors on that day.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub closed_to_visits: bool,
    /// Minutes that the way there takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub travel_minutes: Option<u32>,
    /// The series that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub series_id: Option<Id>,
    /// True for a plan of a series that has gone its own way.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub apart: bool,
    /// How it stands in the way of another plan of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub clash: Option<Clash>,
}

impl From<Plan> for PlanItem {
    fn from(plan: Plan) -> Self {
        let title = match (plan.title.is_empty(), &plan.org) {
            (false, _) => plan.title,
            (true, Some(org)) => org.clone(),
            (true, None) => plan.kind.ja().to_owned(),
        };
        Self {
            id: plan.id,
            kind: plan.kind,
            on: plan.on,
            start: plan.start,
            end: plan.end,
            title,
            org_id: plan.org_id,
            org: plan.org,
            ward: plan.ward,
            programme_id: plan.programme_id,
            session_no: plan.session_no,
            persons: plan.persons,
            written: plan.written,
            result: plan.result,
            reason: plan.reason,
            closed_to_visits: plan.closed_to_visits,
            travel_minutes: plan.travel_minutes,
            series_id: plan.series.map(|(id, _)| id),
            apart: plan.apart,
            clash: None,
        }
    }
}

/// Plans of the days from `from` to `to`, both included, by day and time.
pub fn between(reader: &Reader, from: NaiveDate, to: NaiveDate) -> Result<Vec<PlanItem>, Failure> {
    let plans = reader.plans_between(from, to)?;
    let clashes = clash::among(&plans);
    Ok(plans.into_iter().zip(clashes).map(|(plan, clash)| PlanItem { clash, ..plan.into() }).collect())
}

/// Plans before `today` of which nothing is known yet, oldest first.
pub fn unrecorded(reader: &Reader, today: NaiveDate) -> Result<Vec<PlanItem>, Failure> {
    Ok(reader.unrecorded_plans(today)?.into_iter().map(PlanItem::from).collect())
}

/// A plan by its id. Error: `plan.unknown`.
pub(crate) fn find(reader: &Reader, id: &Id) -> Result<Plan, Failure> {
    reader.plan(id)?.ok_or_else(|| Failure::new("plan.unknown").at("plan_id"))
}
