//! Planning the next session of a programme.

use crate::house::Command;
use crate::plans::{ClockTime, in_order};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::Place;
use serde::Deserialize;
use store::Writer;
use store::programmes::NewSession;

/// Plans a session. A programme of a new name is opened with it.
///
/// Errors: `session.no-programme`, `session.unknown-programme`, `organisation.unknown`, `plan.ends-early`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PlanSession {
    programme_id: Option<Id>,
    programme_name: String,
    org_id: Option<Id>,
    #[ts(type = "string")]
    on: NaiveDate,
    start: Option<ClockTime>,
    end: Option<ClockTime>,
    theme: String,
    place: Place,
}

impl Command for PlanSession {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let [start, end] = in_order(self.start, self.end)?;
        if let Some(org) = &self.org_id {
            crate::organisations::known(writer, org)?;
        }
        let programme = match (self.programme_id, self.programme_name.trim()) {
            (Some(id), _) if writer.is_programme(&id)? => id,
            (Some(_), _) => return Err(Failure::new("session.unknown-programme").at("programme_id")),
            (None, "") => return Err(Failure::new("session.no-programme").at("programme_name")),
            (None, name) => match writer.programme_named(name)? {
                Some(id) => id,
                None => writer.add_programme(name, self.org_id.as_ref(), self.on)?,
            },
        };
        let session = NewSession {
            programme: &programme,
            on: self.on,
            start,
            end,
            theme: self.theme.trim(),
            place: self.place,
        };
        Ok(writer.add_session(&session)?)
    }
}
