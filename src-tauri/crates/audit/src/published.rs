//! The published tables as a reader gets them.

use serde::Deserialize;

/// One report.
#[derive(Debug, Deserialize)]
pub(crate) struct Report {
    pub k: i64,
    pub fiscal_year: i64,
    pub headline: Headline,
    pub tables: Vec<Sheet>,
    #[serde(default)]
    pub withheld: Vec<Left>,
}

/// Totals of the project that every reader knows.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Headline {
    pub active: i64,
    pub new: i64,
    pub discharged: i64,
    pub closed: i64,
    pub distinct: i64,
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
    pub kind: String,
    pub additive: bool,
    pub column_types: Vec<String>,
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    pub total_row: bool,
    pub total_column: bool,
    pub cells: Vec<Vec<serde_json::Value>>,
    #[serde(default)]
    pub derived: Vec<Ratio>,
    #[serde(skip)]
    pub marks: Vec<Vec<Mark>>,
}

/// A printed share.
#[derive(Debug, Deserialize)]
pub(crate) struct Ratio {
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
        self.kind == "persons" || self.kind == "sensitive"
    }
    /// The rule for small counts applies to the cells of a column.
    pub fn guarded(&self, column: usize) -> bool {
        (self.of_persons() || self.kind == "facility") && self.column_types[column] == "count"
    }
}

/// Largest number a report may hold; far above anything one project counts, and far below where sums overflow.
const LARGEST: i64 = 1 << 40;

/// Reads a report and checks its shape.
pub(crate) fn read(text: &str) -> Result<Report, String> {
    let mut report: Report =
        serde_json::from_str(text).map_err(|e| format!("not a published report: {e}"))?;
    let Headline { active, new, discharged, closed, distinct } = report.headline;
    for n in [report.k, active, new, discharged, closed, distinct] {
        if !(0..=LARGEST).contains(&n) {
            return Err(format!("{n} is not a number of persons"));
        }
    }
    for sheet in &mut report.tables {
        let id = sheet.id.clone();
        if sheet.cells.len() != sheet.rows.len() || sheet.column_types.len() != sheet.columns.len() {
            return Err(format!("table {id}: captions and cells differ in number"));
        }
        if (sheet.total_row && sheet.rows.is_empty()) || (sheet.total_column && sheet.columns.is_empty()) {
            return Err(format!("table {id}: a total of nothing"));
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
