//! Why each hidden cell is hidden, in one sentence's worth of facts. For those who make the report: a reader must not
//! learn which cells are small and which only keep others secret.

use crate::release::{Clash, Objection, Why};
use crate::table::Table;
use serde::Serialize;
use std::collections::BTreeSet;

/// Why one cell is hidden. For those who make the report only: a reader must not learn which cells are small.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// It is small itself.
    Small {
        /// The count.
        count: u64,
        /// The threshold.
        k: u64,
    },
    /// With it, a small cell could be worked out.
    Reveals {
        /// Row of the cell that it would reveal.
        row: usize,
        /// Column of that cell.
        column: usize,
    },
    /// A total of hidden cells that could be worked out from it.
    Margin {
        /// Row of a cell that it would reveal.
        row: usize,
        /// Column of that cell.
        column: usize,
    },
    /// Another table of the report hides the same count, or with it a small number would come out.
    Elsewhere {
        /// Number of the other table; empty where it is not one table alone.
        with: String,
    },
    /// Somebody who knows some of those counted would find a small count of the others.
    Insider,
    /// An earlier report hides the same count, or its difference from the number there is small.
    Earlier(Box<Clash>),
}

/// One hidden cell and why it is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
    /// Why.
    pub why: Reason,
}

/// What is known about the hidden cells of a table.
pub(crate) struct Hidden<'a> {
    pub cells: &'a BTreeSet<(usize, usize)>,
    /// Small for their own sake, with their threshold.
    pub small: &'a [((usize, usize), u64)],
    /// Hidden in another table or report, and where.
    pub elsewhere: &'a [((usize, usize), Why)],
    /// Wishes of an attacker at this rung.
    pub objections: Vec<&'a Objection>,
}

pub(crate) fn explain(table: &Table, hidden: &Hidden<'_>) -> Vec<Explanation> {
    hidden
        .cells
        .iter()
        .map(|&cell| Explanation { row: cell.0, column: cell.1, why: reason(table, hidden, cell) })
        .collect()
}

fn reason(table: &Table, hidden: &Hidden<'_>, cell: (usize, usize)) -> Reason {
    let (row, column) = cell;
    if let Some(&(_, k)) = hidden.small.iter().find(|(small, _)| *small == cell) {
        return Reason::Small { count: table.value(cell).unwrap_or(0), k };
    }
    let asked = || hidden.objections.iter().find(|o| o.cell == Some(cell)).map(|o| &o.why);
    let there = hidden.elsewhere.iter().find(|(other, _)| *other == cell).map(|(_, why)| why);
    match there.or_else(asked) {
        Some(Why::Earlier(clash)) => return Reason::Earlier(clash.clone()),
        Some(Why::Linked { with }) => return Reason::Elsewhere { with: with.clone() },
        Some(Why::Insider) => return Reason::Insider,
        Some(_) => return Reason::Elsewhere { with: String::new() },
        None => {}
    }
    // The nearest small cell: in the same line, else any, else another hidden one.
    let near = |other: &(usize, usize)| *other != cell && (other.0 == row || other.1 == column);
    let small = || hidden.small.iter().map(|(small, _)| *small);
    let others = || hidden.cells.iter().copied().filter(|other| *other != cell);
    let shields = small()
        .find(near)
        .or_else(|| small().next())
        .or_else(|| others().find(near))
        .or_else(|| others().next());
    let Some((r, c)) = shields else { return Reason::Elsewhere { with: String::new() } };
    if row >= table.inner_rows() || column >= table.inner_columns() {
        Reason::Margin { row: r, column: c }
    } else {
        Reason::Reveals { row: r, column: c }
    }
}
