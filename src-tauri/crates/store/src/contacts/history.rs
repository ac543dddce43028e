//! What a note said before: every version that was ever kept, and bringing one of them back.

use crate::triggers::REVISED;
use crate::{Reader, Row, StoreError, Writer};
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::named_params;

/// One version of a note.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionFact {
    /// Number of the version that was replaced, from 1; `None` for the note as it stands.
    pub number: Option<u32>,
    /// Moment at which it was replaced; of the note as it stands, the moment of writing.
    pub at: Option<String>,
    /// Why it was replaced; `None` when an act was taken back, and for the note as it stands.
    pub reason: Option<String>,
    /// Day.
    pub on: PartialDate,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Code of the method.
    pub method: Option<String>,
    /// Codes of the counterparts.
    pub counterparts: Vec<String>,
    /// The text, all its parts.
    pub text: String,
}

fn version(r: &Row) -> Result<VersionFact, StoreError> {
    Ok(VersionFact {
        number: r.number("number")?,
        at: r.maybe("at")?,
        reason: r.maybe("reason")?,
        on: r.date("on_date")?,
        minutes: r.number("minutes")?,
        method: r.maybe("method")?,
        counterparts: r.list("counterpart")?,
        text: r.text("text")?,
    })
}

impl Reader<'_> {
    /// Every version of a note, oldest first; the last one is the note as it stands.
    pub fn versions(&self, contact: &Id) -> Result<Vec<VersionFact>, StoreError> {
        // One row per version.
        self.all(
            "SELECT * FROM (SELECT revision_no AS number, replaced_at AS at, reason, body ->> 'on_date' AS on_date, body ->> 'minutes' AS minutes,
               body ->> 'method' AS method, body ->> 'counterpart' AS counterpart,
               concat_ws(char(10), body ->> 'text', body ->> 's', body ->> 'o', body ->> 'a', body ->> 'p') AS text
               FROM contact_revisions WHERE contact_id = :id
             UNION ALL SELECT NULL, written_at, NULL, on_date, minutes, method, counterpart, concat_ws(char(10), text, s, o, a, p)
               FROM contacts WHERE id = :id)
             ORDER BY number IS NULL, number",
            named_params! { ":id": contact.as_str() },
            version,
        )
    }
}

impl Writer<'_> {
    /// Brings the words, day, method and minutes of an earlier version back; what stands now is kept with the reason. The
    /// person and the place stay. Error: [`StoreError::Missing`].
    pub fn restore_version(&mut self, contact: &Id, number: u32, reason: &str) -> Result<(), StoreError> {
        self.because(reason)?;
        let sets: Vec<String> = REVISED
            .iter()
            .filter(|field| !matches!(**field, "case_id" | "org_id"))
            .map(|field| format!("{field} = v.body ->> '{field}'"))
            .collect();
        let sql = format!(
            "UPDATE contacts SET {} FROM contact_revisions v WHERE contacts.id = ?1 AND v.contact_id = ?1 AND v.revision_no = ?2",
            sets.join(", ")
        );
        let changed = self.conn.prepare_cached(&sql)?.execute((contact.as_str(), number))?;
        if changed == 0 { Err(StoreError::Missing("contact_revisions")) } else { Ok(()) }
    }
}
