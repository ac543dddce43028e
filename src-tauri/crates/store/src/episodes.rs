//! 報告用エピソードの候補: marks at notes whose story a report may tell. A mark is no part of the note.

use crate::{Reader, StoreError, Writer};
use chrono::NaiveDate;
use domain::calendar::PartialDate;
use domain::measure::Id;
use rusqlite::named_params;

/// A note that is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpisodeFact {
    /// The note.
    pub contact: Id,
    /// Day of the contact.
    pub on: PartialDate,
    /// Its text.
    pub text: String,
    /// Case and client, where it is about somebody.
    pub about: Option<(Id, Id)>,
}

impl Reader<'_> {
    /// Marked notes between two days, both included, the newest first.
    pub fn episodes(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<EpisodeFact>, StoreError> {
        // One row per marked note.
        self.all(
            "SELECT n.id, n.on_date, concat_ws(char(10), n.text, n.s, n.o, n.a, n.p) AS text, n.case_id, c.client_id
               FROM episodes e JOIN contacts n ON n.id = e.contact_id LEFT JOIN cases c ON c.id = n.case_id
              WHERE n.on_date BETWEEN :from AND :to ORDER BY n.on_date DESC, n.id DESC",
            named_params! { ":from": from.format("%Y-%m").to_string(), ":to": to.to_string() },
            |r| {
                Ok(EpisodeFact {
                    contact: r.id("id")?,
                    on: r.date("on_date")?,
                    text: r.text("text")?,
                    about: r.maybe_id("case_id")?.zip(r.maybe_id("client_id")?),
                })
            },
        )
    }

    /// The client whom a note is about.
    pub fn client_of_note(&self, contact: &Id) -> Result<Option<Id>, StoreError> {
        // The one note.
        let found = self.first(
            "SELECT c.client_id FROM contacts n LEFT JOIN cases c ON c.id = n.case_id WHERE n.id = :contact",
            named_params! { ":contact": contact.as_str() },
            |r| r.maybe_id("client_id"),
        )?;
        Ok(found.flatten())
    }

    /// Those of some notes that are marked.
    pub fn marked_episodes(&self, contacts: &[&Id]) -> Result<Vec<Id>, StoreError> {
        let ids: Vec<&str> = contacts.iter().map(|id| id.as_str()).collect();
        let ids = serde_json::to_string(&ids).map_err(|_| StoreError::Unreadable("episodes"))?;
        // One row per marked note.
        self.all(
            "SELECT contact_id FROM episodes WHERE contact_id IN (SELECT value FROM json_each(:ids))",
            named_params! { ":ids": ids },
            |r| r.id("contact_id"),
        )
    }
}

impl Writer<'_> {
    /// Marks a note, or takes the mark away; a mark that is there keeps its day.
    pub fn mark_episode(&mut self, contact: &Id, marked: bool) -> Result<(), StoreError> {
        let known = self.first(
            // The one mark of the note.
            "SELECT id FROM episodes WHERE contact_id = :contact",
            named_params! { ":contact": contact.as_str() },
            |r| r.id("id"),
        )?;
        let today = self.at().date_naive();
        match (known, marked) {
            (Some(mark), false) => self.delete("episodes", &mark),
            (None, true) => self
                .insert("episodes", &[("contact_id", contact.into()), ("marked_on", today.into())])
                .map(|_| ()),
            _ => Ok(()),
        }
    }
}
