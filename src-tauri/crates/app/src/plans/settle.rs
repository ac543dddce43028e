//! Moving a plan and keeping whom one met.

use super::{ClockTime, find, in_order};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Outcome, PlanKind, PlanResult};
use serde::Deserialize;
use store::Writer;

/// Moves a plan to another day or time. What has happened stays where it was.
///
/// Errors: `plan.unknown`, `plan.recorded`, `plan.cancelled`, `plan.ends-early`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MovePlan {
    plan_id: Id,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
}

impl Command for MovePlan {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let plan = find(writer, &self.plan_id)?;
        if plan.is_recorded() {
            return Err(Failure::new("plan.recorded").at("plan_id"));
        }
        if plan.result != PlanResult::Planned {
            return Err(Failure::new("plan.cancelled").at("plan_id"));
        }
        let [start, end] = in_order(self.start, self.end)?;
        Ok(writer.move_plan(&plan, self.on, start, end)?)
    }
}

/// Keeps the outcome of one attempt to meet a person on a visit; `null` takes it back.
///
/// Errors: `plan.unknown`, `plan.no-visit`, `plan.in-the-future`, `plan.cancelled`, `plan.unknown-person`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SetOutcome {
    plan_id: Id,
    case_id: Id,
    outcome: Option<Outcome>,
}

impl Command for SetOutcome {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Contacts, Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let plan = find(writer, &self.plan_id)?;
        if plan.kind != PlanKind::Visit {
            return Err(Failure::new("plan.no-visit").at("plan_id"));
        }
        if plan.on > around.today() {
            return Err(Failure::new("plan.in-the-future").at("plan_id"));
        }
        if plan.result == PlanResult::Cancelled {
            return Err(Failure::new("plan.cancelled").at("plan_id"));
        }
        super::known_person(writer, &self.case_id, "case_id")?;
        Ok(writer.set_outcome(&plan.id, &self.case_id, self.outcome)?)
    }
}
