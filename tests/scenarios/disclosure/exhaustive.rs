//! An attacker with all the time in the world: every caseload that fits what is printed is tried, person by person, over
//! several tables at once. The outsider must find the same bounds.

use super::random::Dice;
use serde_json::{Value, json};

/// Persons in each of the eight cells of three attributes with two codes each: a, b, c.
type Caseload = [i64; 8];

fn code(cell: usize, attribute: usize) -> usize {
    (cell >> attribute) & 1
}

/// Count of one printed cell: `None` sums over the attribute.
fn count(caseload: &Caseload, wanted: [Option<usize>; 3]) -> i64 {
    let fits = |cell: usize| (0..3).all(|a| wanted[a].is_none_or(|w| w == code(cell, a)));
    (0..8).filter(|&cell| fits(cell)).map(|cell| caseload[cell]).sum()
}

/// The cells of a cross table of two attributes with its margins, row by row.
fn places(row: usize, column: usize) -> Vec<[Option<usize>; 3]> {
    let mut all = Vec::new();
    for r in [Some(0), Some(1), None] {
        for c in [Some(0), Some(1), None] {
            let mut wanted = [None; 3];
            (wanted[row], wanted[column]) = (r, c);
            all.push(wanted);
        }
    }
    all
}

struct Published {
    tables: Vec<Vec<[Option<usize>; 3]>>,
    /// What stands in each cell; `None` is hidden.
    shown: Vec<Vec<Option<i64>>>,
}

impl Published {
    fn fits(&self, caseload: &Caseload) -> bool {
        self.tables.iter().zip(&self.shown).all(|(cells, shown)| {
            cells.iter().zip(shown).all(|(cell, shown)| {
                let n = count(caseload, *cell);
                shown.map_or(n >= 1, |s| s == n)
            })
        })
    }

    fn json(&self, pairs: &[(usize, usize)], persons: i64) -> Value {
        let names = ["a", "b", "c"];
        let set = |attribute: usize, code: Option<usize>| match code {
            Some(code) => json!({ names[attribute]: [code.to_string()] }),
            None => json!({}),
        };
        let table = |t: usize| {
            let (row, column) = pairs[t];
            let cells: Vec<Vec<Value>> = self.shown[t]
                .chunks(3)
                .map(|row| row.iter().map(|n| n.map_or(json!("x"), |n| json!(n))).collect())
                .collect();
            let codes = [Some(0), Some(1), None];
            json!({"id": format!("{t}"), "kind": "workload", "additive": true, "column_types": ["count", "count", "count"],
                "rows": ["0", "1", "計"], "columns": ["0", "1", "計"], "total_row": true, "total_column": true,
                "cells": cells, "scope": {"measure": "contacts", "from": "2025-04-01", "to": "2026-03-31",
                    "rows": codes.map(|code| set(row, code)), "columns": codes.map(|code| set(column, code))}})
        };
        let head = json!({"active": 0, "new": 0, "discharged": 0, "closed": 0, "distinct": persons});
        json!({"k": 3, "fiscal_year": 2025, "headline": head, "withheld": [],
            "tables": (0..pairs.len()).map(table).collect::<Vec<_>>()})
    }
}

/// Every caseload of some persons.
fn each(persons: i64, visit: &mut impl FnMut(&Caseload)) {
    fn fill(cell: usize, left: i64, caseload: &mut Caseload, visit: &mut impl FnMut(&Caseload)) {
        if cell == 7 {
            caseload[7] = left;
            return visit(caseload);
        }
        for n in 0..=left {
            caseload[cell] = n;
            fill(cell + 1, left - n, caseload, visit);
        }
    }
    fill(0, persons, &mut [0; 8], visit);
}

/// Compares over linked tables of some pairs of attributes; gives how many cells were compared and how many bounds the
/// outsider left wider than the truth.
fn compare(pairs: &[(usize, usize)], rounds: usize, seed: u64) -> (usize, usize) {
    let mut dice = Dice(seed);
    let (mut compared, mut wider) = (0, 0);
    for _ in 0..rounds {
        let persons = 3 + dice.below(5) as i64;
        let mut caseload: Caseload = [0; 8];
        for _ in 0..persons {
            caseload[dice.below(8) as usize] += 1;
        }
        let tables: Vec<_> = pairs.iter().map(|&(row, column)| places(row, column)).collect();
        let mut hide = |cell: &[Option<usize>; 3]| {
            let n = count(&caseload, *cell);
            let whole = cell.iter().all(Option::is_none);
            (whole || n == 0 || dice.below(5) < 2).then_some(n)
        };
        let shown = tables.iter().map(|cells| cells.iter().map(&mut hide).collect()).collect();
        let published = Published { tables, shown };
        let places: Vec<[Option<usize>; 3]> = published
            .tables
            .iter()
            .zip(&published.shown)
            .flat_map(|(cells, shown)| cells.iter().zip(shown).filter(|(_, s)| s.is_none()).map(|(c, _)| *c))
            .collect();
        let mut bounds = vec![(i64::MAX, i64::MIN); places.len()];
        each(persons, &mut |other| {
            if published.fits(other) {
                for (bound, place) in bounds.iter_mut().zip(&places) {
                    let n = count(other, *place);
                    *bound = (bound.0.min(n), bound.1.max(n));
                }
            }
        });
        let json = published.json(pairs, persons);
        let found = audit::intervals(&json.to_string()).expect("readable");
        assert_eq!(found.len(), bounds.len(), "{json}");
        for (interval, (least, most)) in found.iter().zip(bounds) {
            let known = (interval.least, interval.most.unwrap_or(i64::MAX));
            assert!(
                known.0 <= least && most <= known.1,
                "the truth lies within: {known:?} {least} {most} {json}"
            );
            wider += usize::from(known != (least, most));
            compared += 1;
        }
    }
    (compared, wider)
}

#[test]
fn two_tables_with_one_attribute_in_common_have_the_bounds_of_trying_every_caseload() {
    let (compared, wider) = compare(&[(0, 1), (0, 2)], 250, 0x5005_0011);
    assert!(compared > 1_000, "{compared}");
    assert_eq!(wider, 0, "of {compared}");
}

#[test]
fn three_tables_in_a_ring_have_the_bounds_of_trying_every_caseload() {
    let (compared, wider) = compare(&[(0, 1), (0, 2), (1, 2)], 250, 0x5005_0012);
    assert!(compared > 1_500, "{compared}");
    assert_eq!(wider, 0, "of {compared}");
}
