//! Ending a series, and taking one plan away that should not have been made.

use super::change::ended;
use super::{SeriesScope, found, lay, pivot};
use crate::house::Command;
use crate::plans::find;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use serde::Deserialize;
use store::Writer;
use store::series::Series;

/// Ends a series: its plans from one on, or all that lie ahead, are taken away. What has passed, is on record, was cancelled
/// or had been moved by itself stays. How many were taken away.
///
/// Errors: `plan.unknown`, `series.none`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StopSeries {
    plan_id: Id,
    scope: SeriesScope,
}

impl Command for StopSeries {
    type Answer = u32;
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<u32, Failure> {
        let today = around.today();
        let (_, series, due) = found(writer, &self.plan_id)?;
        let plans = writer.series_plans(&series.id)?;
        let first = pivot(&plans, due, self.scope, today);
        let ended = Series { rule: ended(&series, first)?, ..series };
        let id = ended.id.clone();
        lay::lay(writer, ended, Some(today), today)?;
        let left = writer.series_plans(&id)?.len();
        Ok(u32::try_from(plans.len().saturating_sub(left)).unwrap_or_default())
    }
}

/// Takes one plan away as if it had never been made; its series leaves the day out from then on. A plan whose day has come
/// is cancelled with a reason instead, so that nothing that was planned disappears.
///
/// Errors: `plan.unknown`, `plan.recorded`, `plan.past`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePlan {
    plan_id: Id,
}

impl Command for RemovePlan {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let plan = find(writer, &self.plan_id)?;
        if plan.is_recorded() {
            return Err(Failure::new("plan.recorded").at("plan_id"));
        }
        if plan.on < around.today() {
            return Err(Failure::new("plan.past").at("plan_id"));
        }
        if let Some((series, due)) = &plan.series {
            writer.add_series_exception(series, *due)?;
        }
        Ok(writer.remove_plan(&plan)?)
    }
}
