//! A file that is in no ledger: which report it says it is, and what its tables count. A table that the report of this
//! vault could print is judged as that table; any other by what its words and its sums say.

use super::known::{Known, persons};
use super::printed::{captions, heads, per_mille, read_cell, tight, worded};
use super::snapshot::Snapshot;
use super::tables::{View, headline, ladders};
use super::{Level, ReportKind, ReportRequest};
use crate::{Circumstances, House};
use chrono::NaiveDate;
use disclosure::{Headline, Table};
use domain::calendar::FiscalYear;
use report::attack::{ReadBack, ReadTable};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where a file seems to come from.
pub(super) struct Origin {
    /// The report it says it is.
    pub request: Option<ReportRequest>,
    /// Who reads it.
    pub level: Level,
    /// Every form that the tables of that report may take.
    pub forms: Vec<Table>,
    /// Totals of that report.
    pub headline: Headline,
    /// Persons of its year as somebody may know them.
    pub persons: Option<BTreeSet<Known>>,
}

/// What a file says about itself.
pub(super) fn origin(house: &House, around: &Circumstances, read: &ReadBack, level: Level) -> Origin {
    let mut origin = Origin {
        request: request(read, level),
        level,
        forms: Vec::new(),
        headline: Headline::default(),
        persons: None,
    };
    let known = origin.request.clone().and_then(|request| {
        let request = request.settled(around).ok()?;
        let snapshot = Snapshot::take(house, around, &request).ok()?;
        Some((request, snapshot))
    });
    if let Some((request, snapshot)) = known {
        let k = level.profile().map_or(0, |profile| profile.k);
        let view = View::of(&snapshot, &request, k);
        origin.forms = ladders(&view).into_iter().flat_map(|ladder| ladder.rungs).collect();
        origin.headline = headline(&view);
        origin.persons = Some(persons(&snapshot));
    }
    origin
}

/// The report whose title and period stand at the front.
fn request(read: &ReadBack, level: Level) -> Option<ReportRequest> {
    let title = read.metadata.get("Title").map(String::as_str).unwrap_or_default();
    let front = tight(&format!("{title}{}", read.pages.iter().take(2).cloned().collect::<String>()));
    let titled = ReportKind::ALL.into_iter().filter(|kind| front.contains(&tight(&kind.title())));
    let kind = titled.max_by_key(|kind| kind.title().chars().count())?;
    let (year, rest) =
        after(&front, "令和", '年').map_or((None, front.as_str()), |(n, rest)| (Some(n + 2018), rest));
    let western = || {
        front.find("年度").and_then(|at| {
            front[..at]
                .chars()
                .rev()
                .take(4)
                .collect::<String>()
                .chars()
                .rev()
                .collect::<String>()
                .parse()
                .ok()
        })
    };
    let year: i32 = year.or_else(western)?;
    if kind == ReportKind::Monthly {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        return NaiveDate::from_ymd_opt(year, digits.parse().ok()?, 1)
            .map(|day| ReportRequest::monthly(day, level));
    }
    Some(ReportRequest::of_year(kind, FiscalYear::try_from(year).ok()?, level))
}

/// The number between two words, and what follows.
fn after<'a>(text: &'a str, word: &str, end: char) -> Option<(i32, &'a str)> {
    let rest = &text[text.find(word)? + word.len()..];
    let (number, rest) = rest.split_once(end)?;
    let number = if number == "元" { 1 } else { number.parse().ok()? };
    Some((number, rest))
}

/// The figures of a file as its own tables say them.
pub(super) fn figures(read: &ReadBack, level: Level, origin: &Origin) -> String {
    let k = level.profile().map_or(0, |profile| profile.k);
    let year = origin.request.as_ref().map_or(0, |request| request.fiscal_year.year());
    let tables: Vec<Value> = read.tables.iter().map(|table| one(table, &origin.forms)).collect();
    let mut figures = json!({
        "level": level.code(), "k": k, "fiscal_year": year, "headline": origin.headline, "tables": tables, "withheld": [],
    });
    if let Some(request) = &origin.request {
        figures["from"] = json!(request.first().to_string());
        figures["to"] = json!(request.last().to_string());
    }
    figures.to_string()
}

fn one(table: &ReadTable, forms: &[Table]) -> Value {
    let same = |form: &&Table| {
        form.id == table.id
            && captions(table).eq(form.rows.iter().map(|r| tight(r)))
            && heads(table, form.labels.len())
                .take(form.columns.len())
                .eq(form.columns.iter().map(|c| tight(c)))
    };
    forms.iter().find(same).map_or_else(|| guessed(table), |form| formed(table, form))
}

/// A table in a form that this vault knows, with the numbers of the file.
fn formed(table: &ReadTable, form: &Table) -> Value {
    let first = 1 + form.labels.len();
    let text =
        |r: usize, c: usize| table.rows.get(r).and_then(|row| row.get(first + c)).map_or("", String::as_str);
    // Hours are printed to the tenth: minutes are known only where they are this vault's own.
    let own = |c: usize| {
        (0..form.rows.len()).all(|r| {
            let minutes = form.cells[r][c].value.map_or(Value::Null, |n| json!(n));
            tight(text(r, c)) == tight(&worded(&minutes, true))
        })
    };
    let column = |c: usize| -> Vec<Value> {
        let minutes = form.column_types[c] == disclosure::ColumnType::Minutes;
        let exact = minutes && own(c);
        let cell = |r: usize| match (minutes, exact) {
            (false, _) => read_cell(text(r, c), false).unwrap_or(Value::Null),
            (true, true) => form.cells[r][c].value.map_or(Value::Null, |n| json!(n)),
            (true, false) => Value::Null,
        };
        (0..table.rows.len()).map(cell).collect()
    };
    let columns: Vec<Vec<Value>> = (0..form.columns.len()).map(column).collect();
    let cells: Vec<Vec<Value>> =
        (0..table.rows.len()).map(|r| columns.iter().map(|column| column[r].clone()).collect()).collect();
    let derived: Vec<Value> = form
        .shares
        .iter()
        .filter_map(|share| {
            let text = table.rows.get(share.part.0)?.get(first + form.columns.len())?;
            Some(json!({"label": share.label, "part": share.part, "whole": share.whole, "per_mille": per_mille(text)?}))
        })
        .collect();
    let mut value = json!({
        "id": form.id, "title": form.title, "kind": form.kind, "additive": form.additive,
        "column_types": form.column_types, "rows": form.rows, "columns": form.columns,
        "total_row": form.total_row, "total_column": form.total_column, "cells": cells, "derived": derived,
        "labels": vec![Vec::<String>::new(); form.labels.len()],
    });
    if let Some(scope) = &form.scope {
        value["scope"] = json!(scope);
    }
    value
}

/// Words of captions that count people by something.
const PERSONS: &[&str] =
    &["人", "名", "男", "女", "歳", "年齢", "性別", "在院", "段階", "退院", "対象者", "病名", "診断"];
/// Words of captions that count what was done.
const WORK: &[&str] = &["件", "回", "時間", "延べ", "分", "日数", "活動", "参加"];
/// Words for a total.
const TOTALS: &[&str] = &["計", "合計", "総計", "全体", "総数", "年度計"];

fn is_total(word: Option<&String>) -> bool {
    word.is_some_and(|word| TOTALS.contains(&tight(word).as_str()))
}

/// A table that nobody knows: counts are taken for persons unless its words say otherwise.
fn guessed(table: &ReadTable) -> Value {
    let width = table.heads.len();
    let column = |c: usize| table.rows.iter().map(move |row| row.get(c).map_or("", String::as_str));
    let decimal = |c: usize| column(c).any(|text| tight(text).contains('.'));
    let figures = |c: &usize| {
        let share =
            table.heads.get(*c).is_some_and(|h| ["%", "割合", "構成比"].iter().any(|w| tight(h).contains(w)));
        !share && *c > 0 && column(*c).any(|text| read_cell(text, decimal(*c)).is_some_and(|v| !v.is_null()))
    };
    let columns: Vec<usize> = (0..width).filter(figures).collect();
    let words = tight(&format!("{}{}", table.title, table.heads.join("")));
    let work =
        WORK.iter().any(|word| words.contains(word)) && !PERSONS.iter().any(|word| words.contains(word));
    let rows: Vec<String> = table.rows.iter().map(|row| row.first().cloned().unwrap_or_default()).collect();
    let heads: Vec<String> = columns.iter().map(|c| table.heads[*c].clone()).collect();
    let cells: Vec<Vec<Value>> = table
        .rows
        .iter()
        .map(|row| {
            let cell =
                |c: &usize| row.get(*c).and_then(|text| read_cell(text, decimal(*c))).unwrap_or(Value::Null);
            columns.iter().map(cell).collect()
        })
        .collect();
    let (total_row, total_column) = (is_total(rows.last()), columns.len() > 1 && is_total(heads.last()));
    let additive = (total_row || total_column) && adds_up(&cells, total_row, total_column);
    let types: Vec<&str> = columns.iter().map(|c| if decimal(*c) { "minutes" } else { "count" }).collect();
    json!({
        "id": table.id, "title": table.title, "kind": if work { "workload" } else { "persons" }, "additive": additive,
        "column_types": types, "rows": rows, "columns": heads, "total_row": total_row, "total_column": total_column,
        "cells": cells,
    })
}

/// No sum that is printed whole contradicts its parts.
fn adds_up(cells: &[Vec<Value>], total_row: bool, total_column: bool) -> bool {
    let fits = |line: Vec<&Value>| {
        let numbers: Option<Vec<u64>> = line.iter().map(|v| v.as_u64()).collect();
        numbers
            .is_none_or(|n| n.split_last().is_none_or(|(total, parts)| parts.iter().sum::<u64>() == *total))
    };
    let width = cells.first().map_or(0, Vec::len);
    (!total_row || (0..width).all(|c| fits(cells.iter().filter_map(|row| row.get(c)).collect())))
        && (!total_column || cells.iter().all(|row| fits(row.iter().collect())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    fn read(title: &str) -> ReadBack {
        ReadBack { pages: vec![title.to_owned()], ..ReadBack::default() }
    }

    #[test]
    fn a_file_says_which_report_it_is() {
        let annual = read(&format!("令和7年度\n{}", ReportKind::Annual.title()));
        let wanted = request(&annual, Level::Public).expect("the annual report");
        assert_eq!((wanted.kind, wanted.fiscal_year.year()), (ReportKind::Annual, 2025));
        let month = request(&read(&format!("令和7年6月　{}", ReportKind::Monthly.title())), Level::Municipal);
        let month = month.expect("the monthly report");
        assert_eq!((month.kind, month.first().month()), (ReportKind::Monthly, 6));
        assert!(request(&read("献立表"), Level::Public).is_none());
    }

    #[test]
    fn a_table_that_nobody_knows_counts_persons_unless_its_words_say_work() {
        let table = |title: &str, rows: &[[&str; 2]]| ReadTable {
            id: "99".into(),
            title: title.into(),
            heads: vec!["区分".into(), "人数".into()],
            rows: rows.iter().map(|r| r.map(str::to_owned).to_vec()).collect(),
            ..ReadTable::default()
        };
        let persons = guessed(&table("年齢", &[["60代", "4"], ["70代", "ｘ"], ["計", "12"]]));
        assert_eq!((&persons["kind"], &persons["additive"]), (&json!("persons"), &json!(true)));
        assert_eq!(persons["cells"], json!([[4], ["x"], [12]]));
        let odd = guessed(&table("年齢", &[["60代", "4"], ["70代", "3"], ["計", "12"]]));
        assert_eq!(odd["additive"], json!(false));
    }
}
