//! The versions of a note, what changed from one to the next, and bringing one back.

use super::difference::{TextPiece, difference};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::contacts::VersionFact;
use store::{Reader, Writer};

/// Asks for every version of a note, newest first. Error: `contact.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NoteHistory {
    contact_id: Id,
}

/// One version of a note and what changed in it.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct NoteVersion {
    /// Number by which it can be brought back; `None` for the note as it stands.
    pub number: Option<u32>,
    /// Moment from which it stood.
    pub from: Option<String>,
    /// Why it took the place of the version before; `None` for the first one and for what was taken back.
    pub reason: Option<String>,
    /// Day.
    pub on: PartialDate,
    /// Minutes.
    pub minutes: Option<u32>,
    /// Method, a code.
    pub method: Option<String>,
    /// Counterparts, codes.
    pub counterparts: Vec<String>,
    /// The whole text.
    pub text: String,
    /// The text against the version before; one piece for the first version.
    pub pieces: Vec<TextPiece>,
}

impl NoteVersion {
    fn told(
        version: VersionFact,
        before: Option<&VersionFact>,
        begun: (Option<String>, Option<String>),
    ) -> Self {
        let pieces = difference(before.map_or(&version.text, |b| &b.text), &version.text);
        Self {
            number: version.number,
            from: begun.0,
            reason: begun.1,
            on: version.on,
            minutes: version.minutes,
            method: version.method,
            counterparts: version.counterparts,
            text: version.text,
            pieces,
        }
    }
}

fn says_the_same(a: &VersionFact, b: &VersionFact) -> bool {
    (&a.on, &a.minutes, &a.method, &a.counterparts, &a.text)
        == (&b.on, &b.minutes, &b.method, &b.counterparts, &b.text)
}

impl Query for NoteHistory {
    type Answer = Vec<NoteVersion>;
    const TOPICS: &'static [Topic] = &[Topic::Contacts];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<NoteVersion>, Failure> {
        if !reader.is_contact(&self.contact_id)? {
            return Err(Failure::new("contact.unknown").at("contact_id"));
        }
        let facts = reader.versions(&self.contact_id)?;
        let written = facts.last().and_then(|now| now.at.clone());
        let mut begun = (written, None);
        let mut told: Vec<NoteVersion> = Vec::new();
        let mut before: Option<VersionFact> = None;
        for version in facts {
            let next = (version.at.clone(), version.reason.clone());
            // What was thrown away and brought back stands there once.
            if before.as_ref().is_some_and(|b| says_the_same(b, &version)) {
                if let Some(same) = told.last_mut() {
                    same.number = version.number;
                }
            } else {
                told.push(NoteVersion::told(version.clone(), before.as_ref(), begun));
            }
            begun = next;
            before = Some(version);
        }
        told.reverse();
        Ok(told)
    }
}

/// Brings an earlier version of a note back: a new version with a reason of its own; nothing of the history is lost.
///
/// Errors: `contact.unknown`, `contact.no-version`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreVersion {
    contact_id: Id,
    number: u32,
}

impl Command for RestoreVersion {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Contacts, Topic::Cases, Topic::Plans];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !writer.is_contact(&self.contact_id)? {
            return Err(Failure::new("contact.unknown").at("contact_id"));
        }
        let versions = writer.versions(&self.contact_id)?;
        if !versions.iter().any(|version| version.number == Some(self.number)) {
            return Err(Failure::new("contact.no-version").at("number"));
        }
        let reason = words::say(crate::settings::language(writer), "people.history.restored");
        Ok(writer.restore_version(&self.contact_id, self.number, &reason)?)
    }
}
