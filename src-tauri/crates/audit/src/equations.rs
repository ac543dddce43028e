//! What a reader knows: every unknown of the reports, every equation between them.
//!
//! Cells that count the same set are one unknown wherever they stand. What follows from tables alone is certain; what
//! follows from comparing tables and reports is assumed, because data may have been corrected in between: where an
//! assumption contradicts what is printed, it falls and the others stay.

use crate::class::Class;
use crate::common;
use crate::families;
use crate::keys::{Dimensions, Key, Time, key};
use crate::published::{Mark, Report, Set, Sheet};
use crate::rings;
use std::collections::BTreeMap;

/// Where an unknown stands: table, row and column.
pub(crate) type Place = (usize, usize, usize);

/// `sum of factor × unknown = constant`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Equation {
    pub terms: Vec<(usize, i64)>,
    pub constant: i64,
    /// Rests on a comparison that a correction may have made void.
    pub assumed: bool,
}

/// One number that a reader knows or does not know.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unknown {
    /// Printed somewhere.
    pub shown: Option<i64>,
    pub least: i64,
    pub most: Option<i64>,
    /// Where it stands; nowhere for what only follows from others.
    pub places: Vec<Place>,
    /// What it counts, where that is said.
    pub key: Option<Key>,
    /// Small numbers of it are a secret, though nothing prints it: a difference of cells.
    pub guarded: bool,
    /// A total of the whole project, exact at every level.
    pub headline: bool,
    /// What is known about it is more than was tried.
    pub unproven: bool,
}

/// Unknowns and the equations between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct System {
    pub unknowns: Vec<Unknown>,
    pub equations: Vec<Equation>,
    /// Hidden cells in reading order, with their unknown.
    pub hidden: Vec<(Place, usize)>,
    /// The unknown of every cell that has a number.
    pub index: BTreeMap<Place, usize>,
    /// The unknown of every set; the newest where a correction made two.
    pub sets: BTreeMap<Key, usize>,
    /// The people whom the reader knows.
    pub own: Set,
}

impl System {
    pub fn equate(&mut self, terms: impl IntoIterator<Item = (usize, i64)>, constant: i64, assumed: bool) {
        let mut sum: BTreeMap<usize, i64> = BTreeMap::new();
        for (unknown, factor) in terms {
            *sum.entry(unknown).or_default() += factor;
        }
        let terms: Vec<(usize, i64)> = sum.into_iter().filter(|(_, factor)| *factor != 0).collect();
        if !terms.is_empty() {
            self.equations.push(Equation { terms, constant, assumed });
        }
    }

    pub fn add(&mut self, unknown: Unknown) -> usize {
        let index = self.unknowns.len();
        if let Some(key) = &unknown.key {
            self.sets.entry(key.clone()).or_insert(index);
        }
        self.unknowns.push(unknown);
        index
    }

    /// It counts nobody but people whom the reader knows.
    pub fn is_own(&self, unknown: &Unknown) -> bool {
        unknown.key.as_ref().is_some_and(|key| key.is_of(&self.own))
    }

    /// The unknown of a set that nothing need print.
    pub fn set(&mut self, key: Key, guarded: bool) -> usize {
        match self.sets.get(&key) {
            Some(&known) => known,
            None => self.add(Unknown { key: Some(key), guarded, ..Unknown::default() }),
        }
    }
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

/// Everything a reader can write down.
pub(crate) fn system(report: &Report) -> System {
    let mut system = System::default();
    for (dimension, codes) in report.tables.iter().flat_map(|sheet| &sheet.own) {
        system.own.entry(dimension.clone()).or_default().extend(codes.iter().cloned());
    }
    let dimensions = Dimensions::of(report);
    cells(report, &dimensions, &mut system);
    for (t, sheet) in report.tables.iter().enumerate() {
        for sum in sums(sheet) {
            line(&mut system, t, sheet, &sum);
        }
    }
    for (place, value) in common::known_totals(report) {
        if let Some(&unknown) = system.index.get(&place) {
            system.equate([(unknown, 1)], value, true);
        }
    }
    for (one, other) in common::same_cells(report) {
        if let (Some(&a), Some(&b)) = (system.index.get(&one), system.index.get(&other)) {
            system.equate([(a, 1), (b, -1)], 0, true);
        }
    }
    families::relate(&dimensions, &mut system);
    rings::close(&dimensions, &mut system);
    system
}

/// One unknown per set; a set that two reports print differently was corrected and is two.
fn cells(report: &Report, dimensions: &Dimensions, system: &mut System) {
    let mut known: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    totals_of_reports(report, system, &mut known);
    for (t, sheet) in report.tables.iter().enumerate() {
        let cap = cap(sheet);
        for row in 0..sheet.rows.len() {
            for column in 0..sheet.columns.len() {
                let mark = sheet.at(row, column);
                let value = match mark {
                    Mark::Dash => continue,
                    Mark::Shown(n) => Some(n),
                    Mark::Hidden => None,
                };
                let place = (t, row, column);
                let key = key(sheet, row, column).map(|key| dimensions.plain(key));
                let same = key.as_ref().and_then(|key| known.get(key)).and_then(|list| {
                    let fits = |u: &Unknown| value.is_none() || u.shown.is_none() || u.shown == value;
                    list.iter().copied().find(|&v| fits(&system.unknowns[v]))
                });
                let v =
                    same.unwrap_or_else(|| system.add(Unknown { key: key.clone(), ..Unknown::default() }));
                if same.is_none()
                    && let Some(key) = key
                {
                    known.entry(key).or_default().push(v);
                }
                let own = system.is_own(&system.unknowns[v]);
                let unknown = &mut system.unknowns[v];
                unknown.places.push(place);
                unknown.shown = unknown.shown.or(value);
                // A total of people whom the reader knows is no secret, but what it leaves of the whole may be one.
                let total = sheet.class == Class::Headline;
                unknown.guarded |= sheet.guarded(column) || (total && own);
                unknown.headline |= total && !own;
                if mark == Mark::Hidden {
                    unknown.least = sheet.hidden_least;
                    unknown.most = match (unknown.most, cap) {
                        (Some(a), Some(b)) => Some(a.min(b)),
                        (a, b) => a.or(b),
                    };
                    system.hidden.push((place, v));
                }
                system.index.insert(place, v);
            }
        }
    }
}

/// The totals of the whole project of every report, where the report says its period or its tables have scopes.
fn totals_of_reports(report: &Report, system: &mut System, known: &mut BTreeMap<Key, Vec<usize>>) {
    let mut seen = None;
    for sheet in report.tables.iter().filter(|s| s.scope.is_some()) {
        if seen == Some(sheet.release) {
            continue;
        }
        seen = Some(sheet.release);
        let (from, to) = sheet.period;
        let span = Time::Spans(vec![(from, to + 1)]);
        let h = sheet.headline;
        let totals = [
            ("active", Time::Day(h.active_on.unwrap_or(to)), h.active),
            ("new", span.clone(), h.new),
            ("discharges", span.clone(), h.discharged),
            ("closed", span.clone(), h.closed),
            ("persons", span, h.distinct),
        ];
        for (measure, time, value) in totals {
            let Some(value) = value else { continue };
            let key = Key { measure: measure.to_owned(), time, set: sheet.own.clone() };
            let list = known.entry(key.clone()).or_default();
            if !list.iter().any(|&v: &usize| system.unknowns[v].shown == Some(value)) {
                list.push(system.unknowns.len());
                system.add(Unknown {
                    shown: Some(value),
                    key: Some(key),
                    headline: true,
                    ..Unknown::default()
                });
            }
        }
    }
}

fn line(system: &mut System, t: usize, sheet: &Sheet, sum: &Sum) {
    let at = |(row, column): (usize, usize)| (t, row, column);
    if sheet.additive {
        let signed = sum.parts.iter().map(|&p| (p, 1)).chain([(sum.total, -1)]);
        let terms: Vec<(usize, i64)> =
            signed.filter_map(|(p, sign)| Some((*system.index.get(&at(p))?, sign))).collect();
        if terms.iter().any(|&(v, _)| system.unknowns[v].shown.is_none()) {
            system.equate(terms, 0, false);
        }
    } else if let Mark::Shown(total) = sheet.at(sum.total.0, sum.total.1) {
        // Multiple answers: nobody gives an answer without being counted.
        for &part in &sum.parts {
            if let Some(&v) = system.index.get(&at(part)) {
                let most = &mut system.unknowns[v].most;
                *most = Some(most.map_or(total, |m| m.min(total)));
            }
        }
    }
}

/// No cell of a table of persons exceeds the persons of the period, unless the table itself shows otherwise.
fn cap(sheet: &Sheet) -> Option<i64> {
    let persons = sheet.headline.distinct?;
    let within = sheet.marks.iter().flatten().all(|m| !matches!(m, Mark::Shown(n) if *n > persons));
    (sheet.of_persons() && within).then_some(persons)
}
