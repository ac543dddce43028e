//! What two tables of one report have in common, as far as a reader can tell.
//!
//! Known totals, by number of the table and caption (kept small on purpose):
//! tables 6 and 7 count the persons of the year; the first column of 8 too, its 新規 the new ones and its 退院 the
//! discharges; 年度末 of table 9 those open at the end of the year; table 11 the discharges. Beyond these, a hidden total
//! whose column has the caption of a row in a one-column table of class B (such as 9月末) is taken to be that number.

use crate::class::Class;
use crate::equations::Place;
use crate::published::{Headline, Mark, Report, Sheet};

fn headline_of(id: &str, column: &str, headline: &Headline) -> Option<i64> {
    match (id, column) {
        ("6", "計") | ("7", "人数") | ("8", "対象者") => headline.distinct,
        ("8" | "1", "新規") => headline.new,
        ("8", "退院") | ("11", "人数" | "計") => headline.discharged,
        ("9", "年度末") => headline.active,
        ("8" | "1", "終結") => headline.closed,
        _ => None,
    }
}

/// Totals of tables that every reader can look up in the headline.
pub(crate) fn known_totals(report: &Report) -> Vec<(Place, i64)> {
    let mut known = Vec::new();
    for (t, sheet) in report.tables.iter().enumerate().filter(|(_, s)| s.total_row && s.of_persons()) {
        let row = sheet.rows.len() - 1;
        for (c, column) in sheet.columns.iter().enumerate() {
            let named = headline_of(&sheet.id, column, &report.headline);
            if let Some(value) = named.or_else(|| by_caption(report, column)) {
                known.push(((t, row, c), value));
            }
        }
    }
    known
}

fn by_caption(report: &Report, caption: &str) -> Option<i64> {
    let plain = report.tables.iter().filter(|s| s.class == Class::Headline && s.columns.len() == 1);
    plain.into_iter().find_map(|sheet| {
        let row = sheet.rows.iter().position(|r| r == caption)?;
        if let Mark::Shown(n) = sheet.at(row, 0) { Some(n) } else { None }
    })
}

struct List {
    captions: Vec<String>,
    cells: Vec<Place>,
    total: i64,
}

/// Cells of different tables that count the same persons: two one-way lists with the same captions, the same printed
/// total and no printed difference.
pub(crate) fn same_cells(report: &Report) -> Vec<(Place, Place)> {
    let lists: Vec<List> = report.tables.iter().enumerate().flat_map(|(t, sheet)| lists(t, sheet)).collect();
    let at = |p: Place| report.tables[p.0].at(p.1, p.2);
    let mut same = Vec::new();
    for (i, one) in lists.iter().enumerate() {
        for other in &lists[i + 1..] {
            let alike = one.captions == other.captions && one.total == other.total;
            if !alike || one.cells[0].0 == other.cells[0].0 {
                continue;
            }
            let pairs: Vec<(Place, Place)> =
                one.cells.iter().copied().zip(other.cells.iter().copied()).collect();
            let differs = |&(a, b): &(Place, Place)| match (at(a), at(b)) {
                (Mark::Hidden, Mark::Hidden) => false,
                (Mark::Hidden, Mark::Shown(n)) | (Mark::Shown(n), Mark::Hidden) => n == 0,
                (a, b) => a != b,
            };
            if !pairs.iter().any(differs) {
                same.extend(pairs);
            }
        }
    }
    same
}

fn lists(t: usize, sheet: &Sheet) -> Vec<List> {
    if !sheet.of_persons()
        || !sheet.additive
        || !sheet.total_row
        || sheet.rows.len() < 3
        || sheet.columns.is_empty()
    {
        return Vec::new();
    }
    let (end, last) = (sheet.rows.len() - 1, sheet.columns.len() - 1);
    let own = |c: usize| sheet.column_types[c] == "count" && (!sheet.total_column || c == last);
    let mut lists = Vec::new();
    for column in (0..sheet.columns.len()).filter(|&c| own(c)) {
        if let Mark::Shown(total) = sheet.at(end, column) {
            let cells = (0..end).map(|row| (t, row, column)).collect();
            lists.push(List { captions: sheet.rows[..end].to_vec(), cells, total });
        }
    }
    if sheet.total_column
        && last >= 2
        && let Mark::Shown(total) = sheet.at(end, last)
    {
        let cells = (0..last).map(|column| (t, end, column)).collect();
        lists.push(List { captions: sheet.columns[..last].to_vec(), cells, total });
    }
    lists
}
