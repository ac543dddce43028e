//! Why a table tells less than its data could: in every case in words, and where what left before is the reason, with the
//! two cells that may not stand side by side.

use app::reports::{Level, Prepared, ReportKind, ReportRequest, enter_release, prepare};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn made(ward: &Ward, kind: ReportKind, level: Level) -> Prepared {
    let year = domain::calendar::FiscalYear::try_from(2025).expect("a year");
    let request = ReportRequest::of_year(kind, year, level);
    prepare(ward.house(), &ward.around(), request).expect("the report may leave")
}

fn half_leaves(ward: &Ward, level: Level) {
    ward.at("2025-10-03T09:00:00+09:00");
    enter_release(ward.house(), &ward.around(), &made(ward, ReportKind::Half, level)).expect("it leaves");
    ward.at("2026-04-02T09:00:00+09:00");
}

/// What the screen says of each table of the annual report.
fn annual(ward: &Ward, level: Level) -> Vec<Value> {
    ward.at("2026-04-02T09:00:00+09:00");
    let view = ward.call("Report", json!({"kind": "annual", "fiscal_year": 2025, "level": level.code()}));
    view["fates"].as_array().expect("fates").clone()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().expect("a text")
}

/// Form and marks of a table.
fn form(fate: &Value) -> [&Value; 4] {
    ["id", "published", "rung", "hidden"].map(|key| &fate[key])
}

#[test]
fn a_table_that_gives_way_to_an_earlier_report_names_both_cells() {
    let ward = ward();
    let before = annual(&ward, Level::Municipal);
    half_leaves(&ward, Level::Municipal);
    let after = annual(&ward, Level::Municipal);
    let changed: Vec<&Value> =
        before.iter().zip(&after).filter(|(b, a)| form(b) != form(a)).map(|(_, a)| a).collect();
    assert!(!changed.is_empty(), "half a year of ages is not free, and the screen shows it at once");
    let half = "前に出した「令和7年度 活動中間報告（自治体提出用、令和7年10月3日）」";
    for fate in changed {
        let said: Vec<&str> = [&fate["steps"], &fate["explanations"]]
            .into_iter()
            .flat_map(|list| list.as_array().expect("a list"))
            .map(|step| text(step, "sentence"))
            .chain([text(fate, "sentence")])
            .collect();
        let pair = said.iter().find(|s| s.starts_with(half)).unwrap_or_else(|| panic!("{fate}"));
        let own = format!("この報告の表{}「", text(fate, "id"));
        assert!(pair.contains("の表6「") || pair.contains("の表7「"), "the earlier table: {pair}");
        assert!(pair.contains(&own) && !pair.contains("「・」"), "the own cell: {pair}");
        assert!(text(fate, "sentence").contains(half), "without opening it: {fate}");
        assert!(text(fate, "sentence_en").contains("活動中間報告"), "{fate}");
    }
}

#[test]
fn whole_totals_that_left_before_cost_the_annual_report_nothing() {
    let ward = ward();
    let levels = [Level::Public, Level::Municipal];
    let before = levels.map(|level| annual(&ward, level));
    half_leaves(&ward, Level::Public);
    for (level, before) in levels.into_iter().zip(before) {
        let after = annual(&ward, level);
        let forms = |fates: &[Value]| fates.iter().map(|f| form(f).map(Value::clone)).collect::<Vec<_>>();
        assert_eq!(forms(&before), forms(&after), "{}: the half told no ages", level.name());
    }
}

#[test]
fn every_table_that_tells_less_says_why() {
    let ward = ward();
    half_leaves(&ward, Level::Municipal);
    let mut less = 0;
    for level in [Level::Municipal, Level::Public] {
        for fate in annual(&ward, level) {
            let lists = ["steps", "explanations"].map(|key| fate[key].as_array().expect("a list").clone());
            let [steps, cells] = lists;
            assert!(steps.iter().chain(&cells).all(|s| !text(s, "sentence").is_empty()), "{fate}");
            assert_eq!(fate["hidden"], json!(cells.len()), "one reason for each hidden cell: {fate}");
            if fate["published"] == true && fate["rung"] == 0 {
                continue;
            }
            less += 1;
            assert_eq!(fate["rung"], json!(steps.len()), "one reason for each form that was left: {fate}");
            let sentence = text(&fate, "sentence");
            assert!(sentence.contains("ため）") || sentence.contains("並べると"), "{sentence}");
        }
    }
    assert!(less > 4, "{less}");
}

#[test]
fn a_report_made_before_another_left_is_made_anew() {
    let ward = ward();
    ward.at("2026-04-02T09:00:00+09:00");
    let year = made(&ward, ReportKind::Annual, Level::Municipal);
    half_leaves(&ward, Level::Municipal);
    let refused =
        enter_release(ward.house(), &ward.around(), &year).expect_err("it was judged without the half");
    assert_eq!(refused.id, "report.data-moved");
    let again = made(&ward, ReportKind::Annual, Level::Municipal);
    enter_release(ward.house(), &ward.around(), &again).expect("judged beside it");
}
