//! Which cells may not be shown for their own sake, and which forms of a table say too much about a group.

use crate::profile::Profile;
use crate::table::{Cell, ColumnType, Kind, Table};
use std::collections::BTreeSet;

/// A cell that must stay uncertain, and how uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Primary {
    pub cell: (usize, usize),
    /// The upper bound a reader can work out must reach this.
    pub k: u64,
    /// The bounds must be this far apart.
    pub width: u64,
}

/// Small groups are below this many times the threshold (D6, D9, D10).
const SMALL_BASE: u64 = 3;

/// Cells that may not be shown for their own sake, margins included, in reading order.
pub(crate) fn primaries(table: &Table, profile: &Profile) -> Vec<Primary> {
    let Some(k) = profile.threshold(table.kind) else { return Vec::new() };
    let mut found = Vec::new();
    for (r, row) in table.cells.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            if let Some(width) = risk(cell, table.kind, table.column_types[c], k) {
                found.push(Primary { cell: (r, c), k, width });
            }
        }
    }
    if table.kind == Kind::Sensitive {
        for cell in nearly_all(table, k) {
            if !found.iter().any(|p| p.cell == cell) {
                found.push(Primary { cell, k, width: k });
            }
        }
    }
    found
}

/// How far apart the bounds of a cell must be, or `None` where it may be shown.
fn risk(cell: &Cell, kind: Kind, column: ColumnType, k: u64) -> Option<u64> {
    let value = cell.value.filter(|&v| v > 0)?;
    if let Some(persons) = cell.persons {
        // Contacts or minutes of few persons, or mostly of one (D2): a fifth of the value either way stays open.
        let one = cell.largest.is_some_and(|l| l.saturating_mul(2) > value);
        return (persons < k || one).then(|| k.max(value.div_ceil(5)));
    }
    let counts_persons = kind != Kind::Workload && column == ColumnType::Count;
    (counts_persons && value < k).then_some(k)
}

/// Cells of a sensitive table that hold nine tenths or more of a small line without holding all of it (D10).
fn nearly_all(table: &Table, k: u64) -> Vec<(usize, usize)> {
    let mut cells = Vec::new();
    for line in table.lines() {
        let total = table.value(line.total).unwrap_or(0);
        if total == 0 || total >= SMALL_BASE * k || line.parts.len() < 2 {
            continue;
        }
        let mostly = |p: &(usize, usize)| {
            table.column_types[p.1] == ColumnType::Count && table.value(*p).unwrap_or(0) * 10 >= total * 9
        };
        cells.extend(line.parts.iter().copied().filter(mostly));
    }
    cells
}

/// Caption of a small, visible group whose persons all stand in one category: zeros are never hidden, so no hiding
/// helps and the breakdown has to go (D9, D10). A group whose total is hidden counts as small.
pub(crate) fn group_disclosure(
    table: &Table,
    hidden: &BTreeSet<(usize, usize)>,
    profile: &Profile,
) -> Option<String> {
    let k =
        profile.threshold(table.kind).filter(|_| matches!(table.kind, Kind::Persons | Kind::Sensitive))?;
    let mut lines = table.lines();
    lines.retain(|line| table.column_types[line.total.1] == ColumnType::Count);
    for line in lines {
        let total = table.value(line.total).unwrap_or(0);
        if total == 0 || (total >= SMALL_BASE * k && !hidden.contains(&line.total)) {
            continue;
        }
        let values: Vec<u64> = line.parts.iter().filter_map(|&p| table.value(p)).collect();
        if values.len() < 2 {
            continue;
        }
        let zeros = values.iter().filter(|&&v| v == 0).count();
        let all_in_one = if table.additive {
            zeros + 1 == values.len()
        } else {
            table.kind == Kind::Sensitive && values.contains(&total)
        };
        let zero_speaks = table.kind == Kind::Sensitive && table.crossed() && zeros > 0;
        if all_in_one || zero_speaks {
            return Some(line.caption);
        }
    }
    None
}

/// Persons that a cross table would need, where it has fewer (D6).
pub(crate) fn small_base(table: &Table, profile: &Profile) -> Option<u64> {
    let k =
        profile.threshold(table.kind).filter(|_| matches!(table.kind, Kind::Persons | Kind::Sensitive))?;
    let needed = SMALL_BASE * k;
    (table.crossed() && table.base() > 0 && table.base() < needed).then_some(needed)
}
