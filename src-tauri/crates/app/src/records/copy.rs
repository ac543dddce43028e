//! 写す: notes as text in the order of the office's own columns, and the mark 転記済み.

use super::entries::{counterparts, method, place};
use super::settings::{CopyColumn, CopyDates, KeepRecordSettings, Separator};
use super::style::{filled, joined, times, word};
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, short_date};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::records::Written;
use store::{Reader, Writer};

/// Most notes that are shown at once.
const MOST: usize = 500;

/// Asks for the notes between two days, of one case or of everybody, newest first. Error: `record.span`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NotesToCopy {
    case_id: Option<Id>,
    #[ts(type = "string")]
    from: NaiveDate,
    #[ts(type = "string")]
    to: NaiveDate,
    /// Only notes that nobody has copied yet.
    left_only: bool,
}

/// A note that can be copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct NoteToCopy {
    /// The note.
    pub contact_id: Id,
    /// Its case.
    pub case_id: Option<Id>,
    /// Name of the person.
    pub name: Option<String>,
    /// Day.
    pub on: PartialDate,
    /// Method, a code.
    pub method: Option<String>,
    /// The text.
    pub text: String,
    /// 転記済み on.
    pub copied_on: Option<PartialDate>,
}

/// Notes that can be copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct NotesView {
    /// The newest of them.
    pub notes: Vec<NoteToCopy>,
    /// How many there are in all.
    pub total: usize,
    /// How many of the span nobody has copied yet.
    pub left: usize,
}

impl Query for NotesToCopy {
    type Answer = NotesView;
    const TOPICS: &'static [Topic] = &[Topic::Contacts, Topic::Cases];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<NotesView, Failure> {
        if self.from > self.to {
            return Err(Failure::new("record.span").at("to"));
        }
        let mut notes = reader.written_notes(self.case_id.as_ref(), self.from, self.to)?;
        let left = notes.iter().filter(|note| note.copied_on.is_none()).count();
        notes.retain(|note| !self.left_only || note.copied_on.is_none());
        let total = notes.len();
        let shown = notes.into_iter().rev().take(MOST).map(|note| {
            let (case_id, name) = note.case.clone().unzip();
            NoteToCopy {
                contact_id: note.id.clone(),
                case_id,
                name,
                on: note.on,
                method: note.method.map(|method| method.code().to_owned()),
                text: whole_text(&note),
                copied_on: note.copied_on,
            }
        });
        Ok(NotesView { notes: shown.collect(), total, left })
    }
}

/// Gives notes as text, oldest first, in the order of the office's columns. It changes nothing but leaves a row in the
/// log, for what was copied lies outside the vault from then on. Error: `contact.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct CopyNotes {
    contact_ids: Vec<Id>,
}

impl Command for CopyNotes {
    type Answer = String;
    const CHANGES: &'static [Topic] = &[];
    const UNDOABLE: bool = false;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<String, Failure> {
        let settings = KeepRecordSettings::read(writer)?;
        let author = writer.setting("author")?.unwrap_or_default();
        let mut notes: Vec<Written> = Vec::new();
        for id in &self.contact_ids {
            let unknown = || Failure::new("contact.unknown").at("contact_ids");
            let note = writer.written_note(id)?.ok_or_else(unknown)?;
            if notes.iter().all(|known| known.id != note.id) {
                notes.push(note);
            }
        }
        notes.sort_by_key(|note| (note.on.first_day(), note.times[0].clone(), note.written_at.clone()));
        let between = if settings.separator == Separator::Tab { "\n" } else { "\n\n" };
        Ok(notes.iter().map(|note| as_text(note, &author, &settings)).collect::<Vec<_>>().join(between))
    }
}

/// Marks notes as copied into the office's own system today, or takes the mark away. Error: `contact.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct MarkCopied {
    contact_ids: Vec<Id>,
    copied: bool,
}

impl Command for MarkCopied {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Contacts];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        for note in &self.contact_ids {
            if !writer.is_contact(note)? {
                return Err(Failure::new("contact.unknown").at("contact_ids"));
            }
        }
        if self.copied {
            writer.mark_copied(&self.contact_ids, around.today())?;
        } else {
            writer.unmark_copied(&self.contact_ids)?;
        }
        Ok(())
    }
}

/// A note as text: its columns in their order.
fn as_text(note: &Written, author: &str, settings: &KeepRecordSettings) -> String {
    let columns = settings.columns.iter().map(|column| {
        let value = value(note, *column, author, settings.dates);
        match settings.separator {
            // A line break or a tab inside a column would begin a new one.
            Separator::Tab => labelled(*column, &one_line(&value), settings.labels),
            Separator::Line => labelled(*column, &value, settings.labels),
        }
    });
    match settings.separator {
        Separator::Tab => columns.collect::<Vec<_>>().join("\t"),
        // Empty columns would be empty lines.
        Separator::Line => joined(columns, "\n"),
    }
}

fn labelled(column: CopyColumn, value: &str, labels: bool) -> String {
    if !labels || value.is_empty() {
        return value.to_owned();
    }
    filled("copy.labelled", &[("label", &word(column.key())), ("value", value)])
}

fn one_line(text: &str) -> String {
    joined(text.split(['\n', '\r', '\t']).map(|part| part.trim().to_owned()), " ")
}

/// Text, and the four parts of it where somebody wrote in parts.
fn whole_text(note: &Written) -> String {
    let mut parts = vec![note.text.trim_end().to_owned()];
    for (key, text) in ["s", "o", "a", "p"].iter().zip(&note.soap) {
        if !text.trim().is_empty() {
            parts.push(filled(&format!("course.{key}"), &[("text", text.trim_end())]));
        }
    }
    joined(parts, "\n")
}

fn value(note: &Written, column: CopyColumn, author: &str, dates: CopyDates) -> String {
    match column {
        CopyColumn::Date => match dates {
            CopyDates::Western => note.on.to_string().replace('-', "/"),
            CopyDates::Era => short_date(note.on),
        },
        CopyColumn::Time => times(&note.times),
        CopyColumn::Person => note.case.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        CopyColumn::Method => method(note),
        CopyColumn::Counterpart => counterparts(note),
        CopyColumn::Place => place(note),
        CopyColumn::Kinds => joined(note.content_kinds.iter().cloned(), &word("dot")),
        CopyColumn::Text => whole_text(note),
        CopyColumn::NextStep => joined(note.next_steps.iter().map(|(text, _)| text.clone()), &word("and")),
        CopyColumn::Minutes => note.minutes.map(|n| n.to_string()).unwrap_or_default(),
        CopyColumn::Author => author.to_owned(),
    }
}
