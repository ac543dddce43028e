//! The reports that mutants weaken.

use super::super::{YEAR, crossed, ladder, one_way, printed, released};
use disclosure::{Headline, Kind, Scope, Set, Share, Table};
use serde_json::Value;
use std::collections::BTreeMap;

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

/// What became of applications for a home: the measure is one of work, but each answer is one person's.
fn homes() -> Table {
    let acts = ["accepted", "refused", "declined"];
    let mut table = scoped(one_way("15-2", Kind::Persons, &acts, &[8, 9, 14]), "act", "");
    if let Some(scope) = &mut table.scope {
        scope.measure = "housing".into();
        for (set, act) in scope.rows.iter_mut().zip(acts) {
            *set = Set::from([("act".to_owned(), [act.to_owned()].into())]);
        }
    }
    table
}

/// Reports as they would leave: every class and shape that is judged, with and without marks.
pub(super) fn published() -> Vec<(Value, BTreeMap<String, Table>)> {
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
        vec![scoped(
            crossed("9", Kind::Sensitive, &["甲", "乙", "丙"], &["一", "二", "三"], &sensitive),
            "age",
            "obstacle",
        )],
        vec![crossed("9", Kind::Sensitive, &["甲", "乙", "丙"], &["一", "二"], &two)],
        vec![cross(Kind::Facility)],
        vec![
            scoped(stays.clone(), "stay", ""),
            scoped(one_way("6", Kind::Persons, &["男", "女"], &[20, 16]), "sex", ""),
        ],
        vec![stays, shares, answers],
        vec![homes()],
    ];
    let mut reports = Vec::new();
    for tables in tables {
        let k = 5;
        let persons = tables[0].cells.last().and_then(|r| r.last()).and_then(|c| c.value).expect("a total");
        let headline = Headline { distinct: persons.max(YEAR.distinct), ..YEAR };
        let truth = tables.iter().map(|t| (t.id.clone(), t.clone())).collect();
        let out = released(k, headline, tables.into_iter().map(|t| ladder(vec![t])).collect());
        assert!(out.fates.iter().all(|f| f.published), "{:?}", out.fates);
        reports.push((printed(&out), truth));
    }
    reports
}
