//! The one way from counts to print: every table of one report is judged here, together with the others.

use crate::book::{Book, Dimensions};
use crate::coarsen::{Around, Descent, bearable, descend, print};
use crate::earlier::Earlier;
use crate::explain::{Explanation, Hidden, explain};
use crate::frame::{Known, Totals};
use crate::joint::{Sheet, settle};
use crate::linked::Shared;
use crate::primary::group_disclosure;
use crate::profile::Profile;
use crate::released::{Headline, Released, Withheld};
use crate::scope::Set;
use crate::table::Ladder;
use crate::witness::Witness;
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything one report would like to print, and how strict it must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Fiscal year (April to March), by the year of its April.
    pub fiscal_year: i32,
    /// Thresholds of the level.
    pub profile: Profile,
    /// Totals of the whole project; published exactly at every level.
    pub headline: Headline,
    /// Whose people alone are counted, for a reader who knows them; of the whole project such a report tells nothing.
    pub own: Set,
    /// Of the totals only those open on this day (ISO) are told: the movements of so short a period are single persons.
    pub only_active_on: Option<String>,
    /// One ladder per table, in the order of the report.
    pub ladders: Vec<Ladder>,
    /// The sentence that stands in the place of a table that cannot be protected.
    pub withheld_sentence: String,
    /// Which report it is and what period it covers; printed beside the figures.
    pub occasion: Occasion,
    /// What the same reader has from earlier reports, oldest first.
    pub earlier: Vec<Earlier>,
    /// Forms and cells to which an attacker objects.
    pub objections: Vec<Objection>,
}

/// Which report, and its period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Occasion {
    /// Kind of report with what tells it from others of its kind: `annual`, `monthly 2025-06`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub report: String,
    /// First day (ISO).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Last day that is counted (ISO).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
}

/// Something that must not be printed as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Number of the table.
    pub table: String,
    /// The rung to which it applies.
    pub rung: usize,
    /// A cell that must be hidden; `None` where the form itself must go.
    pub cell: Option<(usize, usize)>,
    /// Why.
    pub why: Why,
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
    /// Together with what an earlier report shows, a small count would come out.
    Earlier(Box<Clash>),
    /// Somebody who knows some of those counted could take them away and find a small count of the others.
    Insider,
    /// An attacker could work out a small count from this form.
    Attacked,
    /// The table contradicts itself: its inner cells do not sum to the totals that are marked.
    NotAdditive,
}

/// Two cells that may not stand side by side: one of this report, one of an earlier report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// The earlier report.
    pub report: String,
    /// Number of its table.
    pub table: String,
    /// Caption of its row.
    pub row: String,
    /// Caption of its column.
    pub column: String,
    /// Number of the table of this report.
    pub own_table: String,
    /// Caption of the row here.
    pub own_row: String,
    /// Caption of the column here.
    pub own_column: String,
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
    /// Why each hidden cell is hidden. For the screen, never for print.
    pub explanations: Vec<Explanation>,
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
/// the same answer. Tables are judged in the order of the report; what an earlier one shows is fixed for all. Then
/// those that share sets are judged together, with each other and with what left before; the table that cannot stand
/// beside the others leaves the rung it took, and all are judged anew.
pub fn release(request: Request) -> Release {
    let mut objections = request.objections.clone();
    let rungs: usize = request.ladders.iter().map(|l| l.rungs.len()).sum();
    let dimensions = Dimensions::of(&request.ladders, &request.earlier);
    for _ in 0..rungs {
        match attempt(&request, &dimensions, &objections) {
            Ok(release) => return release,
            Err(objection) => objections.push(objection),
        }
    }
    // Every rung of every table has met an objection.
    let all = request.ladders.iter().flat_map(|l| l.rungs.iter().enumerate());
    objections.extend(all.map(|(rung, t)| Objection {
        table: t.id.clone(),
        rung,
        cell: None,
        why: Why::NoPattern,
    }));
    attempt(&request, &dimensions, &objections).unwrap_or_else(|_| Release::nothing(&request))
}

impl Release {
    /// Only the headline.
    fn nothing(request: &Request) -> Self {
        let released = Released {
            occasion: request.occasion.clone(),
            level: request.profile.level.clone(),
            k: request.profile.k,
            fiscal_year: request.fiscal_year,
            headline: request.headline,
            own: request.own.clone(),
            only_active_on: request.only_active_on.clone(),
            tables: Vec::new(),
            withheld: Vec::new(),
        };
        Self { released, fates: Vec::new(), witnesses: Vec::new() }
    }
}

/// Judges every table once. The error is a rung that cannot stand beside the others.
fn attempt(
    request: &Request,
    dimensions: &Dimensions,
    objections: &[Objection],
) -> Result<Release, Objection> {
    let profile = &request.profile;
    let totals = Totals::of(&request.headline, request.only_active_on.is_some(), &request.ladders);
    let mut shared = Shared::default();
    let mut book = Book::open(dimensions.clone(), if profile.exact { &[] } else { &request.earlier });
    let mut fresh = Book::open(dimensions.clone(), &[]);
    let mut descents = Vec::new();
    for ladder in request.ladders.iter().filter(|l| !l.rungs.is_empty()) {
        let around =
            Around { profile, totals: &totals, shared: &shared, book: &book, fresh: &fresh, objections };
        let descent = descend(ladder, &around);
        if let Some(taken) = &descent.taken {
            let table = &ladder.rungs[taken.rung];
            shared.enter(ladder.linked.as_deref(), table, &taken.pattern.hidden);
            book.enter(table, &taken.pattern.hidden);
            fresh.enter(table, &taken.pattern.hidden);
        }
        descents.push((ladder, descent));
    }
    let joined = if profile.exact { Vec::new() } else { join(request, dimensions, &totals, &mut descents)? };
    let mut released = Release::nothing(request);
    if profile.exact {
        released.released.k = 0;
    }
    for (ladder, descent) in descents {
        let finest = &ladder.rungs[0];
        let mut fate = Fate {
            id: finest.id.clone(),
            title: finest.title.clone(),
            published: false,
            rung: ladder.rungs.len(),
            rungs: ladder.rungs.len(),
            hidden: 0,
            cells: 0,
            steps: descent.steps,
            explanations: Vec::new(),
        };
        match descent.taken {
            None => released.released.withheld.push(Withheld {
                id: fate.id.clone(),
                title: fate.title.clone(),
                reason: request.withheld_sentence.clone(),
            }),
            Some(taken) => {
                let table = &ladder.rungs[taken.rung];
                fate.explanations = explain(
                    table,
                    &Hidden {
                        cells: &taken.pattern.hidden,
                        small: &taken.small,
                        elsewhere: &taken.elsewhere,
                        objections: objections
                            .iter()
                            .filter(|o| o.table == table.id && o.rung == taken.rung)
                            .collect(),
                    },
                );
                fate.title.clone_from(&table.title);
                fate.published = true;
                fate.rung = taken.rung;
                fate.hidden = taken.pattern.hidden.len();
                fate.cells = table.cells.iter().flatten().filter(|c| c.value.is_some_and(|v| v > 0)).count();
                // A proof that holds for several tables takes the place of the one for its table alone.
                let own = taken.pattern.witnesses.into_iter();
                let over = |w: &Witness| {
                    joined.iter().any(|j| (&j.table, j.row, j.column) == (&w.table, w.row, w.column))
                };
                released.witnesses.extend(own.filter(|w| !over(w)));
                released.released.tables.push(taken.printed);
            }
        }
        released.fates.push(fate);
    }
    released.witnesses.extend(joined);
    Ok(released)
}

/// Hides what tables that share sets ask of each other.
fn join(
    request: &Request,
    dimensions: &Dimensions,
    totals: &Totals,
    descents: &mut [(&Ladder, Descent)],
) -> Result<Vec<Witness>, Objection> {
    let mut sheets: Vec<Sheet<'_>> = Vec::new();
    for (ladder, descent) in descents.iter() {
        let Some(taken) = &descent.taken else { continue };
        let table = &ladder.rungs[taken.rung];
        let known = Known { totals, locked: &taken.locked };
        let corner = (table.rows.len().wrapping_sub(1), table.columns.len().wrapping_sub(1));
        let fixed = |cell: (usize, usize)| {
            let margin = cell.0 >= table.inner_rows() || cell.1 >= table.inner_columns();
            cell == corner && table.total_row
                || margin && table.value(cell).is_some_and(|v| known.looked_up(v))
        };
        let cells = (0..table.rows.len()).flat_map(|r| (0..table.columns.len()).map(move |c| (r, c)));
        sheets.push(Sheet {
            table,
            hidden: taken.pattern.hidden.clone(),
            primaries: taken.guarded.clone(),
            k: request.profile.threshold(table.kind),
            locked: taken.locked.iter().copied().chain(cells.filter(|&cell| fixed(cell))).collect(),
            most: known.most(table).min(1 << 24),
        });
    }
    let witnesses = settle(&mut sheets, dimensions, &request.earlier).map_err(|clashing| {
        let rung = descents
            .iter()
            .find_map(|(l, d)| Some((l, d.taken.as_ref()?)).filter(|(l, _)| l.rungs[0].id == clashing.table));
        let rung = rung.map_or(0, |(_, taken)| taken.rung);
        Objection { table: clashing.table, rung, cell: None, why: clashing.why }
    })?;
    let hidden: Vec<BTreeSet<(usize, usize)>> = sheets.into_iter().map(|s| s.hidden).collect();
    let taken = descents.iter_mut().filter_map(|(l, d)| Some((*l, d.taken.as_mut()?)));
    for ((ladder, taken), hidden) in taken.zip(hidden) {
        if hidden.len() == taken.pattern.hidden.len() {
            continue;
        }
        let table = &ladder.rungs[taken.rung];
        let leave = |why| Objection { table: table.id.clone(), rung: taken.rung, cell: None, why };
        bearable(table, &hidden).map_err(leave)?;
        if let Some(row) = group_disclosure(table, &hidden, &request.profile) {
            return Err(leave(Why::GroupDisclosure { row }));
        }
        taken.printed = print(table, taken.rung, &hidden, &request.profile);
        taken.pattern.hidden = hidden;
    }
    Ok(witnesses)
}
