//! 経過 of one person, and notes that belong to nobody's case.

use super::attachments::{self, Attachment};
use super::mentions::{self, Links, MentionView};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::calendar::{FiscalYear, PartialDate};
use domain::measure::Id;
use domain::vocabulary::{Attendance, Destination, HoldReason, List, Outcome, Stage};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::contacts::{TimelineFact, TimelineKind};
use words::Language;

/// Most entries that one answer carries.
const MOST: u32 = 5_000;

/// Asks for a stretch of the timeline of a case, newest first. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    case_id: Id,
    offset: u32,
    limit: u32,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A note.
    Contact,
    /// A step of the road.
    Stage,
    /// A session of a programme.
    Session,
    /// A visit without a note: how it ended.
    Visit,
    /// The beginning of a stay.
    Admission,
    /// Its end.
    Discharge,
    /// A hold.
    Hold,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct TimelineItem {
    /// The record behind it.
    pub id: Id,
    /// What it is.
    pub kind: EntryKind,
    /// Its day.
    pub on: PartialDate,
    /// Method of a note, a code.
    pub method: Option<String>,
    /// Counterparts of a note, codes.
    pub counterparts: Vec<String>,
    /// Minutes of a note.
    pub minutes: Option<u32>,
    /// Text of a note as written; else what happened, in words, and at a session what was written of all of it.
    pub text: String,
    /// 次の一手 that came of a note.
    pub next_step: Option<String>,
    /// Place, hospital or programme.
    pub place: Option<String>,
    /// Number of corrections.
    pub revised: u32,
    /// Stage of a step, or of the person at that time.
    pub stage: Option<Stage>,
    /// Moment of writing.
    pub written_at: Option<String>,
    /// Links in the text.
    pub mentions: Vec<MentionView>,
    /// Photos and papers.
    pub attachments: Vec<Attachment>,
    /// True for a note whose story a report may tell.
    pub episode: bool,
}

impl Query for Timeline {
    type Answer = Vec<TimelineItem>;
    const TOPICS: &'static [Topic] = &[
        Topic::Contacts,
        Topic::Cases,
        Topic::Plans,
        Topic::Programmes,
        Topic::Tasks,
        Topic::Organisations,
        Topic::Settings,
    ];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<TimelineItem>, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        timeline(reader, &self.case_id, self.offset, self.limit)
    }
}

/// A stretch of the timeline of a case.
pub(crate) fn timeline(
    reader: &Reader,
    case: &Id,
    offset: u32,
    limit: u32,
) -> Result<Vec<TimelineItem>, Failure> {
    let language = crate::settings::language(reader);
    let facts = reader.timeline(case, offset, limit.min(MOST))?;
    items(reader, facts, language)
}

/// Notes of a fiscal year that belong to nobody's case, newest first.
pub fn loose(reader: &Reader, year: FiscalYear) -> Result<Vec<TimelineItem>, Failure> {
    let language = crate::settings::language(reader);
    let facts = reader.loose_contacts(year.first(), year.last())?;
    items(reader, facts, language)
}

/// Entries with the links and papers of their notes.
fn items(
    reader: &Reader,
    facts: Vec<TimelineFact>,
    language: Language,
) -> Result<Vec<TimelineItem>, Failure> {
    let mut items: Vec<TimelineItem> = facts.into_iter().map(|fact| item(fact, language)).collect();
    let notes: Vec<&Id> = items.iter().filter(|i| i.kind == EntryKind::Contact).map(|i| &i.id).collect();
    let links = reader.mentions_of(&notes)?;
    let papers = attachments::of(reader, &notes)?;
    let marked = reader.marked_episodes(&notes)?;
    let names =
        if items.iter().any(|i| i.kind == EntryKind::Session) { Some(Links::read(reader)?) } else { None };
    for item in &mut items {
        if let Some(names) = names.as_ref().filter(|_| item.kind == EntryKind::Session) {
            item.mentions = names.of(&item.text);
        }
        item.episode = marked.contains(&item.id);
    }
    for fact in links {
        if let Some(item) = items.iter_mut().find(|item| item.id == fact.contact) {
            item.mentions.push(mentions::view(reader, fact.link)?);
        }
    }
    for (contact, paper) in papers {
        if let Some(item) = items.iter_mut().find(|item| item.id == contact) {
            item.attachments.push(paper);
        }
    }
    Ok(items)
}

fn item(fact: TimelineFact, language: Language) -> TimelineItem {
    let said =
        |list: &List| fact.method.as_deref().map(|code| label(list, code, language)).unwrap_or_default();
    let (kind, what) = match fact.kind {
        TimelineKind::Contact => (EntryKind::Contact, String::new()),
        TimelineKind::Stage => (EntryKind::Stage, String::new()),
        TimelineKind::Session => (EntryKind::Session, said(&Attendance::LIST)),
        TimelineKind::Visit => (EntryKind::Visit, said(&Outcome::LIST)),
        TimelineKind::Admission => (EntryKind::Admission, String::new()),
        TimelineKind::Discharge => (EntryKind::Discharge, said(&Destination::LIST)),
        TimelineKind::Hold => (EntryKind::Hold, said(&HoldReason::LIST)),
    };
    let own = [what, fact.text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　");
    let text = [own, fact.shared].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    TimelineItem {
        id: fact.id,
        kind,
        on: fact.on,
        method: fact.method.filter(|_| kind == EntryKind::Contact),
        counterparts: fact.counterparts,
        minutes: fact.minutes,
        text,
        next_step: fact.next_step,
        place: fact.place.filter(|place| !place.is_empty()),
        revised: fact.revised,
        stage: fact.stage.as_deref().and_then(Stage::from_code),
        written_at: fact.written_at,
        mentions: Vec::new(),
        attachments: Vec::new(),
        episode: false,
    }
}

/// The label of a code in a language.
pub(crate) fn label(list: &List, code: &str, language: Language) -> String {
    let entry = list.entries.iter().find(|e| e.code == code);
    entry.map_or(code, |e| if language == Language::Ja { e.ja } else { e.en }).to_owned()
}
