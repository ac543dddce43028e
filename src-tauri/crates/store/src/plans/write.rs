//! Making, moving and settling plans.

use super::Plan;
use crate::schema::Field;
use crate::{StoreError, Writer};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Outcome, PlanKind, PlanResult, Purpose};

/// A visit to be planned.
#[derive(Clone, Debug)]
pub struct NewVisit<'a> {
    /// Day.
    pub on: NaiveDate,
    /// Begin.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Place.
    pub org_id: &'a Id,
    /// Ward, perhaps empty.
    pub ward: &'a str,
    /// What for.
    pub purposes: &'a [Purpose],
    /// Minutes that the way there takes.
    pub travel_minutes: Option<u32>,
    /// The series that plans it, and its day by the rule.
    pub series: Option<(&'a Id, NaiveDate)>,
}

/// An appointment to be planned.
#[derive(Clone, Debug)]
pub struct NewAppointment<'a> {
    /// Meeting, accompaniment or own time.
    pub kind: PlanKind,
    /// Title.
    pub title: &'a str,
    /// Day.
    pub on: NaiveDate,
    /// Begin.
    pub start: Option<String>,
    /// End.
    pub end: Option<String>,
    /// Person of an accompaniment.
    pub case_id: Option<&'a Id>,
    /// Place.
    pub org_id: Option<&'a Id>,
    /// Minutes that the way there takes.
    pub travel_minutes: Option<u32>,
    /// The series that plans it, and its day by the rule.
    pub series: Option<(&'a Id, NaiveDate)>,
}

/// Table of a kind of plan and its column for a reason.
pub(crate) const fn home(kind: PlanKind) -> (&'static str, &'static str) {
    match kind {
        PlanKind::Visit => ("visits", "reason"),
        PlanKind::Session => ("sessions", "cancelled_reason"),
        PlanKind::Meeting | PlanKind::Accompany | PlanKind::Own => ("appointments", "reason"),
    }
}

impl Writer<'_> {
    /// Plans a visit.
    pub fn add_visit(&mut self, visit: &NewVisit) -> Result<Id, StoreError> {
        let purposes: Vec<&str> = visit.purposes.iter().map(|p| p.code()).collect();
        self.insert(
            "visits",
            &[
                ("on_date", visit.on.into()),
                ("start_time", visit.start.clone().into()),
                ("end_time", visit.end.clone().into()),
                ("org_id", visit.org_id.into()),
                ("ward", visit.ward.into()),
                ("purposes", Field::text(&purposes.join(";"))),
                ("travel_minutes", visit.travel_minutes.into()),
                ("recurrence_id", visit.series.map(|(id, _)| id).into()),
                ("due_on", visit.series.map(|(_, due)| due).into()),
            ],
        )
    }

    /// Plans to see a person of a case on a visit. Somebody already listed becomes planned.
    pub fn plan_person(&mut self, visit: &Id, case: &Id) -> Result<(), StoreError> {
        match self.visit_case(visit, case)? {
            Some(row) => self.update("visit_cases", &row, &[("planned", true.into())]),
            None => self.insert("visit_cases", &visit_case(visit, case, true, None)).map(|_| ()),
        }
    }

    /// Keeps the outcome of one attempt to meet a person on a visit, planned or not. `None` takes it away; somebody
    /// who was not planned and has no outcome is no longer listed.
    pub fn set_outcome(&mut self, visit: &Id, case: &Id, outcome: Option<Outcome>) -> Result<(), StoreError> {
        match (self.visit_case(visit, case)?, outcome) {
            (Some(row), Some(outcome)) => {
                self.update("visit_cases", &row, &[("outcome", outcome.code().into())])
            }
            (Some(row), None) if self.is_planned(&row)? => {
                self.update("visit_cases", &row, &[("outcome", Field::null())])
            }
            (Some(row), None) => self.delete("visit_cases", &row),
            (None, Some(_)) => {
                self.insert("visit_cases", &visit_case(visit, case, false, outcome)).map(|_| ())
            }
            (None, None) => Ok(()),
        }
    }

    /// Plans a meeting, an accompaniment or own time.
    pub fn add_appointment(&mut self, plan: &NewAppointment) -> Result<Id, StoreError> {
        self.insert(
            "appointments",
            &[
                ("kind", plan.kind.code().into()),
                ("title", plan.title.into()),
                ("on_date", plan.on.into()),
                ("start_time", plan.start.clone().into()),
                ("end_time", plan.end.clone().into()),
                ("case_id", plan.case_id.into()),
                ("org_id", plan.org_id.into()),
                ("travel_minutes", plan.travel_minutes.into()),
                ("recurrence_id", plan.series.map(|(id, _)| id).into()),
                ("due_on", plan.series.map(|(_, due)| due).into()),
            ],
        )
    }

    /// Moves a plan to another day or time. A plan of a series goes its own way from then on.
    pub fn move_plan(
        &mut self,
        plan: &Plan,
        on: NaiveDate,
        start: Option<String>,
        end: Option<String>,
    ) -> Result<(), StoreError> {
        let mut times = vec![("on_date", on.into()), ("start_time", start.into()), ("end_time", end.into())];
        if plan.series.is_some() {
            times.push(("apart", true.into()));
        }
        self.update(home(plan.kind).0, &plan.id, &times)
    }

    /// Keeps what became of a plan, and why. [`PlanResult::Planned`] opens it again.
    pub fn settle_plan(&mut self, plan: &Plan, result: PlanResult, reason: &str) -> Result<(), StoreError> {
        let (table, why) = home(plan.kind);
        let result = match result {
            PlanResult::Planned => Field::null(),
            settled => settled.code().into(),
        };
        self.update(table, &plan.id, &[("result", result), (why, reason.into())])
    }

    fn visit_case(&self, visit: &Id, case: &Id) -> Result<Option<Id>, StoreError> {
        self.first(
            "SELECT id FROM visit_cases WHERE visit_id = ?1 AND case_id = ?2 ORDER BY planned DESC, id",
            (visit.as_str(), case.as_str()),
            |r| r.id("id"),
        )
    }

    fn is_planned(&self, row: &Id) -> Result<bool, StoreError> {
        let planned = self
            .first("SELECT planned FROM visit_cases WHERE id = ?1", [row.as_str()], |r| r.flag("planned"))?;
        Ok(planned.unwrap_or_default())
    }
}

fn visit_case(visit: &Id, case: &Id, planned: bool, outcome: Option<Outcome>) -> [(&'static str, Field); 4] {
    [
        ("visit_id", visit.into()),
        ("case_id", case.into()),
        ("planned", planned.into()),
        ("outcome", outcome.map(Outcome::code).into()),
    ]
}
