//! Memory. The only room with SQL.
//!
//! A [`Store`] is one open, encrypted vault. Questions get a [`Reader`], acts get a [`Writer`] inside one
//! transaction; undo, revisions and the search index follow by themselves, because triggers made before the first
//! act see every change of every record.

mod error;
mod hours;
mod migrations;
mod reader;
mod schema;
mod store;
mod triggers;
mod undo;
mod writer;

pub mod activities;
pub mod alerts;
pub mod attachments;
pub mod backup;
pub mod cases;
pub mod checklist;
pub mod consents;
pub mod contacts;
pub mod days_off;
pub mod episodes;
pub mod erase;
pub mod examples;
pub mod faces;
pub mod figures;
pub mod homes;
pub mod house;
pub mod imports;
pub mod mentions;
pub mod merge;
pub mod organisations;
pub mod pack;
pub mod peers;
pub mod plans;
pub mod programmes;
pub mod proofs;
pub mod records;
pub mod redaction;
pub mod releases;
pub mod report_plans;
pub mod reports;
pub mod search;
pub mod searches;
pub mod series;
pub mod settlement;
pub mod snippets;
pub mod tasks;
pub mod trash;
pub mod vault;
pub mod written;

pub use error::StoreError;
pub use reader::{Reader, Row};
pub use schema::{Field, schema_text};
pub use store::{Damage, Examined, Keeper, Store};
pub use undo::{REDO, UNDO, UndoState};
pub use writer::Writer;
