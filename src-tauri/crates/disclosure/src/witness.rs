//! Proof by addition that a hidden count stays unknown. No trust in the search that found it is needed.

use crate::released::{Released, ReleasedTable, Shown};
use crate::table::Table;

/// Proof that one small count stays unknown: two whole tables, each of which fits everything printed.
///
/// Every hidden cell of either is at least 1, every shown cell is as printed, all sums hold, and in `high` the
/// protected cell is at least `k` and at least `width` more than in `low`. Not for print: it is checked and dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Number of the table.
    pub table: String,
    /// Row of the protected cell.
    pub row: usize,
    /// Column of the protected cell.
    pub column: usize,
    /// Threshold: in `high` the cell reaches it.
    pub k: u64,
    /// Least distance of the two values of the cell; `k` for counts of persons.
    pub width: u64,
    /// A possible truth where the cell is small. Cells that do not apply stand as 0.
    pub low: Vec<Vec<u64>>,
    /// A possible truth where the cell is large.
    pub high: Vec<Vec<u64>>,
    /// The same two truths in the other tables, where the proof holds for several at once.
    pub beside: Vec<Beside>,
}

/// Two possible truths of another table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Number of the table.
    pub table: String,
    /// Where the protected cell is small.
    pub low: Vec<Vec<u64>>,
    /// Where it is large.
    pub high: Vec<Vec<u64>>,
}

impl Witness {
    /// The same for every printed table that the proof speaks of.
    pub fn proves_in(&self, printed: &Released) -> bool {
        let own = printed.table(&self.table).is_some_and(|table| self.proves(table));
        own && self.beside.iter().all(|other| {
            let fitting = |table: &ReleasedTable| fits(&other.low, table) && fits(&other.high, table);
            printed.table(&other.table).is_none_or(fitting)
        })
    }

    /// True when both tables fit everything that is printed and the protected cell differs far enough.
    pub fn proves(&self, printed: &ReleasedTable) -> bool {
        let at = |values: &[Vec<u64>]| values.get(self.row).and_then(|row| row.get(self.column)).copied();
        let (Some(low), Some(high)) = (at(&self.low), at(&self.high)) else { return false };
        fits(&self.low, printed)
            && fits(&self.high, printed)
            && high >= self.k
            && high >= low.saturating_add(self.width)
    }
}

fn fits(values: &[Vec<u64>], printed: &ReleasedTable) -> bool {
    let cells = printed.cells();
    let same_shape = values.len() == cells.len() && values.iter().zip(cells).all(|(v, c)| v.len() == c.len());
    same_shape
        && values.iter().flatten().zip(cells.iter().flatten()).all(|(&value, shown)| match shown {
            Shown::Number(n) => value == *n,
            Shown::Hidden => value >= 1,
            Shown::NotApplicable => value == 0,
        })
        && (!printed.additive || sums_hold(values, printed))
}

fn sums_hold(values: &[Vec<u64>], printed: &ReleasedTable) -> bool {
    let printed_cell = |(r, c): (usize, usize)| printed.cells[r][c] != Shown::NotApplicable;
    frame_of(printed).lines().iter().filter(|line| printed_cell(line.total)).all(|line| {
        let sum: u64 = line.parts.iter().map(|&(r, c)| values[r][c]).sum();
        sum == values[line.total.0][line.total.1]
    })
}

/// The printed table's frame, with every printed cell counted as present.
fn frame_of(printed: &ReleasedTable) -> Table {
    let cell = |shown: &Shown| match shown {
        Shown::NotApplicable => crate::table::Cell::none(),
        _ => crate::table::Cell::count(0),
    };
    Table {
        id: printed.id.clone(),
        title: String::new(),
        kind: printed.kind,
        additive: printed.additive,
        column_types: printed.column_types.clone(),
        rows: printed.rows.clone(),
        columns: printed.columns.clone(),
        total_row: printed.total_row,
        total_column: printed.total_column,
        cells: printed.cells.iter().map(|row| row.iter().map(cell).collect()).collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: None,
    }
}
