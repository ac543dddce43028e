//! Tables that share margins are one system of equations.
//!
//! A margin that an earlier table shows is fixed for the later ones. A margin that an earlier table hides may not
//! come back in a later one at all, shown or hidden: then every proof of the earlier table keeps all the numbers of
//! the later ones as they are, and the other way round, so that each table's own proof holds for all together.

use crate::table::{Kind, Table};
use std::collections::BTreeSet;

type Cell = (usize, usize);

/// A one-way list of persons: the margin of a cross table, or a column that stands alone.
struct Margin {
    table: String,
    linked: Option<String>,
    captions: Vec<String>,
    values: Vec<u64>,
    hidden: Vec<bool>,
    scoped: bool,
}

/// What the tables released so far have in common with others.
#[derive(Default)]
pub(crate) struct Shared {
    margins: Vec<Margin>,
}

impl Shared {
    /// Enters the margins of a table that is published.
    pub fn enter(&mut self, linked: Option<&str>, table: &Table, hidden: &BTreeSet<Cell>) {
        for (captions, cells) in margins(table) {
            self.margins.push(Margin {
                table: table.id.clone(),
                linked: linked.map(str::to_owned),
                captions,
                values: cells.iter().map(|&c| table.value(c).unwrap_or(0)).collect(),
                hidden: cells.iter().map(|c| hidden.contains(c)).collect(),
                scoped: table.scope.is_some(),
            });
        }
    }

    /// Cells that an earlier table shows, or the number of the earlier table that hides one of them.
    pub fn fixed(&self, linked: Option<&str>, table: &Table) -> Result<Vec<Cell>, String> {
        let mut fixed = Vec::new();
        for (captions, cells) in margins(table) {
            let values: Vec<u64> = cells.iter().map(|&c| table.value(c).unwrap_or(0)).collect();
            // Where both say what they count, captions need not be compared.
            for earlier in self.margins.iter().filter(|m| !(m.scoped && table.scope.is_some())) {
                let together = linked.is_some() && earlier.linked.as_deref() == linked;
                for (cell, there) in same(&captions, &values, earlier, together) {
                    if earlier.hidden[there] {
                        return Err(earlier.table.clone());
                    }
                    fixed.push(cells[cell]);
                }
                if together && earlier.hidden.contains(&true) && merges(&earlier.values, &values) {
                    return Err(earlier.table.clone());
                }
            }
        }
        Ok(fixed)
    }

    /// The earlier table whose coarser or finer margin would give away what this one hides.
    pub fn uncovers(&self, linked: Option<&str>, table: &Table, hidden: &BTreeSet<Cell>) -> Option<String> {
        linked?;
        for (_, cells) in margins(table) {
            if !cells.iter().any(|c| hidden.contains(c)) {
                continue;
            }
            let values: Vec<u64> = cells.iter().map(|&c| table.value(c).unwrap_or(0)).collect();
            let together = self.margins.iter().filter(|m| m.linked.as_deref() == linked);
            let together = together.filter(|m| !(m.scoped && table.scope.is_some()));
            for earlier in together {
                if earlier.values.len() > 1 && merges(&values, &earlier.values) {
                    return Some(earlier.table.clone());
                }
            }
        }
        None
    }
}

/// Every one-way list of persons in a table with the captions of its cells.
fn margins(table: &Table) -> Vec<(Vec<String>, Vec<Cell>)> {
    if !matches!(table.kind, Kind::Persons | Kind::Sensitive | Kind::Headline) {
        return Vec::new();
    }
    let (rows, columns, summed) = (table.inner_rows(), table.columns.len(), table.summed_columns());
    let mut lists = Vec::new();
    for column in (0..columns).filter(|c| !summed.contains(c)) {
        let cells: Vec<Cell> = (0..rows).map(|r| (r, column)).collect();
        lists.push((table.rows[..rows].to_vec(), cells));
    }
    if table.total_row && !summed.is_empty() {
        let captions = summed.iter().map(|&c| table.columns[c].clone()).collect();
        lists.push((captions, summed.iter().map(|&c| (rows, c)).collect()));
    }
    lists
}

/// Pairs of places that count the same persons: equal captions with equal numbers throughout. In tables that are
/// named together one common caption is enough, elsewhere it takes two.
fn same(captions: &[String], values: &[u64], earlier: &Margin, together: bool) -> Vec<(usize, usize)> {
    let place = |caption: &String| earlier.captions.iter().position(|c| c == caption);
    let pairs: Vec<(usize, usize)> =
        captions.iter().enumerate().filter_map(|(here, caption)| Some((here, place(caption)?))).collect();
    let enough = pairs.len() >= if together { 1 } else { 2 };
    let equal = pairs.iter().all(|&(here, there)| values[here] == earlier.values[there]);
    if enough && equal { pairs } else { Vec::new() }
}

/// The coarse list may be the fine one with neighbours put together.
fn merges(fine: &[u64], coarse: &[u64]) -> bool {
    if coarse.len() >= fine.len() || coarse.len() < 2 {
        return false;
    }
    let mut next = fine.iter().peekable();
    for &whole in coarse {
        let mut sum = 0;
        while sum < whole {
            match next.next() {
                Some(part) => sum += part,
                None => return false,
            }
        }
        if sum != whole {
            return false;
        }
    }
    next.all(|&rest| rest == 0)
}

#[cfg(test)]
mod tests {
    use super::merges;

    #[test]
    fn neighbours_put_together_are_recognised() {
        assert!(merges(&[2, 3, 5, 3, 8], &[5, 8, 8]));
        assert!(merges(&[0, 2, 3, 0], &[2, 3]), "zeros belong anywhere");
        assert!(!merges(&[2, 3, 5, 3, 8], &[4, 17]));
        assert!(!merges(&[2, 3], &[2, 3]), "the same list is not a coarser one");
        assert!(!merges(&[2, 3, 5], &[10]), "a mere total is no breakdown");
    }
}
