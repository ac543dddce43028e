//! 支援経過記録: writing, correcting and reading along one person's time.

mod history;
mod timeline;
mod write;

pub use history::VersionFact;
pub use timeline::{TimelineFact, TimelineKind};
pub use write::{NewContact, Revision};

use crate::{Reader, StoreError};
use chrono::NaiveDate;
use domain::measure::Id;
use rusqlite::named_params;

impl Reader<'_> {
    /// True for the identity of a contact record.
    pub fn is_contact(&self, id: &Id) -> Result<bool, StoreError> {
        let found = self.first(
            "SELECT id FROM contacts WHERE id = :id",
            named_params! { ":id": id.as_str() },
            |r| r.id("id"),
        )?;
        Ok(found.is_some())
    }

    /// Earlier versions of a contact record as they were kept, oldest first: moment, reason, fields as JSON.
    pub fn revisions(&self, contact: &Id) -> Result<Vec<(String, String, String)>, StoreError> {
        // One row per version that was replaced.
        self.all(
            "SELECT replaced_at, reason, body FROM contact_revisions WHERE contact_id = :id ORDER BY revision_no",
            named_params! { ":id": contact.as_str() },
            |r| Ok((r.text("replaced_at")?, r.text("reason")?, r.text("body")?)),
        )
    }

    /// Minutes of contacts between two days that were not typed but filled in by the method.
    pub fn estimated_minutes(&self, from: NaiveDate, to: NaiveDate) -> Result<u32, StoreError> {
        // One row: the sum.
        let found = self.first(
            "SELECT coalesce(sum(minutes), 0) AS minutes FROM contacts
             WHERE minutes_estimated = 1 AND on_date BETWEEN :from AND :to",
            named_params! { ":from": from.to_string(), ":to": to.to_string() },
            |r| r.count("minutes"),
        )?;
        Ok(found.unwrap_or(0))
    }
}
