//! What is wrong with a pack: file, line, column, code, and a key of the sentence that says it.

use super::FAULT_LIMIT;

/// Kind of a fault. The codes are part of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// The folder has no known file, or a CSV file that the format does not know.
    MissingFile,
    /// A column of the format is not there.
    MissingColumn,
    /// A column that the format does not know.
    UnknownColumn,
    /// A code that its list does not know.
    UnknownCode,
    /// A key that stands nowhere.
    UnknownReference,
    /// No date (or time) of ours.
    BadDate,
    /// No number of ours.
    BadNumber,
    /// A key that was there before, in the pack or in the vault.
    DuplicateKey,
    /// A cell that is never empty.
    EmptyValue,
    /// The file is not UTF-8.
    Encoding,
    /// The file is no CSV by RFC 4180.
    CsvSyntax,
    /// Something is too long.
    TooLong,
}

impl Code {
    /// The code as other programs read it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MissingFile => "missing_file",
            Self::MissingColumn => "missing_column",
            Self::UnknownColumn => "unknown_column",
            Self::UnknownCode => "unknown_code",
            Self::UnknownReference => "unknown_reference",
            Self::BadDate => "bad_date",
            Self::BadNumber => "bad_number",
            Self::DuplicateKey => "duplicate_key",
            Self::EmptyValue => "empty_value",
            Self::Encoding => "encoding",
            Self::CsvSyntax => "csv_syntax",
            Self::TooLong => "too_long",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the file; empty for the folder as a whole.
    pub file: String,
    /// Physical line where the record starts; the header is line 1, 0 means the file as a whole.
    pub line: usize,
    /// Name of the column, where one is meant.
    pub column: String,
    /// Kind.
    pub code: Code,
    /// Key of the sentence inside `pack.fault`.
    pub why: &'static str,
    /// What stood there, shortened; empty where nothing did.
    pub value: String,
}

/// All faults of a pack: the first thousand and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first of them, by file and line.
    pub list: Vec<Fault>,
    /// How many there are in all.
    pub total: usize,
}

/// Longest piece of a cell that a fault repeats.
const SHOWN: usize = 40;

impl Faults {
    pub(super) fn add(
        &mut self,
        file: &str,
        line: usize,
        column: &str,
        code: Code,
        why: &'static str,
        value: &str,
    ) {
        self.total += 1;
        if self.list.len() < FAULT_LIMIT {
            let mut shown: String =
                value.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
            if value.chars().nth(SHOWN).is_some() {
                shown.push('…');
            }
            self.list.push(Fault {
                file: file.to_owned(),
                line,
                column: column.to_owned(),
                code,
                why,
                value: shown,
            });
        }
    }
}
