//! The one way from counts to print: every table of one report is judged here, together with the others.

use crate::coarsen::{Taken, descend};
use crate::frame::Totals;
use crate::linked::Shared;
use crate::profile::Profile;
use crate::released::{Headline, Released, Withheld};
use crate::table::Ladder;
use crate::witness::Witness;
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
        /// Inner cells that would be hidden.
        hidden: usize,
        /// Inner cells other than zero.
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
/// the same answer. Tables are judged in the order of the report; what an earlier one shows is fixed for all.
pub fn release(request: Request) -> Release {
    let Request { fiscal_year, profile, headline, ladders, withheld_sentence } = request;
    let totals = Totals::of(&headline, &ladders);
    let mut shared = Shared::default();
    let (mut tables, mut withheld, mut fates, mut witnesses) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for ladder in &ladders {
        let Some(finest) = ladder.rungs.first() else { continue };
        let descent = descend(ladder, &profile, &totals, &shared);
        let mut fate = Fate {
            id: finest.id.clone(),
            title: finest.title.clone(),
            published: false,
            rung: ladder.rungs.len(),
            rungs: ladder.rungs.len(),
            hidden: 0,
            cells: 0,
            steps: descent.steps,
        };
        let reason = withheld_sentence.clone();
        match descent.taken {
            None => withheld.push(Withheld { id: fate.id.clone(), title: fate.title.clone(), reason }),
            Some(Taken { rung, pattern, printed }) => {
                let table = &ladder.rungs[rung];
                shared.enter(ladder.linked.as_deref(), table, &pattern.hidden);
                fate.title.clone_from(&table.title);
                fate.published = true;
                fate.rung = rung;
                fate.hidden = pattern.hidden.len();
                fate.cells = table.cells.iter().flatten().filter(|c| c.value.is_some_and(|v| v > 0)).count();
                witnesses.extend(pattern.witnesses);
                tables.push(printed);
            }
        }
        fates.push(fate);
    }
    let k = if profile.exact { 0 } else { profile.k };
    let released = Released { level: profile.level, k, fiscal_year, headline, tables, withheld };
    Release { released, fates, witnesses }
}
