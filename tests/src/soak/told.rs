//! How much a published table tells, so that two ways of publishing the same persons can be compared.
//!
//! Every person stands in one of the `M` finest cells. A reader who knows that a person stands in one of `m` of them has
//! learned log2(M / m) bits. A shown cell of the finest form tells all, a merged one the number of cells merged in it. Of
//! a hidden one a reader knows that its persons stand among the hidden cells of its row, where the total of the row is
//! shown, or of its column in the same way, whichever are fewer; where neither total is shown, among all hidden cells of
//! the table. Summed over the persons. A table that is mostly ｘ tells nothing: nobody can use it.

use disclosure::{Set, Shown, Table};

/// Bits of one finest table as published, and the same where a table that is mostly ｘ counts as well; nothing where it
/// is withheld.
pub fn bits(finest: &Table, published: Option<(&Table, &[Vec<Shown>])>) -> (f64, f64) {
    let Some((form, shown)) = published else { return (0.0, 0.0) };
    let whole = inner(finest).len() as f64;
    let cells = inner(form);
    let hidden = |r: usize, c: usize| shown[r][c] == Shown::Hidden;
    let some: Vec<_> =
        cells.iter().filter(|&&(r, c)| form.cells[r][c].value.is_some_and(|v| v > 0)).collect();
    let mostly = 2 * some.iter().filter(|&&&(r, c)| hidden(r, c)).count() > some.len();
    let mut told = 0.0;
    for &(r, c) in &cells {
        let persons = form.cells[r][c].value.unwrap_or(0) as f64;
        let merged =
            inner(finest).iter().filter(|cell| within(finest, **cell, form, (r, c))).count().max(1) as f64;
        let among = if hidden(r, c) {
            let row = cells.iter().filter(|x| x.0 == r && hidden(x.0, x.1)).count();
            let column = cells.iter().filter(|x| x.1 == c && hidden(x.0, x.1)).count();
            let all = cells.iter().filter(|x| hidden(x.0, x.1)).count();
            let row = if form.total_column && !hidden(r, columns(form)) { row } else { all };
            let column = if form.total_row && !hidden(rows(form), c) { column } else { all };
            row.min(column).max(1) as f64
        } else {
            1.0
        };
        told += persons * (whole / (merged * among)).log2().max(0.0);
    }
    (if mostly { 0.0 } else { told }, told)
}

/// A finest cell belongs to a cell of a coarser form.
fn within(finest: &Table, fine: (usize, usize), form: &Table, coarse: (usize, usize)) -> bool {
    let set = |table: &Table, (r, c): (usize, usize)| -> Set {
        let scope = table.scope.clone().unwrap_or_default();
        let mut set = scope.rows.get(r).cloned().unwrap_or_default();
        set.extend(scope.columns.get(c).cloned().unwrap_or_default());
        set
    };
    let fine = set(finest, fine);
    set(form, coarse).iter().all(|(d, codes)| fine.get(d).is_some_and(|own| own.is_subset(codes)))
}

fn rows(table: &Table) -> usize {
    table.rows.len() - usize::from(table.total_row)
}

fn columns(table: &Table) -> usize {
    table.columns.len() - usize::from(table.total_column)
}

fn inner(table: &Table) -> Vec<(usize, usize)> {
    (0..rows(table)).flat_map(|r| (0..columns(table)).map(move |c| (r, c))).collect()
}
