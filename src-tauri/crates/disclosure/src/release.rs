//! The one way from counts to print: every table of one report is judged here, together with the others.

use crate::profile::Profile;
use crate::released::{Headline, Released};
use crate::table::Ladder;
use serde::Serialize;

/// Everything one report would like to print, and how strict it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Fiscal year (April to March), by the year of its April.
    pub fiscal_year: i32,
    /// Thresholds of the level.
    pub profile: Profile,
    /// Totals of the whole project; published exactly at every level.
    pub headline: Headline,
    /// One ladder per table, in the order of the report.
    pub ladders: Vec<Ladder>,
    /// The sentence that stands in the place of a table that cannot be protected.
    pub withheld_sentence: String,
}

/// Why a finer form of a table was left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Why {
    /// Protection would hide too much; a coarser form tells more.
    TooManyHidden {
        /// Cells that would be hidden.
        hidden: usize,
        /// Cells other than zero.
        of: usize,
    },
    /// A coarser form tells more, though this one hides little.
    CoarserTellsMore,
    /// All persons of a small, visible group stand in one category.
    GroupDisclosure {
        /// Caption of the group.
        row: String,
    },
    /// No pattern of hidden cells protects every small one.
    NoPattern,
    /// Too few persons for a cross table.
    SmallBase {
        /// Persons in the table.
        total: u64,
        /// Persons a cross table needs.
        needed: u64,
    },
    /// Together with another table of the report a hidden cell could be worked out.
    Linked {
        /// Number of the other table.
        with: String,
    },
    /// The table contradicts itself: its inner cells do not sum to the totals that are marked.
    NotAdditive,
}

/// One rung that was left, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Which rung: 0 is the finest.
    pub rung: usize,
    /// Title of the table on that rung.
    pub title: String,
    /// Why it was left.
    pub why: Why,
}

/// What became of one ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fate {
    /// Number of the table.
    pub id: String,
    /// Title of the rung taken, or of the finest one where the table is withheld.
    pub title: String,
    /// True when the table is printed.
    pub published: bool,
    /// The rung taken; the number of rungs where the table is withheld.
    pub rung: usize,
    /// How many rungs there were.
    pub rungs: usize,
    /// Cells printed as ｘ.
    pub hidden: usize,
    /// Cells other than zero and dash on the rung taken, totals included.
    pub cells: usize,
    /// The rungs that were left, finest first.
    pub steps: Vec<Step>,
}

/// Proof that one small count stays unknown: two whole tables, each of which fits everything printed.
///
/// Every hidden cell of either is at least 1, every shown cell is as printed, all sums hold, and in `high` the
/// protected cell is at least k and at least k more than in `low`. Not for print: it is checked and dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Number of the table.
    pub table: String,
    /// Row of the protected cell.
    pub row: usize,
    /// Column of the protected cell.
    pub column: usize,
    /// Threshold that it proves.
    pub k: u64,
    /// A possible truth where the cell is small.
    pub low: Vec<Vec<u64>>,
    /// A possible truth where the cell is large.
    pub high: Vec<Vec<u64>>,
}

/// What may be printed, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The tables that may be printed.
    pub released: Released,
    /// One entry per ladder, in the order of the request.
    pub fates: Vec<Fate>,
    /// One proof per protected cell.
    pub witnesses: Vec<Witness>,
}

/// Judges every table of a report and gives what may be printed.
///
/// Never fails: a table that cannot be protected is withheld with the request's sentence. The same request gives
/// the same answer.
pub fn release(request: Request) -> Release {
    let mut fates = Vec::new();
    let mut withheld = Vec::new();
    for ladder in &request.ladders {
        let Some(first) = ladder.rungs.first() else { continue };
        withheld.push(crate::released::Withheld {
            id: first.id.clone(),
            title: first.title.clone(),
            reason: request.withheld_sentence.clone(),
        });
        fates.push(Fate {
            id: first.id.clone(),
            title: first.title.clone(),
            published: false,
            rung: ladder.rungs.len(),
            rungs: ladder.rungs.len(),
            hidden: 0,
            cells: 0,
            steps: Vec::new(),
        });
    }
    let k = if request.profile.exact { 0 } else { request.profile.k };
    let released = Released {
        level: request.profile.level,
        k,
        fiscal_year: request.fiscal_year,
        headline: request.headline,
        tables: Vec::new(),
        withheld,
    };
    Release { released, fates, witnesses: Vec::new() }
}
