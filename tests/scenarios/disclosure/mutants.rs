//! Every way to weaken a published table that we know of, tried at every place where it applies: to each the outsider must
//! object, and to the tables as they were published to none.

mod bases;
mod target;

use audit::FindingKind::{
    self, CellMismatch, Difference, ExactValue, GroupDisclosure, Narrow, Revision, ShareSmallBase,
    SingleHidden, SmallBase, SmallShown,
};
use bases::published;
use serde_json::{Value, json};
use target::Target;

/// What must come of a mutant.
enum Must {
    /// One of these findings.
    Find(&'static [FindingKind]),
    /// It cannot be read at all.
    Refuse,
}
use Must::{Find, Refuse};

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
    ("a zero speaks of a small sensitive group", Find(&[GroupDisclosure]), zero_of_few),
    ("the same in a table that says to be one of persons", Find(&[GroupDisclosure]), |t| {
        t.table().get("scope").is_some() && zero_of_few(t) && t.called("persons")
    }),
    ("a hidden number in a table that says to be one of work", TOLD, |t| shown_as(t, "workload")),
    ("a small count in a table of persons that says to be one of work", Find(&[SmallShown]), |t| {
        let small = t.k() - 1;
        let persons = t.is("persons") && t.table().get("scope").is_some();
        persons && {
            *t.cell() = json!(small);
            t.called("workload")
        }
    }),
    ("a hidden number in a table that says to be totals", TOLD, |t| shown_as(t, "headline")),
    ("a hidden number in a table of a class that nobody knows", TOLD, |t| shown_as(t, "others")),
    ("a small group in a table that says to be one of hospitals", Find(&[GroupDisclosure]), |t| {
        let persons = t.is("persons") && t.table().get("scope").is_some();
        persons && whole_group(t, |n, _| n) && t.called("facility")
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

/// In a row of a small sensitive group nobody stands in one category.
fn zero_of_few(t: &mut Target) -> bool {
    let (row, column, columns) = (t.row, t.column, t.table()["columns"].as_array().expect("columns").len());
    let k = t.k();
    if !t.is("sensitive") || !t.flag("total_column") || !t.inner() || columns < 4 {
        return false;
    }
    for c in 0..columns - 1 {
        t.table()["cells"][row][c] = json!(if c == column { 0 } else { k });
    }
    t.table()["cells"][row][columns - 1] = json!(k * (columns as u64 - 2));
    k * (columns as u64 - 2) < 3 * k
}

/// A hidden number is shown in a table that says to count something else than it does.
fn shown_as(t: &mut Target, kind: &str) -> bool {
    let n = t.true_count();
    t.hidden() && t.table().get("scope").is_some() && t.called(kind) && {
        *t.cell() = json!(n);
        true
    }
}

/// A share that also says another statistic.
fn statistic(t: &mut Target, name: &str) -> bool {
    let place = [t.row, t.column];
    let mut share = json!({"label": "", "part": place, "whole": place, "per_mille": 1000});
    share[name] = json!(66.5);
    t.table()["derived"] = json!([share]);
    true
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
