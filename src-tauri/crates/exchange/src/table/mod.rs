//! A coordinator's own list: a CSV file or a workbook, read into lines, its head found, its columns recognised,
//! every cell checked. Nothing is guessed silently: what cannot be read is a fault with its row and column, and
//! every line that says nothing (titles, sums, a repeated head) is left out by rule.
//!
//! The way through: [`open`] makes a [`Book`] of bytes, [`Layout::find`] says where the head stands and what its
//! columns are, [`read`] checks the rows below it.

mod book;
mod bounded;
mod cell;
mod clock;
mod columns;
pub(crate) mod decode;
mod delimited;
mod field;
mod furigana;
mod layout;
mod names;
mod numbers;
mod parts;
mod rest;
mod rows;
mod serial;

pub use decode::Encoding;
pub use field::{Field, Holds, ListKind, by_id, fields};
pub use layout::Layout;
pub use parts::{Package, package};
pub use rest::rest;
pub use rows::{CellFault, Options, Read, Row, read};

/// Largest file in bytes. Whoever hands a file in may stop reading one byte later.
pub const FILE_LIMIT: u64 = 64 << 20;
/// Most bytes that a workbook may unpack to.
pub const UNPACKED_LIMIT: u64 = 256 << 20;
/// Most lines of one sheet.
pub const LINE_LIMIT: usize = 200_000;
/// Most columns.
pub const COLUMN_LIMIT: usize = 256;
/// Most cells of a file.
pub const CELL_LIMIT: usize = 4_000_000;
/// Most bytes of text that all cells of a file may hold together.
pub const TEXT_LIMIT: usize = 128 << 20;

/// Where a cell's text comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Typed as text.
    #[default]
    Text,
    /// A number of a workbook without a date's format.
    Number,
    /// A date or a time of a workbook.
    Moment,
    /// An error of a formula.
    Broken,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it, without spaces around it; dates and times of a workbook in ISO form.
    pub text: String,
    /// Where the text comes from.
    pub origin: Origin,
    /// ふりがな that a workbook keeps inside of it.
    pub reading: Option<String>,
}

/// What one cell that stands alone says about a field; none where it says nothing. Error: key of the sentence inside
/// `pack.table.why`.
pub fn read_cell(
    text: &str,
    field: &'static Field,
    today: chrono::NaiveDate,
) -> Result<Option<String>, &'static str> {
    let options = Options { today, fiscal_year: None, from_1904: false, surname: &|_| false };
    let found = cell::read(&Cell::text(text), field, &options).map_err(|(_, why)| why)?;
    Ok(found.into_iter().next().map(|(_, value)| value))
}

impl Cell {
    /// A cell of text.
    pub fn text(text: &str) -> Self {
        Self { text: text.trim().to_owned(), ..Self::default() }
    }
}

/// One line that says something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number as the person sees it: the row of a sheet, the physical line of a file.
    pub at: usize,
    /// Cells from the first column.
    pub cells: Vec<Cell>,
}

impl Line {
    /// The text of a column; empty where the line is shorter.
    pub fn at(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }
}

/// One sheet of a workbook, or the only one of a text file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name; empty for a text file.
    pub name: String,
    /// True when the workbook does not show it.
    pub hidden: bool,
    /// Lines that say something, in order.
    pub lines: Vec<Line>,
}

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with its encoding and what separates its cells.
    Text(Encoding, char),
    /// A workbook; true when its days are counted from 1904.
    Workbook(bool),
}

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// How it was written.
    pub format: Format,
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
}

impl Book {
    /// The sheet with which a person would begin: the first that is shown and says something.
    pub fn first_sheet(&self) -> usize {
        let says =
            |shown: bool| self.sheets.iter().position(|s| (!s.hidden || !shown) && !s.lines.is_empty());
        says(true).or_else(|| says(false)).unwrap_or(0)
    }
}

/// A file that cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableError {
    /// Nothing but spaces.
    Empty,
    /// Larger than can be meant, or unpacking to more.
    TooLarge,
    /// Text in no encoding that is known here.
    Encoding,
    /// A quote opened on this line is never closed.
    UnclosedQuote(usize),
    /// A workbook that asks for a password.
    Protected,
    /// A workbook of the old kind (.xls).
    OldWorkbook,
    /// Something else: a picture, a document, another program's file.
    OtherFile,
    /// A workbook whose inside cannot be read.
    Damaged,
}

impl TableError {
    /// Identity of the error.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "table.empty",
            Self::TooLarge => "table.too-large",
            Self::Encoding => "table.encoding",
            Self::UnclosedQuote(_) => "table.unclosed-quote",
            Self::Protected => "table.protected",
            Self::OldWorkbook => "table.old-workbook",
            Self::OtherFile => "table.other-file",
            Self::Damaged => "table.damaged",
        }
    }
}

/// Reads a file. What it is follows from its bytes, never from its name.
pub fn open(bytes: &[u8]) -> Result<Book, TableError> {
    if bytes.len() as u64 > FILE_LIMIT {
        return Err(TableError::TooLarge);
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => book::open(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] if book::is_encrypted(bytes) => Err(TableError::Protected),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(TableError::OldWorkbook),
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            Err(TableError::OtherFile)
        }
        _ => {
            let (text, encoding) = decode::decode(bytes)?;
            delimited::read(&text, encoding)
        }
    }
}

/// Counts what a file may hold, while it is read.
#[derive(Debug, Default)]
struct Measure {
    cells: usize,
    bytes: usize,
}

impl Measure {
    /// Takes a line into account. Error: [`TableError::TooLarge`].
    fn take(&mut self, lines: usize, cells: usize, bytes: usize) -> Result<(), TableError> {
        self.cells += cells;
        self.bytes += bytes;
        let within = lines <= LINE_LIMIT && self.cells <= CELL_LIMIT && self.bytes <= TEXT_LIMIT;
        if within { Ok(()) } else { Err(TableError::TooLarge) }
    }
}
