//! Planning a visit or an appointment.

use super::repeat::{self, Repeat};
use super::{ClockTime, in_order};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{OrganisationType, PlanKind, Purpose};
use serde::Deserialize;
use store::Writer;
use store::series::Content;

/// Plans a visit to a hospital: one ward or several people, all of it one act later on.
///
/// A hospital that the directory does not know yet is added to it. Errors: `plan.no-hospital`,
/// `plan.unknown-hospital`, `plan.ends-early`, `plan.unknown-person`, and those of a rule.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlanVisit {
    org_id: Option<Id>,
    org_name: String,
    ward: String,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
    #[ts(type = "string[]")]
    purposes: Vec<Purpose>,
    case_ids: Vec<Id>,
    /// Minutes that the way there takes; as the last time at that hospital where nothing is said.
    #[serde(default)]
    #[ts(optional = nullable)]
    travel_minutes: Option<u32>,
    /// How it comes back.
    #[serde(default)]
    #[ts(optional = nullable)]
    repeat: Option<Repeat>,
}

impl Command for PlanVisit {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Organisations];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let [start, end] = in_order(self.start, self.end)?;
        let org = crate::organisations::place(
            writer,
            self.org_id,
            &self.org_name,
            OrganisationType::PsychiatricHospital,
            "plan.no-hospital",
        )?;
        for case in &self.case_ids {
            known_person(writer, case, "case_ids")?;
        }
        let travel_minutes = match self.travel_minutes {
            None => writer.usual_travel(&org)?,
            said => said,
        };
        let content = Content {
            org_id: Some(org),
            start,
            end,
            ward: self.ward.trim().to_owned(),
            purposes: self.purposes,
            travel_minutes,
            cases: self.case_ids,
            ..empty(PlanKind::Visit)
        };
        repeat::plan(around, writer, &content, self.on, self.repeat.as_ref())
    }
}

/// A plan of a kind of which nothing else is known.
pub(crate) const fn empty(kind: PlanKind) -> Content {
    Content {
        kind,
        title: String::new(),
        org_id: None,
        start: None,
        end: None,
        ward: String::new(),
        purposes: Vec::new(),
        travel_minutes: None,
        programme_id: None,
        place: None,
        cases: Vec::new(),
    }
}

/// What else can be planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum OtherKind {
    /// 会議・打合せ.
    Meeting,
    /// 同行.
    Accompany,
    /// 自分の時間.
    Own,
}

/// Plans a meeting, an accompaniment or own time. Without a title it is called by its kind.
///
/// Errors: `plan.ends-early`, `plan.unknown-person`, and those of a rule.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlanOther {
    kind: OtherKind,
    title: String,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
    case_id: Option<Id>,
    /// How it comes back.
    #[serde(default)]
    #[ts(optional = nullable)]
    repeat: Option<Repeat>,
}

impl Command for PlanOther {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Plans];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let [start, end] = in_order(self.start, self.end)?;
        if let Some(case) = &self.case_id {
            known_person(writer, case, "case_id")?;
        }
        let kind = match self.kind {
            OtherKind::Meeting => PlanKind::Meeting,
            OtherKind::Accompany => PlanKind::Accompany,
            OtherKind::Own => PlanKind::Own,
        };
        let content = Content {
            title: self.title.trim().to_owned(),
            start,
            end,
            cases: self.case_id.into_iter().collect(),
            ..empty(kind)
        };
        repeat::plan(around, writer, &content, self.on, self.repeat.as_ref())
    }
}

/// Refuses a case that the store does not hold. Error: `plan.unknown-person`.
pub(crate) fn known_person(writer: &Writer, case: &Id, field: &str) -> Result<(), Failure> {
    if writer.is_case(case)? { Ok(()) } else { Err(Failure::new("plan.unknown-person").at(field)) }
}
