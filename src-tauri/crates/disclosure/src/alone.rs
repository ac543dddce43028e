//! Tables whose cells do not sum, such as multiple answers: each cell is judged by itself.
//!
//! A total beside such cells still says something: no answer is given by more persons than answered, and where only
//! one cell of a line is hidden the others may say how many are missing.

use crate::frame::{Known, number};
use crate::primary::Primary;
use crate::table::Table;
use crate::witness::Witness;
use std::collections::BTreeSet;

type Cells = BTreeSet<(usize, usize)>;

/// Hidden cells and proofs, or `None` where a total gives too much away.
pub(crate) fn hide(
    table: &Table,
    primaries: &[Primary],
    k: u64,
    known: &Known<'_>,
) -> Option<(Cells, Vec<Witness>)> {
    let need =
        |cell: &(usize, usize)| primaries.iter().find(|p| p.cell == *cell).map_or(k, |p| p.width.max(p.k));
    let mut hidden: Cells = primaries.iter().map(|p| p.cell).collect();
    loop {
        let before = hidden.len();
        for line in table.lines() {
            let inside: Vec<_> = line.parts.iter().filter(|p| hidden.contains(p)).copied().collect();
            if inside.is_empty() || hidden.contains(&line.total) {
                continue;
            }
            let total = table.value(line.total)?;
            if inside.iter().any(|cell| total <= need(cell)) {
                let fixed = known.locked.contains(&line.total) || known.looked_up(total);
                (!fixed).then(|| hidden.insert(line.total))?;
                continue;
            }
            let others: u64 =
                line.parts.iter().filter(|p| !hidden.contains(p)).filter_map(|&p| table.value(p)).sum();
            if inside.len() == 1 && others < total {
                let next = line
                    .parts
                    .iter()
                    .filter(|p| !hidden.contains(p) && !known.locked.contains(p))
                    .filter(|&&p| table.value(p).unwrap_or(0) > 0)
                    .min_by_key(|&&p| (table.value(p), p))?;
                hidden.insert(*next);
            }
        }
        if hidden.len() == before {
            break;
        }
    }
    let most = known.most(table);
    let roof = |cell| ceiling(table, cell, &hidden).map_or(most, |total| number(total).min(most));
    if hidden.iter().any(|&cell| roof(cell) <= number(need(&cell))) {
        return None;
    }
    let witnesses = primaries
        .iter()
        .filter_map(|p| Some(witness(table, p, table.value(p.cell)?.max(1 + p.width.max(p.k)))))
        .collect();
    Some((hidden, witnesses))
}

/// The least shown total over a cell.
fn ceiling(table: &Table, cell: (usize, usize), hidden: &Cells) -> Option<u64> {
    let over = table.lines().into_iter().filter(|l| l.parts.contains(&cell) && !hidden.contains(&l.total));
    over.filter_map(|l| table.value(l.total)).min()
}

fn witness(table: &Table, p: &Primary, high: u64) -> Witness {
    let mut low: Vec<Vec<u64>> =
        table.cells.iter().map(|row| row.iter().map(|c| c.value.unwrap_or(0)).collect()).collect();
    let mut up = low.clone();
    let (row, column) = p.cell;
    low[row][column] = 1;
    up[row][column] = high;
    Witness {
        table: table.id.clone(),
        row,
        column,
        k: p.k,
        width: p.width,
        low,
        high: up,
        beside: Vec::new(),
    }
}
