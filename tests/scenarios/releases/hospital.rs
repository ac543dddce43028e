//! Reports and hospitals. One hospital at a time is given its own totals and nothing of the others; each is a reader of
//! its own; and since it knows its own people, what is left of every other report without these must be safe as well.

use super::{YEAR, by_hospital, list, only, set};
use app::reports::{
    Insider, Judged, Left, Level, Occasion, Prepared, ReportKind, ReportRequest, enter_release, judge,
    judge_among, prepare,
};
use disclosure::{Headline, Kind, Ladder, Set, Shown, Table, Why};
use domain::calendar::FiscalYear;
use domain::measure::Id;
use serde_json::json;
use susono_tests::soak::caseloads::profile;
use susono_tests::soak::released::{leaves, occasion};
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
    let of = occasion("annual", 0, 11, Level::Public);
    let insiders: Vec<Insider> =
        others.iter().map(|of| Insider::new(vec![ages(*of)], YEAR, set(&[("hospital", &["A"])]))).collect();
    judge_among(vec![ages(all)], YEAR, profile("public"), &of, &[], &insiders).expect("judged")
}

#[test]
fn what_a_hospital_reads_of_the_others_is_coarsened_or_withheld() {
    let all = [24, 20, 18, 18];
    let strangers = judged(all, &[]);
    assert_eq!((only(&strangers).rung, only(&strangers).hidden), (0, 0), "to strangers it is safe");
    // Hospital A knows 16 of the eldest, so that two are left at the others; hospital B leaves many everywhere.
    let a = judged(all, &[[22, 18, 15, 2], [12, 10, 13, 12]]);
    assert!(a.findings.is_empty());
    let fate = only(&a);
    assert!(fate.published && fate.rung == 1, "{fate:?}");
    assert!(fate.steps.iter().any(|s| s.why == Why::Insider), "{fate:?}");
    assert_eq!(only(&judged(all, &[[12, 10, 13, 12]])).rung, 0, "three or more are left of everything");
    // Two are left under 65 and many above: no form is safe.
    let b = judged(all, &[[1, 1, 18, 18]]);
    assert!(!only(&b).published && b.findings.is_empty(), "{:?}", only(&b));
    // Nobody is left anywhere: there is nothing to learn.
    assert_eq!(only(&judged(all, &[[0, 0, 0, 0]])).rung, 0);
}

#[test]
fn a_hospital_by_hospital_list_tells_a_hospital_the_others_when_they_are_few() {
    let of = occasion("annual", 0, 11, Level::Municipal);
    let ladders = |table: Table| vec![Ladder { rungs: vec![table], linked: None }];
    let seen_by = |all: &[(&str, u64)], others: &[(&str, u64)]| {
        let of_others = by_hospital("persons", (0, 11), others);
        let insider = Insider::new(ladders(of_others), YEAR, set(&[("hospital", &["A"])]));
        let table = by_hospital("persons", (0, 11), all);
        judge_among(ladders(table), YEAR, profile("municipal"), &of, &[], &[insider]).expect("judged")
    };
    let moved = seen_by(&[("A", 30), ("B", 25), ("C", 12)], &[("A", 0), ("B", 25), ("C", 2)]);
    assert!(!only(&moved).published && moved.findings.is_empty(), "ten of C were in A before");
    let apart = seen_by(&[("A", 30), ("B", 25), ("C", 12)], &[("A", 0), ("B", 25), ("C", 12)]);
    assert_eq!((only(&apart).published, only(&apart).hidden), (true, 0), "of B and C it knows nobody");
    // To a stranger the two small ones protect each other; whoever knows the one reads the other.
    let pair = |b| (seen_by(&[("A", 2), ("B", b), ("C", 30)], &[("A", 0), ("B", b), ("C", 30)]), b);
    for (out, b) in [pair(2), pair(1)] {
        assert!(out.findings.is_empty());
        let cells = out.release.released.table("8").map(disclosure::ReleasedTable::cells);
        let alone = cells.is_some_and(|c| c[1][0] == Shown::Hidden && c[2][0] != Shown::Hidden);
        assert!(!alone, "A takes itself away and reads {b} at B: {:?}", only(&out));
    }
}

const A: &str = "A";

/// The report of one hospital: its persons, new ones and discharges.
fn totals(of: &str, counts: [u64; 3]) -> Vec<Ladder> {
    let own = by_hospital("persons", (0, 11), &[(of, counts[0])]);
    let row = |table: Table, columns: &[(&str, u64)]| {
        let mut table = super::bare(table);
        table.kind = Kind::Headline;
        table.additive = false;
        table.columns = columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        table.column_types = vec![disclosure::ColumnType::Count; columns.len()];
        table.cells = vec![columns.iter().map(|(_, n)| disclosure::Cell::count(*n)).collect()];
        if let Some(scope) = &mut table.scope {
            let measured =
                |name: &str| if name == "persons" { Set::new() } else { set(&[("measure", &[name])]) };
            scope.columns = columns.iter().map(|(name, _)| measured(name)).collect();
        }
        table
    };
    let [persons, new, discharges] = counts;
    let all = [("persons", persons), ("new", new), ("discharges", discharges)];
    vec![Ladder { rungs: vec![row(own.clone(), &all), row(own, &all[..1])], linked: None }]
}

fn for_hospital(of: &str, counts: [u64; 3], left: &[Left]) -> Judged {
    let occasion = Occasion {
        hospital: Some(of.to_owned()),
        own: set(&[("hospital", &[of])]),
        ..occasion("annual", 0, 11, Level::Hospital)
    };
    judge(totals(of, counts), Headline::default(), profile("hospital"), &occasion, left).expect("judged")
}

fn left_to(of: &str, judged: &Judged) -> Left {
    Left { hospital: Some(of.to_owned()), ..leaves("annual hospital", Level::Hospital, judged) }
}

fn city(counts: &[(&str, u64)], left: &[Left]) -> Judged {
    let ladders = vec![Ladder { rungs: vec![by_hospital("persons", (0, 11), counts)], linked: None }];
    let of = occasion("annual", 0, 11, Level::Municipal);
    judge(ladders, YEAR, profile("municipal"), &of, left).expect("judged")
}

#[test]
fn a_hospital_is_given_its_own_totals_however_small_they_are() {
    let alone = for_hospital(A, [2, 1, 1], &[]);
    let fate = only(&alone);
    assert!(fate.published && fate.rung == 0 && fate.hidden == 0 && alone.findings.is_empty(), "{fate:?}");
    assert!(alone.figures_json.contains("\"own\"") && !alone.figures_json.contains("headline\": {"));
}

#[test]
fn the_report_of_a_hospital_and_the_one_of_the_year_are_held_against_each_other() {
    // A and B are hidden for each other's sake. Whoever is told A reads B.
    let counts = [("A", 4), ("B", 2), ("C", 30), ("D", 25), ("E", 12)];
    let year = city(&counts, &[]);
    let cells = year.release.released.table("8").expect("printed").cells();
    assert_eq!((cells[0][0], cells[1][0]), (Shown::Hidden, Shown::Hidden));
    let earlier = leaves("annual", Level::Municipal, &year);
    let after = for_hospital(A, [4, 1, 0], std::slice::from_ref(&earlier));
    assert!(after.findings.is_empty(), "{:?}", after.findings);
    let shown = after.release.released.table("8").map(|t| t.cells()[0][0]);
    assert_ne!(shown, Some(Shown::Number(4)), "{:?}", only(&after));
    super::gave_way(&after, "annual");
    // The other way round the report of the year gives way.
    let first = for_hospital(A, [4, 1, 0], &[]);
    assert_eq!(only(&first).hidden, 0);
    let next = city(&counts, &[left_to(A, &first)]);
    assert!(next.findings.is_empty(), "{:?}", next.findings);
    let other = next.release.released.table("8").expect("printed").cells();
    assert_eq!(other[1][0], Shown::Hidden);
    assert!((2..5).any(|r| other[r][0] == Shown::Hidden), "another than A hides B: {other:?}");
    let known = [left_to(A, &first).figures];
    let beside = audit::audit_beside(&next.figures_json, &known).expect("readable");
    assert!(beside.is_empty(), "{beside:?}");
    let alone = audit::audit_beside(&year.figures_json, &known).expect("readable");
    assert!(alone.iter().any(|f| f.row == Some(1)), "unchanged it would have told B: {alone:?}");
}

#[test]
fn what_one_hospital_was_given_does_not_bind_the_report_of_another() {
    let first = left_to(A, &for_hospital(A, [4, 1, 0], &[]));
    let earlier = leaves("annual", Level::Municipal, &city(&[("A", 40), ("B", 30), ("C", 30)], &[]));
    let b = for_hospital("B", [2, 0, 1], &[first, earlier]);
    assert!(only(&b).published && only(&b).hidden == 0 && b.findings.is_empty(), "{:?}", only(&b));
}

#[test]
fn one_person_at_the_others_is_not_told_by_the_totals_of_a_hospital() {
    let total = list(
        "6",
        "persons",
        (0, 11),
        &[("65歳未満", set(&[("age", &["0"])]), 3), ("65歳以上", set(&[("age", &["65"])]), 4)],
    );
    let year = Headline { active: 7, new: 4, discharged: 3, closed: 0, distinct: 7 };
    let of = occasion("annual", 0, 11, Level::Municipal);
    let ladders = vec![Ladder { rungs: vec![total], linked: None }];
    let city = judge(ladders, year, profile("municipal"), &of, &[]).expect("judged");
    let earlier = [leaves("annual", Level::Municipal, &city)];
    let safe = for_hospital(A, [4, 1, 0], &earlier);
    assert!(only(&safe).published && only(&safe).hidden == 0, "three are at the others: {:?}", only(&safe));
    let told = for_hospital(A, [6, 1, 0], &earlier);
    let shown = told.release.released.table("8").map(|t| t.cells()[0][0]);
    assert_ne!(shown, Some(Shown::Number(6)), "one is left: {:?}", only(&told));
    assert!(told.findings.is_empty(), "{:?}", told.findings);
}

fn switched_on(ward: &Ward) {
    ward.at("2026-04-02T09:00:00+09:00");
    ward.call(
        "KeepReportSettings",
        json!({"years": "era", "persons": "usual", "approval": false, "hospital": true,
            "commissioner_clause": "", "commissioner_receiver": ""}),
    );
}

fn year() -> FiscalYear {
    FiscalYear::try_from(2025).expect("a year")
}

/// Hospitals of the ward that have people: identity and name.
fn hospitals(ward: &Ward) -> Vec<(Id, String)> {
    let all = ward.call("Organisations", json!({"filter": ""}));
    let all = all.as_array().expect("organisations").iter();
    let kind = |o: &&serde_json::Value| {
        ["psychiatric_hospital", "general_hospital"].contains(&o["type"].as_str().unwrap_or_default())
            && o["open_cases"].as_u64().is_some_and(|n| n > 0)
    };
    all.filter(kind)
        .map(|o| {
            let id = o["id"].as_str().expect("an id").to_owned();
            (Id::try_from(id).expect("an id"), o["name"].as_str().expect("a name").to_owned())
        })
        .collect()
}

fn given(ward: &Ward, hospital: &Id) -> Prepared {
    let request = ReportRequest::for_hospital(hospital.clone(), ReportKind::Annual, year());
    prepare(ward.house(), &ward.around(), request).expect("it may leave")
}

fn text(report: &Prepared) -> String {
    report::attack::read(&report.pdf).expect("pages").pages.concat()
}

#[test]
fn a_hospital_is_given_its_own_year_and_no_word_about_another() {
    let ward = ward();
    let asked = |id: &str| json!({"fiscal_year": 2025, "level": "hospital", "hospital_id": id});
    let hospitals = hospitals(&ward);
    let (own, name) = &hospitals[0];
    ward.at("2026-04-02T09:00:00+09:00");
    ward.fails("Report", asked(own.as_str()), "report.audience-off");
    switched_on(&ward);
    ward.fails("Report", json!({"fiscal_year": 2025, "level": "hospital"}), "report.no-hospital");
    let month =
        json!({"kind": "monthly", "month": 6, "fiscal_year": 2025, "level": "hospital", "hospital_id": own});
    ward.fails("Report", month, "report.not-for-hospital");
    let report = given(&ward, own);
    let inside = prepare(
        ward.house(),
        &ward.around(),
        ReportRequest::of_year(ReportKind::Annual, year(), Level::Internal),
    )
    .expect("inside");
    // Its persons and its visits are those of its row in the report for inside the office.
    let row = |id: &str| {
        let table = inside.released.table(id).expect("a table");
        let at = table.rows().iter().position(|r| r == name).expect("the hospital");
        table.cells()[at].clone()
    };
    assert_eq!(report.released.table("8").expect("persons").cells()[0], row("8"));
    let visits = row("17");
    let own_visits = &report.released.table("17").expect("visits").cells()[0];
    assert_eq!(own_visits[..], [visits[0], visits[1], visits[3]], "days, interviews, hours");
    for table in report.released.tables() {
        assert_eq!((table.rows().len(), table.rows()[0].as_str()), (1, "貴院"), "{}", table.id());
    }
    let page = text(&report);
    let word = |name: &str| name.split('（').next().unwrap_or(name).to_owned();
    assert!(page.contains(&word(name)), "it is addressed to it");
    assert!(page.contains("延べ支援件数"), "it begins with its own key figures");
    for (_, other) in &hospitals[1..] {
        assert!(!page.contains(&word(other)), "{other}");
    }
    assert!(!report.file_name.contains(&word(name)));
    // Nothing of the whole project either.
    let view = ward.call("Report", asked(own.as_str()));
    assert!(view["headline"]["active"].is_null() && view["may_leave"] == true, "{}", view["headline"]);
    enter_release(ward.house(), &ward.around(), &report).expect("it leaves");
    let sent = ward.call("Releases", json!({}));
    assert_eq!((&sent[0]["level"], &sent[0]["hospital"]), (&json!("hospital"), &json!(name)));
    // The finished file stands the attack, and another hospital's report is another paper.
    let checked = app::reports::check_release(ward.house(), &ward.around(), &report.pdf, None).expect("read");
    assert!(checked.in_ledger && checked.findings.is_empty(), "{:?}", checked.findings);
    assert_ne!(given(&ward, &hospitals[1].0).figures_json, report.figures_json);
}

#[test]
fn texts_for_a_hospital_are_its_own_and_name_no_other() {
    let ward = ward();
    switched_on(&ward);
    let hospitals = hospitals(&ward);
    let [(own, _), (other, name)] = &hospitals[..2] else { panic!("two hospitals") };
    let of = |id: &Id| json!({"fiscal_year": 2025, "level": "hospital", "hospital_id": id});
    let keep = |id: &Id, text: &str| {
        let mut input = json!({"report": of(id), "key": "hospitals"});
        input["text"] = json!(text);
        ward.call("KeepSection", input)
    };
    keep(own, "病棟の皆さまのご協力で、茶話会を続けることができた。");
    let written = |input: serde_json::Value| {
        let sections = ward.call("Sections", input);
        let all = sections.as_array().expect("sections").clone();
        all.iter().find(|s| s["key"] == "hospitals").expect("the section")["text"].clone()
    };
    assert_eq!(written(of(other)), "", "another hospital's text is another");
    assert_eq!(written(json!({"fiscal_year": 2025, "level": "municipal"})), "");
    assert!(text(&given(&ward, own)).contains("茶話会"));
    keep(own, &format!("{name}でも同じ取組を始めた。"));
    let view = ward.call("Report", of(own));
    assert_eq!(view["may_leave"], false, "the name of another hospital stops it");
}

#[test]
fn once_hospitals_read_reports_the_others_are_safe_from_what_they_know() {
    let ward = ward();
    ward.at("2026-04-02T09:00:00+09:00");
    let report = |level| {
        let request = ReportRequest::of_year(ReportKind::Annual, year(), level);
        prepare(ward.house(), &ward.around(), request).expect("it may leave")
    };
    let before = report(Level::Municipal);
    switched_on(&ward);
    let after = report(Level::Municipal);
    let shown = |report: &Prepared| {
        let tables = report.released.tables().iter();
        tables.flat_map(|t| t.cells().iter().flatten()).filter(|c| matches!(c, Shown::Number(_))).count()
    };
    assert!(shown(&after) <= shown(&before));
    let view = ward.call("Report", json!({"fiscal_year": 2025, "level": "municipal"}));
    let said = view["fates"].as_array().expect("fates").iter().any(|fate| {
        let sentence = fate["sentence"].as_str().unwrap_or_default();
        let cells = fate["hidden_cells"].to_string();
        sentence.contains("自院の人を差し引くと") || cells.contains("自院")
    });
    assert_eq!(said, after.figures_json != before.figures_json, "what is told less says why");
}
