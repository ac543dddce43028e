//! 表1 支援対象者数の推移: totals of the whole project, up to three years.

use super::sheet::{Sheet, count, word};
use super::{View, ladder};
use crate::reports::Level;
use chrono::NaiveDate;
use disclosure::{Kind, Ladder};
use domain::calendar::{FiscalYear, wareki_fiscal_year};
use domain::metrics::{Records, Year};

/// Most years side by side.
const YEARS: usize = 3;

pub(super) fn ladders(view: &View) -> Vec<Ladder> {
    let years = held_years(view.records, view.year.fiscal);
    let mut sheet = Sheet::new("1", Kind::Headline).counts(years.iter().map(|y| wareki_fiscal_year(*y)));
    let persons: Vec<_> = years.iter().map(|y| Year::new(*y).persons(view.records)).collect();
    sheet.row(word("row.carried_over"), persons.iter().map(|p| count(p.carried_over)).collect());
    sheet.row(word("row.new"), persons.iter().map(|p| count(p.new)).collect());
    sheet.row(word("row.closed"), persons.iter().map(|p| count(p.closed)).collect());
    sheet.row(word("row.open_at_end"), persons.iter().map(|p| count(p.open_at_end)).collect());
    if view.level == Level::Internal {
        let candidates = |y: &FiscalYear| Year::new(*y).candidates(view.records, y.last().min(view.today));
        sheet.row(word("row.candidates"), years.iter().map(|y| count(candidates(y))).collect());
    }
    sheet.row(word("row.distinct"), persons.iter().map(|p| count(p.distinct)).collect());
    let note = if view.level == Level::Internal { "note.counts_cases" } else { "note.candidates_within" };
    vec![ladder(vec![sheet.note(word(note)).done()])]
}

/// The year and those before it whose work the store holds, oldest first.
fn held_years(records: &Records, last: FiscalYear) -> Vec<FiscalYear> {
    let held = |year: FiscalYear| {
        let inside = |day: NaiveDate| year.contains(day);
        records.contacts.iter().any(|c| inside(c.on)) || records.activities.iter().any(|a| inside(a.on))
    };
    let mut years = vec![last];
    while years.len() < YEARS && held(years[years.len() - 1].before()) {
        years.push(years[years.len() - 1].before());
    }
    years.reverse();
    years
}
