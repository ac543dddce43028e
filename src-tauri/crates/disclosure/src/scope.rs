//! What the cells of a table count, so that two cells that count the same set are one unknown, in one report and
//! across all that have left.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A set of persons or events: dimension → the finest codes it covers. A dimension without an entry is not
/// restricted, so a total has no entry for the dimension it sums over.
///
/// Codes are chosen by who makes the table and only ever compared; the codes of one dimension are disjoint, and
/// months stand as `YYYY-MM` under `month`.
pub type Set = BTreeMap<String, BTreeSet<String>>;

/// What the cells of one table count. A cell counts its row's set within its column's set and the period.
///
/// Two cells of one measure and one period whose sets are equal count the same; this is the cell key of a release
/// ledger (Hundepool et al., Statistical Disclosure Control, on linked tables).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The persons or events counted: `persons`, `new`, `discharges`, `closed`, `active`, `contacts`, `minutes`,
    /// `participants` …; one measure has one definition. A row or column may say another under the key `measure`.
    pub measure: String,
    /// First day of the period (ISO); equal to the last for a count at a day. A row or column may narrow it under
    /// the key `month`.
    pub from: String,
    /// Last day of the period (ISO).
    pub to: String,
    /// One set per row, totals included.
    pub rows: Vec<Set>,
    /// One set per column, totals included.
    pub columns: Vec<Set>,
}

impl Scope {
    /// What one cell counts: the measure of its column, of its row, or of the table.
    pub fn measure_of(&self, row: usize, column: usize) -> Option<String> {
        let (row, column) = (self.rows.get(row)?, self.columns.get(column)?);
        let said = |set: &Set| set.get("measure").and_then(|codes| codes.iter().next().cloned());
        Some(said(column).or_else(|| said(row)).unwrap_or_else(|| self.measure.clone()))
    }
    /// One set per row and per column of a table of this size.
    pub(crate) fn fits(&self, rows: usize, columns: usize) -> bool {
        self.rows.len() == rows && self.columns.len() == columns
    }
}
