//! 表17 病院訪問. Names inside the office and for the municipality, letters in a shuffled order for everybody else.

use super::sheet::{Sheet, both, count, maybe, measure, of, word};
use super::{View, ladder};
use crate::reports::{Level, ReportKind};
use disclosure::{Kind, Ladder};
use domain::metrics::{Figures, HospitalVisit, Records};
use domain::vocabulary::Method;
use std::collections::BTreeSet;

/// With fewer hospitals than this a row would say too much about one of them.
pub(super) const FEWEST: usize = 3;
/// Where no stay is recorded.
pub(in crate::reports) const NONE: &str = "none";

/// One hospital and how this reader sees it named.
#[derive(Clone, Debug)]
pub(in crate::reports) struct Alias {
    /// Key in the figures.
    pub key: String,
    /// Name as printed.
    pub shown: String,
}

/// Keys and names of the hospitals that were visited in the year, in the order of their names.
pub(in crate::reports) fn in_year(records: &Records, figures: &Figures) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = records
        .organisations
        .iter()
        .filter(|o| figures.hospital_visits.contains_key(&o.key))
        .map(|o| (o.key.clone(), o.name.clone()))
        .collect();
    found.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    found
}

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let visits = &view.figures.hospital_visits;
    if visits.is_empty() {
        return Vec::new();
    }
    let inside = view.level == Level::Internal;
    let sheet = || {
        let inside = || of("method", [Method::InterviewHospital.code()]);
        Sheet::new("17", Kind::Workload, "contacts", view)
            .count_of(word("column.visit_days"), both(measure("visit_days"), inside()))
            .count_of(word("column.interviews"), inside())
            .count_of(word("column.interviewed"), both(measure("contacted"), inside()))
            .minutes_of(word("column.hours"), both(measure("minutes"), inside()))
    };
    let persons = |n: u32| if inside { count(n) } else { maybe(None) };
    let cells =
        |v: &HospitalVisit| vec![count(v.days), count(v.contacts), persons(v.persons), count(v.minutes)];
    let sum = |of: fn(&HospitalVisit) -> u32| visits.values().map(of).sum::<u32>();
    let total = || {
        let distinct = persons(all_persons(view));
        vec![count(sum(|v| v.days)), count(sum(|v| v.contacts)), distinct, count(sum(|v| v.minutes))]
    };
    // For everybody a hospital is told by the whole year only.
    let part = view.level.is_wide() && view.request.kind == ReportKind::Half;
    if !inside && (view.hospitals.len() < FEWEST || part) {
        let mut only = sheet().titled(word("table.17-total"));
        only.row(view.whole(), total());
        return vec![ladder(vec![only.done()])];
    }
    let mut by_hospital = sheet();
    for hospital in view.hospitals {
        if let Some(visit) = visits.get(&hospital.key) {
            by_hospital.row_of(
                hospital.shown.clone(),
                of("hospital", [hospital.shown.clone()]),
                cells(visit),
            );
        }
    }
    if let Some(visit) = visits.get(NONE) {
        by_hospital.row_of(word("row.no_stay"), of("hospital", [NONE]), cells(visit));
    }
    if !inside {
        by_hospital = by_hospital.additive();
    }
    by_hospital = by_hospital.closing_row(total()).note(word("note.visit_days"));
    if view.level == Level::Public {
        by_hospital = by_hospital.note(word("note.letters"));
    }
    vec![ladder(vec![by_hospital.done()])]
}

fn all_persons(view: &View) -> u32 {
    let interviews = view
        .records
        .contacts
        .iter()
        .filter(|c| c.method == Method::InterviewHospital && view.year.fiscal.contains(c.on));
    let clients: BTreeSet<usize> =
        interviews.filter_map(|c| c.case).map(|c| view.records.cases[c].client).collect();
    u32::try_from(clients.len()).unwrap_or(u32::MAX)
}
