//! Packs in the open format: a folder of CSV files, read strictly or not at all, and written in one order.
//!
//! Reading gives every row or the list of all faults; nothing is dropped silently and nothing is half read.

mod cells;
mod decode;
mod fault;
mod read;
mod records;
mod schema;
mod write;

#[cfg(test)]
mod fuzz;

use domain::open_format::File;

pub use fault::{Code, Fault, Faults};
pub use read::read;
pub use write::write;

/// Cells of one row, aligned with the columns of its file; `None` is unknown.
pub type Cells = Vec<Option<String>>;

/// Rows of several files.
pub type Tables = Vec<(&'static File, Vec<Cells>)>;

/// Longest file in bytes. Whoever hands files in may stop reading one byte later.
pub const FILE_LIMIT: usize = 64 * 1024 * 1024;
/// Longest record in bytes.
pub const RECORD_LIMIT: usize = 8 * 1024 * 1024;
/// Longest text in characters.
pub const TEXT_LIMIT: usize = 100_000;
/// Most rows of one file.
pub const ROW_LIMIT: usize = 200_000;
/// Faults that are listed; beyond them only their number is kept.
pub const FAULT_LIMIT: usize = 1_000;
