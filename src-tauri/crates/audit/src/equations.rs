//! What a reader knows: every unknown of the report, every equation between unknowns.

use crate::common;
use crate::published::{Mark, Report, Sheet};
use std::collections::BTreeMap;

/// Where an unknown stands: table, row and column.
pub(crate) type Place = (usize, usize, usize);

/// `sum of sign × unknown = constant`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Equation {
    pub terms: Vec<(usize, i64)>,
    pub constant: i64,
}

/// Unknowns with their limits, and the equations between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct System {
    pub places: Vec<Place>,
    pub least: Vec<i64>,
    pub most: Vec<Option<i64>>,
    pub equations: Vec<Equation>,
    /// Equations that rest on equal captions in two tables, kept apart: where they contradict, they are no equations.
    pub assumed: Vec<Equation>,
}

/// Cells of one line with the cell of its total.
pub(crate) struct Sum {
    pub parts: Vec<(usize, usize)>,
    pub total: (usize, usize),
}

/// Rows and columns whose total is marked and printed or hidden.
pub(crate) fn sums(sheet: &Sheet) -> Vec<Sum> {
    let mut sums = Vec::new();
    if sheet.total_column {
        let end = sheet.columns.len() - 1;
        let like: Vec<usize> =
            (0..end).filter(|&c| sheet.column_types[c] == sheet.column_types[end]).collect();
        if !like.is_empty() {
            for row in 0..sheet.rows.len() {
                sums.push(Sum { parts: like.iter().map(|&c| (row, c)).collect(), total: (row, end) });
            }
        }
    }
    if sheet.total_row && sheet.rows.len() > 1 {
        let end = sheet.rows.len() - 1;
        for column in 0..sheet.columns.len() {
            sums.push(Sum { parts: (0..end).map(|row| (row, column)).collect(), total: (end, column) });
        }
    }
    sums.retain(|sum| sheet.at(sum.total.0, sum.total.1) != Mark::Dash);
    sums
}

/// Everything a reader can write down about the hidden cells.
pub(crate) fn system(report: &Report) -> System {
    let mut system = System::default();
    let mut index: BTreeMap<Place, usize> = BTreeMap::new();
    for (t, sheet) in report.tables.iter().enumerate() {
        let cap = cap(report, sheet);
        for row in 0..sheet.rows.len() {
            for column in 0..sheet.columns.len() {
                if sheet.at(row, column) == Mark::Hidden {
                    index.insert((t, row, column), system.places.len());
                    system.places.push((t, row, column));
                    system.least.push(1);
                    system.most.push(cap);
                }
            }
        }
    }
    for (t, sheet) in report.tables.iter().enumerate() {
        for sum in sums(sheet) {
            if sheet.additive {
                system.equations.extend(equation(&index, t, sheet, &sum));
            } else if let Mark::Shown(total) = sheet.at(sum.total.0, sum.total.1) {
                // Multiple answers: nobody gives an answer without being counted.
                for part in &sum.parts {
                    if let Some(&unknown) = index.get(&(t, part.0, part.1)) {
                        let most = &mut system.most[unknown];
                        *most = Some(most.map_or(total, |m| m.min(total)));
                    }
                }
            }
        }
    }
    for (place, value) in common::known_totals(report) {
        if let Some(&unknown) = index.get(&place) {
            system.assumed.push(Equation { terms: vec![(unknown, 1)], constant: value });
        }
    }
    for (one, other) in common::same_cells(report) {
        let (a, b) = (index.get(&one), index.get(&other));
        let shown = |p: Place| match report.tables[p.0].at(p.1, p.2) {
            Mark::Shown(n) => n,
            _ => 0,
        };
        system.assumed.extend(match (a, b) {
            (Some(&a), Some(&b)) => Some(Equation { terms: vec![(a, 1), (b, -1)], constant: 0 }),
            (Some(&a), None) => Some(Equation { terms: vec![(a, 1)], constant: shown(other) }),
            (None, Some(&b)) => Some(Equation { terms: vec![(b, 1)], constant: shown(one) }),
            (None, None) => None,
        });
    }
    system
}

/// No cell of a table of persons exceeds the persons of the year, unless the table itself shows otherwise.
fn cap(report: &Report, sheet: &Sheet) -> Option<i64> {
    let persons = report.headline.distinct;
    let within = sheet.marks.iter().flatten().all(|m| !matches!(m, Mark::Shown(n) if *n > persons));
    (sheet.of_persons() && within).then_some(persons)
}

fn equation(index: &BTreeMap<Place, usize>, t: usize, sheet: &Sheet, sum: &Sum) -> Option<Equation> {
    let mut terms = Vec::new();
    let mut constant = 0;
    let signed = sum.parts.iter().map(|&p| (p, 1)).chain([(sum.total, -1)]);
    for ((row, column), sign) in signed {
        match sheet.at(row, column) {
            Mark::Shown(n) => constant -= sign * n,
            Mark::Hidden => terms.extend(index.get(&(t, row, column)).map(|&u| (u, sign))),
            Mark::Dash => {}
        }
    }
    (!terms.is_empty()).then_some(Equation { terms, constant })
}
