//! A coordinator's own list: a file that was chosen, what its columns mean, what would come in, and then one act.
//!
//! The chosen file waits in the house until another one is chosen or the house is locked. Nothing of it is written
//! before the person says so.

mod check;
mod facts;
mod import;
mod mapping;
mod people;
mod places;
mod records;
mod view;

pub use import::{TableImported, faulty_rows, import, look};
pub use mapping::Mapping;
pub use view::{
    TableCell, TableColumn, TableFault, TableField, TableLikeness, TablePlace, TablePreview, TableRow,
    TableView,
};

use crate::{Failure, House};
use ::exchange::table::{self, Book, Format, ListKind};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, MutexGuard};
use ts_rs::TS;
use words::Language;

pub use ::exchange::table::FILE_LIMIT;

/// What one line of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "\"cases\" | \"contacts\" | \"activities\" | \"organisations\" | \"survey630\"")]
pub struct TableKind(ListKind);

impl TableKind {
    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        ListKind::named(name).map(Self)
    }
}

/// One sheet of a chosen file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableSheet {
    /// Name; empty for a text file.
    pub name: String,
    /// Lines that say something.
    #[ts(type = "number")]
    pub lines: usize,
    /// True when the workbook does not show it.
    pub hidden: bool,
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChosenTable {
    /// Its name.
    pub file: String,
    /// How it was written, in words.
    pub written: String,
    /// Its sheets.
    pub sheets: Vec<TableSheet>,
    /// The sheet with which to begin, from 0.
    #[ts(type = "number")]
    pub sheet: usize,
    /// What its lines seem to be; `None` where no head is known.
    pub kind: Option<TableKind>,
}

/// A chosen file, read.
pub(super) struct Chosen {
    file: String,
    book: Book,
}

/// The file that waits, and the rows of it that did not come in.
#[derive(Default)]
pub struct Waiting(Mutex<Slot>);

#[derive(Default)]
struct Slot {
    chosen: Option<Arc<Chosen>>,
    rest: Option<Vec<u8>>,
}

impl Waiting {
    fn slot(&self) -> MutexGuard<'_, Slot> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Error: `table.none`.
    fn chosen(&self) -> Result<Arc<Chosen>, Failure> {
        self.slot().chosen.clone().ok_or_else(|| Failure::new("table.none"))
    }
}

/// Takes a chosen file in. `file` is its name without a path.
///
/// Errors: `table.empty` `table.too-large` `table.encoding` `table.unclosed-quote` `table.protected`
/// `table.old-workbook` `table.other-file` `table.damaged`; the file that waited before stays.
pub fn open(house: &House, file: &str, bytes: &[u8]) -> Result<ChosenTable, Failure> {
    let book = table::open(bytes).map_err(|error| match error {
        table::TableError::UnclosedQuote(line) => Failure::new(error.id()).with("line", line),
        _ => Failure::new(error.id()),
    })?;
    let sheet = book.first_sheet();
    let known = book.sheets.get(sheet).and_then(|sheet| {
        let best = ListKind::ALL.iter().copied().map(|kind| {
            let layout = table::Layout::find(kind, sheet);
            let missing = layout.missing(kind).len();
            (layout.columns.iter().flatten().count().saturating_sub(missing * 2), kind)
        });
        // Of equals the first kind in its order.
        best.rev().max_by_key(|(score, _)| *score)
    });
    let answer = ChosenTable {
        file: file.to_owned(),
        written: written(house.language(), &book.format),
        sheets: book
            .sheets
            .iter()
            .map(|s| TableSheet { name: s.name.clone(), lines: s.lines.len(), hidden: s.hidden })
            .collect(),
        sheet,
        kind: known.filter(|(score, _)| *score > 0).map(|(_, kind)| TableKind(kind)),
    };
    *house.tables().slot() =
        Slot { chosen: Some(Arc::new(Chosen { file: file.to_owned(), book })), rest: None };
    Ok(answer)
}

fn written(language: Language, format: &Format) -> String {
    let say = |key: &str| words::say(language, &format!("pack.table.written.{key}"));
    match format {
        Format::Workbook(_) => say("workbook"),
        Format::Text(encoding, separator) => {
            let separator = match separator {
                '\t' => say("tab"),
                ';' => say("semicolon"),
                _ => say("comma"),
            };
            words::fill(&say("text"), &[("encoding", encoding.name()), ("separator", &separator)])
        }
    }
}

/// The rows that the last import left out because of a fault, as a file to correct, and its name.
///
/// Error: `table.no-rest`.
pub fn rest(house: &House) -> Result<(String, Vec<u8>), Failure> {
    let slot = house.tables().slot();
    match (&slot.chosen, &slot.rest) {
        (Some(chosen), Some(rest)) => {
            let name = chosen.file.rsplit_once('.').map_or(chosen.file.as_str(), |(name, _)| name);
            let ending = words::say(Language::Ja, "pack.table.rest_file");
            Ok((words::fill(&ending, &[("name", name)]), rest.clone()))
        }
        _ => Err(Failure::new("table.no-rest")),
    }
}
