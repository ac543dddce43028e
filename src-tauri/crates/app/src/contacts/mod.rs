//! 支援経過記録: writing, correcting and reading.
//!
//! Text alone is a valid note. One act for several people is one record for each of them sharing the visit.

mod attachments;
mod difference;
mod draft;
mod find;
mod history;
mod issued;
mod mentions;
mod revise;
mod steps;
mod templates;
mod timeline;
mod write;

pub use attachments::{AttachFiles, Attachment, AttachmentPage, AttachmentPicture, StageFile, StagedFile};
pub use difference::{PieceKind, TextPiece};
pub use draft::{Draft, KeepDraft};
pub use find::{TimelineFind, TimelineMatch, TimelineMatches};
pub use history::{NoteHistory, NoteVersion, RestoreVersion};
pub use issued::{IssuedReport, IssuedReports};
pub(crate) use mentions::{Links, link_texts, mentions_in};
pub use mentions::{MentionName, MentionNames, MentionView};
pub use revise::ReviseContact;
pub use steps::{ProposedStep, ProposedSteps};
pub use templates::{FilledTemplate, KeepTemplates, Template, Templates};
pub use timeline::{EntryKind, Timeline, TimelineItem, loose};
pub(crate) use timeline::{label, timeline};
pub(crate) use write::add_steps;
pub use write::{NextStep, WriteContact};

use crate::Failure;
use chrono::NaiveDate;
use domain::measure::Id;
use domain::vocabulary::{Counterpart, Method};

/// Most minutes that one contact can take.
const DAY_IN_MINUTES: u32 = 24 * 60;

/// Where the text being typed on a person's page is kept.
pub fn draft_place(case: &Id) -> String {
    format!("case/{case}")
}

/// What is checked of every note, new or corrected.
struct Checked {
    text: String,
    method: Option<Method>,
    counterparts: Vec<Counterpart>,
    minutes: Option<u32>,
    estimated: bool,
}

/// Checks a note. Minutes that nobody typed are those usual for the method, and marked 推定.
///
/// Errors: `contact.empty`, `contact.future`, `contact.minutes`, `contact.method`, `contact.counterpart`.
fn checked(
    text: &str,
    on: NaiveDate,
    today: NaiveDate,
    minutes: Option<u32>,
    method: &str,
    counterparts: &[String],
) -> Result<Checked, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::new("contact.empty").at("text"));
    }
    if on > today {
        return Err(Failure::new("contact.future").at("on"));
    }
    if minutes.is_some_and(|n| n > DAY_IN_MINUTES) {
        return Err(Failure::new("contact.minutes").at("minutes"));
    }
    let unknown = || Failure::new("contact.method").at("method");
    let method = match method {
        "" => None,
        code => Some(Method::from_code(code).ok_or_else(unknown)?),
    };
    let unknown = || Failure::new("contact.counterpart").at("counterparts");
    let mut with = Vec::new();
    for code in counterparts {
        let counterpart = Counterpart::from_code(code).ok_or_else(unknown)?;
        if !with.contains(&counterpart) {
            with.push(counterpart);
        }
    }
    let usual = method.and_then(Method::usual_minutes);
    let estimated = minutes.is_none() && usual.is_some();
    Ok(Checked {
        text: text.trim_end().to_owned(),
        method,
        counterparts: with,
        minutes: minutes.or(usual),
        estimated,
    })
}
