//! Customs, seen from the house: packs in the open format and lists pasted from a spreadsheet.
//!
//! Bytes come in and go out here; folders and paths belong to the roof.

pub mod calendar;
mod packs;
mod paste;
pub mod tables;

pub use ::exchange::pack::FILE_LIMIT;
pub use packs::{Fault, Imported, export, figures, import};
pub use paste::{Duplicate, PasteCaseload, PasteCell, PasteColumn, PastePreview, Pasted, Preview};
pub use tables::{TableImported, TablePreview};
