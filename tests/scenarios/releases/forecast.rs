//! What the screen foretells is what happens: the later report is made before and after the present one has left.

use app::reports::{Level, ReportKind, ReportRequest, enter_release, prepare};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn year() -> domain::calendar::FiscalYear {
    domain::calendar::FiscalYear::try_from(2025).expect("a year")
}

/// What became of each table of the annual report: id, published, rung, hidden.
fn annual(ward: &Ward, level: Level) -> Vec<(String, bool, usize, usize)> {
    let request = ReportRequest::of_year(ReportKind::Annual, year(), level);
    let report = prepare(ward.house(), &ward.around(), request).expect("the annual report may leave");
    report.fates.into_iter().map(|f| (f.id, f.published, f.rung, f.hidden)).collect()
}

fn foretold(ward: &Ward, request: Value) -> Vec<String> {
    let forecast = ward.call("ReleaseForecast", request);
    let later = forecast["later"].as_array().expect("a list").iter();
    later
        .flat_map(|r| r["affected"].as_array().expect("a list"))
        .map(|t| t["id"].as_str().expect("an id").to_owned())
        .collect()
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
fn the_screen_foretells_what_an_early_report_costs_the_annual_one() {
    let ward = ward();
    for (kind, month) in [("monthly", Some(6)), ("half", None)] {
        let mut asked = json!({"kind": kind, "fiscal_year": 2025, "level": "municipal"});
        if let Some(month) = month {
            asked["month"] = json!(month);
        }
        let cost = foretold(&ward, asked.clone());
        let before = annual(&ward, Level::Municipal);
        let request: ReportRequest = serde_json::from_value(asked).expect("a request");
        let now = prepare(ward.house(), &ward.around(), request).expect("it may leave");
        enter_release(ward.house(), &ward.around(), &now).expect("it leaves");
        let after = annual(&ward, Level::Municipal);
        let changed: Vec<String> =
            before.iter().zip(&after).filter(|(b, a)| b != a).map(|(b, _)| b.0.clone()).collect();
        assert_eq!(cost, changed, "{kind} {month:?}");
        assert_eq!(cost.is_empty(), kind == "monthly", "half a year of ages and stays is not free");
    }
}
