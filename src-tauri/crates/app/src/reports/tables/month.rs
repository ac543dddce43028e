//! The tables of one month: 月次活動報告.
//!
//! 支援中 is a total of the project, but from month to month its changes are single people. Outside it is told at the
//! ends of quarters, as in the report of the year; 新規・退院・終結・再入院 stand only where no small number would.

use super::sheet::{Sheet, both, count, maybe, measure, of, word};
use super::{View, ladder};
use chrono::NaiveDate;
use disclosure::{Cell, Headline, Kind, Ladder, Table};
use domain::metrics::{ContactRecord, Flow};
use domain::vocabulary::{Method, PlanKind};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let mut all = if view.level.is_exact() {
        vec![ladder(vec![persons(view)])]
    } else {
        vec![ladder(vec![active(view)]), ladder(movements(view)), ladder(readmissions(view))]
    };
    all.push(ladder(methods(view).into_iter().collect()));
    all.push(ladder(visits(view)));
    all.push(ladder(meetings(view).into_iter().collect()));
    all.push(ladder(plans(view).into_iter().collect()));
    all
}

/// Totals of the month. Outside only those open at the end are told, as of the last end of a quarter.
pub(super) fn headline(view: &View) -> Headline {
    let (first, last) = view.span();
    let flow = Flow::count(view.records, first, last);
    let active = if view.level.is_exact() { flow.active } else { active_until_told(view) };
    let began = first.pred_opt().unwrap_or(first);
    let persons = view.records.cases.iter();
    let persons =
        persons.filter(|c| c.is_open(began) || (first <= c.identified_on && c.identified_on <= last));
    let persons: BTreeSet<usize> = persons.map(|case| case.client).collect();
    Headline {
        active: active.into(),
        new: flow.new.into(),
        discharged: flow.discharged.into(),
        closed: flow.closed.into(),
        distinct: persons.len() as u64,
    }
}

fn active_until_told(view: &View) -> u32 {
    let day = told_until(view);
    Flow::count(view.records, day, day).active
}

/// The day whose total is told outside: the last end of a quarter, or the day before the year.
pub(super) fn told_until(view: &View) -> NaiveDate {
    let (_, last) = view.span();
    let year = view.year.fiscal;
    let ends = [2, 5, 8, 11].into_iter().map(|month| year.month_end(month)).filter(|day| *day <= last);
    ends.max().unwrap_or_else(|| year.before().last())
}

fn contacts<'a>(view: &View<'a>) -> impl Iterator<Item = &'a ContactRecord> {
    let (first, last) = view.span();
    view.records.contacts.iter().filter(move |c| first <= c.on && c.on <= last)
}

fn readmitted(view: &View, first: NaiveDate, last: NaiveDate) -> u32 {
    let days = view.records.cases.iter().flat_map(|case| case.readmissions());
    u32::try_from(days.filter(|day| first <= *day && *day <= last).count()).unwrap_or(u32::MAX)
}

/// 支援中・新規・退院・終結・再入院: the month, and the year so far.
fn persons(view: &View) -> Table {
    let (first, last) = view.span();
    let year = view.year.fiscal.first();
    let mut sheet = Sheet::new("1", Kind::Headline, "active", view).titled(word("table.1-month")).since(year);
    for name in ["active", "new", "discharges", "closed", "readmissions"] {
        let caption = if name == "discharges" { "discharged" } else { name };
        let caption = if name == "active" { "active_month_end" } else { caption };
        sheet = sheet.count_of(word(&format!("column.{caption}")), measure(name));
    }
    let cells = |from: NaiveDate| {
        let flow = Flow::count(view.records, from, last);
        let again = readmitted(view, from, last);
        [flow.active, flow.new, flow.discharged, flow.closed, again].map(count).to_vec()
    };
    let index = view.request.month_index().unwrap_or(0);
    sheet.row_of(word("row.month"), of("month", view.months(index, index)), cells(first));
    sheet.row_of(word("row.since_april"), of("month", view.months(0, index)), cells(year));
    sheet.done()
}

/// 支援中 at the last end of a quarter.
fn active(view: &View) -> Table {
    let day = told_until(view);
    let mut sheet = Sheet::new("1", Kind::Headline, "active", view).titled(word("table.9-total"));
    sheet = sheet.count_of(word("column.active"), of("day", [day.to_string()]));
    let (month, date) = (chrono::Datelike::month(&day), chrono::Datelike::day(&day));
    let caption = words::fill(&word("row.day"), &[("month", &month.to_string()), ("day", &date.to_string())]);
    sheet.row(caption, vec![count(active_until_told(view))]);
    sheet.note(word("note.quarter_ends")).done()
}

/// 新規・退院・終結 of the month, else of the months since April; only where no cell would have to be hidden,
/// because what is told at quarter ends narrows what a hidden cell can be.
fn movements(view: &View) -> Vec<Table> {
    let (first, last) = view.span();
    let index = view.request.month_index().unwrap_or(0);
    let year = view.year.fiscal.first();
    let mut rungs = Vec::new();
    for (key, from, months) in [("month", first, (index, index)), ("since_april", year, (0, index))] {
        let flow = Flow::count(view.records, from, last);
        let counts = [flow.new, flow.discharged, flow.closed];
        if !view.is_safe(counts.into_iter().chain([flow.discharged_persons])) {
            continue;
        }
        let mut sheet = Sheet::new("2-3", Kind::Persons, "new", view)
            .since(year)
            .count_of(word("column.new"), measure("new"))
            .count_of(word("column.discharged"), measure("discharges"))
            .count_of(word("column.closed"), measure("closed"));
        let span = of("month", view.months(months.0, months.1));
        sheet.row_of(word(&format!("row.{key}")), span, counts.map(count).to_vec());
        rungs.push(sheet.done());
    }
    rungs
}

/// 再入院 says much about a person: alone, and only where nobody or many came back.
fn readmissions(view: &View) -> Vec<Table> {
    let (first, last) = view.span();
    let again = readmitted(view, first, last);
    if again > 0 && u64::from(again) < view.k.max(SENSITIVE) {
        return Vec::new();
    }
    let mut sheet = Sheet::new("12", Kind::Sensitive, "readmissions", view)
        .titled(word("table.12-month"))
        .count(word("column.times"));
    sheet.row(word("row.month"), vec![count(again)]);
    vec![sheet.done()]
}

/// The threshold of sensitive counts that the weakest level has.
const SENSITIVE: u64 = 5;

/// 方法別: contacts and hours of the month.
fn methods(view: &View) -> Option<Table> {
    let mut found: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for contact in contacts(view) {
        let place = Method::ALL.iter().position(|m| *m == contact.method).unwrap_or(0);
        let (times, minutes) = found.entry(place).or_default();
        *times += 1;
        *minutes += contact.minutes;
    }
    let mut sheet = Sheet::new("3", Kind::Workload, "contacts", view)
        .count(word("column.contacts"))
        .minutes(word("column.hours"), "minutes")
        .additive();
    for (place, (times, minutes)) in found {
        let method = Method::ALL[place];
        sheet.row_of(method.ja(), of("method", [method.code()]), vec![count(times), count(minutes)]);
    }
    (sheet.height() > 0).then(|| sheet.total_row().done())
}

/// Most hospitals that fit beside the rest on one page.
const HOSPITALS: usize = 8;

/// What was done in one hospital: days of visits, and interviews by the case they were with.
#[derive(Default)]
struct Visits {
    days: BTreeSet<NaiveDate>,
    interviews: BTreeMap<Option<usize>, u32>,
}

impl Visits {
    /// Days and interviews, with the persons behind them outside the office: a hospital's month may be one person's.
    fn cells(&self, is_exact: bool) -> Vec<Cell> {
        let interviews = self.interviews.values().sum();
        let persons = u64::try_from(self.interviews.len()).unwrap_or(u64::MAX);
        let largest = self.interviews.values().max().map(|&n| u64::from(n));
        let behind =
            |cell: Cell| if is_exact { cell } else { Cell { persons: Some(persons), largest, ..cell } };
        vec![behind(number(self.days.len())), behind(count(interviews))]
    }
}

/// 病院訪問: days and interviews by hospital where enough persons stand behind each, else in all; for everybody only
/// in all, because a month of a hospital is not for the public.
fn visits(view: &View) -> Vec<Table> {
    let names: BTreeMap<&str, &str> =
        view.hospitals.iter().map(|h| (h.key.as_str(), h.shown.as_str())).collect();
    let mut found: BTreeMap<String, Visits> = BTreeMap::new();
    for contact in contacts(view).filter(|c| c.method == Method::InterviewHospital) {
        let place = view.records.hospital_of(contact).map(|h| view.records.organisations[h].key.as_str());
        let shown = place.and_then(|key| names.get(key).copied());
        let visits = found.entry(shown.map_or_else(|| word("row.no_stay"), str::to_owned)).or_default();
        visits.days.insert(contact.on);
        *visits.interviews.entry(contact.case).or_default() += 1;
    }
    if found.is_empty() {
        return Vec::new();
    }
    let inside = || of("method", [Method::InterviewHospital.code()]);
    let sheet = || {
        Sheet::new("17", Kind::Workload, "contacts", view)
            .count_of(word("column.visit_days"), both(measure("visit_days"), inside()))
            .count_of(word("column.interviews"), inside())
    };
    let days = found.values().map(|v| v.days.len()).sum();
    let interviews = found.values().flat_map(|v| v.interviews.values()).sum();
    let total = || vec![number(days), count(interviews)];
    let mut only = sheet().titled(word("table.17-total"));
    only.row(word("row.month"), total());
    let only = only.done();
    let few = !view.level.is_exact() && view.hospitals.len() < super::hospitals::FEWEST;
    if few || view.level.is_wide() || found.len() > HOSPITALS {
        return vec![only];
    }
    let mut by_hospital = sheet().additive();
    for (shown, visits) in found {
        by_hospital.row_of(shown.clone(), of("hospital", [shown]), visits.cells(view.level.is_exact()));
    }
    vec![by_hospital.closing_row(total()).done(), only]
}

fn number(n: usize) -> Cell {
    count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// 会議・研修: times and participants by kind.
fn meetings(view: &View) -> Option<Table> {
    let (first, last) = view.span();
    let mut sheet = Sheet::new("19", Kind::Workload, "activities", view)
        .titled(word("table.19-month"))
        .count(word("column.times"))
        .count_of(word("column.participants"), measure("activity_participants"))
        .additive();
    for kind in domain::vocabulary::ActivityKind::ALL {
        let held =
            view.records.activities.iter().filter(|a| a.kind == *kind && first <= a.on && a.on <= last);
        let held: Vec<_> = held.collect();
        if held.is_empty() {
            continue;
        }
        let known = held.iter().filter_map(|a| a.participants).reduce(|a, b| a + b);
        let times = u32::try_from(held.len()).unwrap_or(u32::MAX);
        sheet.row_of(kind.ja(), of("activity", [kind.code()]), vec![count(times), maybe(known)]);
    }
    let sessions = super::programme::held(view);
    let sessions: Vec<_> = sessions.into_iter().filter(|(_, s)| first <= s.on && s.on <= last).collect();
    if !sessions.is_empty() {
        let number = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
        let cells = vec![count(number), maybe(None)];
        sheet.row_of(word("row.peer_sessions"), of("activity", ["session"]), cells);
    }
    (sheet.height() > 0).then(|| sheet.total_row().done())
}

/// 来月の予定: how often what is planned, without a name.
fn plans(view: &View) -> Option<Table> {
    let (_, last) = view.span();
    let next = last.succ_opt().unwrap_or(last);
    let mut sheet = Sheet::new("29", Kind::Workload, "plans", view).count(word("column.times")).additive();
    for kind in PlanKind::ALL.iter().copied().filter(|kind| *kind != PlanKind::Own) {
        let planned: Vec<_> = view.plans.iter().filter(|plan| plan.kind == kind).collect();
        if planned.is_empty() {
            continue;
        }
        let times = u32::try_from(planned.len()).unwrap_or(u32::MAX);
        sheet.row_of(kind.ja(), both(measure("plans"), of("plan", [kind.code()])), vec![count(times)]);
    }
    let title = words::fill(&word("table.29-of"), &[("month", &chrono::Datelike::month(&next).to_string())]);
    (sheet.height() > 0).then(|| sheet.total_row().titled(title).done())
}
