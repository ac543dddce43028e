//! The attack on the finished bytes: a reader that shares nothing with the writer, and a search for what
//! must not be in them.

mod beside;
mod births;
mod cmap;
mod content;
mod figures;
mod grams;
mod haystack;
mod matrix;
mod objects;
mod raw;
mod read;
mod reading;
mod search;
mod sheet;
mod shown;
mod tables;

pub use figures::ReadFigure;
pub use read::read;
pub use search::search;
pub use tables::{MARK, ReadTable, caption};

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a determined reader gets out of the file.
#[derive(Clone, Debug, Default)]
pub struct ReadBack {
    /// Text of each page in the order in which it is drawn.
    pub pages: Vec<String>,
    /// The same pages in other orders of reading: line by line, backwards, from top to bottom.
    pub views: Vec<Vec<String>>,
    /// Title, dates and whatever else is said about the file.
    pub metadata: BTreeMap<String, String>,
    /// Titles of the outline.
    pub outline: Vec<String>,
    /// Alternative and replacement texts.
    pub alternatives: Vec<String>,
    /// Every other string and name of the file, and words outside its objects.
    pub strings: Vec<String>,
    /// What a report never has: kind, page, key of its words.
    pub odd: BTreeSet<(Kind, Option<usize>, &'static str)>,
    /// Characters an embedded font holds although no page shows them.
    pub unprinted: BTreeSet<char>,
    /// Glyphs an embedded font holds although no page shows them.
    pub spare_glyphs: usize,
    /// Tables, rebuilt from the places of the characters.
    pub tables: Vec<ReadTable>,
    /// Figures with their words.
    pub figures: Vec<ReadFigure>,
    /// Name of the file, where it has one.
    pub file_name: Option<String>,
}

/// What must not be found.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Full names, kana, aliases, romaji, chart numbers, phones: always a hit.
    pub whole: Vec<String>,
    /// Codes of cases: always a hit.
    pub codes: Vec<String>,
    /// Addresses: always a hit.
    pub addresses: Vec<String>,
    /// Surnames and given names: a hit beside an honorific or a role.
    pub lone: Vec<String>,
    /// Birth dates, looked for in every notation.
    pub births: Vec<NaiveDate>,
    /// Hospital names, given at the public level.
    pub places: Vec<String>,
    /// Notes on persons: twelve characters of one in a row are a hit.
    pub notes: Vec<String>,
    /// Names that a note and a report may share: the maker's, those of organisations.
    pub own_names: Vec<String>,
    /// The report's own words, inside which a name is no name.
    pub fixed_words: Vec<String>,
}

/// The kinds with the list of all of them, so that no list can forget one.
macro_rules! kinds {
    ($($(#[$what:meta])* $kind:ident,)*) => {
        /// What kind of leak was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$what])* $kind,)*
        }
        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];
        }
    };
}
kinds! {
    /// A full name, alias or other words of a person.
    Name,
    /// A surname or given name beside an honorific or role.
    LoneName,
    /// A number of ours.
    Number,
    /// A code of a case.
    Code,
    /// An address.
    Address,
    /// A birth date.
    Birth,
    /// A hospital.
    Place,
    /// Words of a note.
    Note,
    /// Something a report never has.
    Foreign,
    /// An author, a program or other information about the file.
    Author,
    /// Metadata as XMP.
    Xmp,
    /// An embedded file.
    Attachment,
    /// An annotation or a link.
    Annotation,
    /// An action or a script.
    Script,
    /// A form.
    Form,
    /// A layer that can be hidden.
    Layer,
    /// A picture or a drawing inside a drawing.
    Image,
    /// Text that nobody sees.
    Invisible,
    /// A later addition, or an object to which nothing leads.
    Increment,
    /// Bytes outside the objects: comments, or what follows the end.
    Trailing,
    /// Text that cannot be read back, so that nothing can be said about it.
    Unreadable,
    /// A character in a font that no page shows, or one that looks like another.
    Glyph,
    /// A mark for what is hidden that differs from the others.
    Mask,
    /// Letters of hospitals out of order.
    Order,
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
