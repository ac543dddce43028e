//! What a hospital reads that others cannot: it knows its own people, takes them away from every number, and what is left
//! are the people of the others. So what is left must keep the thresholds as well, whichever hospital reads the report.

use super::snapshot::Snapshot;
use super::tables::{View, headline, ladders};
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
}

/// The hospitals in which some of the people of a report were treated, as its readers. Nobody at the other levels.
pub(super) fn insiders(snapshot: &Snapshot, request: &ReportRequest) -> Vec<Insider> {
    if request.level != Level::Hospital {
        return Vec::new();
    }
    let mut own: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for case in &snapshot.records.cases {
        for stay in &case.stays {
            own.entry(stay.hospital).or_default().insert(case.client);
        }
    }
    own.values()
        .map(|clients| {
            let records = snapshot.records.without(clients);
            let figures = Figures::count(&records, &snapshot.year, snapshot.day);
            // Every form is wanted, however few stand in it.
            let view = View { records: &records, figures: &figures, ..View::of(snapshot, request, 0) };
            Insider::new(ladders(&view), headline(&view))
        })
        .collect()
}

impl Insider {
    /// A reader who knows everybody but those counted in these tables.
    pub const fn new(others: Vec<Ladder>, headline: Headline) -> Self {
        Self { others, headline }
    }

    /// The published tables of persons with the known people taken away, as an auditor reads them.
    pub(super) fn left_over(&self, released: &Released) -> String {
        let of_persons = |t: &&ReleasedTable| matches!(t.kind(), Kind::Persons | Kind::Sensitive);
        let tables: Vec<Value> =
            released.tables().iter().filter(of_persons).map(|table| self.table(table)).collect();
        json!({
            "k": released.k(), "fiscal_year": released.fiscal_year(), "headline": self.headline,
            "tables": tables, "withheld": [],
        })
        .to_string()
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
