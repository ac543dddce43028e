//! Planning the next session of a programme.

use crate::house::Command;
use crate::plans::{ClockTime, Repeat, empty, in_order, repeat};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Place, PlanKind};
use serde::Deserialize;
use store::Writer;
use store::series::Content;

/// Plans a session. A programme of a new name is opened with it.
///
/// Errors: `session.no-programme`, `session.unknown-programme`, `organisation.unknown`, `plan.ends-early`, and those of a
/// rule.
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
    /// How it comes back.
    #[serde(default)]
    #[ts(optional = nullable)]
    repeat: Option<Repeat>,
}

impl Command for PlanSession {
    type Answer = Id;
    const CHANGES: &'static [Topic] = &[Topic::Plans, Topic::Programmes];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
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
        let content = Content {
            title: self.theme.trim().to_owned(),
            start,
            end,
            programme_id: Some(programme),
            place: Some(self.place),
            ..empty(PlanKind::Session)
        };
        repeat::plan(around, writer, &content, self.on, self.repeat.as_ref())
    }
}
