//! What has left before, as far as the same reader holds it. Published cells cannot be recalled: a new report has to
//! hide its own side (Hundepool et al., Statistical Disclosure Control, on differencing and release over time).

use crate::released::Shown;
use crate::scope::Scope;
use crate::table::{ColumnType, Kind};
use serde::Deserialize;

/// One earlier report, read from its published figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Earlier {
    /// How the report is named to those who make the next one; not part of the figures.
    #[serde(skip)]
    pub name: String,
    /// Its tables.
    pub tables: Vec<EarlierTable>,
}

/// A table as it was printed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct EarlierTable {
    /// Number.
    pub id: String,
    /// Class.
    pub kind: Kind,
    /// Inner cells sum to the marked totals.
    pub additive: bool,
    /// One type per column.
    pub column_types: Vec<ColumnType>,
    /// Row captions.
    pub rows: Vec<String>,
    /// Column captions.
    pub columns: Vec<String>,
    /// The last row is a total.
    pub total_row: bool,
    /// The last column is a total.
    pub total_column: bool,
    /// Cells as printed.
    pub cells: Vec<Vec<Shown>>,
    /// What they count.
    #[serde(default)]
    pub scope: Option<Scope>,
}
