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
    /// A cross table of fewer than three times the threshold of persons is printed.
    SmallBase,
    /// A count of 1 to k − 1 persons is printed.
    SmallShown,
    /// Two printed cells, one a part of the other, differ by 1 to k − 1 persons, or a piece that nothing prints is
    /// known to be that small.
    Difference,
    /// The same set was printed before with a number that differs by 1 to k − 1 persons.
    Revision,
    /// A share or mean over too few persons is printed.
    ShareSmallBase,
    /// What is printed contradicts itself or the format, or the attack came to no end.
    CellMismatch,
}

/// One cell of one report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct CellName {
    /// Which earlier report, by its place among those given; `None` in the report under attack.
    pub earlier: Option<usize>,
    /// Number of the table.
    pub table: String,
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
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
    /// Which earlier report holds the table, by its place among those given; `None` in the report under attack.
    pub earlier: Option<usize>,
    /// The other cells from which it was worked out, those of earlier reports first.
    pub with: Vec<CellName>,
}
