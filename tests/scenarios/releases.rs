//! Stories: what has left and what leaves next. Each report is safe by itself; beside the others it must not give a small
//! count away, and the reason names both cells.

mod attacks;
mod forecast;
mod hospital;
mod letters;
mod reasons;

use app::reports::{Judged, Left, Level, judge};
use disclosure::{Cell, ColumnType, Fate, Headline, Kind, Ladder, Scope, Set, Shown, Table, Why};
use susono_tests::soak::caseloads::{month, profile};
use susono_tests::soak::released::{leaves, occasion, run};

const YEAR: Headline = Headline { active: 60, new: 40, discharged: 30, closed: 20, distinct: 80 };

/// One printed set: its codes by dimension.
fn set(codes: &[(&str, &[&str])]) -> Set {
    codes.iter().map(|(d, list)| ((*d).to_owned(), list.iter().map(|c| (*c).to_owned()).collect())).collect()
}

/// A list with its total: caption, what it counts, how many.
fn list(id: &str, measure: &str, months: (usize, usize), rows: &[(&str, Set, u64)]) -> Table {
    let of = occasion("", months.0, months.1, Level::Public);
    let total: u64 = rows.iter().map(|r| r.2).sum();
    let all =
        rows.iter().map(|r| (r.0.to_owned(), r.1.clone(), r.2)).chain([("計".to_owned(), Set::new(), total)]);
    let all: Vec<(String, Set, u64)> = all.collect();
    Table {
        id: id.into(),
        title: format!("表{id}"),
        kind: Kind::Persons,
        additive: true,
        column_types: vec![ColumnType::Count],
        rows: all.iter().map(|r| r.0.clone()).collect(),
        columns: vec!["人数".into()],
        total_row: true,
        total_column: false,
        cells: all.iter().map(|r| vec![Cell::count(r.2)]).collect(),
        labels: Vec::new(),
        shares: Vec::new(),
        notes: Vec::new(),
        scope: Some(Scope {
            measure: measure.into(),
            from: of.first.to_string(),
            to: of.last.to_string(),
            rows: all.into_iter().map(|r| r.1).collect(),
            columns: vec![Set::new()],
        }),
    }
}

/// A list by hospital.
fn by_hospital(measure: &str, months: (usize, usize), counts: &[(&str, u64)]) -> Table {
    let rows: Vec<(&str, Set, u64)> =
        counts.iter().map(|(h, n)| (*h, set(&[("hospital", &[h])]), *n)).collect();
    list("8", measure, months, &rows)
}

/// A table without its total.
fn bare(mut table: Table) -> Table {
    table.total_row = false;
    table.rows.pop();
    table.cells.pop();
    if let Some(scope) = &mut table.scope {
        scope.rows.pop();
    }
    table
}

fn judged(name: &str, rungs: Vec<Table>, months: (usize, usize), level: Level, left: &[Left]) -> Judged {
    let of = occasion(name, months.0, months.1, level);
    let ladders = vec![Ladder { rungs, linked: None }];
    judge(ladders, YEAR, profile(level.code()), &of, left).expect("it can be judged")
}

fn only(judged: &Judged) -> &Fate {
    &judged.release.fates[0]
}

/// Safe by itself: printed in its finest form with nothing hidden.
fn is_whole(judged: &Judged) -> bool {
    let fate = only(judged);
    fate.published && fate.rung == 0 && fate.hidden == 0 && judged.findings.is_empty()
}

/// Something was hidden, coarsened or withheld, the attacker agrees with what is left, and both cells are named.
fn gave_way(judged: &Judged, report: &str) {
    assert!(!is_whole(judged), "{:?}", only(judged));
    assert!(judged.findings.is_empty(), "{:?}", judged.findings);
    let clash = only(judged).steps.iter().find_map(|step| match &step.why {
        Why::Earlier(clash) => Some(clash.clone()),
        _ => None,
    });
    let hidden = only(judged).explanations.iter().any(|e| format!("{:?}", e.why).contains(report));
    match clash {
        Some(clash) => {
            assert_eq!(clash.report, report);
            assert!(!clash.table.is_empty() && !clash.own_table.is_empty(), "{clash:?}");
            assert!(!clash.row.is_empty() && !clash.own_row.is_empty(), "{clash:?}");
        }
        None => assert!(hidden, "{:?}", only(judged)),
    }
}

#[test]
fn the_same_report_again_is_allowed_and_changes_nothing() {
    let table = || by_hospital("persons", (0, 11), &[("A", 30), ("B", 2), ("C", 25), ("D", 12), ("E", 11)]);
    let first = judged("annual", vec![table()], (0, 11), Level::Municipal, &[]);
    assert!(only(&first).published && only(&first).hidden > 0, "{:?}", only(&first));
    let left = [leaves("annual", Level::Municipal, &first)];
    let again = judged("annual", vec![table()], (0, 11), Level::Municipal, &left);
    assert_eq!(again.figures_json, first.figures_json);
    assert!(again.findings.is_empty());
}

#[test]
fn a_year_to_date_after_another_one_waits_until_enough_are_added() {
    let count = |n, last| bare(by_hospital("discharges", (0, last), &[("A", n), ("B", 12)]));
    let june = judged("monthly 2025-06", vec![count(5, 2)], (0, 2), Level::Municipal, &[]);
    assert!(is_whole(&june), "{:?}", only(&june));
    let left = [leaves("monthly 2025-06", Level::Municipal, &june)];
    gave_way(
        &judged("monthly 2025-07", vec![count(6, 3)], (0, 3), Level::Municipal, &left),
        "monthly 2025-06",
    );
    assert!(
        is_whole(&judged("monthly 2025-07", vec![count(8, 3)], (0, 3), Level::Municipal, &left)),
        "three more"
    );
    assert!(
        is_whole(&judged("monthly 2025-07", vec![count(5, 3)], (0, 3), Level::Municipal, &left)),
        "nobody more"
    );
}

#[test]
fn the_months_before_and_the_year_after_do_not_leave_a_single_month_open() {
    let in_a = |m: usize| set(&[("hospital", &["A"]), ("month", &[&month(m)])]);
    let month_of = |m: usize, n: u64| bare(list("2", "discharges", (m, m), &[("病院A", in_a(m), n)]));
    let mut left: Vec<Left> = Vec::new();
    for m in 0..11 {
        let name = format!("monthly {}", month(m));
        let report = judged(&name, vec![month_of(m, 4)], (m, m), Level::Municipal, &left);
        assert!(is_whole(&report), "month {m}: {:?}", only(&report));
        left.push(leaves(&name, Level::Municipal, &report));
    }
    // The last month had one discharge and printed nothing; the year would tell it.
    let year = by_hospital("discharges", (0, 11), &[("A", 45), ("B", 24)]);
    let fine = judged("annual", vec![year.clone()], (0, 11), Level::Municipal, &[]);
    assert!(is_whole(&fine), "alone it is safe");
    gave_way(&judged("annual", vec![year], (0, 11), Level::Municipal, &left), "monthly 2026-02");
    let rest =
        audit::audit_beside(&fine.figures_json, &left.iter().map(|l| l.figures.clone()).collect::<Vec<_>>());
    assert!(
        rest.expect("readable")
            .iter()
            .any(|f| f.kind == audit::FindingKind::Difference && !f.with.is_empty())
    );
}

#[test]
fn all_hospitals_and_then_one_of_two_does_not_tell_the_other() {
    let all = list(
        "8",
        "persons",
        (0, 11),
        &[("70歳以上", set(&[("age", &["70"])]), 12), ("70歳未満", set(&[("age", &["0"])]), 40)],
    );
    let first = judged("annual", vec![all], (0, 11), Level::Municipal, &[]);
    assert!(is_whole(&first));
    let left = [leaves("annual", Level::Municipal, &first)];
    // An extra table for one hospital: eleven of its persons are 70 or older, so one is at the others.
    let one = |old| {
        let of = |age: &str| set(&[("hospital", &["A"]), ("age", &[age])]);
        bare(list("A", "persons", (0, 11), &[("A・70歳以上", of("70"), old), ("A・70歳未満", of("0"), 20)]))
    };
    assert!(is_whole(&judged("extra", vec![one(11)], (0, 11), Level::Municipal, &[])), "alone it is safe");
    gave_way(&judged("extra", vec![one(11)], (0, 11), Level::Municipal, &left), "annual");
    assert!(is_whole(&judged("extra", vec![one(8)], (0, 11), Level::Municipal, &left)), "four at the others");
}

#[test]
fn a_correction_waits_when_it_would_tell_who_was_added() {
    let table = |n| by_hospital("persons", (0, 11), &[("A", 30), ("B", n), ("C", 25)]);
    let first = judged("annual", vec![table(7)], (0, 11), Level::Municipal, &[]);
    let left = [leaves("annual", Level::Municipal, &first)];
    let corrected = judged("annual", vec![table(8)], (0, 11), Level::Municipal, &left);
    assert!(!is_whole(&corrected) && corrected.findings.is_empty());
    let Some(Why::Earlier(clash)) = only(&corrected).steps.first().map(|s| &s.why) else {
        panic!("{:?}", only(&corrected));
    };
    assert_eq!((clash.report.as_str(), clash.row.as_str(), clash.own_row.as_str()), ("annual", "B", "B"));
    assert!(
        is_whole(&judged("annual", vec![table(11)], (0, 11), Level::Municipal, &left)),
        "four more are told"
    );
}

#[test]
fn the_public_report_does_not_open_the_municipal_one() {
    let fine = |counts: &[(&str, u64)]| by_hospital("persons", (0, 11), counts);
    let city = judged(
        "annual",
        vec![fine(&[("A", 30), ("B", 2), ("C", 25), ("D", 12), ("E", 11)])],
        (0, 11),
        Level::Municipal,
        &[],
    );
    let shown = city.release.released.table("8").expect("published").cells();
    assert_eq!(shown[1][0], Shown::Hidden);
    let left = [leaves("annual", Level::Municipal, &city)];
    // The public form puts the two small ones together; whoever has both reads neither.
    let merged = list(
        "8",
        "persons",
        (0, 11),
        &[
            ("A・B", set(&[("hospital", &["A", "B"])]), 32),
            ("C・D・E", set(&[("hospital", &["C", "D", "E"])]), 48),
        ],
    );
    let public = judged("annual", vec![merged.clone()], (0, 11), Level::Public, &[]);
    assert!(is_whole(&public), "alone it is safe");
    gave_way(&judged("annual", vec![merged], (0, 11), Level::Public, &left), "annual");
}

#[test]
fn what_the_deciding_section_was_shown_is_not_held_against_what_others_read() {
    let fine = by_hospital("persons", (0, 11), &[("A", 30), ("B", 2), ("C", 25), ("D", 12), ("E", 11)]);
    let city = judged("annual", vec![fine], (0, 11), Level::Municipal, &[]);
    let left = [Left { level: Level::Commissioner, ..leaves("annual", Level::Commissioner, &city) }];
    let next = by_hospital("persons", (0, 11), &[("A", 30), ("B", 5), ("C", 22), ("D", 12), ("E", 11)]);
    assert!(is_whole(&judged("annual", vec![next], (0, 11), Level::Municipal, &left)), "another audience");
}

#[test]
fn old_categories_and_the_merged_ones_are_one_system() {
    let old = list(
        "7",
        "persons",
        (0, 5),
        &[
            ("1年未満", set(&[("stay", &["0"])]), 9),
            ("1〜5年", set(&[("stay", &["1"])]), 8),
            ("5年以上", set(&[("stay", &["5"])]), 20),
        ],
    );
    let first = judged("half", vec![old], (0, 5), Level::Municipal, &[]);
    let left = [leaves("half", Level::Municipal, &first)];
    let merged = |n| {
        list(
            "7",
            "persons",
            (0, 5),
            &[("5年未満", set(&[("stay", &["0", "1"])]), n), ("5年以上", set(&[("stay", &["5"])]), 20)],
        )
    };
    assert!(
        is_whole(&judged("again", vec![merged(17)], (0, 5), Level::Municipal, &left)),
        "it says nothing new"
    );
    assert!(
        !is_whole(&judged("again", vec![merged(18)], (0, 5), Level::Municipal, &left)),
        "one person came in between"
    );
}

#[test]
fn two_tables_of_one_report_that_share_hidden_margins_are_proven_together() {
    let stays = |n: [u64; 4]| {
        let codes = ["0", "1", "5", "10"];
        let rows: Vec<(&str, Set, u64)> =
            codes.iter().zip(n).map(|(c, n)| (*c, set(&[("stay", &[c])]), n)).collect();
        list("7", "persons", (0, 11), &rows)
    };
    let mut other = stays([2, 9, 14, 11]);
    other.id = "8".into();
    other.title = "表8".into();
    let of = occasion("annual", 0, 11, Level::Municipal);
    let ladders = [stays([2, 9, 14, 11]), other].map(|t| Ladder { rungs: vec![t], linked: None }).to_vec();
    let both = judge(ladders, YEAR, profile("municipal"), &of, &[]).expect("judged");
    assert!(both.release.fates.iter().all(|f| f.published && f.hidden == 2), "{:?}", both.release.fates);
    assert!(both.findings.is_empty());
    assert!(both.release.witnesses.iter().all(|w| w.proves_in(&both.release.released)));
    assert!(both.release.witnesses.iter().any(|w| !w.beside.is_empty()), "one proof for both tables");
    let said: Vec<&disclosure::Reason> = both.release.fates[0].explanations.iter().map(|e| &e.why).collect();
    assert!(said.contains(&&disclosure::Reason::Small { count: 2, k: 3 }), "{said:?}");
}

#[test]
fn sixty_caseloads_withstand_the_attack_and_tell_more_than_suppression_alone() {
    for (level, seed) in [(Level::Municipal, 11), (Level::Public, 12)] {
        let found = run(level, 0..30, seed);
        assert_eq!(found.refused, 0, "{}", found.lines(level.code()));
        assert!(found.reports == 36 && found.caseloads == 27, "{}", found.lines(level.code()));
        let as_much = found.as_much.min(found.as_much_with_marks);
        assert!(as_much * 10 >= found.caseloads * 9, "{}", found.lines(level.code()));
        assert!(found.tables.0 > 20 && found.bits.0 > found.bits.1, "{}", found.lines(level.code()));
    }
}
