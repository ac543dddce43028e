//! Thousands of tables from a fixed seed: protected, attacked, leaked on purpose and tried out by hand.

use super::{YEAR, attack, crossed, ladder, one_way, printed, released};
use disclosure::{Cell, ColumnType, Headline, Kind, Ladder, Shown, Table};
use serde_json::{Value, json};

/// A reproducible stream of numbers.
pub(super) struct Dice(pub u64);

impl Dice {
    pub(super) fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % n
    }
}

/// A random table of one of the shapes a report has.
fn random_table(dice: &mut Dice, kind: Kind) -> Table {
    let (rows, columns) = (2 + dice.below(7) as usize, 2 + dice.below(7) as usize);
    let size = [3, 6, 12, 30][dice.below(4) as usize];
    let inner: Vec<Vec<u64>> = (0..rows)
        .map(|_| (0..columns).map(|_| if dice.below(5) == 0 { 0 } else { dice.below(size) + 1 }).collect())
        .collect();
    let names: Vec<String> = (0..8).map(|i| format!("区分{i}")).collect();
    let captions = |n: usize| names[..n].iter().map(String::as_str).collect::<Vec<_>>();
    let slices: Vec<&[u64]> = inner.iter().map(Vec::as_slice).collect();
    match dice.below(7) {
        6 => {
            let mut table = crossed("1", kind, &captions(rows), &captions(columns), &slices);
            table.total_row = false;
            table.rows.pop();
            table.cells.pop();
            table
        }
        0 => one_way("1", kind, &captions(rows), &inner.iter().map(|r| r[0]).collect::<Vec<_>>()),
        1 => {
            let mut table = crossed("1", kind, &captions(rows), &captions(columns), &slices);
            table.additive = false;
            table
        }
        2 => {
            let mut table = crossed("1", kind, &captions(rows), &captions(columns), &slices);
            table.total_column = false;
            table
        }
        3 => {
            let mut table = crossed("1", kind, &captions(rows), &captions(columns), &slices);
            table.column_types[0] = ColumnType::Minutes;
            for r in 0..=rows {
                let whole: u64 = (1..columns).filter_map(|c| table.cells[r][c].value).sum();
                table.cells[r][columns] = Cell::count(whole);
            }
            table
        }
        _ => crossed("1", kind, &captions(rows), &captions(columns), &slices),
    }
}

/// A table may be protected or refused, but what is printed withstands the attack and every proof holds.
#[test]
fn two_thousand_random_tables_withstand_the_attack() {
    let mut dice = Dice(0x5005_0001);
    let (mut published, mut hidden, mut planted) = (0, 0, 0);
    for round in 0..2_400u64 {
        let k = [3, 10, 5][(round % 3) as usize];
        let kind = [Kind::Persons, Kind::Persons, Kind::Sensitive, Kind::Facility][(round % 4) as usize];
        let table = random_table(&mut dice, kind);
        let base = table.cells.iter().flatten().filter_map(|c| c.value).max().unwrap_or(0);
        let headline = Headline { distinct: base + dice.below(3), active: base, ..YEAR };
        let out = released(k, headline, vec![ladder(vec![table.clone()])]);
        let json = printed(&out);
        assert_eq!(attack(&json), [], "round {round}: {json}");
        let Some(shown) = out.released.table("1") else { continue };
        published += 1;
        hidden += usize::from(out.fates[0].hidden > 0);
        assert!(out.witnesses.iter().all(|w| w.proves(shown)), "round {round}");
        for (r, row) in shown.cells().iter().enumerate() {
            for (c, cell) in row.iter().enumerate() {
                match cell {
                    Shown::Number(n) => assert_eq!(Some(*n), table.cells[r][c].value),
                    Shown::Hidden => assert!(table.cells[r][c].value > Some(0), "zeros are never hidden"),
                    Shown::NotApplicable => assert_eq!(table.cells[r][c].value, None),
                }
            }
        }
        if kind == Kind::Persons && table.additive {
            planted += plant_leaks(&json, &table, shown.cells(), round);
        }
    }
    assert!(published > 700 && hidden > 150 && planted > 400, "{published} {hidden} {planted}");
}

/// Shows each hidden cell again, one at a time: every one must be caught.
fn plant_leaks(json: &Value, table: &Table, cells: &[Vec<Shown>], round: u64) -> usize {
    let mut planted = 0;
    for (r, row) in cells.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            if *cell != Shown::Hidden {
                continue;
            }
            let mut leaky = json.clone();
            leaky["tables"][0]["cells"][r][c] = json!(table.cells[r][c].value);
            assert!(!attack(&leaky).is_empty(), "round {round}: {r},{c} shown again: {leaky}");
            planted += 1;
        }
    }
    planted
}

/// Least and greatest value of each unknown by trying everything: the unknowns of an additive cross table.
fn by_trying(cells: &[Vec<Option<i64>>]) -> Vec<(i64, i64)> {
    let (rows, columns) = (cells.len() - 1, cells[0].len() - 1);
    let unknown: Vec<(usize, usize)> = (0..=rows)
        .flat_map(|r| (0..=columns).map(move |c| (r, c)))
        .filter(|&(r, c)| cells[r][c].is_none())
        .collect();
    let inner: Vec<(usize, usize)> =
        unknown.iter().copied().filter(|&(r, c)| r < rows && c < columns).collect();
    let grand = cells[rows][columns].unwrap_or(0);
    let roof =
        |&(r, c): &(usize, usize)| cells[r][columns].unwrap_or(grand).min(cells[rows][c].unwrap_or(grand));
    let most: Vec<i64> = inner.iter().map(roof).collect();
    let mut bounds = vec![(i64::MAX, i64::MIN); unknown.len()];
    let mut values = vec![1i64; inner.len()];
    loop {
        let mut whole: Vec<Vec<i64>> =
            cells.iter().map(|row| row.iter().map(|c| c.unwrap_or(0)).collect()).collect();
        for (&(r, c), &v) in inner.iter().zip(&values) {
            whole[r][c] = v;
        }
        for row in &mut whole[..rows] {
            row[columns] = row[..columns].iter().sum();
        }
        whole[rows] = (0..=columns).map(|c| whole[..rows].iter().map(|row| row[c]).sum()).collect();
        let fits =
            cells.iter().zip(&whole).all(|(a, b)| a.iter().zip(b).all(|(a, b)| a.is_none_or(|a| a == *b)));
        if fits && unknown.iter().all(|&(r, c)| whole[r][c] >= 1) {
            for (bound, &(r, c)) in bounds.iter_mut().zip(&unknown) {
                *bound = (bound.0.min(whole[r][c]), bound.1.max(whole[r][c]));
            }
        }
        let Some(next) = (0..values.len()).find(|&i| values[i] < most[i]) else { return bounds };
        values[next] += 1;
        values[..next].fill(1);
    }
}

#[test]
fn the_outsider_finds_the_same_bounds_as_trying_everything() {
    let mut dice = Dice(0x5005_0002);
    let mut compared = 0;
    while compared < 700 {
        let (rows, columns) = (2 + dice.below(2) as usize, 2 + dice.below(2) as usize);
        let inner: Vec<Vec<u64>> = (0..rows).map(|_| (0..columns).map(|_| dice.below(4)).collect()).collect();
        let slices: Vec<&[u64]> = inner.iter().map(Vec::as_slice).collect();
        let names = ["a", "b", "c"];
        let table = crossed("1", Kind::Workload, &names[..rows], &names[..columns], &slices);
        let mut cells: Vec<Vec<Option<i64>>> = table
            .cells
            .iter()
            .map(|row| row.iter().map(|c| c.value.map(u64::cast_signed)).collect())
            .collect();
        let mut hidden = 0;
        for (r, row) in cells.iter_mut().enumerate() {
            for (c, cell) in row.iter_mut().enumerate() {
                let corner = r == rows && c == columns;
                if !corner && hidden < 6 && *cell > Some(0) && dice.below(5) < 3 {
                    *cell = None;
                    hidden += 1;
                }
            }
        }
        if hidden == 0 {
            continue;
        }
        let expected = by_trying(&cells);
        let mut json = printed(&released(3, YEAR, vec![ladder(vec![table])]));
        json["tables"][0]["cells"] = json!(
            cells
                .iter()
                .map(|row| row.iter().map(|c| c.map_or(json!("x"), |v| json!(v))).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        );
        let found = audit::intervals(&json.to_string()).expect("readable");
        let found: Vec<(i64, i64)> = found.iter().map(|i| (i.least, i.most.unwrap_or(i64::MAX))).collect();
        assert_eq!(found, expected, "{json}");
        compared += 1;
    }
}

#[test]
fn small_counts_of_released_tables_stay_open_by_trying_everything() {
    let mut dice = Dice(0x5005_0003);
    let mut protected = 0;
    for _ in 0..2_000 {
        let inner: Vec<Vec<u64>> = (0..3).map(|_| (0..3).map(|_| dice.below(7)).collect()).collect();
        let slices: Vec<&[u64]> = inner.iter().map(Vec::as_slice).collect();
        let table = crossed("1", Kind::Persons, &["a", "b", "c"], &["d", "e", "f"], &slices);
        let headline = Headline { distinct: 99, ..YEAR };
        let out = released(3, headline, vec![ladder(vec![table.clone()])]);
        let Some(shown) = out.released.table("1") else { continue };
        if out.fates[0].hidden == 0 || out.fates[0].hidden > 5 {
            continue;
        }
        let number = |cell: &Shown| match cell {
            Shown::Number(n) => Some(n.cast_signed()),
            _ => None,
        };
        let cells: Vec<Vec<Option<i64>>> =
            shown.cells().iter().map(|row| row.iter().map(number).collect()).collect();
        let places = (0..4).flat_map(|r| (0..4).map(move |c| (r, c))).filter(|&(r, c)| cells[r][c].is_none());
        for ((r, c), (least, most)) in places.zip(by_trying(&cells)) {
            let truth = table.cells[r][c].value.expect("a count");
            assert!(least < most, "no hidden number has one value");
            if truth < 3 {
                assert!(most >= 3 && most - least >= 3, "{least}..{most} for {truth} in {cells:?}");
                protected += 1;
            }
        }
    }
    assert!(protected > 50, "{protected}");
}

#[test]
fn two_tables_with_one_margin_withstand_the_attack_together() {
    let mut dice = Dice(0x5005_0005);
    let (mut both, mut apart, mut caught) = (0, 0, 0);
    for _ in 0..800 {
        let rows = 3 + dice.below(4) as usize;
        let names: Vec<String> = (0..rows).map(|i| format!("区分{i}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let first: Vec<Vec<u64>> =
            (0..rows).map(|_| (0..3).map(|_| dice.below(9) + dice.below(9)).collect()).collect();
        let second: Vec<Vec<u64>> = first
            .iter()
            .map(|row| {
                let whole: u64 = row.iter().sum();
                let part = dice.below(whole + 1);
                vec![part, whole - part]
            })
            .collect();
        let table = |id: &str, columns: &[&str], inner: Vec<Vec<u64>>| {
            let inner: Vec<&[u64]> = inner.iter().map(Vec::as_slice).collect();
            crossed(id, Kind::Persons, &names, columns, &inner)
        };
        let one = table("1", &["甲", "乙", "丙"], first);
        let other = table("2", &["男", "女"], second);
        let linked = (dice.below(2) == 0).then(|| "stay".to_owned());
        let link = |t: Table| Ladder { rungs: vec![t], linked: linked.clone() };
        let headline = Headline { distinct: one.cells[rows][3].value.unwrap_or(0), ..YEAR };
        let out = released(3, headline, vec![link(one.clone()), link(other.clone())]);
        assert_eq!(attack(&printed(&out)), [], "{}", printed(&out));
        both += usize::from(out.fates.iter().all(|f| f.published && f.hidden > 0));
        // Each made safe on its own, then printed side by side.
        let alone = |t: Table| printed(&released(3, headline, vec![ladder(vec![t])]));
        let (mut a, b) = (alone(one), alone(other));
        if let (Some(_), Some(sheet)) = (a["tables"].get(0), b["tables"].get(0)) {
            apart += 1;
            let sheet = sheet.clone();
            a["tables"].as_array_mut().expect("tables").push(sheet);
            caught += usize::from(!attack(&a).is_empty());
        }
    }
    assert!(both > 15 && apart > 50 && caught > 2, "{both} {apart} {caught}");
}

#[test]
fn the_same_request_gives_the_same_answer() {
    let mut dice = Dice(0x5005_0004);
    for _ in 0..50 {
        let table = random_table(&mut dice, Kind::Persons);
        let headline = Headline { distinct: 5_000, ..YEAR };
        let once = released(3, headline, vec![ladder(vec![table.clone()])]);
        assert_eq!(once, released(3, headline, vec![ladder(vec![table])]));
    }
}
