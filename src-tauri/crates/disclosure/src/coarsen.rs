//! Walks the ladder of a table: the finest form that tells most and can be protected is taken.
//!
//! What a form tells is measured in quarters of a cell: an inner cell that is shown counts 4 (a zero 1), an inner cell
//! that is hidden takes 3 away and a hidden margin 4, because a page full of ｘ tells a reader nothing. A form that
//! hides nothing is taken at once. One that hides up to a quarter of its inner cells, and no more than six for the
//! sake of others, stands against the coarser ones and wins unless one of them tells more. Only where no form meets
//! that does one that hides up to half come in. Below that the table is withheld.

use crate::book::Book;
use crate::frame::{Known, Totals};
use crate::linked::Shared;
use crate::primary::{Primary, group_disclosure, primaries, small_base};
use crate::profile::Profile;
use crate::release::{Objection, Step, Why};
use crate::released::{Derived, ReleasedTable, Shown};
use crate::suppress::{Pattern, suppress};
use crate::table::{Labels, Ladder, Table};
use std::collections::BTreeSet;

/// What stands in the place of hidden words, as in the place of hidden numbers.
const MARK: &str = "ｘ";
/// Most cells that may be hidden for the sake of others; a form that needs more tells too little.
const SECONDARIES: usize = 6;

/// The rung that was taken.
pub(crate) struct Taken {
    pub rung: usize,
    pub pattern: Pattern,
    pub printed: ReleasedTable,
    /// Every cell that must stay uncertain.
    pub guarded: Vec<Primary>,
    /// Those of them that are small for their own sake, with their threshold.
    pub small: Vec<((usize, usize), u64)>,
    /// Those that are hidden in another table or report, and where.
    pub elsewhere: Vec<((usize, usize), Why)>,
    /// Cells that are known already.
    pub locked: Vec<(usize, usize)>,
}

/// The way down one ladder.
pub(crate) struct Descent {
    pub taken: Option<Taken>,
    pub steps: Vec<Step>,
}

/// A protected form with what it tells.
struct Form {
    taken: Taken,
    told: i64,
    inner: usize,
    inner_hidden: usize,
}

impl Form {
    fn light(&self) -> bool {
        self.inner_hidden * 4 <= self.inner && self.seconds() <= SECONDARIES
    }
    fn bearable(&self) -> bool {
        self.inner_hidden * 2 <= self.inner && self.seconds() <= SECONDARIES
    }
    fn seconds(&self) -> usize {
        self.taken.pattern.hidden.len() - self.taken.pattern.primaries.len()
    }
}

/// What decides about a table beside the table itself.
pub(crate) struct Around<'a> {
    pub profile: &'a Profile,
    pub totals: &'a Totals,
    pub shared: &'a Shared,
    pub book: &'a Book,
    /// The same without what left before.
    pub fresh: &'a Book,
    pub objections: &'a [Objection],
}

/// Walks one ladder and says why each rung above the one taken was left.
pub(crate) fn descend(ladder: &Ladder, around: &Around<'_>) -> Descent {
    let mut forms: Vec<Result<Form, Why>> = Vec::new();
    for (rung, table) in ladder.rungs.iter().enumerate() {
        let form = protect(table, rung, ladder.linked.as_deref(), around);
        let clear = form.as_ref().is_ok_and(|f| f.taken.pattern.hidden.is_empty());
        forms.push(form);
        if clear {
            break;
        }
    }
    let chosen = best(&forms, Form::light).or_else(|| best(&forms, Form::bearable));
    let told = chosen.and_then(|rung| forms[rung].as_ref().ok()).map(|form| form.told);
    let mut steps = Vec::new();
    let mut taken = None;
    for (rung, form) in forms.into_iter().enumerate() {
        if Some(rung) == chosen {
            taken = form.ok().map(|form| form.taken);
            break;
        }
        let why = why_left(ladder, rung, form, around, told.is_some());
        steps.push(Step { rung, title: ladder.rungs[rung].title.clone(), why });
    }
    Descent { taken, steps }
}

/// Why a rung was left, where another form may have been taken.
fn why_left(ladder: &Ladder, rung: usize, form: Result<Form, Why>, around: &Around<'_>, taken: bool) -> Why {
    if let Some(why) = what_left_before(ladder, rung, &form, around) {
        return why;
    }
    match form {
        Err(why) => why,
        // Hidden for the sake of another table: that is why the form says too little.
        Ok(_) if asked(ladder, rung, around).is_some() => {
            asked(ladder, rung, around).map_or(Why::Attacked, |o| o.why.clone())
        }
        Ok(form) if form.light() && taken => Why::CoarserTellsMore,
        Ok(form) => Why::TooManyHidden { hidden: form.inner_hidden, of: form.inner },
    }
}

/// The clash with an earlier report, where the form would tell more if that had not left.
fn what_left_before(
    ladder: &Ladder,
    rung: usize,
    form: &Result<Form, Why>,
    around: &Around<'_>,
) -> Option<Why> {
    let table = &ladder.rungs[rung];
    let earlier = |o: &&Objection| matches!(o.why, Why::Earlier(_));
    let at = |o: &&Objection| o.table == table.id && o.rung == rung;
    let asked = around.objections.iter().filter(at).find(earlier).map(|o| o.why.clone());
    let because = asked.or_else(|| match around.book.rule(table, around.profile) {
        Ok(ruled) => ruled.earlier(table),
        Err(why @ Why::Earlier(_)) => Some(why),
        Err(_) => None,
    })?;
    let objections: Vec<Objection> = around.objections.iter().filter(|o| !earlier(o)).cloned().collect();
    let around = Around { book: around.fresh, objections: &objections, ..*around };
    let free = protect(table, rung, ladder.linked.as_deref(), &around).ok()?;
    let more = form.as_ref().map_or(true, |form| form.told < free.told);
    more.then_some(because)
}

/// A wish of an attacker at a rung.
fn asked<'a>(ladder: &Ladder, rung: usize, around: &Around<'a>) -> Option<&'a Objection> {
    around.objections.iter().find(|o| o.table == ladder.rungs[rung].id && o.rung == rung)
}

/// The rung that tells most among those that pass; the finer one where two tell as much.
fn best(forms: &[Result<Form, Why>], passes: fn(&Form) -> bool) -> Option<usize> {
    let mut best: Option<(i64, usize)> = None;
    for (rung, form) in forms.iter().enumerate() {
        let Ok(form) = form else { continue };
        if passes(form) && best.is_none_or(|(told, _)| form.told > told) {
            best = Some((form.told, rung));
        }
    }
    best.map(|(_, rung)| rung)
}

fn protect(table: &Table, rung: usize, linked: Option<&str>, around: &Around<'_>) -> Result<Form, Why> {
    let Around { profile, totals, shared, book, objections, .. } = *around;
    let against = |o: &&Objection| o.table == table.id && o.rung == rung;
    if let Some(objection) = objections.iter().filter(against).find(|o| o.cell.is_none()) {
        return Err(objection.why.clone());
    }
    if !table.well_formed() {
        return Err(Why::NotAdditive);
    }
    let Some(k) = profile.threshold(table.kind) else {
        let printed = print(table, rung, &BTreeSet::new(), profile);
        return Ok(weigh(table, Taken::open(rung, printed)));
    };
    if !table.sums_hold() {
        return Err(Why::NotAdditive);
    }
    if let Some(needed) = small_base(table, profile) {
        return Err(Why::SmallBase { total: table.base(), needed });
    }
    if let Some(row) = group_disclosure(table, &BTreeSet::new(), profile) {
        return Err(Why::GroupDisclosure { row });
    }
    let mut fixed = shared.fixed(linked, table).map_err(|with| Why::Linked { with })?;
    let ruled = book.rule(table, profile)?;
    fixed.extend(&ruled.locked);
    let known = Known { totals, locked: &fixed };
    let mut guarded = primaries(table, profile);
    let small: Vec<((usize, usize), u64)> = guarded.iter().map(|p| (p.cell, p.k)).collect();
    let asked =
        objections.iter().filter(against).filter_map(|o| Some(Primary { cell: o.cell?, k, width: k }));
    for more in ruled.primaries(k).chain(asked) {
        if !guarded.iter().any(|p| p.cell == more.cell) {
            guarded.push(more);
        }
    }
    let pattern = suppress(table, &guarded, k, &known).ok_or_else(|| {
        // Where only the wish of another table or report cannot be met, that is the reason.
        objections.iter().find(against).map_or(Why::NoPattern, |o| o.why.clone())
    })?;
    if let Some(row) = group_disclosure(table, &pattern.hidden, profile) {
        return Err(Why::GroupDisclosure { row });
    }
    if let Some(with) = shared.uncovers(linked, table, &pattern.hidden) {
        return Err(Why::Linked { with });
    }
    let printed = print(table, rung, &pattern.hidden, profile);
    let proven =
        |p: &(usize, usize)| pattern.witnesses.iter().any(|w| (w.row, w.column) == *p && w.proves(&printed));
    if !pattern.primaries.iter().all(proven) {
        return Err(Why::NoPattern);
    }
    let elsewhere = ruled.forced;
    Ok(weigh(table, Taken { rung, pattern, printed, guarded, small, elsewhere, locked: fixed }))
}

impl Taken {
    /// A form that shows everything.
    fn open(rung: usize, printed: ReleasedTable) -> Self {
        let pattern = Pattern::default();
        let (guarded, small, elsewhere, locked) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { rung, pattern, printed, guarded, small, elsewhere, locked }
    }
}

/// Hidden inner cells that a form may have when other tables ask for more of them.
pub(crate) fn bearable(table: &Table, hidden: &BTreeSet<(usize, usize)>) -> Result<(), Why> {
    let (rows, columns) = (table.inner_rows(), table.inner_columns());
    let inner = (0..rows).flat_map(|r| (0..columns).map(move |c| (r, c)));
    let inner: Vec<_> = inner.filter(|&cell| table.value(cell).is_some_and(|v| v > 0)).collect();
    let gone = inner.iter().filter(|cell| hidden.contains(cell)).count();
    if gone * 2 <= inner.len() { Ok(()) } else { Err(Why::TooManyHidden { hidden: gone, of: inner.len() }) }
}

fn weigh(table: &Table, taken: Taken) -> Form {
    let pattern = &taken.pattern;
    let (rows, columns) = (table.inner_rows(), table.inner_columns());
    let (mut told, mut inner, mut inner_hidden) = (0, 0, 0);
    for (r, row) in table.cells.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let (inside, hidden) = (r < rows && c < columns, pattern.hidden.contains(&(r, c)));
            told += match cell.value {
                Some(_) if hidden && inside => -3,
                Some(_) if hidden => -4,
                Some(0) if inside => 1,
                Some(_) if inside => 4,
                _ => 0,
            };
            if inside && cell.value.is_some_and(|v| v > 0) {
                inner += 1;
                inner_hidden += usize::from(hidden);
            }
        }
    }
    Form { taken, told, inner, inner_hidden }
}

pub(crate) fn print(
    table: &Table,
    rung: usize,
    hidden: &BTreeSet<(usize, usize)>,
    profile: &Profile,
) -> ReleasedTable {
    let shown = |r: usize, c: usize| match table.value((r, c)) {
        None => Shown::NotApplicable,
        Some(_) if hidden.contains(&(r, c)) => Shown::Hidden,
        Some(value) => Shown::Number(value),
    };
    let cells: Vec<Vec<Shown>> =
        (0..table.rows.len()).map(|r| (0..table.columns.len()).map(|c| shown(r, c)).collect()).collect();
    let derived = table.shares.iter().filter_map(|share| derive(share, &cells, profile)).collect();
    ReleasedTable {
        id: table.id.clone(),
        title: table.title.clone(),
        kind: table.kind,
        additive: table.additive,
        column_types: table.column_types.clone(),
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        total_row: table.total_row,
        total_column: table.total_column,
        cells,
        labels: table.labels.iter().map(|label| told(label, hidden)).collect(),
        derived,
        notes: table.notes.clone(),
        scope: table.scope.clone().filter(|s| s.fits(table.rows.len(), table.columns.len())),
        rung,
    }
}

/// Words that follow from a hidden cell are hidden with it.
fn told(label: &Labels, hidden: &BTreeSet<(usize, usize)>) -> Labels {
    let follows = |row: usize| label.rests.iter().any(|&column| hidden.contains(&(row, column)));
    let text = |(row, text): (usize, &String)| if follows(row) { MARK.to_owned() } else { text.clone() };
    Labels { texts: label.texts.iter().enumerate().map(text).collect(), ..label.clone() }
}

/// A share between two shown cells over a large enough whole; everything else says more than the table does.
fn derive(share: &crate::table::Share, cells: &[Vec<Shown>], profile: &Profile) -> Option<Derived> {
    let at = |(r, c): (usize, usize)| match cells.get(r)?.get(c)? {
        Shown::Number(value) => Some(*value),
        _ => None,
    };
    let (part, whole) = (at(share.part)?, at(share.whole)?);
    let floor = if profile.exact { 1 } else { profile.share_floor.max(1) };
    if whole < floor {
        return None;
    }
    let per_mille = (u128::from(part) * 2000 + u128::from(whole)) / (2 * u128::from(whole));
    let per_mille = u64::try_from(per_mille).ok()?;
    Some(Derived { label: share.label.clone(), part: share.part, whole: share.whole, per_mille })
}
