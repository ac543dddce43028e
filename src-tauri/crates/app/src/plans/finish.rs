//! Saying what became of a plan.

use super::find;
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::vocabulary::{PlanKind, PlanResult};
use serde::Deserialize;
use store::plans::Plan;
use store::{Reader, Writer};

/// Finishes a plan: done, cancelled or changed, or opens it again (planned).
///
/// Whoever was to be seen and has no outcome is named in the failure, unless a reason is given.
/// Errors: `plan.unknown`, `plan.in-the-future`, `visit.people-left`, `session.people-left`, `plan.no-reason`,
/// `plan.recorded`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FinishPlan {
    plan_id: Id,
    result: PlanResult,
    reason: String,
}

impl Command for FinishPlan {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes, Topic::Contacts];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let plan = find(writer, &self.plan_id)?;
        let reason = self.reason.trim();
        match self.result {
            PlanResult::Planned => {}
            PlanResult::Done if plan.on > around.today() => {
                return Err(Failure::new("plan.in-the-future").at("plan_id"));
            }
            PlanResult::Done if reason.is_empty() && plan.left > 0 => {
                return Err(people_left(writer, &plan)?);
            }
            PlanResult::Done => {}
            PlanResult::Cancelled | PlanResult::Changed if reason.is_empty() => {
                return Err(Failure::new("plan.no-reason").at("reason"));
            }
            PlanResult::Cancelled if plan.records > 0 => {
                return Err(Failure::new("plan.recorded").at("plan_id"));
            }
            PlanResult::Cancelled | PlanResult::Changed => {}
        }
        Ok(writer.settle_plan(&plan, self.result, reason)?)
    }
}

/// The failure that counts and points at everybody of whom nothing is recorded.
fn people_left(reader: &Reader, plan: &Plan) -> Result<Failure, Failure> {
    let (id, left): (&str, Vec<Id>) = if plan.kind == PlanKind::Session {
        let people = reader.session_people(&plan.id)?;
        let left = people.into_iter().filter(|p| p.attendance.is_none()).map(|p| p.case_id.unwrap_or(p.id));
        ("session.people-left", left.collect())
    } else {
        let people = reader.visit_people(&plan.id, plan.on)?;
        let left = people.into_iter().filter(|p| p.planned && p.outcome.is_none() && p.contact.is_none());
        ("visit.people-left", left.map(|p| p.case_id).collect())
    };
    Ok(Failure::new(id).with("n", plan.left).about(left))
}
