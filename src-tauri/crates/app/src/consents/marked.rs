//! Notes whose story a report may tell: the mark at the note, and the list where the texts of a report are written.
//!
//! The mark says nothing about consent; the list does, on the day on which it is asked. What goes into a report is
//! always a text of its own.

use super::{ConsentState, episodes};
use crate::house::{Command, Query};
use crate::reports::Sections;
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::{Reader, Writer};

/// Asks for the marked notes of a report's period, with the consent of whoever each is about.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(transparent)]
pub struct EpisodeNotes(Sections);

/// A marked note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EpisodeNote {
    /// The note.
    pub contact_id: Id,
    /// The case; none for a note about nobody's case.
    pub case_id: Option<Id>,
    /// Name of the person.
    pub name: String,
    /// Day of the contact.
    #[ts(type = "string")]
    pub on: PartialDate,
    /// Its text, as written.
    pub text: String,
    /// How her consent to print an episode stands today; none needed where it is about nobody's case.
    pub state: Option<ConsentState>,
}

impl Query for EpisodeNotes {
    type Answer = Vec<EpisodeNote>;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Contacts, Topic::Reports];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Vec<EpisodeNote>, Failure> {
        let (from, to) = self.0.period(reader)?;
        marked_notes(reader, around, from, to)
    }
}

/// Marked notes between two days, both included, with the consent of whoever each is about.
pub(crate) fn marked_notes(
    reader: &Reader,
    around: &Circumstances,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<EpisodeNote>, Failure> {
    let consents = episodes::best(reader, around.today())?;
    let mut notes = Vec::new();
    for fact in reader.episodes(from, to)? {
        let (name, state) = match &fact.about {
            Some((case, client)) => {
                let known = consents.get(client.as_str()).map(|(state, _)| *state);
                (reader.case_on(case, around.today())?.name(), Some(known.unwrap_or(ConsentState::None)))
            }
            None => (String::new(), None),
        };
        notes.push(EpisodeNote {
            contact_id: fact.contact,
            case_id: fact.about.map(|(case, _)| case),
            name,
            on: fact.on,
            text: fact.text,
            state,
        });
    }
    Ok(notes)
}

/// Marks a note as one whose story a report may tell, or takes the mark away. Gives how the person's consent stands, so
/// that whoever marks it knows what is missing. Error: `contact.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MarkEpisode {
    contact_id: Id,
    marked: bool,
}

impl Command for MarkEpisode {
    type Answer = Option<ConsentState>;
    const CHANGES: &'static [Topic] = &[Topic::Contacts];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Option<ConsentState>, Failure> {
        if !writer.is_contact(&self.contact_id)? {
            return Err(Failure::new("contact.unknown").at("contact_id"));
        }
        writer.mark_episode(&self.contact_id, self.marked)?;
        let Some(client) = writer.client_of_note(&self.contact_id)? else { return Ok(None) };
        let known = episodes::best(writer, around.today())?.get(client.as_str()).map(|(state, _)| *state);
        Ok(Some(known.unwrap_or(ConsentState::None)))
    }
}
