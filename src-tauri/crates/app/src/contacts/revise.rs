//! Correcting a note: a new version with a reason; the old one is kept.

use super::{checked, mentions};
use crate::house::Command;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::measure::Id;
use serde::Deserialize;
use store::Writer;
use store::contacts::Revision;

/// Replaces a note by a new version.
///
/// Errors: `contact.no-reason`, `contact.unknown`, and those of every note.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReviseContact {
    contact_id: Id,
    #[ts(type = "string")]
    on: NaiveDate,
    minutes: Option<u32>,
    method: String,
    counterparts: Vec<String>,
    text: String,
    reason: String,
}

impl Command for ReviseContact {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Contacts, Topic::Cases, Topic::Plans];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(Failure::new("contact.no-reason").at("reason"));
        }
        if !writer.is_contact(&self.contact_id)? {
            return Err(Failure::new("contact.unknown").at("contact_id"));
        }
        let note =
            checked(&self.text, self.on, around.today(), self.minutes, &self.method, &self.counterparts)?;
        let new = Revision {
            on: self.on,
            minutes: note.minutes,
            estimated: note.estimated,
            method: note.method,
            counterparts: note.counterparts,
            text: note.text,
        };
        writer.revise_contact(&self.contact_id, &new, reason)?;
        mentions::link(writer, &self.contact_id, &new.text)
    }
}
