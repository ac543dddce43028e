//! ごみ箱: what was thrown away lies here for thirty days and comes back as it was. After that it is cleared for good, at the
//! next opening of the vault, and the count is told.

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::{DateTime, Days};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use store::trash::{Thrown, kind};
use store::{Reader, StoreError, Writer};

/// Days for which something lies in the bin.
const DAYS: u64 = 30;

/// Throws a record away: a note, a photo of a note, a next step, a 気づき, an activity, a visit, a session, another plan. Gives its
/// identity in the bin.
///
/// Errors: `trash.kind`, `trash.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ThrowAway {
    #[ts(
        type = "\"contact\" | \"attachment\" | \"task\" | \"issue\" | \"activity\" | \"support\" | \"publication\" | \"visit\" | \"session\" | \"appointment\""
    )]
    kind: String,
    record_id: Id,
}

impl Command for ThrowAway {
    type Answer = Id;
    const CHANGES: &'static [Topic] = Topic::ALL;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<Id, Failure> {
        let kind = kind(&self.kind).ok_or_else(|| Failure::new("trash.kind").at("kind"))?;
        let reason = words::say(crate::settings::language(writer), "people.trash.reason");
        writer.because(&reason)?;
        writer.throw_away(kind, &self.record_id).map_err(|error| missing(error, "trash.unknown", "record_id"))
    }
}

fn missing(error: StoreError, refusal: &str, field: &str) -> Failure {
    match error {
        StoreError::Missing(_) => Failure::new(refusal).at(field),
        other => other.into(),
    }
}

/// Asks what lies in the bin.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Trash {}

/// Something in the bin.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct TrashItem {
    /// Identity in the bin.
    pub id: Id,
    /// What it is: the name of its kind, as [`ThrowAway`] takes it.
    pub kind: String,
    /// Its day.
    pub on: Option<String>,
    /// Its first words.
    pub text: String,
    /// Name of the person.
    pub case_name: Option<String>,
    /// Moment at which it was thrown away.
    pub deleted_at: String,
    /// Days until it may be cleared; 0 when its time is over.
    pub days_left: i64,
}

/// The bin.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "Trash")]
pub struct Bin {
    /// What lies in it, the last thrown away first.
    pub items: Vec<TrashItem>,
    /// How many have lain their time.
    pub over: u32,
    /// Something else waits to be cleared: bytes of photos that no note names any more.
    pub loose: bool,
}

impl Query for Trash {
    type Answer = Bin;
    const TOPICS: &'static [Topic] = Topic::ALL;

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<Bin, Failure> {
        let items: Vec<TrashItem> = reader
            .trash()?
            .into_iter()
            .map(|thrown| item(reader, around, thrown))
            .collect::<Result<_, _>>()?;
        let over = items.iter().filter(|item| item.days_left == 0).count();
        Ok(Bin {
            items,
            over: u32::try_from(over).unwrap_or(u32::MAX),
            loose: reader.has_loose_attachments()?,
        })
    }
}

fn item(reader: &Reader, around: &Circumstances, thrown: Thrown) -> Result<TrashItem, Failure> {
    let case_name = match &thrown.case_id {
        Some(id) if reader.is_case(id)? => Some(reader.case_on(id, around.today())?.name()),
        _ => None,
    };
    let gone = DateTime::parse_from_rfc3339(&thrown.deleted_at).map_or(0, |at| (around.at - at).num_days());
    let days_left = (i64::try_from(DAYS).unwrap_or(i64::MAX) - gone).max(0);
    let Thrown { id, kind, on, text, deleted_at, .. } = thrown;
    Ok(TrashItem { id, kind, on, text, case_name, deleted_at, days_left })
}

/// Brings something back as it was and gives what it is. Errors: `trash.gone`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    trash_id: Id,
}

impl Command for TakeBack {
    type Answer = String;
    const CHANGES: &'static [Topic] = Topic::ALL;

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<String, Failure> {
        writer.bring_back_from_trash(&self.trash_id).map_err(|error| missing(error, "trash.gone", "trash_id"))
    }
}

/// What was cleared for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Cleared {
    /// Records whose time was over.
    pub records: u32,
    /// Photos and papers that nothing named any more.
    pub files: u32,
}

/// Clears what has lain its thirty days, and what nothing names any more. Done at an opening; it cannot be taken back.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct ClearTrash {}

impl Command for ClearTrash {
    type Answer = Cleared;
    const CHANGES: &'static [Topic] = &[Topic::Undo];
    const UNDOABLE: bool = false;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<Cleared, Failure> {
        let before = around.at.checked_sub_days(Days::new(DAYS)).unwrap_or(around.at);
        let records = writer.clear_trash(&before.to_rfc3339())?;
        Ok(Cleared { records, files: writer.clear_loose_attachments()? })
    }
}
