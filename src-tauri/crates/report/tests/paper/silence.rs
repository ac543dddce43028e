//! What is hidden leaves no trace: two years that differ only in hidden numbers give the same bytes, so that neither
//! the width of a mark, a row, a bar, an axis nor a number derived from the file tells anything.

use crate::bytes;
use crate::sample::{annual, checked, released};
use disclosure::{Released, Shown, Table};

/// The tables of the year with one hidden number changed, for every hidden number.
fn changed(released: &Released) -> Vec<Vec<Table>> {
    let tables = crate::tables::all();
    let mut found = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let Some(shown) = released.table(&table.id) else { continue };
        for (row, cells) in shown.cells().iter().enumerate() {
            for column in (0..cells.len()).filter(|column| cells[*column] == Shown::Hidden) {
                let mut other = tables.clone();
                let value = &mut other[at].cells[row][column].value;
                *value = value.map(|n| if n == 1 { 2 } else { n - 1 });
                found.push(other);
            }
        }
    }
    found
}

#[test]
fn years_that_differ_in_what_is_hidden_give_the_same_bytes() {
    let told = released("municipal");
    let years = changed(&told);
    assert!(!years.is_empty(), "something is hidden in this year");
    let same: Vec<Released> =
        years.into_iter().map(|tables| checked("municipal", tables)).filter(|other| *other == told).collect();
    assert!(!same.is_empty(), "no year differs in hidden numbers alone");
    let paper = bytes(&annual(&told));
    for other in same.iter().take(2) {
        assert!(paper == bytes(&annual(other)), "hidden numbers show in the file");
    }
}
