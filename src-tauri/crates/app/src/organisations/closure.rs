//! 面会制限: days on which a hospital takes no visitors. While they last, no gap grows.

use super::known;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks for the days on which a hospital takes no visitors. Error: `organisation.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct VisitClosure {
    org_id: Id,
}

/// Days on which a hospital takes no visitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ClosureDays {
    /// First day; none while visitors are welcome.
    pub from_on: Option<PartialDate>,
    /// Last day, while known.
    pub to_on: Option<PartialDate>,
    /// True today.
    pub now: bool,
}

impl Query for VisitClosure {
    type Answer = ClosureDays;
    const TOPICS: &'static [Topic] = &[Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<ClosureDays, Failure> {
        known(reader, &self.org_id)?;
        let (from_on, to_on) = reader.visit_closure(&self.org_id)?;
        let today = around.today();
        let now = from_on.is_some_and(|from| from.first_day() <= today)
            && to_on.is_none_or(|to| today <= to.first_day());
        Ok(ClosureDays { from_on, to_on, now })
    }
}

/// Keeps the days on which a hospital takes no visitors; without a first day visitors are welcome.
///
/// Errors: `organisation.unknown`, `closure.order`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepVisitClosure {
    org_id: Id,
    from_on: Option<PartialDate>,
    to_on: Option<PartialDate>,
}

impl Command for KeepVisitClosure {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Organisations, Topic::Plans];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        known(writer, &self.org_id)?;
        let early = |to: PartialDate| self.from_on.is_none_or(|from| to.first_day() < from.first_day());
        if self.to_on.is_some_and(early) {
            return Err(Failure::new("closure.order").at("to_on"));
        }
        Ok(writer.keep_visit_closure(&self.org_id, self.from_on, self.to_on)?)
    }
}
