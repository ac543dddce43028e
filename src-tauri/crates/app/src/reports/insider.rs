//! What a hospital reads that others cannot: it knows its own people, takes them away from every number, and what is left
//! are the people of the others. So what is left must keep the thresholds as well, whichever hospital reads the report.

use super::snapshot::Snapshot;
use super::tables::{View, headline, ladders, shown_place};
use super::{Level, ReportRequest};
use disclosure::{Headline, Kind, Ladder, Released, ReleasedTable, Set, Shown, Table};
use domain::metrics::Figures;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Everybody but the people whom one reader knows.
#[derive(Clone, Debug)]
pub struct Insider {
    /// The tables of the others, in every form.
    others: Vec<Ladder>,
    /// Their totals.
    headline: Headline,
    /// The people it knows, as the report names them.
    own: Set,
}

/// The hospitals in which some of the people of a report were treated, as its readers: they read what is handed to the
/// municipality and to everybody, once reports are handed to hospitals at all. A report for one hospital counts its own
/// people alone.
pub(super) fn insiders(snapshot: &Snapshot, request: &ReportRequest) -> Vec<Insider> {
    if !snapshot.hospitals_read || !matches!(request.level, Level::Municipal | Level::Public) {
        return Vec::new();
    }
    let mut own: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for case in &snapshot.records.cases {
        for stay in &case.stays {
            own.entry(stay.hospital).or_default().insert(case.client);
        }
    }
    own.iter()
        .map(|(hospital, clients)| {
            let records = snapshot.records.without(clients);
            let figures = Figures::count(&records, &snapshot.year, snapshot.day);
            // Every form is wanted, however few stand in it.
            let view = View { records: &records, figures: &figures, ..View::of(snapshot, request, 0) };
            let code = shown_place(&View::of(snapshot, request, 0), *hospital);
            let known = Set::from([("hospital".to_owned(), BTreeSet::from([code]))]);
            Insider::new(ladders(&view), headline(&view), known)
        })
        .collect()
}

impl Insider {
    /// A reader who knows everybody but those counted in these tables, and by which codes a report names whom it knows.
    pub const fn new(others: Vec<Ladder>, headline: Headline, own: Set) -> Self {
        Self { others, headline, own }
    }

    /// The published tables of persons with the known people taken away, as an auditor reads them for a threshold.
    pub(super) fn left_over(&self, released: &Released, k: u64) -> String {
        let of_persons = |t: &&ReleasedTable| matches!(t.kind(), Kind::Persons | Kind::Sensitive);
        let tables: Vec<Value> =
            released.tables().iter().filter(of_persons).map(|table| self.table(table)).collect();
        json!({
            "k": k, "fiscal_year": released.fiscal_year(), "headline": self.headline,
            "tables": tables, "withheld": [], "hidden_least": 0,
        })
        .to_string()
    }

    /// A cell counts nobody but people whom the reader knows.
    fn knows(&self, table: &ReleasedTable, row: usize, column: usize) -> bool {
        let Some(scope) = table.scope() else { return false };
        let sets = [scope.rows.get(row), scope.columns.get(column)];
        self.own.iter().all(|(dimension, codes)| {
            let mut said = sets.into_iter().flatten().filter_map(|set| set.get(dimension));
            said.any(|of_cell| of_cell.is_subset(codes))
        })
    }

    fn table(&self, table: &ReleasedTable) -> Value {
        let forms: Vec<&Table> = self
            .others
            .iter()
            .flat_map(|ladder| &ladder.rungs)
            .filter(|form| form.id == table.id())
            .collect();
        let cell = |r: usize, c: usize| match table.cells()[r][c] {
            Shown::Number(_) => Shown::Number(count(&forms, table, (r, c))),
            // What counts its own people only is hidden from others, not from it.
            Shown::Hidden if self.knows(table, r, c) => Shown::Number(count(&forms, table, (r, c))),
            other => other,
        };
        let (rows, columns) = (table.rows().len(), table.columns().len());
        let cells: Vec<Vec<Shown>> = (0..rows).map(|r| (0..columns).map(|c| cell(r, c)).collect()).collect();
        json!({
            "id": table.id(), "kind": table.kind(), "additive": table.additive(), "rows": table.rows(),
            "columns": table.columns(), "column_types": table.column_types(), "total_row": table.total_row(),
            "total_column": table.total_column(), "cells": cells, "scope": table.scope(),
        })
    }
}

/// How many of the others stand in a printed cell: the number of the same set in whichever form; nobody where no form
/// has it, and sums that do not hold then tell on it.
fn count(forms: &[&Table], table: &ReleasedTable, (row, column): (usize, usize)) -> u64 {
    let Some(scope) = table.scope() else { return 0 };
    let place = |sets: &[Set], wanted: Option<&Set>| sets.iter().position(|set| Some(set) == wanted);
    let found = forms.iter().find_map(|form| {
        let own = form.scope.as_ref()?;
        let row = place(&own.rows, scope.rows.get(row))?;
        let column = place(&own.columns, scope.columns.get(column))?;
        form.cells.get(row)?.get(column)?.value
    });
    found.unwrap_or(0)
}
