//! The published tables as a reader gets them.

use crate::class::{Class, class};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One report.
#[derive(Debug, Deserialize)]
pub(crate) struct Report {
    pub k: i64,
    pub fiscal_year: i64,
    #[serde(default)]
    pub headline: Headline,
    /// Whose people all of its numbers count, where it is a report for a reader who knows them. What it tells of these
    /// tells nothing new; what it tells of the others by subtraction does.
    #[serde(default)]
    pub own: Set,
    /// The least that a hidden cell can be: zeros are never hidden, but of what is left of a hidden cell when people are
    /// taken away nothing may remain.
    #[serde(default = "one")]
    pub hidden_least: i64,
    pub tables: Vec<Sheet>,
    #[serde(default)]
    pub withheld: Vec<Left>,
    /// First and last day, where the report says them; a report that does not is one of a whole year.
    #[serde(default)]
    pub from: Option<String>,
    #[serde(default)]
    pub to: Option<String>,
}

const fn one() -> i64 {
    1
}

/// Dimension → codes.
pub(crate) type Set = BTreeMap<String, BTreeSet<String>>;

/// What the cells of a table count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scope {
    pub measure: String,
    pub from: String,
    pub to: String,
    pub rows: Vec<Set>,
    pub columns: Vec<Set>,
}

/// Totals of the project that every reader knows.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Headline {
    pub active: Option<i64>,
    /// The day on which they were open, where that is not the end of the period.
    #[serde(default, deserialize_with = "day_of")]
    pub active_on: Option<i64>,
    pub new: Option<i64>,
    pub discharged: Option<i64>,
    pub closed: Option<i64>,
    pub distinct: Option<i64>,
}

fn day_of<'de, D: serde::Deserializer<'de>>(text: D) -> Result<Option<i64>, D::Error> {
    let text = String::deserialize(text)?;
    day_number(&text).map(Some).ok_or_else(|| serde::de::Error::custom("not a day"))
}

/// A table that is not there.
#[derive(Debug, Deserialize)]
pub(crate) struct Left {
    pub id: String,
}

/// One table.
#[derive(Debug, Deserialize)]
pub(crate) struct Sheet {
    pub id: String,
    /// What it says to count; which rules hold for it its class decides.
    pub kind: String,
    #[serde(default)]
    pub title: String,
    pub additive: bool,
    pub column_types: Vec<String>,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub total_row: bool,
    pub total_column: bool,
    pub cells: Vec<Vec<serde_json::Value>>,
    #[serde(default)]
    pub derived: Vec<Ratio>,
    #[serde(default)]
    pub scope: Option<Scope>,
    #[serde(skip)]
    pub class: Class,
    #[serde(skip)]
    pub marks: Vec<Vec<Mark>>,
    /// Which report it stands in: 0 is the one under attack, then the earlier ones.
    #[serde(skip)]
    pub release: usize,
    /// The totals of its own report.
    #[serde(skip)]
    pub headline: Headline,
    /// Whose people its own report counts.
    #[serde(skip)]
    pub own: Set,
    /// The least that one of its hidden cells can be.
    #[serde(skip)]
    pub hidden_least: i64,
    /// First and last day of its own report.
    #[serde(skip)]
    pub period: (i64, i64),
}

/// A printed share. Shares are the only statistics that may be printed beside counts; a mean, a median or an extreme
/// over few persons can be solved for the persons themselves, so a file that holds one cannot be read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ratio {
    #[serde(rename = "label")]
    _label: String,
    pub part: (usize, usize),
    pub whole: (usize, usize),
    pub per_mille: i64,
}

/// What stands in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Shown(i64),
    Hidden,
    Dash,
}

impl Sheet {
    pub fn at(&self, row: usize, column: usize) -> Mark {
        self.marks.get(row).and_then(|r| r.get(column)).copied().unwrap_or(Mark::Dash)
    }
    /// The table counts persons by some attribute.
    pub fn of_persons(&self) -> bool {
        matches!(self.class, Class::Persons | Class::Sensitive)
    }
    /// The rule for small counts applies to the cells of a column.
    pub fn guarded(&self, column: usize) -> bool {
        (self.of_persons() || self.class == Class::Facility) && self.column_types[column] == "count"
    }
}

/// Largest number a report may hold; far above anything one project counts, and far below where sums overflow.
const LARGEST: i64 = 1 << 40;

/// Reads a report and checks its shape.
pub(crate) fn read(text: &str) -> Result<Report, String> {
    let mut report: Report =
        serde_json::from_str(text).map_err(|e| format!("not a published report: {e}"))?;
    let Headline { active, new, discharged, closed, distinct, .. } = report.headline;
    let told = [active, new, discharged, closed, distinct].into_iter().flatten();
    for n in told.chain([report.k]) {
        if !(0..=LARGEST).contains(&n) {
            return Err(format!("{n} is not a number of persons"));
        }
    }
    let headline = report.headline;
    if !(0..=9999).contains(&report.fiscal_year) {
        return Err(format!("{} is not a year", report.fiscal_year));
    }
    let (first, last) = (first_of(report.fiscal_year, 4), first_of(report.fiscal_year + 1, 4) - 1);
    let day = |said: &Option<String>, else_: i64| match said {
        Some(day) => day_number(day).ok_or_else(|| format!("{day} is not a day")),
        None => Ok(else_),
    };
    let period = (day(&report.from, first)?, day(&report.to, last)?);
    for sheet in &mut report.tables {
        let id = sheet.id.clone();
        (sheet.headline, sheet.period, sheet.own) = (headline, period, report.own.clone());
        (sheet.hidden_least, sheet.class) = (report.hidden_least, class(sheet));
        if let Some(scope) = &sheet.scope {
            if scope.rows.len() != sheet.rows.len() || scope.columns.len() != sheet.columns.len() {
                return Err(format!("table {id}: its scope has another shape"));
            }
            if day_number(&scope.from).is_none() || day_number(&scope.to).is_none() {
                return Err(format!("table {id}: its period is not one of days"));
            }
        }
        if sheet.cells.len() != sheet.rows.len() || sheet.column_types.len() != sheet.columns.len() {
            return Err(format!("table {id}: captions and cells differ in number"));
        }
        if (sheet.total_row && sheet.rows.is_empty()) || (sheet.total_column && sheet.columns.is_empty()) {
            return Err(format!("table {id}: a total of nothing"));
        }
        // A median or a mean in the place of counts would pass every rule about counts.
        if let Some(kind) =
            sheet.column_types.iter().find(|kind| !["count", "minutes"].contains(&kind.as_str()))
        {
            return Err(format!("table {id}: a column of {kind} is neither counts nor minutes"));
        }
        for row in &sheet.cells {
            if row.len() != sheet.columns.len() {
                return Err(format!("table {id}: a row has {} cells", row.len()));
            }
            let marks: Result<Vec<Mark>, String> = row.iter().map(|cell| mark(&id, cell)).collect();
            sheet.marks.push(marks?);
        }
    }
    Ok(report)
}

fn mark(id: &str, cell: &serde_json::Value) -> Result<Mark, String> {
    match cell {
        serde_json::Value::Null => Ok(Mark::Dash),
        serde_json::Value::String(x) if x == "x" => Ok(Mark::Hidden),
        serde_json::Value::Number(n) => match n.as_i64() {
            Some(n) if (0..=LARGEST).contains(&n) => Ok(Mark::Shown(n)),
            _ => Err(format!("table {id}: {n} is not a count")),
        },
        other => Err(format!("table {id}: {other} is not a cell")),
    }
}

/// Days since 1 March of the year 0 for an ISO day; `None` where the text is none.
///
/// Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
pub(crate) fn day_number(day: &str) -> Option<i64> {
    let mut parts = day.split('-');
    let mut number = |digits: usize| -> Option<i64> {
        let part = parts.next()?;
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    let (year, month, date) = (number(4)?, number(2)?, number(2)?);
    let ends = parts.next().is_none();
    (ends && (1..=12).contains(&month) && (1..=31).contains(&date)).then(|| first_of(year, month) + date - 1)
}

/// Number of the first day of a month.
pub(crate) fn first_of(year: i64, month: i64) -> i64 {
    let (year, shifted) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_year = (153 * shifted + 2) / 5;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
}
