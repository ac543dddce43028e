//! What the screen foretells is what happens: the later report is made before and after the present one has left.

use app::reports::{Level, ReportKind, ReportRequest, enter_release, prepare};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn year() -> domain::calendar::FiscalYear {
    domain::calendar::FiscalYear::try_from(2025).expect("a year")
}

/// Reports that are made after others.
const LATER: [ReportKind; 2] = [ReportKind::Half, ReportKind::Annual];

/// What became of each table of the later reports: report, id, published, rung, hidden.
fn later(ward: &Ward, level: Level) -> Vec<(String, String, bool, usize, usize)> {
    let of = |kind| {
        let request = ReportRequest::of_year(kind, year(), level);
        let report = prepare(ward.house(), &ward.around(), request).expect("the later report may leave");
        let fate = move |f: disclosure::Fate| (code(&json!(kind)), f.id, f.published, f.rung, f.hidden);
        report.fates.into_iter().map(fate)
    };
    LATER.into_iter().flat_map(of).collect()
}

fn code(value: &Value) -> String {
    value.as_str().expect("a code").to_owned()
}

/// Tables of later reports that would tell less: report, id.
fn foretold(ward: &Ward, request: Value) -> Vec<(String, String)> {
    let forecast = ward.call("ReleaseForecast", request);
    let later = forecast["later"].as_array().expect("a list").iter();
    let tables = |r: &Value| r["affected"].as_array().expect("a list").clone();
    later.flat_map(|r| tables(r).into_iter().map(|t| (code(&r["kind"]), code(&t["id"])))).collect()
}

#[test]
fn what_leaves_inside_the_office_costs_nothing() {
    let ward = ward();
    let forecast = ward.call(
        "ReleaseForecast",
        json!({"kind": "monthly", "fiscal_year": 2025, "month": 6, "level": "internal"}),
    );
    assert_eq!(forecast["later"], json!([]));
    assert_eq!(forecast["sentence"], json!(words::ja("report.forecast.none")));
}

#[test]
fn the_screen_foretells_what_an_early_report_costs_the_later_ones() {
    let ward = ward();
    for (kind, month, free) in [("monthly", Some(6), true), ("half", None, false), ("annual", None, true)] {
        let mut asked = json!({"kind": kind, "fiscal_year": 2025, "level": "municipal"});
        if let Some(month) = month {
            asked["month"] = json!(month);
        }
        let cost = foretold(&ward, asked.clone());
        let before = later(&ward, Level::Municipal);
        let request: ReportRequest = serde_json::from_value(asked).expect("a request");
        let now = prepare(ward.house(), &ward.around(), request).expect("it may leave");
        enter_release(ward.house(), &ward.around(), &now).expect("it leaves");
        let after = later(&ward, Level::Municipal);
        let changed: Vec<(String, String)> = before
            .iter()
            .zip(&after)
            .filter(|(b, a)| b != a && b.0 != kind)
            .map(|(b, _)| (b.0.clone(), b.1.clone()))
            .collect();
        assert_eq!(cost, changed, "{kind} {month:?}");
        assert_eq!(cost.is_empty(), free, "half a year of ages and stays is not free: {cost:?}");
    }
}

#[test]
fn an_annual_report_that_leaves_first_has_its_price_for_the_half() {
    let ward = ward();
    let asked = json!({"kind": "annual", "fiscal_year": 2025, "level": "public"});
    let told: Vec<String> = foretold(&ward, asked).into_iter().map(|(kind, _)| kind).collect();
    assert!(told.iter().all(|kind| kind == "half" || kind == "annual"), "{told:?}");
    assert!(told.contains(&"half".to_owned()), "{told:?}");
}
