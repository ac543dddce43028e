//! The tables of a report for one hospital: its own totals, one row each, and nothing below them. It knows its own
//! patients; what these totals leave of the whole project is held against what it has read of the others.

use super::further::by_place;
use super::sheet::{Sheet, both, count, measure, of, word};
use super::{View, ladder};
use disclosure::{Kind, Ladder, Set, Table};
use domain::vocabulary::Method;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let Some(own) = view.own_hospital() else { return Vec::new() };
    let tables = [contacts(view, own), activities(view, own), support(view, own), visits(view)];
    let mut all = persons(view);
    all.extend(tables.into_iter().flatten().map(|table| ladder(vec![table])));
    all
}

/// The hospital as its report calls it.
fn name() -> String {
    word("row.own_hospital")
}

fn ours() -> Set {
    of("hospital", [name()])
}

fn number(n: usize) -> disclosure::Cell {
    count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// 表8: its persons, and of them who was new and who was discharged. Where those it does not know would be too few, the
/// movements go first.
fn persons(view: &View) -> Vec<Ladder> {
    let counts = by_place(view).remove(&name()).unwrap_or_default();
    let columns =
        [("column.clients", None), ("column.new", Some("new")), ("column.discharged", Some("discharges"))];
    let of_columns = |kept: &[usize]| {
        let mut sheet = Sheet::new("8", Kind::Headline, "persons", view).titled(word("table.8-own"));
        for &at in kept {
            let (caption, name) = columns[at];
            sheet = sheet.count_of(word(caption), name.map_or_else(Set::new, measure));
        }
        sheet.row_of(name(), ours(), kept.iter().map(|&at| count(counts[at])).collect());
        sheet.done()
    };
    let rungs: Vec<Table> = [&[0, 1, 2][..], &[0]].into_iter().map(of_columns).collect();
    vec![Ladder { rungs, linked: None }]
}

/// 表3: contacts about its patients while they were there.
fn contacts(view: &View, own: usize) -> Option<Table> {
    let (first, last) = view.span();
    let at = |c: &&domain::metrics::ContactRecord| {
        (first..=last).contains(&c.on) && view.records.hospital_of(c) == Some(own)
    };
    let found: Vec<_> = view.records.contacts.iter().filter(at).collect();
    let mut sheet = Sheet::new("3", Kind::Workload, "contacts", view)
        .titled(word("table.3-own"))
        .count(word("column.pieces"))
        .minutes(word("column.hours"), "minutes");
    let minutes = found.iter().map(|c| c.minutes).sum();
    sheet.row_of(name(), ours(), vec![number(found.len()), count(minutes)]);
    (!found.is_empty()).then(|| sheet.done())
}

/// 表17: visits to its wards.
fn visits(view: &View) -> Option<Table> {
    let key = &view.hospitals.first()?.key;
    let visit = view.figures.hospital_visits.get(key)?;
    let inside = || of("method", [Method::InterviewHospital.code()]);
    let mut sheet = Sheet::new("17", Kind::Workload, "contacts", view)
        .count_of(word("column.visit_days"), both(measure("visit_days"), inside()))
        .count_of(word("column.interviews"), inside())
        .minutes_of(word("column.hours"), both(measure("minutes"), inside()));
    sheet.row_of(name(), ours(), vec![count(visit.days), count(visit.contacts), count(visit.minutes)]);
    Some(sheet.note(word("note.visit_days")).done())
}

/// 表19: meetings, briefings and training held with it.
fn activities(view: &View, own: usize) -> Option<Table> {
    let (first, last) = view.span();
    let held = view.records.activities.iter();
    let held: Vec<_> =
        held.filter(|a| a.organisation == Some(own) && (first..=last).contains(&a.on)).collect();
    let participants: u32 = held.iter().filter_map(|a| a.participants).sum();
    let mut sheet = Sheet::new("19", Kind::Workload, "activities", view)
        .titled(word("table.19-own"))
        .count(word("column.times"))
        .count_of(word("column.participants"), measure("activity_participants"));
    sheet.row_of(name(), ours(), vec![number(held.len()), count(participants)]);
    (!held.is_empty()).then(|| sheet.done())
}

/// 表21: support given to its staff.
fn support(view: &View, own: usize) -> Option<Table> {
    let (first, last) = view.span();
    let held = view.records.support.iter();
    let held = held.filter(|s| s.organisation == Some(own) && (first..=last).contains(&s.on)).count();
    let mut sheet = Sheet::new("21", Kind::Workload, "support", view)
        .titled(word("table.21-own"))
        .count(word("column.times"));
    sheet.row_of(name(), ours(), vec![number(held)]);
    (held > 0).then(|| sheet.done())
}
