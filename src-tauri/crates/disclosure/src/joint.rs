//! Tables that share sets are one system of equations, with each other and with what left before.
//!
//! Cells that count the same set are one unknown; a set that is printed beside its parts is their sum. Where hidden
//! cells of several tables hang together, each small one needs whole numbers for all tables at once that leave it open
//! (continuous bounds may be wider than the whole truth, see Hundepool et al., Statistical Disclosure Control, on linked
//! tables). More is hidden where that is needed, at the least price; where nothing helps, the later table gives way.

mod prove;

use crate::book::{Dimensions, Key};
use crate::earlier::{Earlier, EarlierTable};
use crate::families::tilings;
use crate::primary::Primary;
use crate::release::{Clash, Why};
use crate::released::Shown;
use crate::table::{ColumnType, Kind, Table};
use crate::witness::Witness;
use prove::Protected;
use std::collections::{BTreeMap, BTreeSet};

/// A table that is to be printed.
pub(crate) struct Sheet<'a> {
    pub table: &'a Table,
    pub hidden: BTreeSet<(usize, usize)>,
    pub primaries: Vec<Primary>,
    /// Threshold; `None` where nothing of it may be hidden.
    pub k: Option<u64>,
    /// Cells that may not be hidden.
    pub locked: BTreeSet<(usize, usize)>,
    /// Nobody stands in it twice, so no cell exceeds this.
    pub most: i64,
}

/// Tables that cannot stand side by side: the one that has to give way, and beside what.
pub(crate) struct Clashing {
    pub table: String,
    pub why: Why,
}

/// Greatest number that is asked for where nothing limits a cell.
const ROOF: i64 = 1 << 24;
/// Most unknowns of one question; beyond, the later table gives way.
const LARGEST: usize = 400;

#[derive(Debug, Default)]
struct Unknown {
    value: Option<i64>,
    hidden: bool,
    locked: bool,
    price: i64,
    most: i64,
    /// Table (present ones first), row, column.
    places: Vec<(usize, usize, usize)>,
}

/// Signed unknowns that sum to nothing, and the tables that say so.
type Sum = (Vec<(usize, i64)>, BTreeSet<usize>);

struct Joint<'a, 'b> {
    sheets: &'a mut [Sheet<'b>],
    /// Tables of earlier reports, in the order of their numbers after the present ones.
    past: Vec<(&'a Earlier, &'a EarlierTable)>,
    unknowns: Vec<Unknown>,
    index: BTreeMap<(usize, usize, usize), usize>,
    equations: Vec<Sum>,
}

/// Hides what must be hidden for the sake of other tables and gives the proofs of cells that hang together.
pub(crate) fn settle(
    sheets: &mut [Sheet<'_>],
    dimensions: &Dimensions,
    earlier: &[Earlier],
) -> Result<Vec<Witness>, Clashing> {
    let open = sheets.iter().any(|s| s.table.scope.is_some() && !s.hidden.is_empty());
    if !open {
        return Ok(Vec::new());
    }
    let mut joint = Joint::of(sheets, dimensions, earlier);
    joint.settle()
}

impl<'a, 'b> Joint<'a, 'b> {
    fn of(sheets: &'a mut [Sheet<'b>], dimensions: &Dimensions, earlier: &'a [Earlier]) -> Self {
        let past = earlier.iter().flat_map(|e| e.tables.iter().map(move |t| (e, t)));
        let past: Vec<(&Earlier, &EarlierTable)> = past.filter(|(_, t)| t.scope.is_some()).collect();
        let mut joint = Self {
            sheets,
            past: past.clone(),
            unknowns: Vec::new(),
            index: BTreeMap::new(),
            equations: Vec::new(),
        };
        let mut keys: BTreeMap<Key, usize> = BTreeMap::new();
        joint.enter_present(dimensions, &mut keys);
        let present = joint.sheets.len();
        for (at, (_, table)) in past.iter().enumerate() {
            joint.enter_past(present + at, table, dimensions, &mut keys);
        }
        for (parts, whole) in tilings(&keys) {
            let terms: Vec<(usize, i64)> = parts.into_iter().map(|p| (p, 1)).chain([(whole, -1)]).collect();
            let truth: Option<i64> =
                terms.iter().map(|&(v, f)| joint.unknowns[v].value.map(|n| f * n)).sum::<Option<i64>>();
            // An equation that the data do not bear out is none, and readers see that too.
            if truth.is_none_or(|sum| sum == 0) {
                let tables =
                    terms.iter().flat_map(|&(v, _)| &joint.unknowns[v].places).map(|p| p.0).collect();
                joint.equations.push((terms, tables));
            }
        }
        joint
    }

    fn enter_present(&mut self, dimensions: &Dimensions, keys: &mut BTreeMap<Key, usize>) {
        for t in 0..self.sheets.len() {
            let table = self.sheets[t].table;
            for (r, row) in table.cells.iter().enumerate() {
                for (c, cell) in row.iter().enumerate() {
                    let Some(value) = cell.value.and_then(|v| i64::try_from(v).ok()) else { continue };
                    let key = table.scope.as_ref().and_then(|scope| dimensions.key(scope, r, c));
                    let same = key.as_ref().and_then(|key| keys.get(key)).copied();
                    let same = same.filter(|&v| self.unknowns[v].value == Some(value));
                    let v = same.unwrap_or(self.unknowns.len());
                    if same.is_none() {
                        self.unknowns.push(Unknown { value: Some(value), most: ROOF, ..Unknown::default() });
                        if let Some(key) = key {
                            keys.entry(key).or_insert(v);
                        }
                    }
                    let sheet = &self.sheets[t];
                    let margin = r >= table.inner_rows() || c >= table.inner_columns();
                    let unknown = &mut self.unknowns[v];
                    unknown.hidden |= sheet.hidden.contains(&(r, c));
                    unknown.locked |= sheet.k.is_none() || sheet.locked.contains(&(r, c)) || value == 0;
                    unknown.price = unknown.price.max((value + 3) * if margin { 4 } else { 1 });
                    unknown.most = unknown.most.min(sheet.most);
                    unknown.places.push((t, r, c));
                    self.index.insert((t, r, c), v);
                }
            }
            let lines = table.lines().into_iter().filter(|_| table.additive);
            for line in lines {
                let signed = line.parts.iter().map(|&p| (p, 1)).chain([(line.total, -1)]);
                self.equate(t, signed);
            }
        }
    }

    fn equate(&mut self, t: usize, signed: impl Iterator<Item = ((usize, usize), i64)>) {
        let terms = signed.filter_map(|((r, c), sign)| Some((*self.index.get(&(t, r, c))?, sign))).collect();
        self.equations.push((terms, BTreeSet::from([t])));
    }

    fn enter_past(
        &mut self,
        t: usize,
        table: &EarlierTable,
        dimensions: &Dimensions,
        keys: &mut BTreeMap<Key, usize>,
    ) {
        let Some(scope) = &table.scope else { return };
        for (r, row) in table.cells.iter().enumerate() {
            for (c, shown) in row.iter().enumerate() {
                let value = match shown {
                    Shown::Number(n) => i64::try_from(*n).ok(),
                    Shown::Hidden => None,
                    Shown::NotApplicable => continue,
                };
                let key = dimensions.key(scope, r, c);
                let same = key.as_ref().and_then(|key| keys.get(key)).copied();
                let same = same.filter(|&v| value.is_none() || self.unknowns[v].value == value);
                let v = same.unwrap_or(self.unknowns.len());
                if same.is_none() {
                    self.unknowns.push(Unknown { value, most: ROOF, locked: true, ..Unknown::default() });
                    if let Some(key) = key {
                        keys.entry(key).or_insert(v);
                    }
                }
                let unknown = &mut self.unknowns[v];
                unknown.hidden |= value.is_none();
                unknown.locked |= value.is_some();
                unknown.places.push((t, r, c));
                self.index.insert((t, r, c), v);
            }
        }
        if table.additive {
            for line in frame(table).lines() {
                let signed = line.parts.iter().map(|&p| (p, 1)).chain([(line.total, -1)]);
                self.equate(t, signed);
            }
        }
    }

    fn settle(&mut self) -> Result<Vec<Witness>, Clashing> {
        let mut witnesses = Vec::new();
        let mut done: BTreeSet<usize> = BTreeSet::new();
        for _ in 0..=self.unknowns.len() {
            let Some(part) = self.parts().into_iter().find(|p| !p.iter().all(|v| done.contains(v))) else {
                break;
            };
            if self.alone(&part) {
                done.extend(part);
                continue;
            }
            match self.protect(&part) {
                Protected::Proven(proofs) => {
                    witnesses.extend(proofs);
                    done.extend(part);
                }
                Protected::Extended => done.clear(),
                Protected::Nothing => return Err(self.clashing(&part)),
            }
            if done.is_empty() {
                witnesses.clear();
            }
        }
        Ok(witnesses)
    }

    /// Hidden unknowns that equations join.
    fn parts(&self) -> Vec<Vec<usize>> {
        let mut group: Vec<usize> = (0..self.unknowns.len()).collect();
        let mut changed = true;
        while changed {
            changed = false;
            for (terms, _) in &self.equations {
                let hidden = || terms.iter().map(|t| t.0).filter(|&v| self.unknowns[v].hidden);
                if let Some(least) = hidden().map(|v| group[v]).min() {
                    for v in hidden() {
                        changed |= group[v] != least;
                        group[v] = least;
                    }
                }
            }
        }
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for v in (0..group.len()).filter(|&v| self.unknowns[v].hidden) {
            parts.entry(group[v]).or_default().push(v);
        }
        parts.into_values().collect()
    }

    fn tables_of(&self, part: &[usize]) -> BTreeSet<usize> {
        let own = part.iter().flat_map(|&v| &self.unknowns[v].places).map(|p| p.0);
        let touching = |terms: &[(usize, i64)]| terms.iter().any(|t| part.contains(&t.0));
        let joined =
            self.equations.iter().filter(|(terms, _)| touching(terms)).flat_map(|(_, t)| t.iter().copied());
        own.chain(joined).collect()
    }

    /// One present table alone, or earlier ones alone: proven already.
    fn alone(&self, part: &[usize]) -> bool {
        let tables = self.tables_of(part);
        tables.len() == 1 || tables.iter().all(|&t| t >= self.sheets.len())
    }

    fn clashing(&self, part: &[usize]) -> Clashing {
        let tables = self.tables_of(part);
        let present = tables.iter().copied().filter(|&t| t < self.sheets.len()).max().unwrap_or(0);
        let with = tables.iter().copied().filter(|&t| t != present).max().unwrap_or(present);
        let own = self.sheets[present].table;
        let table = own.id.clone();
        let Some(&(earlier, there)) = with.checked_sub(self.sheets.len()).and_then(|at| self.past.get(at))
        else {
            return Clashing { table, why: Why::Linked { with: self.sheets[with].table.id.clone() } };
        };
        let (own_row, own_column) = captions(self.place_in(part, present), &own.rows, &own.columns);
        let (row, column) = captions(self.place_in(part, with), &there.rows, &there.columns);
        let (report, with) = (earlier.name.clone(), there.id.clone());
        let clash =
            Clash { report, table: with, row, column, own_table: own.id.clone(), own_row, own_column };
        Clashing { table, why: Why::Earlier(Box::new(clash)) }
    }

    /// A cell of a table that bears on a part: a hidden one of it, else one that stands in a sum with it.
    fn place_in(&self, part: &[usize], table: usize) -> Option<(usize, usize)> {
        let place = |v: usize| self.unknowns[v].places.iter().find(|p| p.0 == table).map(|p| (p.1, p.2));
        let sums = self.equations.iter().filter(|(terms, _)| terms.iter().any(|t| part.contains(&t.0)));
        part.iter().copied().chain(sums.flat_map(|(terms, _)| terms.iter().map(|t| t.0))).find_map(place)
    }
}

/// Captions of the row and the column of a cell.
fn captions(cell: Option<(usize, usize)>, rows: &[String], columns: &[String]) -> (String, String) {
    let at = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
    cell.map(|(row, column)| (at(rows, row), at(columns, column))).unwrap_or_default()
}

/// An earlier table's frame, for its lines.
fn frame(table: &EarlierTable) -> Table {
    let cell = |shown: &Shown| match shown {
        Shown::NotApplicable => crate::table::Cell::none(),
        _ => crate::table::Cell::count(0),
    };
    Table {
        id: table.id.clone(),
        title: String::new(),
        kind: Kind::Persons,
        additive: table.additive,
        column_types: if table.column_types.len() == table.columns.len() {
            table.column_types.clone()
        } else {
            vec![ColumnType::Count; table.columns.len()]
        },
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        total_row: table.total_row,
        total_column: table.total_column,
        cells: table.cells.iter().map(|row| row.iter().map(cell).collect()).collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: None,
    }
}
