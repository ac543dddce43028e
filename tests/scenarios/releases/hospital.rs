//! A report for hospitals: each knows its own people and reads what is left of the others, so that must be safe too.

use super::{YEAR, by_hospital, list, only, set};
use app::reports::{Insider, Judged, Level, ReportKind, ReportRequest, enter_release, judge_among, prepare};
use disclosure::{Ladder, Table, Why};
use serde_json::json;
use susono_tests::soak::caseloads::profile;
use susono_tests::soak::released::occasion;
use susono_tests::{Ward, ward};

/// Two lists of ages, the second with the bands put together.
fn ages(of: [u64; 4]) -> Ladder {
    let codes = ["0", "40", "65", "80"];
    let rows: Vec<_> = codes.iter().zip(of).map(|(c, n)| (*c, set(&[("age", &[c])]), n)).collect();
    let coarse = [
        ("65歳未満", set(&[("age", &["0", "40"])]), of[0] + of[1]),
        ("65歳以上", set(&[("age", &["65", "80"])]), of[2] + of[3]),
    ];
    let forms: Vec<Table> =
        vec![list("6", "persons", (0, 11), &rows), list("6", "persons", (0, 11), &coarse)];
    Ladder { rungs: forms, linked: None }
}

fn judged(all: [u64; 4], others: &[[u64; 4]]) -> Judged {
    let of = occasion("annual", 0, 11, Level::Hospital);
    let insiders: Vec<Insider> = others.iter().map(|of| Insider::new(vec![ages(*of)], YEAR)).collect();
    judge_among(vec![ages(all)], YEAR, profile("public"), &of, &[], &insiders).expect("judged")
}

#[test]
fn what_a_hospital_reads_of_the_others_is_coarsened_or_withheld() {
    let all = [24, 20, 18, 18];
    assert_eq!(
        (only(&judged(all, &[])).rung, only(&judged(all, &[])).hidden),
        (0, 0),
        "to strangers it is safe"
    );
    // Hospital A knows 12 of the eldest, so that six are left at the others; hospital B leaves many everywhere.
    let a = judged(all, &[[22, 18, 15, 6], [12, 10, 13, 12]]);
    assert!(a.findings.is_empty());
    let fate = only(&a);
    assert!(fate.published && fate.rung == 1, "{fate:?}");
    assert!(fate.steps.iter().any(|s| s.why == Why::Insider), "{fate:?}");
    assert_eq!((only(&judged(all, &[[12, 10, 13, 12]])).rung, only(&judged(all, &[])).hidden), (0, 0));
    // Two are left under 65 and many above: no form is safe.
    let b = judged(all, &[[1, 1, 18, 18]]);
    assert!(!only(&b).published && b.findings.is_empty(), "{:?}", only(&b));
    // Nobody is left anywhere: there is nothing to learn.
    assert_eq!(only(&judged(all, &[[0, 0, 0, 0]])).rung, 0);
}

fn report(ward: &Ward, level: Level) -> app::reports::Prepared {
    let year = domain::calendar::FiscalYear::try_from(2025).expect("a year");
    let request = ReportRequest::of_year(ReportKind::Annual, year, level);
    prepare(ward.house(), &ward.around(), request).expect("it may leave")
}

#[test]
fn a_hospital_is_told_less_than_everybody_where_its_own_people_are_many() {
    let ward = ward();
    ward.at("2026-04-02T09:00:00+09:00");
    ward.call(
        "KeepReportSettings",
        json!({"years": "era", "persons": "usual", "approval": false, "hospital": true,
            "commissioner_clause": "", "commissioner_receiver": ""}),
    );
    let everybody = report(&ward, Level::Public);
    let hospital = report(&ward, Level::Hospital);
    // Eleven men and ten women are told to everybody; nine of the twenty-one were in one hospital.
    assert!(everybody.released.table("6").is_some());
    assert!(hospital.released.table("6").is_none(), "it would find a few men of the others");
    let view = ward.call("Report", json!({"fiscal_year": 2025, "level": "hospital"}));
    let fates = view["fates"].as_array().expect("fates");
    let six = fates.iter().find(|f| f["id"] == "6").expect("the table");
    assert!(six["sentence"].as_str().is_some_and(|s| s.contains("自院の人を差し引くと")), "{six}");
    // No number of persons by hospital: a hospital gets its own totals of the work and nothing below.
    for table in hospital.released.tables().iter().filter(|t| t.kind() != &disclosure::Kind::Workload) {
        let scope = table.scope().as_ref().expect("a scope");
        assert!(
            scope.rows.iter().chain(&scope.columns).all(|set| !set.contains_key("hospital")),
            "{}",
            table.id()
        );
    }
    enter_release(ward.house(), &ward.around(), &hospital).expect("it leaves");
}

#[test]
fn a_hospital_by_hospital_list_tells_a_hospital_the_others_when_they_are_few() {
    let of = occasion("annual", 0, 11, Level::Hospital);
    let all = by_hospital("persons", (0, 11), &[("A", 30), ("B", 25), ("C", 12)]);
    let others = by_hospital("persons", (0, 11), &[("A", 0), ("B", 25), ("C", 4)]);
    let ladders = |table: Table| vec![Ladder { rungs: vec![table], linked: None }];
    let insider = Insider::new(ladders(others), YEAR);
    let out = judge_among(ladders(all), YEAR, profile("public"), &of, &[], &[insider]).expect("judged");
    assert!(
        !only(&out).published && out.findings.is_empty(),
        "eight of C were in A before: {:?}",
        only(&out)
    );
}
