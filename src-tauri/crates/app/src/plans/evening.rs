//! 一日の終わり: everything that waits to be written down, so that nothing is left over night.

use super::PlanItem;
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use serde::{Deserialize, Serialize};
use store::Reader;

/// Asks what waits to be written down at the moment of the call.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Evening {}

/// What waits to be written down.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "Evening")]
pub struct EveningView {
    /// Plans whose end has come and of which nothing, or not all, is known; oldest first.
    pub plans: Vec<PlanItem>,
    /// Plans of the day that still lie ahead.
    pub ahead: u32,
    /// Places of texts that were typed and not recorded.
    pub drafts: Vec<String>,
}

impl Query for Evening {
    type Answer = EveningView;
    const TOPICS: &'static [Topic] = &[Topic::Plans, Topic::Contacts, Topic::Programmes];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<EveningView, Failure> {
        let today = around.today();
        let mut plans = super::unrecorded(reader, today)?;
        let now = around.at.format("%H:%M").to_string();
        let of_today = super::between(reader, today, today)?;
        let open = of_today.into_iter().filter(|plan| plan.result == domain::vocabulary::PlanResult::Planned);
        // Without a time it is over when the day is; one without an end counts from its begin.
        let (over, ahead): (Vec<PlanItem>, Vec<PlanItem>) =
            open.partition(|plan| plan.end.as_ref().or(plan.start.as_ref()).is_some_and(|end| *end <= now));
        plans.extend(over);
        Ok(EveningView {
            plans,
            ahead: u32::try_from(ahead.len()).unwrap_or(u32::MAX),
            drafts: reader.draft_places()?,
        })
    }
}
