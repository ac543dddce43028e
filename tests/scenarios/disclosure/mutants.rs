//! Every way to weaken a published table that we know of, tried at every place where it applies: to each the outsider must
//! object, and to the tables as they were published to none.

use super::{YEAR, crossed, ladder, one_way, released};
use audit::FindingKind::{
    self, CellMismatch, Difference, ExactValue, GroupDisclosure, Narrow, Revision, ShareSmallBase,
    SingleHidden, SmallBase, SmallShown,
};
use disclosure::{Headline, Kind, Scope, Set, Share, Table};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What must come of a mutant.
enum Must {
    /// One of these findings.
    Find(&'static [FindingKind]),
    /// It cannot be read at all.
    Refuse,
}
use Must::{Find, Refuse};

/// What a mutant may change: the published report, the true numbers of its tables, and a place.
struct Target<'a> {
    report: Value,
    truth: &'a BTreeMap<String, Table>,
    table: usize,
    row: usize,
    column: usize,
}

impl Target<'_> {
    fn table(&mut self) -> &mut Value {
        &mut self.report["tables"][self.table]
    }
    fn cell(&mut self) -> &mut Value {
        let (row, column) = (self.row, self.column);
        &mut self.table()["cells"][row][column]
    }
    fn id(&self) -> &str {
        self.report["tables"][self.table]["id"].as_str().expect("an id")
    }
    fn true_count(&self) -> u64 {
        self.truth[self.id()].cells[self.row][self.column].value.expect("a count")
    }
    fn k(&self) -> u64 {
        self.report["k"].as_u64().expect("a threshold")
    }
    fn hidden(&mut self) -> bool {
        *self.cell() == json!("x")
    }
    fn is(&self, kind: &str) -> bool {
        self.report["tables"][self.table]["kind"] == kind
    }
    fn flag(&self, name: &str) -> bool {
        self.report["tables"][self.table][name] == true
    }
    /// The place lies in no total.
    fn inner(&self) -> bool {
        let table = &self.report["tables"][self.table];
        let last = |list: &str| table[list].as_array().expect("captions").len() - 1;
        !(self.flag("total_row") && self.row == last("rows")
            || self.flag("total_column") && self.column == last("columns"))
    }
    fn first(&self) -> bool {
        self.row == 0 && self.column == 0
    }
    /// The table once more under another number.
    fn twin(&mut self, change: impl FnOnce(&mut Value)) {
        let mut twin = self.table().clone();
        twin["id"] = json!("99");
        change(&mut twin);
        self.report["tables"].as_array_mut().expect("tables").push(twin);
    }
}

/// Name, what must come of it, and the change; `false` where it does not apply at the place.
type Mutant = (&'static str, Must, fn(&mut Target) -> bool);

/// Everything that is known about a hidden number that comes back.
const TOLD: Must = Find(&[ExactValue, Narrow, SingleHidden, SmallShown, CellMismatch]);

const MUTANTS: &[Mutant] = &[
    ("a hidden cell is shown again", TOLD, |t| {
        let n = t.true_count();
        t.hidden() && {
            *t.cell() = json!(n);
            true
        }
    }),
    ("of a mask only the small cells stay", TOLD, |t| t.first() && keep_only_small(t)),
    ("of a mask the row is shown but for one cell", TOLD, |t| {
        let (truth, row, column) = (t.truth[t.id()].clone(), t.row, t.column);
        if !t.hidden() || !t.flag("total_column") || !t.inner() {
            return false;
        }
        for c in (0..truth.columns.len()).filter(|c| *c != column) {
            t.table()["cells"][row][c] = json!(truth.cells[row][c].value);
        }
        true
    }),
    ("a mask holds two small cells and nothing else", TOLD, |t| {
        let (row, column, k) = (t.row, t.column, t.k());
        // Both are one, whatever was there; the total says two more than the rest.
        let rows = t.table()["rows"].as_array().expect("rows").len();
        let plain = t.is("persons") && t.flag("additive") && t.flag("total_row") && !t.flag("total_column");
        if !plain || !t.inner() || row + 2 >= rows {
            return false;
        }
        let shown: u64 = (0..rows - 1).filter(|r| *r != row && *r != row + 1).map(|_| k).sum();
        for r in 0..rows - 1 {
            t.table()["cells"][r][column] = if r == row || r == row + 1 { json!("x") } else { json!(k) };
        }
        t.table()["cells"][rows - 1][column] = json!(shown + 2);
        true
    }),
    ("a small count is printed plainly", Find(&[SmallShown]), |t| {
        let small = t.k() - 1;
        let counts = t.is("persons") || t.is("sensitive") || t.is("facility");
        counts && {
            *t.cell() = json!(small);
            true
        }
    }),
    ("a zero is hidden", Find(&[CellMismatch, ExactValue, SingleHidden, Narrow]), |t| {
        *t.cell() == json!(0) && t.flag("additive") && {
            *t.cell() = json!("x");
            true
        }
    }),
    ("a total is off by one", Find(&[CellMismatch]), |t| {
        let clear =
            !t.table()["cells"].to_string().contains('x') && t.flag("additive") && t.flag("total_row");
        let n = t.true_count();
        clear && !t.inner() && {
            *t.cell() = json!(n + 1);
            true
        }
    }),
    ("a total stands elsewhere with another number", Find(&[Revision]), |t| {
        let (row, column, k) = (t.row, t.column, t.k());
        let Some(n) = t.cell().as_u64().filter(|n| *n >= k) else { return false };
        if t.table().get("scope").is_none() || t.is("workload") {
            return false;
        }
        t.twin(|twin| bare(twin, row, column, n + 1));
        true
    }),
    ("a hidden number stands openly in another table", Find(&[ExactValue, SmallShown, CellMismatch]), |t| {
        let (row, column, n) = (t.row, t.column, t.true_count());
        if !t.hidden() || t.table().get("scope").is_none() {
            return false;
        }
        t.twin(|twin| bare(twin, row, column, n));
        true
    }),
    ("a part that nearly fills its whole is printed", Find(&[Difference]), |t| {
        let (row, column, k) = (t.row, t.column, t.k());
        let Some(n) = t.cell().as_u64().filter(|n| *n > k) else { return false };
        if t.table().get("scope").is_none() || !t.is("persons") {
            return false;
        }
        t.twin(|twin| {
            bare(twin, row, column, n - 1);
            twin["scope"]["rows"][0]["ward"] = json!(["1"]);
        });
        true
    }),
    ("all of a small group are one part of it", Find(&[GroupDisclosure]), |t| {
        let (row, column, k) = (t.row, t.column, t.k());
        let Some(n) = t.cell().as_u64().filter(|n| (k..3 * k).contains(n)) else { return false };
        if t.table().get("scope").is_none() || !t.is("persons") {
            return false;
        }
        t.twin(|twin| {
            bare(twin, row, column, n);
            twin["scope"]["rows"][0]["ward"] = json!(["1"]);
        });
        true
    }),
    ("a month stands beside the months since April", Find(&[Difference]), |t| {
        let (row, column, k) = (t.row, t.column, t.k());
        let Some(n) = t.cell().as_u64().filter(|n| *n > k) else { return false };
        if t.table().get("scope").is_none() || !t.is("persons") {
            return false;
        }
        t.twin(|twin| {
            bare(twin, row, column, n - 1);
            twin["scope"]["to"] = json!("2026-02-28");
        });
        true
    }),
    ("the share of a hidden number", Find(&[ShareSmallBase]), |t| share(t, |t| t.hidden(), 333)),
    ("a share of few", Find(&[ShareSmallBase]), |t| {
        share(t, |t| matches!(t.cell().as_u64(), Some(n) if n > 0 && n < 3 * t.k()), 1000)
    }),
    ("a share that does not follow", Find(&[CellMismatch]), |t| {
        share(t, |t| matches!(t.cell().as_u64(), Some(n) if n >= 3 * t.k()), 999)
    }),
    ("a hundred per cent of a small group", Find(&[GroupDisclosure]), |t| whole_group(t, |n, _| n)),
    ("nine tenths of a small sensitive group", Find(&[GroupDisclosure, SmallShown]), |t| {
        t.is("sensitive") && whole_group(t, |n, _| n - n / 10)
    }),
    ("a row of zeros but for one", Find(&[GroupDisclosure]), |t| t.is("persons") && whole_group(t, |n, _| n)),
    ("a zero speaks of a small sensitive group", Find(&[GroupDisclosure]), |t| {
        let (row, column, columns) =
            (t.row, t.column, t.table()["columns"].as_array().expect("columns").len());
        let k = t.k();
        if !t.is("sensitive") || !t.flag("total_column") || !t.inner() || columns < 4 {
            return false;
        }
        for c in 0..columns - 1 {
            t.table()["cells"][row][c] = json!(if c == column { 0 } else { k });
        }
        t.table()["cells"][row][columns - 1] = json!(k * (columns as u64 - 2));
        k * (columns as u64 - 2) < 3 * k
    }),
    ("a cross table of few persons", Find(&[SmallBase]), |t| {
        let (rows, columns, k) = (t.truth[t.id()].rows.len(), t.truth[t.id()].columns.len(), t.k());
        let fits = t.first() && t.flag("total_column") && t.flag("total_row") && t.is("persons");
        fits && {
            t.table()["cells"][rows - 1][columns - 1] = json!(3 * k - 1);
            true
        }
    }),
    ("answers of more than one kind leave one open", Find(&[SingleHidden, Narrow]), |t| {
        let (row, column, rows) = (t.row, t.column, t.table()["rows"].as_array().expect("rows").len());
        if t.flag("additive") || !t.flag("total_row") || row + 1 == rows {
            return false;
        }
        for r in 0..rows - 1 {
            t.table()["cells"][r][column] = if r == row { json!("x") } else { json!(t.k()) };
        }
        t.table()["cells"][rows - 1][column] = json!(t.k() * rows as u64);
        true
    }),
    ("answers may not exceed those who answered", Find(&[Narrow, SingleHidden]), |t| {
        let (row, column, rows, k) =
            (t.row, t.column, t.table()["rows"].as_array().expect("rows").len(), t.k());
        if t.flag("additive") || !t.flag("total_row") || row + 1 == rows {
            return false;
        }
        for r in 0..rows - 1 {
            t.table()["cells"][r][column] = json!("x");
        }
        t.table()["cells"][rows - 1][column] = json!(k);
        true
    }),
    ("the headline says fewer than a mask needs", Find(&[Narrow, ExactValue, CellMismatch]), |t| {
        let masked = t.first() && t.table()["cells"].to_string().contains('x') && t.is("persons");
        // A total that is printed is more than everybody: only masks without one bind.
        masked && t.table().get("scope").is_some() && {
            for cell in t.table()["cells"].as_array_mut().expect("cells") {
                cell[0] = json!("x");
            }
            let k = t.k();
            t.report["headline"]["distinct"] = json!(k);
            true
        }
    }),
    ("a table is printed and withheld at once", Find(&[CellMismatch]), |t| {
        let id = t.id().to_owned();
        t.first() && {
            t.report["withheld"] = json!([{"id": id, "title": "", "reason": ""}]);
            true
        }
    }),
    ("a cell is hidden where nothing is", Find(&[CellMismatch]), |t| {
        t.hidden() && {
            t.report["k"] = json!(0);
            true
        }
    }),
    ("a mean", Refuse, |t| statistic(t, "mean")),
    ("a median", Refuse, |t| statistic(t, "median")),
    ("the longest stay", Refuse, |t| statistic(t, "max")),
    ("a share with two decimals", Refuse, |t| statistic(t, "per_ten_thousand")),
    ("a column of medians", Refuse, |t| {
        let column = t.column;
        t.row == 0 && {
            t.table()["column_types"][column] = json!("median");
            true
        }
    }),
    ("a range in the place of a mark", Refuse, |t| {
        t.hidden() && {
            *t.cell() = json!("1–9");
            true
        }
    }),
    ("a mark of its own for small cells", Refuse, |t| {
        t.hidden() && {
            *t.cell() = json!("xx");
            true
        }
    }),
    ("a number with a fraction", Refuse, |t| {
        *t.cell() = json!(2.5);
        true
    }),
    ("a number below nothing", Refuse, |t| {
        *t.cell() = json!(-1);
        true
    }),
    ("what a row counts is left out", Refuse, |t| {
        let scoped = t.first() && t.table().get("scope").is_some();
        scoped && t.table()["scope"]["rows"].as_array_mut().is_some_and(|rows| rows.pop().is_some())
    }),
    ("a row is left out", Refuse, |t| {
        t.first() && t.table()["cells"].as_array_mut().is_some_and(|rows| rows.pop().is_some())
    }),
];

/// One cell of a table by itself, with another number.
fn bare(table: &mut Value, row: usize, column: usize, n: u64) {
    for (list, at) in [("rows", row), ("columns", column), ("column_types", column)] {
        table[list] = json!([table[list][at]]);
    }
    for (list, at) in [("rows", row), ("columns", column)] {
        table["scope"][list] = json!([table["scope"][list][at]]);
    }
    (table["cells"], table["derived"]) = (json!([[n]]), json!([]));
    (table["total_row"], table["total_column"], table["additive"]) =
        (json!(false), json!(false), json!(false));
}

/// Shows every cell that is not small for its own sake.
fn keep_only_small(t: &mut Target) -> bool {
    let (truth, k) = (t.truth[t.id()].clone(), t.k());
    if !t.is("persons") || !t.flag("total_row") {
        return false;
    }
    let mut changed = false;
    for (r, row) in truth.cells.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            let n = cell.value.expect("a count");
            let shown = &mut t.table()["cells"][r][c];
            if *shown == json!("x") && n >= k {
                *shown = json!(n);
                changed = true;
            }
        }
    }
    changed
}

/// The share of a cell in itself, where it fits.
fn share(t: &mut Target, fits: fn(&mut Target) -> bool, per_mille: u64) -> bool {
    let place = [t.row, t.column];
    fits(t) && {
        t.table()["derived"] = json!([{"label": "", "part": place, "whole": place, "per_mille": per_mille}]);
        true
    }
}

/// Puts a row of a small group into one category; `of` gives what of the group.
fn whole_group(t: &mut Target, of: fn(u64, u64) -> u64) -> bool {
    let (row, column, columns) = (t.row, t.column, t.table()["columns"].as_array().expect("columns").len());
    let k = t.k();
    if t.is("workload") || t.is("facility") || !t.flag("additive") || !t.flag("total_column") || !t.inner() {
        return false;
    }
    let group = 3 * k - 1;
    let part = of(group, k);
    let other = (0..columns - 1).find(|c| *c != column).expect("two columns");
    for c in 0..columns - 1 {
        t.table()["cells"][row][c] = json!(if c == column { part } else { 0 });
    }
    t.table()["cells"][row][other] = json!(group - part);
    t.table()["cells"][row][columns - 1] = json!(group);
    true
}

/// A share that also says another statistic.
fn statistic(t: &mut Target, name: &str) -> bool {
    let place = [t.row, t.column];
    let mut share = json!({"label": "", "part": place, "whole": place, "per_mille": 1000});
    share[name] = json!(66.5);
    t.table()["derived"] = json!([share]);
    true
}

/// Gives a table its sets: rows by one attribute, columns by another.
fn scoped(mut table: Table, row: &str, column: &str) -> Table {
    let sets = |n: usize, total: bool, name: &str| -> Vec<Set> {
        let set = |i: usize| Set::from([(name.to_owned(), [i.to_string()].into())]);
        (0..n).map(|i| if (total && i + 1 == n) || name.is_empty() { Set::new() } else { set(i) }).collect()
    };
    table.scope = Some(Scope {
        measure: "persons".into(),
        from: "2025-04-01".into(),
        to: "2026-03-31".into(),
        rows: sets(table.rows.len(), table.total_row, row),
        columns: sets(table.columns.len(), table.total_column, column),
    });
    table
}

/// Reports as they would leave: every class and shape that is judged, with and without marks.
fn published() -> Vec<(Value, BTreeMap<String, Table>)> {
    let worked: [&[u64]; 3] = [&[2, 12, 9], &[15, 8, 11], &[10, 6, 14]];
    let cross = |kind| crossed("9", kind, &["甲", "乙", "丙"], &["一", "二", "三"], &worked);
    let zeros: [&[u64]; 3] = [&[30, 0, 19], &[15, 18, 0], &[17, 16, 14]];
    let bands = ["1年未満", "1〜5年", "5〜10年", "10年以上"];
    let stays = one_way("7", Kind::Persons, &bands, &[2, 9, 14, 11]);
    let mut shares = one_way("8", Kind::Persons, &bands, &[30, 19, 24, 21]);
    shares.shares =
        (0..4).map(|row| Share { label: "構成比".into(), part: (row, 0), whole: (4, 0) }).collect();
    let mut answers = one_way("13", Kind::Sensitive, &["住居", "家族", "金銭"], &[21, 30, 17]);
    answers.additive = false;
    answers.cells[3][0] = disclosure::Cell::count(50);
    let sensitive: [&[u64]; 3] = [&[22, 12, 19], &[15, 28, 11], &[20, 16, 14]];
    let two: [&[u64]; 3] = [&[22, 31], &[26, 28], &[20, 30]];
    let tables = vec![
        vec![cross(Kind::Persons)],
        vec![scoped(cross(Kind::Persons), "age", "stay")],
        vec![crossed("9", Kind::Persons, &["甲", "乙", "丙"], &["一", "二", "三"], &zeros)],
        vec![crossed("9", Kind::Sensitive, &["甲", "乙", "丙"], &["一", "二", "三"], &sensitive)],
        vec![crossed("9", Kind::Sensitive, &["甲", "乙", "丙"], &["一", "二"], &two)],
        vec![cross(Kind::Facility)],
        vec![
            scoped(stays.clone(), "stay", ""),
            scoped(one_way("6", Kind::Persons, &["男", "女"], &[20, 16]), "sex", ""),
        ],
        vec![stays, shares, answers],
    ];
    let mut reports = Vec::new();
    for tables in tables {
        let k = 5;
        let persons = tables[0].cells.last().and_then(|r| r.last()).and_then(|c| c.value).expect("a total");
        let headline = Headline { distinct: persons.max(YEAR.distinct), ..YEAR };
        let truth = tables.iter().map(|t| (t.id.clone(), t.clone())).collect();
        let out = released(k, headline, tables.into_iter().map(|t| ladder(vec![t])).collect());
        assert!(out.fates.iter().all(|f| f.published), "{:?}", out.fates);
        reports.push((super::printed(&out), truth));
    }
    reports
}

#[test]
fn to_every_weakening_of_every_table_the_outsider_objects() {
    let reports = published();
    for (report, _) in &reports {
        assert_eq!(super::attack(report), [], "as it was published: {report}");
    }
    for (name, must, change) in MUTANTS {
        let mut tried = 0;
        for (report, truth) in &reports {
            for table in 0..report["tables"].as_array().expect("tables").len() {
                let cells = report["tables"][table]["cells"].as_array().expect("cells");
                for (row, cells) in cells.iter().enumerate() {
                    for column in 0..cells.as_array().expect("a row").len() {
                        let mut target = Target { report: report.clone(), truth, table, row, column };
                        if !change(&mut target) || target.report == *report {
                            continue;
                        }
                        tried += 1;
                        let said = audit::audit(&target.report.to_string());
                        let caught = match (must, &said) {
                            (Refuse, Err(_)) => true,
                            (Find(kinds), Ok(found)) => found.iter().any(|f| kinds.contains(&f.kind)),
                            _ => false,
                        };
                        assert!(caught, "{name} at {table}, {row}, {column}: {said:?} {}", target.report);
                    }
                }
            }
        }
        assert!(tried > 0, "{name} applies nowhere");
    }
}
