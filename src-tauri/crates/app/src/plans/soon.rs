//! お知らせ: what begins soon. What was missed waits in 「結果が未記入の予定」 instead, until it is settled.

use super::{PlanItem, between};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use chrono::Timelike;
use domain::vocabulary::PlanResult;
use serde::Deserialize;
use store::Reader;

/// Asks for the plans of today that begin within so many minutes as the settings say, the first first. None where the
/// settings say 0.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Soon {}

impl Query for Soon {
    type Answer = Vec<PlanItem>;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Settings, Topic::Programmes];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<PlanItem>, Failure> {
        let lead = crate::settings::remind_minutes(reader)?;
        if lead == 0 {
            return Ok(Vec::new());
        }
        let now = around.at.hour() * 60 + around.at.minute();
        let mut plans = between(reader, around.today(), around.today())?;
        plans.retain(|plan| {
            let begins = plan.start.as_deref().and_then(super::clash::minutes);
            plan.result == PlanResult::Planned && begins.is_some_and(|at| (now..=now + lead).contains(&at))
        });
        Ok(plans)
    }
}
