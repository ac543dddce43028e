//! The rows of a list, each with what it says and with everything that is wrong with it.

use super::field::{Holds, ListKind, by_id};
use super::{Cell, Layout, Line, Sheet, cell};
use crate::folding::folded;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Longest piece of a cell that a fault repeats, in characters.
const SHOWN: usize = 40;

/// What has to be known to read cells.
pub struct Options<'a> {
    /// The day of the import.
    pub today: NaiveDate,
    /// The fiscal year of dates that say none.
    pub fiscal_year: Option<i32>,
    /// Days of the workbook are counted from 1904.
    pub from_1904: bool,
    /// True for a family name that is known.
    pub surname: &'a dyn Fn(&str) -> bool,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Place of its column; `None` for the row as a whole.
    pub column: Option<usize>,
    /// Code by which other programs know the fault.
    pub code: &'static str,
    /// Key of the sentence inside `pack.table.why`.
    pub why: &'static str,
    /// What stood there, shortened.
    pub value: String,
}

impl CellFault {
    /// A fault of a cell.
    pub fn new(column: Option<usize>, code: &'static str, why: &'static str, value: &str) -> Self {
        let mut shown: String =
            value.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
        if value.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        Self { column, code, why, value: shown }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number as the person sees it.
    pub at: usize,
    /// Cells as they stand in the file.
    pub cells: Vec<String>,
    /// What it says: name of a value and value.
    pub values: BTreeMap<&'static str, String>,
    /// What is wrong with it; a row without faults can come in.
    pub faults: Vec<CellFault>,
}

impl Row {
    /// A value; empty where the row says none.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }
}

/// All rows below the head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Rows in their order.
    pub rows: Vec<Row>,
    /// Numbers of the lines that are none: sums, notes, the head once more.
    pub left_out: Vec<usize>,
}

/// Reads the rows below a head.
pub fn read(kind: ListKind, sheet: &Sheet, layout: &Layout, options: &Options) -> Read {
    let mut found = Read::default();
    let mut above: Vec<Cell> = Vec::new();
    let head = layout.first.checked_sub(1).and_then(|at| sheet.lines.get(at));
    for line in sheet.lines.iter().skip(layout.first) {
        if is_no_row(line, head, layout) {
            found.left_out.push(line.at);
            continue;
        }
        let mut cells = line.cells.clone();
        for (column, cell) in cells.iter_mut().enumerate() {
            if matches!(cell.text.as_str(), "〃" | "同上" | "″" | "””" | "\"") {
                *cell = above.get(column).cloned().unwrap_or_default();
            }
        }
        found.rows.push(row(kind, line, &cells, layout, options));
        above = cells;
    }
    found
}

fn row(kind: ListKind, line: &Line, cells: &[Cell], layout: &Layout, options: &Options) -> Row {
    let mut row = Row {
        at: line.at,
        cells: (0..layout.columns.len()).map(|column| line.at(column).to_owned()).collect(),
        ..Row::default()
    };
    let nothing = Cell::default();
    // Lengths and spans before the columns that say the same on their own.
    let mut spans = Vec::new();
    for (column, field) in layout.columns.iter().enumerate() {
        let Some(field) = field else { continue };
        let cell = cells.get(column).unwrap_or(&nothing);
        match cell::read(cell, field, options) {
            Ok(found)
                if found.len() > 1 && matches!(field.holds, Holds::Span | Holds::Clock | Holds::Minutes) =>
            {
                spans.extend(found);
            }
            Ok(found) => row.values.extend(found),
            Err((code, why)) => row.faults.push(CellFault::new(Some(column), code, why, &cell.text)),
        }
    }
    for (name, value) in spans {
        row.values.entry(name).or_insert(value);
    }
    furigana(kind, cells, layout, options, &mut row);
    needs(kind, layout, &mut row);
    minutes(layout, &mut row);
    row
}

/// The reading that a workbook keeps inside of a name, where the list has none of its own.
fn furigana(kind: ListKind, cells: &[Cell], layout: &Layout, options: &Options, row: &mut Row) {
    let columns = layout.readings();
    let faulty = row.faults.iter().any(|fault| fault.column.is_some_and(|at| columns.contains(&at)));
    if faulty || ["family_kana", "given_kana"].iter().any(|name| row.values.contains_key(name)) {
        return;
    }
    for (name, kana) in [("name", "kana"), ("family_name", "family_kana"), ("given_name", "given_kana")] {
        let cell = layout.column(name).and_then(|column| cells.get(column));
        let (Some(reading), Some(field)) = (cell.and_then(|cell| cell.reading.as_ref()), by_id(kind, kana))
        else {
            continue;
        };
        if let Ok(found) = cell::read(&Cell::text(reading), field, options) {
            row.values.extend(found);
        }
    }
}

/// A row lacks what every row of its kind must say.
fn needs(kind: ListKind, layout: &Layout, row: &mut Row) {
    for group in kind.needs() {
        let columns: Vec<usize> = group.iter().filter_map(|id| layout.column(id)).collect();
        let said = group.iter().any(|id| row.values.contains_key(id))
            || (group.contains(&"name") && row.values.contains_key("family_name"));
        let wrong = row.faults.iter().any(|f| f.column.is_some_and(|c| columns.contains(&c)));
        if let (false, false, Some(column)) = (said, wrong, columns.first()) {
            row.faults.push(CellFault::new(Some(*column), "empty_value", "needed", ""));
        }
    }
}

/// Minutes out of the beginning and the end, where the row says none.
fn minutes(layout: &Layout, row: &mut Row) {
    let clock = |name: &str| super::clock::clock(row.value(name));
    let (Some(from), Some(to)) = (clock("start"), clock("end")) else { return };
    if to < from {
        let column = layout.column("end").or_else(|| layout.column("span"));
        let value = row.value("end").to_owned();
        row.faults.push(CellFault::new(column, "bad_date", "ends_before", &value));
    } else if !row.values.contains_key("minutes") && to > from {
        row.values.insert("minutes", (to - from).to_string());
    }
}

const SUMS: &[&str] = &["合計", "計", "小計", "総計", "平均", "総合計"];
const MARKS: &[char] = &['※', '【', '■', '●', '◆', '＊', '*', '注', '（', '('];

/// True for a line that is no row: a sum, a note, or the head once more.
fn is_no_row(line: &Line, head: Option<&Line>, layout: &Layout) -> bool {
    let filled: Vec<(usize, &str)> = line
        .cells
        .iter()
        .enumerate()
        .map(|(at, c)| (at, c.text.as_str()))
        .filter(|(_, t)| !t.is_empty())
        .collect();
    let known = || filled.iter().filter(|(at, _)| layout.columns.get(*at).is_some_and(Option::is_some));
    let sum = filled.iter().take(3).any(|(_, text)| SUMS.contains(&folded(text).as_str()));
    let again = head.is_some_and(|head| {
        let same =
            |(at, text): &&(usize, &str)| !head.at(*at).is_empty() && folded(head.at(*at)) == folded(text);
        known().count() > 1 && known().all(|cell| same(&cell))
    });
    let first = filled.first().map_or("", |(_, text)| *text);
    let one_text = filled.iter().all(|(_, text)| *text == first);
    let merged = one_text && filled.len() > 2;
    let note = one_text && layout.columns.len() > 1 && first.starts_with(MARKS);
    sum || again || merged || note || (known().count() == 0 && layout.columns.iter().any(Option::is_some))
}
