//! A table of counts as the report wants it, before anybody has decided what may be shown.

use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// What a table counts, which decides the rule that protects it (classes A to E of the practice's table list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A: times, contacts, minutes. Published as they are.
    Workload,
    /// B: totals of persons for the whole project without any attribute. Published exactly.
    Headline,
    /// C: persons by an attribute.
    Persons,
    /// D: persons by a sensitive attribute.
    Sensitive,
    /// E: facility statistics.
    Facility,
}

/// What the integers of one column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Persons, contacts, times or sessions.
    Count,
    /// Minutes; printed as hours with one decimal.
    Minutes,
}

/// A column of words beside the counts (dates, themes, states): one text per row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// Head of the column.
    pub head: String,
    /// One text per row, totals included (empty where there is none).
    pub texts: Vec<String>,
    /// Columns from whose cells a text follows (a percentage in words): it is hidden where one of them is.
    #[serde(skip)]
    pub rests: Vec<usize>,
}

/// One cell before the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cell {
    /// The exact count, or `None` where the question does not apply (printed as a dash).
    pub value: Option<u64>,
    /// Distinct persons behind the value when it is not itself a count of persons (D2);
    /// `None` where the value counts persons or the rule does not apply.
    pub persons: Option<u64>,
    /// The greatest share of the value that comes from one person, as a count; used only beside `persons`.
    pub largest: Option<u64>,
}

impl Cell {
    /// A plain count.
    pub const fn count(value: u64) -> Self {
        Self { value: Some(value), persons: None, largest: None }
    }
    /// A question that does not apply.
    pub const fn none() -> Self {
        Self { value: None, persons: None, largest: None }
    }
}

/// A share or mean printed beside a table, derived from cells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What it says, for example `25 %` of the row.
    pub label: String,
    /// Row and column of the part.
    pub part: (usize, usize),
    /// Row and column of the whole.
    pub whole: (usize, usize),
}

/// One table of one report. Rows and columns carry captions that `disclosure` never interprets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Number in the report's list of tables, such as `"9"`.
    pub id: String,
    /// Title without the number, unit included.
    pub title: String,
    /// The class that decides its rule.
    pub kind: Kind,
    /// True when inner cells sum to the totals that are marked.
    pub additive: bool,
    /// One type per column.
    pub column_types: Vec<ColumnType>,
    /// Row captions, the total row last if there is one.
    pub rows: Vec<String>,
    /// Column captions, the total column last if there is one.
    pub columns: Vec<String>,
    /// The last row is the total of the others.
    pub total_row: bool,
    /// The last column is the total of the others (columns of the same type as itself).
    pub total_column: bool,
    /// `cells[row][column]`.
    pub cells: Vec<Vec<Cell>>,
    /// Columns of words, printed before the counts.
    pub labels: Vec<Labels>,
    /// Shares printed beside the counts.
    pub shares: Vec<Share>,
    /// Sentences printed under the table.
    pub notes: Vec<String>,
    /// What its cells count, where that is said; without it only captions link it to other tables.
    pub scope: Option<Scope>,
}

/// One table as a ladder: the finest form first, then ever coarser ones, all true to the same data.
/// The last rung before withholding is the coarsest form that still says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// At least one rung.
    pub rungs: Vec<Table>,
    /// Tables of this name share persons and margins with others of the same name and are judged together.
    pub linked: Option<String>,
}
