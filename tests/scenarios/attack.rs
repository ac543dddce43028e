//! The attack on finished files: what leaves is tried, what is changed afterwards is found, and a proof stays behind.

#[path = "../../src-tauri/crates/report/tests/paper/forger.rs"]
mod forger;

use app::reports::{
    AnnualRequest, Checked, Level, Prepared, Proof, ReportKind, ReportRequest, check_release, enter_release,
    finding_kinds, prepare,
};
use domain::calendar::FiscalYear;
use forger::{Forger, utf16};
use lopdf::dictionary;
use serde_json::{Value, json};
use susono_tests::soak::plants;
use susono_tests::soak::years::clean_years;
use susono_tests::{Ward, ward};

fn in_spring() -> Ward {
    let ward = ward();
    ward.at("2026-04-02T09:00:00+09:00");
    ward
}

fn year() -> FiscalYear {
    FiscalYear::try_from(2025).expect("令和7年度")
}

fn made(ward: &Ward, level: Level) -> Prepared {
    let request = AnnualRequest { fiscal_year: year(), level };
    prepare(ward.house(), &ward.around(), request).expect("the report leaves")
}

fn left(ward: &Ward, level: Level) -> Prepared {
    let report = made(ward, level);
    enter_release(ward.house(), &ward.around(), &report).expect("it enters the ledger");
    report
}

fn checked(ward: &Ward, bytes: &[u8], name: &str) -> Checked {
    check_release(ward.house(), &ward.around(), bytes, Some(name)).expect("it can be read")
}

fn kinds(checked: &Checked) -> Vec<&str> {
    checked.findings.iter().map(|f| f.kind.as_str()).collect()
}

/// The bytes after a change.
fn changed(report: &Prepared, change: impl FnOnce(&mut Forger)) -> Vec<u8> {
    let mut forger = Forger::new(&report.pdf);
    change(&mut forger);
    forger.bytes()
}

#[test]
fn numbers_changed_on_paper_are_found_cell_for_cell() {
    let ward = in_spring();
    let report = left(&ward, Level::Municipal);
    let rewritten = checked(&ward, &changed(&report, |_| {}), &report.file_name);
    assert!(
        !rewritten.in_ledger && rewritten.findings.is_empty(),
        "written again it says the same: {:?}",
        rewritten.findings
    );
    // 5年未満 5, 5〜20年 8, 20年以上 8, 計 21 in table 7; 859 contacts in all.
    for (from, to, kind) in [("859", "858", "total"), ("417", "418", "total")] {
        let file = changed(&report, |f| assert!(f.replace(from, to) > 0, "{from} stands on the paper"));
        let found = checked(&ward, &file, &report.file_name);
        assert!(kinds(&found).contains(&kind), "{from} to {to}: {:?}", found.findings);
        let own = found.findings.iter().filter(|f| f.kind != "table");
        assert!(
            own.clone().count() > 0 && !own.clone().any(|f| f.detail.contains(to)),
            "a finding repeats no number"
        );
    }
}

#[test]
fn every_main_figure_is_held_against_the_totals() {
    let ward = in_spring();
    let request = ReportRequest::of_year(ReportKind::Half, year(), Level::Municipal);
    let half = prepare(ward.house(), &ward.around(), request).expect("the half may leave");
    enter_release(ward.house(), &ward.around(), &half).expect("it leaves");
    let figures: Value = serde_json::from_str(&half.figures_json).expect("figures");
    let contacts = figures["tables"].as_array().and_then(|all| all.iter().find(|t| t["id"] == "3"));
    let contacts = contacts.expect("the contacts");
    let last = contacts["cells"].as_array().and_then(|rows| rows.last()?.as_array()).expect("a total row");
    let counts = last.iter().zip(contacts["column_types"].as_array().expect("kinds of columns"));
    let contacts = counts.filter(|(_, kind)| *kind == "count").filter_map(|(n, _)| n.as_u64()).max();
    for (label, n) in [("9月末に支援中", figures["headline"]["active"].as_u64()), ("延べ支援件数", contacts)]
    {
        let n = n.expect("a total");
        let file =
            changed(&half, |f| assert!(f.replace(&n.to_string(), &(n + 1).to_string()) > 0, "{label} {n}"));
        let found = checked(&ward, &file, &half.file_name);
        let told = found.findings.iter().any(|f| f.kind == "headline" && f.detail.contains(label));
        assert!(told, "{label} {n}: {:?}", found.findings);
    }
}

#[test]
fn a_file_that_nobody_knows_is_judged_by_what_it_says() {
    // The practice ward's report for inside, with the mark of the public put on it: exact numbers of few people.
    let ward = in_spring();
    let internal = made(&ward, Level::Internal);
    let found = checked(&ward, &internal.pdf, "R7.pdf");
    assert!(found.findings.is_empty(), "nobody is named in it: {:?}", found.findings);
    let public = made(&ward, Level::Public);
    let found = checked(&ward, &public.pdf, "R7.pdf");
    assert!(!found.in_ledger && found.findings.is_empty(), "computed but not entered: {:?}", found.findings);
    assert!(found.proof.tried.tables > 10 && found.proof.tried.cells > 200, "{:?}", found.proof.tried);
}

#[test]
fn what_is_planted_into_a_finished_report_is_found_by_its_kind() {
    let ward = in_spring();
    let report = left(&ward, Level::Public);
    let name = "髙橋 正一";
    let plants: Vec<(&str, Vec<u8>)> = vec![
        (
            "author",
            changed(&report, |f| {
                let info =
                    f.file.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("information");
                f.file.get_dictionary_mut(info).expect("information").set("Author", utf16(name));
            }),
        ),
        (
            "annotation",
            changed(&report, |f| {
                f.annotation(dictionary! { "Subtype" => "Text", "Contents" => utf16(name) });
            }),
        ),
        ("attachment", changed(&report, |f| f.attach("台帳.csv", name.as_bytes()))),
        (
            "invisible",
            changed(&report, |f| {
                let text = f.shown("年度", 100.0, 60.0, 10.0);
                f.draw(2, &format!("1 1 1 rg {text}"));
            }),
        ),
        ("trailing", [report.pdf.as_slice(), name.as_bytes()].concat()),
    ];
    for (kind, bytes) in plants {
        let found = checked(&ward, &bytes, &report.file_name);
        assert!(kinds(&found).contains(&kind), "{kind}: {:?}", found.findings);
        let silent = !found.findings.iter().any(|f| f.detail.contains("髙橋") || f.detail.contains("正一"));
        assert!(silent, "{kind} repeats what it found");
    }
    let named = checked(&ward, &report.pdf, "R7_髙橋正一.pdf");
    assert_eq!(kinds(&named), ["name"], "a file may be named after nobody");
}

#[test]
fn words_of_a_note_stop_a_report() {
    let ward = in_spring();
    let case = ward.case("林 健吾");
    let note = "窓ぎわの席で、故郷の祭りの太鼓の音をなつかしそうに話してくれた。";
    ward.call(
        "WriteContact",
        json!({
            "case_ids": [case], "plan_id": null, "on": "2026-03-30", "minutes": 20, "method": "phone",
            "counterparts": ["person"], "text": note, "next_step": null, "outcome": null, "draft_place": null
        }),
    );
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "voices", "text": "故郷の祭りの太鼓の音をなつかしむ声があった。"}),
    );
    let fiscal_year = FiscalYear::try_from(2025).expect("令和7年度");
    let request = AnnualRequest { fiscal_year, level: Level::Public };
    let refused = prepare(ward.house(), &ward.around(), request).expect_err("words of a note may not leave");
    assert_eq!(refused.id, "report.leak");
    assert!(!refused.sentence.contains("太鼓"), "{}", refused.sentence);
    ward.call(
        "KeepSection",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "key": "voices", "text": "故郷をなつかしむ声があった。"}),
    );
    prepare(ward.house(), &ward.around(), request).expect("in other words it may");
}

#[test]
fn a_proof_stays_in_the_vault_and_names_nobody() {
    let ward = in_spring();
    left(&ward, Level::Public);
    let report = left(&ward, Level::Municipal);
    let kept = ward.call("ReleaseProof", json!({"release": report.sha256}));
    let proof: Proof = serde_json::from_value(kept.clone()).expect("a proof");
    assert_eq!(proof, report.proof);
    assert!(proof.is_of(&report.pdf) && proof.findings == 0 && proof.k == 3);
    assert_eq!(proof.considered.len(), 1, "the public's report is known to the city too");
    assert!(
        proof.sentences.len() >= 6 && proof.sentences.iter().all(|s| s.ends_with('。')),
        "{:?}",
        proof.sentences
    );
    let paper = proof.pdf().expect("one page");
    assert_eq!(report::raster::pages(&paper), 1);
    let text = report::attack::read(&paper).expect("it can be read").pages.concat();
    assert!(text.contains(&report.sha256[..16]), "the fingerprint is printed");
    let again = checked(&ward, &paper, "控え.pdf");
    assert!(again.findings.is_empty(), "the proof itself may leave: {:?}", again.findings);
    assert_eq!(ward.call("ReleaseProof", json!({"release": "00"})), Value::Null);
}

#[test]
fn one_leak_of_every_kind_is_found_under_its_kind() {
    let found = plants::on_paper(false);
    assert_eq!(found.missed, Vec::<String>::new());
    assert_eq!(found.kinds, finding_kinds().collect(), "a kind of finding has no plant");
    assert!(found.tried >= 24, "{}", found.tried);
}

#[test]
fn one_leak_of_every_kind_in_a_workbook_or_a_text_of_tables_is_found_under_its_kind() {
    let found = plants::in_tables(false);
    assert_eq!(found.missed, Vec::<String>::new());
    let kinds = "annotation attachment author birth cell code foreign form image increment invisible layer lone_name \
                 name row script share total trailing unhidden";
    assert_eq!(found.kinds, kinds.split(' ').collect());
}

#[test]
fn clean_years_raise_no_alarm() {
    let found = clean_years(0..6);
    assert_eq!(found.alarms, Vec::<String>::new());
    assert_eq!(found.reports, 12);
}
