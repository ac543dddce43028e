//! 表2 月別の支援状況. Inside the office one table of months; outside 延べ by month, persons at quarter ends only,
//! and 新規・退院・終結 by the finest span in which no small number appears. 表2-1 導入前の月の集計: months of the year
//! before this program was used, as they were typed in.

use super::sheet::{Sheet, count, maybe, measure, of, word};
use super::{View, ladder};
use crate::reports::Level;
use chrono::NaiveDate;
use disclosure::{Kind, Ladder, Table};
use domain::calendar::FiscalYear;
use domain::metrics::Flow;

/// Figures of table 2-1 that can be typed in for a year: of the months from April on, contacts and hours.
pub(in crate::reports) const TYPED_MONTHS: [&str; 24] = [
    "contacts.4",
    "hours.4",
    "contacts.5",
    "hours.5",
    "contacts.6",
    "hours.6",
    "contacts.7",
    "hours.7",
    "contacts.8",
    "hours.8",
    "contacts.9",
    "hours.9",
    "contacts.10",
    "hours.10",
    "contacts.11",
    "hours.11",
    "contacts.12",
    "hours.12",
    "contacts.1",
    "hours.1",
    "contacts.2",
    "hours.2",
    "contacts.3",
    "hours.3",
];

/// Caption of such a figure: 4月の延べ件数.
pub(in crate::reports) fn typed_month_caption(figure: &str) -> String {
    let (column, month) = figure.split_once('.').unwrap_or((figure, ""));
    let values = [("month", month), ("column", &word(&format!("column.{column}")))];
    words::fill(&word("column.of_month"), &values)
}

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let typed = ladder(typed_months(view).into_iter().collect());
    if view.level == Level::Internal {
        return vec![ladder(vec![every_month(view)]), typed];
    }
    let mut movements: Vec<Table> = [3, 6].into_iter().filter_map(|months| movements(view, months)).collect();
    movements.push(movements_of_the_year(view));
    vec![ladder(vec![workload(view)]), typed, ladder(vec![quarter_ends(view)]), ladder(movements)]
}

/// 4月, 5月 … 3月.
pub(super) fn month_name(index: usize) -> String {
    format!("{}月", FiscalYear::month_at(index))
}

fn contacts_of_month(view: &View, month: usize) -> (u32, u32) {
    let total = view.figures.contacts.by_method.values().map(|m| m.months[month]).sum();
    let minutes = view.records.contacts.iter().filter(|c| view.year.fiscal.month_index(c.on) == Some(month));
    (total, minutes.map(|c| c.minutes).sum())
}

fn every_month(view: &View) -> Table {
    let year = view.year.fiscal;
    let mut sheet = Sheet::new("2", Kind::Headline, "contacts", view);
    for (caption, name) in [
        ("active_month_end", "active"),
        ("new", "new"),
        ("discharged", "discharges"),
        ("closed", "closed"),
        ("contacts", "contacts"),
        ("distinct", "contacted"),
    ] {
        sheet = sheet.count_of(word(&format!("column.{caption}")), measure(name));
    }
    sheet = sheet.minutes(word("column.hours"), "minutes");
    for month in (0..12).filter(|m| view.has_begun(*m)) {
        let flow = Flow::count(view.records, year.month_first(month), year.month_end(month).min(view.today));
        let (contacts, minutes) = contacts_of_month(view, month);
        sheet.row_of(
            month_name(month),
            of("month", view.months(month, month)),
            [flow.active, flow.new, flow.discharged, flow.closed, contacts]
                .into_iter()
                .chain([view.figures.contacts.persons_by_month[month], minutes])
                .map(count)
                .collect(),
        );
    }
    let persons = &view.figures.persons;
    let contacts = &view.figures.contacts;
    sheet
        .closing_row(
            [persons.open_at_end, persons.new, view.figures.discharges, persons.closed]
                .into_iter()
                .chain([contacts.total, contacts.persons, contacts.minutes])
                .map(count)
                .collect(),
        )
        .note(word("note.month_persons"))
        .done()
}

fn workload(view: &View) -> Table {
    let mut sheet = Sheet::new("2", Kind::Workload, "contacts", view)
        .count(word("column.contacts"))
        .minutes(word("column.hours"), "minutes")
        .additive();
    for month in (0..12).filter(|m| view.has_begun(*m)) {
        let (contacts, minutes) = contacts_of_month(view, month);
        let cells = vec![count(contacts), count(minutes)];
        sheet.row_of(month_name(month), of("month", view.months(month, month)), cells);
    }
    sheet.total_row().done()
}

/// Typed months of which the store holds no contact, those of the store in one row, and both together.
fn typed_months(view: &View) -> Option<Table> {
    let typed = |month: usize, column: &str| {
        let figure = format!("{column}.{}", FiscalYear::month_at(month));
        let of = |f: &&store::report_plans::EarlierFigure| {
            f.fiscal_year == view.year.fiscal && f.table == "2-1" && f.figure == figure
        };
        view.earlier.iter().find(of).map(|f| f.value)
    };
    let (mut held, mut before) = (Vec::new(), Vec::new());
    for month in (0..12).filter(|m| view.has_begun(*m) && view.year.fiscal.month_first(*m) <= view.last()) {
        let figures = ["contacts", "hours"].map(|column| typed(month, column));
        let of_store = contacts_of_month(view, month);
        if of_store.0 == 0 && figures.iter().any(Option::is_some) {
            before.push((month, figures));
        } else {
            held.push((month, of_store));
        }
    }
    if before.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new("2-1", Kind::Workload, "typed_contacts", view)
        .count(word("column.contacts"))
        .minutes(word("column.hours"), "typed_minutes")
        .additive();
    for (month, [contacts, hours]) in before {
        let caption = words::fill(&word("column.typed"), &[("year", &month_name(month))]);
        let cells = vec![maybe(contacts), maybe(hours.map(|hours| hours.saturating_mul(60)))];
        sheet.row_of(caption, of("month", view.months(month, month)), cells);
    }
    let sums = held.iter().fold((0, 0), |sum, (_, (contacts, minutes))| (sum.0 + contacts, sum.1 + minutes));
    let months = held.iter().flat_map(|(month, _)| view.months(*month, *month));
    sheet.row_of(word("row.of_store"), of("month", months), vec![count(sums.0), count(sums.1)]);
    Some(sheet.total_row().note(word("note.typed_months")).done())
}

fn quarter_ends(view: &View) -> Table {
    let year = view.year.fiscal;
    let mut sheet = Sheet::new("2-2", Kind::Headline, "active", view).count(word("column.active"));
    for month in [2, 5, 8, 11] {
        let last = year.month_end(month);
        if last <= view.today {
            let open = Flow::count(view.records, year.first(), last).active;
            let day = of("day", [last.to_string()]);
            sheet.row_of(format!("{}末", month_name(month)), day, vec![count(open)]);
        }
    }
    if sheet.height() == 0 {
        let open = Flow::count(view.records, year.first(), view.today).active;
        sheet.row_of(word("row.now"), of("day", [view.today.to_string()]), vec![count(open)]);
    }
    sheet.note(word("note.candidates_within")).done()
}

fn movement_sheet(view: &View, kind: Kind) -> Sheet {
    Sheet::new("2-3", kind, "new", view)
        .count_of(word("column.new"), measure("new"))
        .count_of(word("column.discharged"), measure("discharges"))
        .count_of(word("column.closed"), measure("closed"))
}

/// Spans of some months; `None` where a small number would have to be hidden. The numbers at quarter ends tell
/// 新規 − 終結 of every span, so a hidden cell here could be narrowed from there.
fn movements(view: &View, months: usize) -> Option<Table> {
    let year = view.year.fiscal;
    let mut sheet = movement_sheet(view, Kind::Persons).additive();
    for start in (0..12).step_by(months).filter(|start| view.has_begun(*start)) {
        let (first, last) = (year.month_first(start), year.month_end(start + months - 1));
        let flow = Flow::count(view.records, first, last);
        let counts = [flow.new, flow.discharged, flow.closed];
        if !view.is_safe(counts.into_iter().chain([flow.discharged_persons])) {
            return None;
        }
        let span = of("month", view.months(start, start + months - 1));
        sheet.row_of(span_name(start, months), span, counts.map(count).to_vec());
    }
    let whole = Flow::count(view.records, year.first(), year.last());
    if !view.is_safe([whole.new, whole.discharged, whole.closed]) {
        return None;
    }
    Some(sheet.total_row().done())
}

fn span_name(start: usize, months: usize) -> String {
    format!("{}〜{}", month_name(start), month_name(start + months - 1))
}

fn movements_of_the_year(view: &View) -> Table {
    let first: NaiveDate = view.year.fiscal.first();
    let flow = Flow::count(view.records, first, view.year.fiscal.last());
    let mut sheet = movement_sheet(view, Kind::Headline).titled(word("table.2-3-year"));
    sheet.row(view.whole(), [flow.new, flow.discharged, flow.closed].map(count).to_vec());
    sheet.done()
}
