//! What is hidden leaves no trace: two years that differ only in hidden numbers give the same bytes, so that neither
//! the width of a mark, a row, a bar, an axis nor a number derived from the file tells anything.

use crate::bytes;
use crate::sample::{annual, checked, released};
use disclosure::{Released, Shown, Table};

/// The tables of the year with two hidden numbers of one column exchanged, as often as that can be done.
fn exchanged(released: &Released) -> Vec<Vec<Table>> {
    let tables = crate::tables::all();
    let mut found = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        let Some(shown) = released.table(&table.id).filter(|t| t.rows() == table.rows.as_slice()) else {
            continue;
        };
        let inner = table.rows.len() - usize::from(table.total_row);
        for column in 0..table.columns.len() {
            let hidden: Vec<usize> =
                (0..inner).filter(|row| shown.cells()[*row][column] == Shown::Hidden).collect();
            for (n, one) in hidden.iter().enumerate() {
                for other in &hidden[n + 1..] {
                    let mut years = tables.clone();
                    let (a, b) = (table.cells[*one][column].value, table.cells[*other][column].value);
                    if a == b {
                        continue;
                    }
                    (years[at].cells[*one][column].value, years[at].cells[*other][column].value) = (b, a);
                    found.push(years);
                }
            }
        }
    }
    found
}

#[test]
fn years_that_differ_in_what_is_hidden_give_the_same_bytes() {
    let mut compared = 0;
    for level in ["municipal", "public"] {
        let told = released(level);
        let json = serde_json::to_string(&told).unwrap();
        let others = exchanged(&told).into_iter().map(|tables| checked(level, tables));
        if let Some(other) = others.into_iter().find(|other| serde_json::to_string(other).unwrap() == json) {
            assert!(
                bytes(&annual(&told)) == bytes(&annual(&other)),
                "{level}: hidden numbers show in the file"
            );
            compared += 1;
        }
    }
    assert!(compared > 0, "no year differs in hidden numbers alone");
}
