//! Builds the circulation of an additive table.
//!
//! The columns that the total column sums form one block with rows and columns; every other column is a block of its
//! own. A margin that the table does not print becomes an arc that is hidden from the start and costs nothing.

use crate::network::{Arc, Network, UNBOUNDED};
use crate::released::Headline;
use crate::table::{Kind, Ladder, Table};
use std::collections::BTreeSet;

/// Numbers of the whole project that a reader finds elsewhere: the headline and every table of class B.
pub(crate) struct Totals {
    shown: BTreeSet<u64>,
    distinct: u64,
}

impl Totals {
    /// Collects them from all forms of all tables, so that the order of the report does not matter.
    pub fn of(headline: &Headline, only_active: bool, ladders: &[Ladder]) -> Self {
        let h = headline;
        let mut shown = BTreeSet::from([h.active]);
        if !only_active {
            shown.extend([h.new, h.discharged, h.closed, h.distinct]);
        }
        for table in ladders.iter().flat_map(|l| &l.rungs).filter(|t| t.kind == Kind::Headline) {
            shown.extend(table.cells.iter().flatten().filter_map(|c| c.value));
        }
        Self { shown, distinct: headline.distinct }
    }
}

/// What decides the limits of a cell beside its own value.
pub(crate) struct Known<'a> {
    /// Totals of the project, which every reader knows.
    pub totals: &'a Totals,
    /// Cells that another table has already shown.
    pub locked: &'a [(usize, usize)],
}

impl Known<'_> {
    /// A total that equals a total of the project could be looked up there, so hiding it would hide nothing.
    pub fn looked_up(&self, value: u64) -> bool {
        self.totals.shown.contains(&value)
    }

    /// Nobody stands in a table of persons twice: no cell exceeds the persons of the year.
    pub fn most(&self, table: &Table) -> i64 {
        let persons = matches!(table.kind, Kind::Persons | Kind::Sensitive);
        let within = table.cells.iter().flatten().all(|c| c.value.unwrap_or(0) <= self.totals.distinct);
        if persons && within { number(self.totals.distinct) } else { UNBOUNDED }
    }
}

pub(crate) fn number(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(UNBOUNDED).min(UNBOUNDED)
}

pub(crate) fn frame(table: &Table, known: &Known<'_>) -> Network {
    let mut network = Network::default();
    let summed = table.summed_columns();
    let most = known.most(table);
    if !summed.is_empty() {
        block(&mut network, table, known, &summed, Some(table.columns.len() - 1), most);
    }
    let total = table.columns.len().wrapping_sub(1);
    for column in (0..table.columns.len()).filter(|c| !summed.contains(c)) {
        if !summed.is_empty() && column == total {
            continue;
        }
        block(&mut network, table, known, &[column], None, most);
    }
    network
}

fn block(
    network: &mut Network,
    table: &Table,
    known: &Known<'_>,
    columns: &[usize],
    total_column: Option<usize>,
    most: i64,
) {
    let rows = table.inner_rows();
    let total_row = table.total_row.then_some(rows);
    let row_nodes: Vec<usize> = (0..rows).map(|_| network.node()).collect();
    let column_nodes: Vec<usize> = columns.iter().map(|_| network.node()).collect();
    let (all_rows, all_columns) = (network.node(), network.node());
    let value = |r: usize, c: usize| number(table.value((r, c)).unwrap_or(0));
    let place = |r: Option<usize>, c: Option<usize>| {
        let cell = (r?, c?);
        table.value(cell).map(|_| cell)
    };
    for (r, &row_node) in row_nodes.iter().enumerate() {
        for (i, &c) in columns.iter().enumerate() {
            if table.value((r, c)).is_some() {
                let locked = known.locked.contains(&(r, c));
                let arc = cell_arc(row_node, column_nodes[i], value(r, c), Some((r, c)), 1, locked, most);
                network.add(arc);
            }
        }
        let sum = columns.iter().map(|&c| value(r, c)).sum();
        let cell = place(Some(r), total_column);
        let locked = cell.is_some_and(|cell| known.locked.contains(&cell));
        network.add(cell_arc(all_columns, row_node, sum, cell, 4, locked, most));
    }
    let mut grand = 0;
    for (i, &c) in columns.iter().enumerate() {
        let sum = (0..rows).map(|r| value(r, c)).sum::<i64>();
        grand += sum;
        let cell = place(total_row, Some(c));
        let alone = total_column.is_none() && known.looked_up(u64::try_from(sum).unwrap_or(0));
        let locked = cell.is_some_and(|cell| known.locked.contains(&cell)) || alone;
        network.add(cell_arc(column_nodes[i], all_rows, sum, cell, 4, locked, most));
    }
    let cell = place(total_row, total_column);
    network.add(cell_arc(all_rows, all_columns, grand, cell, 4, cell.is_some(), most));
}

fn cell_arc(
    from: usize,
    to: usize,
    value: i64,
    cell: Option<(usize, usize)>,
    weight: i64,
    locked: bool,
    most: i64,
) -> Arc {
    let printed = cell.is_some();
    Arc {
        from,
        to,
        value,
        least: i64::from(printed),
        most: if printed { most } else { UNBOUNDED },
        cell,
        price: (value + 3).saturating_mul(weight),
        locked,
        hidden: !printed,
    }
}
