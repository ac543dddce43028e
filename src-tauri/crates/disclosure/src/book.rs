//! Which sets have been shown and which are hidden: by earlier reports, and by the tables judged so far.
//!
//! The key of a cell is the set it counts. A set that is shown once cannot be hidden any more; one that is hidden once
//! is hidden everywhere.

use crate::earlier::Earlier;
use crate::primary::Primary;
use crate::profile::Profile;
use crate::release::{Clash, Why};
use crate::released::Shown;
use crate::scope::{Scope, Set};
use crate::table::{ColumnType, Kind, Ladder, Table};
use std::collections::{BTreeMap, BTreeSet};

/// A set of persons or events in a period: months, or whatever else the period is made of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub measure: String,
    pub time: BTreeSet<String>,
    pub set: Set,
}

/// Codes that make up the whole of each dimension, as printed totals say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dimensions(BTreeMap<String, BTreeSet<String>>);

impl Dimensions {
    /// Learns them from every form of every table and from what left before.
    pub fn of(ladders: &[Ladder], earlier: &[Earlier]) -> Self {
        let mut found = Self::default();
        for table in ladders.iter().flat_map(|l| &l.rungs).filter(|t| t.additive) {
            found.learn(table.scope.as_ref(), table.total_row, table.total_column);
        }
        for table in earlier.iter().flat_map(|e| &e.tables).filter(|t| t.additive) {
            found.learn(table.scope.as_ref(), table.total_row, table.total_column);
        }
        found
    }

    fn learn(&mut self, scope: Option<&Scope>, total_row: bool, total_column: bool) {
        let Some(scope) = scope else { return };
        for (sets, total) in [(&scope.rows, total_row), (&scope.columns, total_column)] {
            let Some((last, inner)) = sets.split_last().filter(|_| total) else { continue };
            for (dimension, codes) in inner.iter().flatten().filter(|(d, _)| !last.contains_key(*d)) {
                self.0.entry(dimension.clone()).or_default().extend(codes.iter().cloned());
            }
        }
    }

    /// Key of one cell.
    pub fn key(&self, scope: &Scope, row: usize, column: usize) -> Option<Key> {
        let mut set = scope.rows.get(row)?.clone();
        for (dimension, codes) in scope.columns.get(column)? {
            set.entry(dimension.clone()).or_insert_with(|| codes.clone()).retain(|code| codes.contains(code));
        }
        set.remove("measure");
        let only = |codes: Option<BTreeSet<String>>| codes.and_then(|c| c.into_iter().next());
        let measure = scope.measure_of(row, column)?;
        let day = only(set.remove("day"));
        let months = set.remove("month").unwrap_or_default();
        let time = match day {
            Some(day) => BTreeSet::from([day]),
            None if scope.from == scope.to => BTreeSet::from([scope.to.clone()]),
            None if !months.is_empty() => within(months, &scope.from, &scope.to),
            None => whole_months(&scope.from, &scope.to)
                .unwrap_or_else(|| BTreeSet::from([format!("{}/{}", scope.from, scope.to)])),
        };
        set.retain(|dimension, codes| !self.0.get(dimension).is_some_and(|all| all.is_subset(codes)));
        Some(Key { measure, time, set })
    }
}

/// The part of some months that lies in the period: what is counted of a year by September ends in September.
fn within(months: BTreeSet<String>, from: &str, to: &str) -> BTreeSet<String> {
    let month = |day: &str| day.get(..7).unwrap_or_default().to_owned();
    let (first, last) = (month(from), month(to));
    let whole = |code: &String| {
        let begins = *code != first || from.ends_with("-01");
        begins && (*code != last || whole_months(&format!("{code}-01"), to).is_some())
    };
    let inside = months.into_iter().filter(|code| first <= *code && *code <= last);
    inside.map(|code| if whole(&code) { code } else { format!("{code} {from}/{to}") }).collect()
}

/// Months from the first to the last day, where they are whole.
fn whole_months(from: &str, to: &str) -> Option<BTreeSet<String>> {
    let read = |day: &str| -> Option<(u32, u32, u32)> {
        let mut parts = day.split('-').map(|part| part.parse().ok());
        Some((parts.next()??, parts.next()??, parts.next()??))
    };
    let ((mut year, mut month, first), (last_year, last_month, last)) = (read(from)?, read(to)?);
    let leap = last_year % 4 == 0 && (last_year % 100 != 0 || last_year % 400 == 0);
    let days = match last_month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if first != 1 || last != days || last_year.checked_sub(year)? > 20 {
        return None;
    }
    let mut months = BTreeSet::new();
    while (year, month) <= (last_year, last_month) {
        months.insert(format!("{year:04}-{month:02}"));
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    Some(months)
}

/// Where a set stands, and what stands there.
#[derive(Clone, Debug)]
struct Entry {
    shown: Option<u64>,
    /// Name of the earlier report; none for a table of this one.
    report: Option<String>,
    table: String,
    row: String,
    column: String,
}

/// Everything shown and hidden so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Book {
    dimensions: Dimensions,
    entries: BTreeMap<Key, Entry>,
}

/// What the book says about the cells of a table.
#[derive(Debug, Default)]
pub(crate) struct Ruled {
    /// Cells that are known already.
    pub locked: Vec<(usize, usize)>,
    /// Cells that are hidden elsewhere, and where.
    pub forced: Vec<((usize, usize), Why)>,
    /// Cells that an earlier report shows, with its cell.
    pub known: Vec<((usize, usize), Why)>,
}

impl Book {
    /// The book before the first table: what left before. A later report overrules an earlier one.
    pub fn open(dimensions: Dimensions, earlier: &[Earlier]) -> Self {
        let mut book = Self { dimensions, entries: BTreeMap::new() };
        for report in earlier {
            for table in &report.tables {
                let Some(scope) = &table.scope else { continue };
                for (r, row) in table.cells.iter().enumerate() {
                    for (c, shown) in row.iter().enumerate() {
                        let shown = match shown {
                            Shown::Number(n) => Some(*n),
                            Shown::Hidden => None,
                            Shown::NotApplicable => continue,
                        };
                        let Some(key) = book.dimensions.key(scope, r, c) else { continue };
                        let caption = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
                        let entry = Entry {
                            shown,
                            report: Some(report.name.clone()),
                            table: table.id.clone(),
                            row: caption(&table.rows, r),
                            column: caption(&table.columns, c),
                        };
                        // What is shown once stays known though a later report hides it.
                        let known = book.entries.get(&key).and_then(|e| e.shown);
                        if shown.is_some() || known.is_none() {
                            book.entries.insert(key, entry);
                        }
                    }
                }
            }
        }
        book
    }

    /// What it counts.
    pub fn key(&self, table: &Table, (row, column): (usize, usize)) -> Option<Key> {
        self.dimensions.key(table.scope.as_ref()?, row, column)
    }

    /// Enters a table that is to be printed.
    pub fn enter(&mut self, table: &Table, hidden: &BTreeSet<(usize, usize)>) {
        for (r, row) in table.cells.iter().enumerate() {
            for (c, cell) in row.iter().enumerate() {
                let (Some(value), Some(key)) = (cell.value, self.key(table, (r, c))) else { continue };
                let shown = (!hidden.contains(&(r, c))).then_some(value);
                let (row, column) = (table.rows[r].clone(), table.columns[c].clone());
                let entry = Entry { shown, report: None, table: table.id.clone(), row, column };
                self.entries.entry(key).or_insert(entry);
            }
        }
    }

    /// What is known about the cells of a table, or the cell with which it clashes.
    pub fn rule(&self, table: &Table, profile: &Profile) -> Result<Ruled, Why> {
        let mut ruled = Ruled::default();
        let Some(k) = profile.threshold(table.kind) else { return Ok(ruled) };
        for (r, row) in table.cells.iter().enumerate() {
            for (c, cell) in row.iter().enumerate() {
                let (Some(value), Some(key)) = (cell.value, self.key(table, (r, c))) else { continue };
                let Some(entry) = self.entries.get(&key) else { continue };
                let persons = table.kind != Kind::Workload && table.column_types[c] == ColumnType::Count;
                match entry.shown {
                    Some(shown) if shown == value => {
                        ruled.locked.push((r, c));
                        if entry.report.is_some() {
                            ruled.known.push(((r, c), entry.clash(table, (r, c))));
                        }
                    }
                    // A correction that tells who was added (the published number stays, the new one waits).
                    Some(shown) if persons && shown.abs_diff(value) < k => {
                        return Err(entry.clash(table, (r, c)));
                    }
                    Some(_) => {}
                    None if value == 0 => return Err(entry.clash(table, (r, c))),
                    None => ruled.forced.push(((r, c), entry.clash(table, (r, c)))),
                }
            }
        }
        Ok(ruled)
    }
}

impl Entry {
    fn clash(&self, table: &Table, (row, column): (usize, usize)) -> Why {
        match &self.report {
            None => Why::Linked { with: self.table.clone() },
            Some(report) => Why::Earlier(Box::new(Clash {
                report: report.clone(),
                table: self.table.clone(),
                row: self.row.clone(),
                column: self.column.clone(),
                own_table: table.id.clone(),
                own_row: table.rows[row].clone(),
                own_column: table.columns[column].clone(),
            })),
        }
    }
}

impl Ruled {
    /// The cell of an earlier report that weighs most: one that hides, one that shows an inner cell, one that shows a
    /// total.
    pub fn earlier(&self, table: &Table) -> Option<Why> {
        let hides = self.forced.iter().filter(|(_, why)| matches!(why, Why::Earlier(_)));
        let inner = |cell: &(usize, usize)| cell.0 < table.inner_rows() && cell.1 < table.inner_columns();
        let shows = self.known.iter().filter(|(cell, _)| inner(cell));
        hides.chain(shows).chain(&self.known).map(|(_, why)| why.clone()).next()
    }

    /// Cells hidden elsewhere as cells to protect here.
    pub fn primaries(&self, k: u64) -> impl Iterator<Item = Primary> + '_ {
        self.forced.iter().map(move |(cell, _)| Primary { cell: *cell, k, width: k })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_of_a_year_by_september_ends_in_september() {
        let year = || (1..=12).map(|m| format!("2025-{m:02}")).collect::<BTreeSet<_>>();
        assert_eq!(within(year(), "2025-04-01", "2025-09-30").len(), 6);
        let cut = within(year(), "2025-04-01", "2025-09-15");
        assert_eq!(
            cut.last().map(String::as_str),
            Some("2025-09 2025-04-01/2025-09-15"),
            "half of September"
        );
        assert_eq!(within(year(), "2025-01-01", "2025-12-31"), year());
    }

    #[test]
    fn a_period_of_whole_months_is_its_months() {
        let months = |from, to| whole_months(from, to).map(|m| m.len());
        assert_eq!(months("2025-04-01", "2026-03-31"), Some(12));
        assert_eq!(months("2024-02-01", "2024-02-29"), Some(1));
        assert_eq!(months("2025-02-01", "2025-02-29"), None);
        assert_eq!(months("2025-04-02", "2025-04-30"), None);
        assert_eq!(months("", ""), None);
    }
}
