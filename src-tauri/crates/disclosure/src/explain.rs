//! Why each hidden cell is hidden, in one sentence's worth of facts. For those who make the report: a reader must not
//! learn which cells are small and which only keep others secret.

use crate::release::{Explanation, Objection, Reason, Why};
use crate::table::Table;
use std::collections::BTreeSet;

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
