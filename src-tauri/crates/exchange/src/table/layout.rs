//! Where the head of a list stands, and what its columns are.

use super::columns::by_head;
use super::field::{Field, ListKind};
use super::{Line, Sheet};

/// Lines in which a head is looked for.
const LOOKED_AT: usize = 40;

/// The head of a list.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Row of the head as the person sees it; of two rows the first. `None` where there is no head.
    pub head_row: Option<usize>,
    /// Heads, one for each column; empty texts where there are none.
    pub heads: Vec<String>,
    /// What every column is; `None` is left out.
    pub columns: Vec<Option<&'static Field>>,
    /// Place of the first line below the head among the lines of the sheet.
    pub first: usize,
}

/// A head that may be meant: texts and fields of its columns, and the lines it takes.
struct Candidate {
    heads: Vec<String>,
    columns: Vec<Option<&'static Field>>,
    lines: usize,
}

impl Candidate {
    fn score(&self) -> usize {
        self.columns.iter().flatten().count()
    }
}

impl Layout {
    /// Finds the head by rule: the line, or the two lines, among the first forty in which most columns of this kind
    /// of list are recognised; of equals the first. One recognised column is enough only where the list has no more.
    pub fn find(kind: ListKind, sheet: &Sheet) -> Self {
        let width = width(sheet);
        let mut best: Option<(usize, Candidate)> = None;
        for at in 0..sheet.lines.len().min(LOOKED_AT) {
            let candidate = candidate(kind, sheet, at, width);
            let least = if width <= 2 { 1 } else { 2 };
            let better = best.as_ref().is_none_or(|(_, b)| candidate.score() > b.score());
            if candidate.score() >= least && better {
                best = Some((at, candidate));
            }
        }
        match best {
            Some((at, candidate)) => Self::of(sheet, at, candidate),
            None => Self::headless(width),
        }
    }

    /// The head at a row that a person chose; 0 for a list without one.
    pub fn at(kind: ListKind, sheet: &Sheet, row: usize) -> Self {
        let width = width(sheet);
        match sheet.lines.iter().position(|line| line.at == row) {
            Some(at) => Self::of(sheet, at, candidate(kind, sheet, at, width)),
            None => Self::headless(width),
        }
    }

    fn of(sheet: &Sheet, at: usize, candidate: Candidate) -> Self {
        Self {
            head_row: sheet.lines.get(at).map(|line| line.at),
            heads: candidate.heads,
            columns: candidate.columns,
            first: at + candidate.lines,
        }
    }

    fn headless(width: usize) -> Self {
        Self { head_row: None, heads: vec![String::new(); width], columns: vec![None; width], first: 0 }
    }

    /// Gives a column another meaning; a field that another column had moves here.
    pub fn set(&mut self, column: usize, field: Option<&'static Field>) {
        if let Some(field) = field {
            for other in &mut self.columns {
                if other.is_some_and(|f| f.id == field.id) {
                    *other = None;
                }
            }
        }
        if let Some(own) = self.columns.get_mut(column) {
            *own = field;
        }
    }

    /// Place of the column of a field.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|f| f.is_some_and(|f| f.id == id))
    }

    /// Places of the columns of a person's reading.
    pub fn readings(&self) -> Vec<usize> {
        ["kana", "family_kana", "given_kana"].iter().filter_map(|id| self.column(id)).collect()
    }

    /// The first of each group of fields of which none has a column, though one is needed.
    pub fn missing(&self, kind: ListKind) -> Vec<&'static str> {
        let absent = |group: &&&[&'static str]| group.iter().all(|id| self.column(id).is_none());
        kind.needs().iter().filter(absent).filter_map(|group| group.first().copied()).collect()
    }
}

fn width(sheet: &Sheet) -> usize {
    sheet.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
}

/// The head that begins at a line: one line, or two where the second makes more columns known.
fn candidate(kind: ListKind, sheet: &Sheet, at: usize, width: usize) -> Candidate {
    let upper = &sheet.lines[at];
    let own = |line: &Line| (0..width).map(|c| line.at(c).to_owned()).collect::<Vec<_>>();
    let one = Candidate { columns: recognised(kind, own(upper).into_iter()), heads: own(upper), lines: 1 };
    let Some(lower) = sheet.lines.get(at + 1) else { return one };
    let alone = Candidate { columns: recognised(kind, own(lower).into_iter()), heads: own(lower), lines: 1 };
    if one.score() == 0 && alone.score() > 0 {
        return one;
    }
    let above = spread(upper, lower, width);
    let mut columns: Vec<Option<&'static Field>> = Vec::with_capacity(width);
    let mut heads = Vec::with_capacity(width);
    for (column, above) in above.iter().enumerate() {
        let below = lower.at(column);
        let same = above == below;
        let both = if same { above.clone() } else { format!("{above}{below}") };
        let field = [both.as_str(), below, above.as_str()].into_iter().find_map(|t| by_head(kind, t));
        columns.push(field.filter(|f| !columns.iter().flatten().any(|known| known.id == f.id)));
        heads.push(match (above.is_empty(), below.is_empty()) {
            (false, false) if !same => format!("{above} {below}"),
            (true, _) => below.to_owned(),
            _ => above.clone(),
        });
    }
    let two = Candidate { heads, columns, lines: 2 };
    let better = two.score() > one.score().max(alone.score()).max(1);
    if better { two } else { one }
}

/// Upper heads over every column they stand above: to the right until the next one, as merged heads are written.
fn spread(upper: &Line, lower: &Line, width: usize) -> Vec<String> {
    let mut over = String::new();
    (0..width)
        .map(|column| {
            let own = upper.at(column);
            if !own.is_empty() {
                own.clone_into(&mut over);
            } else if lower.at(column).is_empty() {
                over.clear();
            }
            over.clone()
        })
        .collect()
}

fn recognised(kind: ListKind, heads: impl Iterator<Item = String>) -> Vec<Option<&'static Field>> {
    let mut found: Vec<Option<&'static Field>> = Vec::new();
    for head in heads {
        let field = by_head(kind, &head);
        found.push(field.filter(|f| !found.iter().flatten().any(|known| known.id == f.id)));
    }
    found
}
