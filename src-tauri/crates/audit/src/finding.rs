//! What the attacker found. A finding never repeats a secret beyond what it worked out from print.

use serde::Serialize;

/// The kinds of leak the attacker looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A hidden cell has one possible value.
    ExactValue,
    /// A hidden cell that may be small is known too closely.
    Narrow,
    /// A line with exactly one hidden cell and a shown total.
    SingleHidden,
    /// All persons of a small, visible group stand in one category.
    GroupDisclosure,
    /// A count of 1 to k − 1 persons is printed.
    SmallShown,
    /// A share or mean over too few persons is printed.
    ShareSmallBase,
    /// What is printed contradicts itself or the format.
    CellMismatch,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Number of the table.
    pub table: String,
    /// Row, where the finding has one.
    pub row: Option<usize>,
    /// Column, where the finding has one.
    pub column: Option<usize>,
    /// What kind of leak.
    pub kind: FindingKind,
    /// Short explanation for a developer.
    pub detail: String,
}
