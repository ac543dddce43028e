//! What has passed the check. The report's printer accepts nothing else.

use crate::release::Occasion;
use crate::scope::{Scope, Set};
use crate::table::{ColumnType, Kind, Labels};
use serde::de::Error;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use serde::{Deserialize, Deserializer, Serialize};

/// One cell as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The exact number.
    Number(u64),
    /// Hidden, at least 1: zeros are never hidden. Printed as ｘ.
    Hidden,
    /// Not applicable. Printed as a dash.
    NotApplicable,
}

impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(u64),
            Mark(String),
            Nothing(()),
        }
        match Written::deserialize(d)? {
            Written::Number(n) => Ok(Self::Number(n)),
            Written::Mark(mark) if mark == "x" => Ok(Self::Hidden),
            Written::Mark(mark) => Err(D::Error::custom(format!("{mark} is no cell"))),
            Written::Nothing(()) => Ok(Self::NotApplicable),
        }
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(n) => s.serialize_u64(*n),
            Self::Hidden => s.serialize_str("x"),
            Self::NotApplicable => s.serialize_none(),
        }
    }
}

/// A share that may be printed: only between two shown cells with a denominator that is large enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Derived {
    /// What it says.
    pub label: String,
    /// Row and column of the part.
    pub part: (usize, usize),
    /// Row and column of the whole.
    pub whole: (usize, usize),
    /// Per mille, rounded half up, so that 25.3 % is 253.
    pub per_mille: u64,
}

/// A table that may be printed, cell for cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReleasedTable {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) additive: bool,
    pub(crate) column_types: Vec<ColumnType>,
    pub(crate) rows: Vec<String>,
    pub(crate) columns: Vec<String>,
    pub(crate) total_row: bool,
    pub(crate) total_column: bool,
    pub(crate) cells: Vec<Vec<Shown>>,
    #[serde(serialize_with = "label_lists", skip_serializing_if = "Vec::is_empty")]
    pub(crate) labels: Vec<Labels>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) derived: Vec<Derived>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) notes: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scope: Option<Scope>,
    /// Which rung of its ladder was taken: 0 is the finest.
    pub(crate) rung: usize,
}

fn label_lists<S: Serializer>(labels: &[Labels], s: S) -> Result<S::Ok, S::Error> {
    let mut seq = s.serialize_seq(Some(labels.len()))?;
    for label in labels {
        seq.serialize_element(&label.texts)?;
    }
    seq.end()
}

macro_rules! getters { ($($(#[$doc:meta])* $name:ident: $ty:ty),* $(,)?) => { impl ReleasedTable { $($(#[$doc])* pub fn $name(&self) -> &$ty { &self.$name })* } } }
getters! {
    /// Number in the report's list of tables.
    id: str,
    /// Title without the number.
    title: str,
    /// Class of the table.
    kind: Kind,
    /// Inner cells sum to the marked totals.
    additive: bool,
    /// One type per column.
    column_types: [ColumnType],
    /// Row captions.
    rows: [String],
    /// Column captions.
    columns: [String],
    /// The last row is a total.
    total_row: bool,
    /// The last column is a total.
    total_column: bool,
    /// `cells[row][column]` as a reader sees them.
    cells: [Vec<Shown>],
    /// Columns of words.
    labels: [Labels],
    /// Shares that may be printed.
    derived: [Derived],
    /// Sentences under the table.
    notes: [String],
    /// What the cells count.
    scope: Option<Scope>,
    /// Rung of the ladder that was taken.
    rung: usize,
}

/// A table that is not published, with the sentence that stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Number of the table.
    pub id: String,
    /// Its title.
    #[serde(skip)]
    pub title: String,
    /// The sentence printed instead.
    pub reason: String,
}

/// Totals of the whole project without attributes, exact at every level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// Open at the end of the year, on hold included.
    pub active: u64,
    /// New in the year.
    pub new: u64,
    /// Discharges (events) in the year.
    pub discharged: u64,
    /// Closed in the year.
    pub closed: u64,
    /// Distinct persons of the year.
    pub distinct: u64,
}

/// Everything of one report that may be printed. Its fields are private and [`crate::release`] is its
/// only constructor, so a page cannot be drawn from figures that nobody checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    pub(crate) occasion: Occasion,
    pub(crate) level: String,
    pub(crate) k: u64,
    pub(crate) fiscal_year: i32,
    pub(crate) headline: Headline,
    pub(crate) own: Set,
    pub(crate) only_active_on: Option<String>,
    pub(crate) tables: Vec<ReleasedTable>,
    pub(crate) withheld: Vec<Withheld>,
}

/// The totals that are told where only those open on a day are.
#[derive(Serialize)]
struct OnlyActive<'a> {
    active: u64,
    active_on: &'a str,
}

impl Serialize for Released {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(None)?;
        let Occasion { report, from, to } = &self.occasion;
        for (key, value) in [("report", report), ("from", from), ("to", to)] {
            if !value.is_empty() {
                map.serialize_entry(key, value)?;
            }
        }
        map.serialize_entry("level", &self.level)?;
        map.serialize_entry("k", &self.k)?;
        map.serialize_entry("fiscal_year", &self.fiscal_year)?;
        if !self.own.is_empty() {
            map.serialize_entry("own", &self.own)?;
        } else if let Some(active_on) = &self.only_active_on {
            map.serialize_entry("headline", &OnlyActive { active: self.headline.active, active_on })?;
        } else {
            map.serialize_entry("headline", &self.headline)?;
        }
        map.serialize_entry("tables", &self.tables)?;
        map.serialize_entry("withheld", &self.withheld)?;
        map.end()
    }
}

impl Released {
    /// Which report it is, and its period.
    pub fn occasion(&self) -> &Occasion {
        &self.occasion
    }
    /// Code of the level: `internal`, `municipal`, `public`.
    pub fn level(&self) -> &str {
        &self.level
    }
    /// Threshold in persons; 0 at the internal level.
    pub fn k(&self) -> u64 {
        self.k
    }
    /// Fiscal year (April to March), by the year of its April.
    pub fn fiscal_year(&self) -> i32 {
        self.fiscal_year
    }
    /// It tells totals of the whole project: not where it counts one reader's people alone.
    pub fn tells_totals(&self) -> bool {
        self.own.is_empty()
    }
    /// Of the totals only those open on a day are told.
    pub fn tells_only_active(&self) -> bool {
        self.only_active_on.is_some()
    }
    /// Totals of the whole project.
    pub fn headline(&self) -> &Headline {
        &self.headline
    }
    /// Published tables in the order of the report.
    pub fn tables(&self) -> &[ReleasedTable] {
        &self.tables
    }
    /// Published table of one number.
    pub fn table(&self, id: &str) -> Option<&ReleasedTable> {
        self.tables.iter().find(|t| t.id == id)
    }
    /// Tables that are not published, with their sentence.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }
}
