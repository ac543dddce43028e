//! The end of a day, other views of the schedule, and how fast they open.

use super::round;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use susono_tests::{Ward, ward};

fn waiting(ward: &Ward) -> Vec<String> {
    let evening = ward.call("Evening", json!({}));
    let plans = evening["plans"].as_array().into_iter().flatten();
    plans.map(|plan| plan["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn at_the_end_of_a_day_everything_that_is_over_and_unwritten_is_on_the_list() {
    let ward = ward();
    let earlier = round(&ward, "2026-10-30", &["南 和夫"]);
    let today = round(&ward, "2026-11-02", &["関 武"]);
    let late = ward.call(
        "PlanOther",
        json!({"kind": "own", "title": "まとめ", "on": "2026-11-02", "start": "17:00", "end": "17:30", "case_id": null}),
    );
    assert_eq!(waiting(&ward), [earlier.as_str()]);
    assert_eq!(ward.call("Evening", json!({}))["ahead"], 2);
    ward.at("2026-11-02T12:00+09:00");
    assert_eq!(waiting(&ward), [earlier.as_str(), today.as_str()]);
    ward.at("2026-11-02T18:00+09:00");
    assert_eq!(waiting(&ward).len(), 3);
    ward.call("SetOutcome", json!({"plan_id": today, "case_id": ward.case("関 武"), "outcome": "met"}));
    ward.call("FinishPlan", json!({"plan_id": earlier, "result": "cancelled", "reason": "病棟の都合"}));
    ward.call("MovePlan", json!({"plan_id": late, "on": "2026-11-04", "start": "17:00", "end": "17:30"}));
    assert_eq!(waiting(&ward), Vec::<String>::new(), "recorded, cancelled with a reason, or moved on");
    let again = ward.opened_again();
    again.at("2026-11-05T08:00+09:00");
    assert_eq!(
        waiting(&again),
        [late.as_str().unwrap_or_default()],
        "what was missed while it was shut waits"
    );
    again.call("KeepDraft", json!({"place": "visit/a/b", "body": "書きかけ"}));
    assert_eq!(again.call("Evening", json!({}))["drafts"], json!(["visit/a/b"]));
}

#[test]
fn a_month_and_a_year_know_their_days_and_plans() {
    let ward = ward();
    round(&ward, "2026-11-10", &[]);
    let span = ward.call("Span", json!({"from": "2026-10-26", "to": "2026-12-06"}));
    assert_eq!(span["days"].as_array().map(Vec::len), Some(42));
    assert!(span["items"].as_array().into_iter().flatten().any(|item| item["on"] == "2026-11-10"));
    ward.fails("Span", json!({"from": "2026-11-02", "to": "2026-11-01"}), "plan.span");
    ward.fails("Span", json!({"from": "2026-11-02", "to": "2027-11-01"}), "plan.span");
    let year = ward.call("PlanYear", json!({"fiscal_year": 2026}));
    let months = year["months"].as_array().unwrap();
    assert_eq!((months.len(), &months[0]["first"]), (12, &json!("2026-04-01")));
    let november = &months[7];
    let day = &november["days"][9];
    assert_eq!((&day["on"], &day["plans"]), (&json!("2026-11-10"), &json!(1)));
    let sum: u64 = november["days"].as_array().unwrap().iter().filter_map(|day| day["plans"].as_u64()).sum();
    assert_eq!(november["plans"].as_u64(), Some(sum));
}

#[test]
fn plans_that_overlap_or_leave_no_time_for_the_way_say_so() {
    let ward = ward();
    let visit = |org: &str, start: &str, end: &str, travel: Value| {
        let plan = ward.call(
            "PlanVisit",
            json!({"org_id": ward.organisation(org), "org_name": "", "ward": "", "on": "2026-11-09", "start": start, "end": end,
                   "purposes": [], "case_ids": [], "travel_minutes": travel}),
        );
        plan.as_str().unwrap_or_default().to_owned()
    };
    let first = visit("楠沢病院", "09:30", "12:00", json!(30));
    let same = visit("楠沢病院", "12:00", "13:00", Value::Null);
    let far = visit("つばきヶ原病院", "13:15", "14:00", json!(45));
    let clash = |id: &str| super::in_week(&ward, "2026-11-09", id)["clash"].clone();
    assert_eq!((clash(&first), clash(&same), clash(&far)), (Value::Null, json!("travel"), json!("travel")));
    assert_eq!(
        super::in_week(&ward, "2026-11-09", &same)["travel_minutes"],
        30,
        "the way is as it was last time"
    );
    let over = visit("つばきヶ原病院", "13:30", "14:30", Value::Null);
    assert_eq!((clash(&far), clash(&over)), (json!("overlap"), json!("overlap")));
    ward.call("FinishPlan", json!({"plan_id": over, "result": "cancelled", "reason": "重なるため"}));
    assert_eq!(clash(&far), json!("travel"), "what is cancelled stands in nobody's way");
}

/// The fastest of five: how long the answer takes when nothing else is going on.
fn best(ward: &Ward, name: &str, input: &Value) -> Duration {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            ward.call(name, input.clone());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

#[test]
fn a_day_and_a_week_open_at_once_among_six_thousand_visits() {
    let ward = ward();
    for (n, weekdays) in ["MO,TU,WE,TH,FR"; 17].iter().enumerate() {
        ward.call(
            "PlanVisit",
            json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": format!("{n}病棟"), "on": "2026-11-02",
                   "start": format!("{:02}:00", 6 + n), "end": null, "purposes": [], "case_ids": [ward.case("南 和夫")],
                   "repeat": {"rule": format!("FREQ=WEEKLY;BYDAY={weekdays}"), "holidays": "skip"}}),
        );
    }
    let year = ward.call("PlanYear", json!({"fiscal_year": 2027}));
    let of_year: u64 =
        year["months"].as_array().into_iter().flatten().filter_map(|m| m["visits"].as_u64()).sum();
    assert!(of_year > 4_000, "{of_year} visits in the coming year alone");
    for (name, input) in
        [("Span", json!({"from": "2027-06-09", "to": "2027-06-09"})), ("Week", json!({"from": "2027-06-07"}))]
    {
        let took = best(&ward, name, &input);
        println!("{name}: {took:?}");
        assert!(took < Duration::from_millis(50), "{name} took {took:?}");
    }
}
