//! 表1 支援対象者数の推移: totals of the whole project, up to three years. Years before the program was used stand as
//! they were typed in and say so.

use super::sheet::{Sheet, maybe, measure, of, word};
use super::{View, ladder};
use crate::reports::{Level, ReportKind};
use chrono::NaiveDate;
use disclosure::{Kind, Ladder};
use domain::calendar::FiscalYear;
use domain::metrics::{Persons, Records, Year};

/// Most years side by side.
const YEARS: usize = 3;
/// Rows of the table: key of the caption and of a typed figure, measure, how it is counted.
type Row = (&'static str, &'static str, fn(&Persons) -> u32);
const ROWS: [Row; 5] = [
    ("carried_over", "carried_over", |p| p.carried_over),
    ("new", "new", |p| p.new),
    ("closed", "closed", |p| p.closed),
    ("open_at_end", "active", |p| p.open_at_end),
    ("distinct", "persons", |p| p.distinct),
];

/// Figures of table 1 that can be typed in for a year.
pub(in crate::reports) fn typed_figures() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|(key, ..)| *key)
}

/// One year of the table.
enum Column {
    Counted(FiscalYear),
    Typed(FiscalYear),
}

impl Column {
    const fn year(&self) -> FiscalYear {
        match self {
            Self::Counted(year) | Self::Typed(year) => *year,
        }
    }
}

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let columns = columns(view);
    let first = columns.first().map_or(view.year.fiscal, Column::year).first();
    let mut sheet = Sheet::new("1", Kind::Headline, "persons", view).since(first);
    for column in &columns {
        let year = column.year();
        let caption = match column {
            Column::Typed(_) => {
                words::fill(&word("column.typed"), &[("year", &view.style.fiscal_year(year))])
            }
            Column::Counted(_) => view.style.fiscal_year(year),
        };
        let months = (0..12).map(|month| year.month_first(month).format("%Y-%m").to_string());
        sheet = sheet.count_of(caption, of("month", months));
    }
    let counted: Vec<Option<Persons>> = columns
        .iter()
        .map(|column| match column {
            Column::Counted(year) => Some(Year::new(*year).persons(view.records)),
            Column::Typed(_) => None,
        })
        .collect();
    for (key, name, of_persons) in ROWS {
        if key == "distinct" && view.level == Level::Internal {
            let candidates = |column: &Column| match column {
                Column::Counted(year) => {
                    Some(Year::new(*year).candidates(view.records, year.last().min(view.today)))
                }
                Column::Typed(_) => None,
            };
            let cells = columns.iter().map(|column| maybe(candidates(column))).collect();
            sheet.row_of(word("row.candidates"), measure("candidates"), cells);
        }
        let cells = columns.iter().zip(&counted).map(|(column, persons)| {
            maybe(persons.as_ref().map(of_persons).or_else(|| typed(view, column.year(), key)))
        });
        let cells = cells.collect();
        let caption = match key {
            // Beside whole years only this one still runs.
            "open_at_end" if view.is_running() && columns.len() > 1 => word("row.end_or_now"),
            "open_at_end" => view.at_end("row.open_at_end"),
            _ => word(&format!("row.{key}")),
        };
        sheet.row_of(caption, measure(name), cells);
    }
    let note = if view.level == Level::Internal { "note.counts_cases" } else { "note.candidates_within" };
    sheet = sheet.note(word(note));
    if columns.iter().any(|column| matches!(column, Column::Typed(_))) {
        sheet = sheet.note(word("note.typed"));
    }
    vec![ladder(vec![sheet.done()])]
}

fn typed(view: &View, year: FiscalYear, key: &str) -> Option<u32> {
    let found = view.earlier.iter().find(|f| f.fiscal_year == year && f.table == "1" && f.figure == key);
    found.map(|figure| figure.value)
}

/// The year and those before it whose work the store holds or whose figures were typed in, oldest first. A half is
/// not set beside whole years.
fn columns(view: &View) -> Vec<Column> {
    let mut columns = vec![Column::Counted(view.year.fiscal)];
    while columns.len() < YEARS && view.request.kind != ReportKind::Half {
        let before = columns[columns.len() - 1].year().before();
        if is_held(view.records, before) {
            columns.push(Column::Counted(before));
        } else if view.earlier.iter().any(|f| f.fiscal_year == before && f.table == "1") {
            columns.push(Column::Typed(before));
        } else {
            break;
        }
    }
    columns.reverse();
    columns
}

fn is_held(records: &Records, year: FiscalYear) -> bool {
    let inside = |day: NaiveDate| year.contains(day);
    records.contacts.iter().any(|c| inside(c.on)) || records.activities.iter().any(|a| inside(a.on))
}
