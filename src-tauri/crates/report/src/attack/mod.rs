//! The attack on the finished bytes: a reader that shares nothing with the writer, and a search for what
//! must not be in them.

mod births;
mod cmap;
mod content;
mod haystack;
mod read;
mod search;

pub use read::read;
pub use search::search;

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a determined reader gets out of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// Text of each page.
    pub pages: Vec<String>,
    /// Title, dates and whatever else is said about the file.
    pub metadata: BTreeMap<String, String>,
    /// Titles of the outline.
    pub outline: Vec<String>,
    /// Alternative and replacement texts, and every other string of the file.
    pub alternatives: Vec<String>,
    /// Annotations, form fields, attachments, scripts, invisible text: there must be none.
    pub extras: Vec<String>,
    /// Characters an embedded font holds although no page prints them.
    pub unprinted: BTreeSet<char>,
}

/// What must not be found.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Full names, kana, aliases, romaji, chart numbers, phones, addresses, codes: always a hit.
    pub whole: Vec<String>,
    /// Surnames and given names: a hit beside an honorific or a role.
    pub lone: Vec<String>,
    /// Birth dates, looked for in every notation.
    pub births: Vec<NaiveDate>,
    /// Hospital names, given at the public level.
    pub places: Vec<String>,
    /// The report's own words, inside which a name is no name.
    pub fixed_words: Vec<String>,
}

/// What kind of leak was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A full name, alias, address or other words of a person.
    Name,
    /// A surname or given name beside an honorific or role.
    LoneName,
    /// A number of ours.
    Number,
    /// A birth date.
    Birth,
    /// A hospital.
    Place,
    /// Something a report never has: an attachment, an annotation, an author, a glyph that is not printed.
    Foreign,
}

/// One leak. It never repeats the secret.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Finding {
    /// What kind.
    pub kind: Kind,
    /// Page, counted from 1; none outside the pages.
    pub page: Option<usize>,
    /// Where and in which form.
    pub detail: String,
}

/// The file cannot be read back.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("cannot read the file back: {0}")]
pub struct AttackError(pub String);
