//! Plans that come back: laid out, changed for one, from one on or for all ahead, ended; what has passed stays.

mod anything;
mod days_off;

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// A visit to ward C1 of 楠沢病院 that comes back, beginning on a day.
fn visits(ward: &Ward, on: &str, rule: &str, holidays: &str) -> String {
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "C1病棟", "on": on, "start": "09:30",
               "end": "12:00", "purposes": ["interview"], "case_ids": [ward.case("南 和夫")],
               "repeat": {"rule": rule, "holidays": holidays}}),
    );
    plan.as_str().expect("the first plan").to_owned()
}

/// Plans of series in the four weeks from a Monday.
fn four_weeks(ward: &Ward, monday: &str) -> Vec<Value> {
    let first: chrono::NaiveDate = monday.parse().expect("a day");
    (0..4)
        .flat_map(|n| {
            let week = ward.call("Week", json!({"from": (first + chrono::Days::new(7 * n)).to_string()}));
            week["items"].as_array().cloned().unwrap_or_default()
        })
        .filter(|item| item["series_id"].is_string())
        .collect()
}

/// Day and begin of each plan of a series in the four weeks from a Monday.
fn days(ward: &Ward, monday: &str) -> Vec<String> {
    let text = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
    four_weeks(ward, monday)
        .iter()
        .map(|item| format!("{} {}", &text(item, "on")[5..], text(item, "start")))
        .collect()
}

fn id_on(ward: &Ward, monday: &str, on: &str) -> String {
    let items = four_weeks(ward, monday);
    let item =
        items.iter().find(|item| item["on"] == on).unwrap_or_else(|| panic!("nothing on {on}: {items:?}"));
    item["id"].as_str().expect("an id").to_owned()
}

fn change(plan: &str, scope: &str, on: &str, start: &str) -> Value {
    json!({"plan_id": plan, "scope": scope, "on": on, "start": start, "end": null, "rule": null, "holidays": null,
           "title": null, "ward": null, "travel_minutes": null, "case_ids": null})
}

#[test]
fn a_visit_that_comes_back_is_planned_ahead_to_the_end_of_the_coming_year() {
    let ward = ward();
    let first = visits(&ward, "2026-11-03", "FREQ=WEEKLY;BYDAY=TU", "next");
    assert_eq!(
        days(&ward, "2026-11-02"),
        ["11-04 09:30", "11-10 09:30", "11-17 09:30", "11-24 09:30"],
        "the third is a holiday, and the next working day takes its place"
    );
    let sheet = ward.call("SeriesPage", json!({"plan_id": first, "scope": "following"}));
    assert_eq!((&sheet["words"], &sheet["holidays"]), (&json!("毎週火曜"), &json!("next")));
    assert_eq!(sheet["ahead"], 74, "every Tuesday until 31 March 2028");
    let page = ward.call("VisitPage", json!({"plan_id": id_on(&ward, "2026-11-09", "2026-11-17")}));
    assert_eq!(page["persons"][0]["name"], "南 和夫", "each of them is a visit like any other");
    let undone = ward.records();
    ward.undo();
    assert_eq!(days(&ward, "2026-11-02"), Vec::<String>::new());
    ward.redo();
    assert_eq!(ward.records(), undone);
}

#[test]
fn a_preview_says_in_words_what_a_rule_means_and_which_days_it_leaves_out() {
    let ward = ward();
    let ask = |rule: &str, holidays: &str| {
        ward.call(
            "RulePreview",
            json!({"rule": rule, "on": "2026-11-02", "start": "09:30", "end": "12:00", "holidays": holidays, "org_id": null}),
        )
    };
    let view = ask("FREQ=MONTHLY;BYDAY=4MO", "skip");
    assert_eq!((&view["words"], &view["more"]), (&json!("毎月第4月曜"), &json!(true)));
    assert_eq!(
        view["dates"][0],
        json!({"due": "2026-11-23", "on": null, "weekday": 1, "why": "勤労感謝の日", "clash": null})
    );
    assert_eq!(view["dates"][1]["on"], "2026-12-28");
    let shifted = ask("FREQ=MONTHLY;BYDAY=4MO", "next");
    assert_eq!(
        (&shifted["dates"][0]["on"], &shifted["dates"][0]["weekday"]),
        (&json!("2026-11-24"), &json!(2))
    );
    ward.fails(
        "RulePreview",
        json!({"rule": "FREQ=HOURLY", "on": "2026-11-02", "start": null, "end": null, "holidays": "keep", "org_id": null}),
        "series.unsupported-rule",
    );
    visits(&ward, "2026-11-09", "FREQ=WEEKLY;BYDAY=MO", "keep");
    let taken = ask("FREQ=WEEKLY;BYDAY=MO", "keep");
    assert_eq!((&taken["dates"][0]["clash"], &taken["dates"][1]["clash"]), (&Value::Null, &json!("overlap")));
}

#[test]
fn one_plan_is_moved_alone_and_stays_where_it_was_put() {
    let ward = ward();
    visits(&ward, "2026-11-10", "FREQ=WEEKLY;BYDAY=TU", "keep");
    let second = id_on(&ward, "2026-11-02", "2026-11-17");
    ward.call("MovePlan", json!({"plan_id": second, "on": "2026-11-18", "start": "13:00", "end": "15:00"}));
    assert_eq!(days(&ward, "2026-11-02"), ["11-10 09:30", "11-18 13:00", "11-24 09:30"]);
    let item = four_weeks(&ward, "2026-11-16").into_iter().find(|item| item["id"] == json!(second)).unwrap();
    assert_eq!(item["apart"], true);

    let first = id_on(&ward, "2026-11-02", "2026-11-10");
    let sheet = ward.call("SeriesPage", json!({"plan_id": first, "scope": "all"}));
    let kept: Vec<&Value> = sheet["kept"].as_array().unwrap().iter().map(|plan| &plan["on"]).collect();
    assert_eq!(kept, [&json!("2026-11-18")], "what stays is listed before anything changes");
    ward.call("ChangeSeries", change(&first, "all", "2026-11-12", "10:00"));
    assert_eq!(
        days(&ward, "2026-11-02"),
        ["11-12 10:00", "11-18 13:00", "11-26 10:00"],
        "the moved one stays and nothing takes its place"
    );
}

#[test]
fn a_change_from_one_on_leaves_what_lies_before_it() {
    let ward = ward();
    visits(&ward, "2026-11-03", "FREQ=WEEKLY;BYDAY=TU;COUNT=6", "keep");
    let third = id_on(&ward, "2026-11-16", "2026-11-17");
    let before = ward.records();
    ward.call("ChangeSeries", change(&third, "following", "2026-11-19", "13:00"));
    assert_eq!(days(&ward, "2026-11-02"), ["11-03 09:30", "11-10 09:30", "11-19 13:00", "11-26 13:00"]);
    assert_eq!(
        days(&ward, "2026-11-30"),
        ["12-03 13:00", "12-10 13:00"],
        "six times in all, as it was planned"
    );
    let first = id_on(&ward, "2026-11-02", "2026-11-03");
    let sheet = ward.call("SeriesPage", json!({"plan_id": first, "scope": "all"}));
    assert_eq!(sheet["words"], "毎週火曜（令和8年11月10日まで）");
    let moved = ward.call("SeriesPage", json!({"plan_id": third, "scope": "following"}));
    assert_eq!((&moved["words"], &moved["ahead"]), (&json!("毎週木曜（全4回）"), &json!(4)));
    ward.undo();
    assert_eq!(ward.records(), before, "one act takes all of it back");
}

#[test]
fn all_means_all_that_lies_ahead() {
    let ward = ward();
    visits(&ward, "2026-11-03", "FREQ=WEEKLY;BYDAY=TU", "keep");
    ward.at("2026-11-12T09:00+09:00");
    let third = id_on(&ward, "2026-11-16", "2026-11-17");
    let mut input = change(&third, "all", "2026-11-17", "14:00");
    input["rule"] = json!("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
    input["ward"] = json!("B2病棟");
    ward.call("ChangeSeries", input);
    assert_eq!(
        days(&ward, "2026-11-02"),
        ["11-03 09:30", "11-10 09:30", "11-17 14:00"],
        "what has passed stays as it was, written up or not"
    );
    assert_eq!(days(&ward, "2026-11-30"), ["12-01 14:00", "12-15 14:00"]);
    assert_eq!(four_weeks(&ward, "2026-11-30")[0]["ward"], "B2病棟");
    let first = id_on(&ward, "2026-11-02", "2026-11-03");
    ward.fails("ChangeSeries", change(&first, "all", "2026-11-04", "09:30"), "series.settled");
}

#[test]
fn a_series_ends_and_a_single_plan_is_taken_away_only_before_its_day() {
    let ward = ward();
    visits(&ward, "2026-11-03", "FREQ=WEEKLY;BYDAY=TU", "keep");
    ward.call("RemovePlan", json!({"plan_id": id_on(&ward, "2026-11-09", "2026-11-17")}));
    assert_eq!(days(&ward, "2026-11-02"), ["11-03 09:30", "11-10 09:30", "11-24 09:30"]);
    ward.call(
        "FinishPlan",
        json!({"plan_id": id_on(&ward, "2026-11-02", "2026-11-10"), "result": "cancelled", "reason": "病棟の都合"}),
    );
    ward.at("2026-11-09T09:00+09:00");
    let first = id_on(&ward, "2026-11-02", "2026-11-03");
    ward.fails("RemovePlan", json!({"plan_id": first}), "plan.past");
    let stopped = ward.call("StopSeries", json!({"plan_id": first, "scope": "all"}));
    assert_eq!(stopped, 71);
    assert_eq!(
        days(&ward, "2026-11-02"),
        ["11-03 09:30", "11-10 09:30"],
        "the one that waits for its result and the cancelled one stay"
    );
    assert_eq!(ward.call("ExtendSeries", json!({})), 0, "what has ended is not laid out again");
    let alone = ward.call(
        "PlanOther",
        json!({"kind": "own", "title": "", "on": "2026-11-20", "start": null, "end": null, "case_id": null}),
    );
    ward.fails("SeriesPage", json!({"plan_id": alone, "scope": "all"}), "series.none");
    ward.call("RemovePlan", json!({"plan_id": alone}));
}

#[test]
fn a_programme_comes_back_with_numbers_in_order_and_an_open_end_grows_with_the_years() {
    let ward = ward();
    ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": "あしたの会", "org_id": null, "on": "2026-11-11", "start": "13:30",
               "end": "15:00", "theme": "", "place": "inside", "repeat": {"rule": "FREQ=WEEKLY;BYDAY=WE;COUNT=3", "holidays": "keep"}}),
    );
    let numbers: Vec<u64> =
        four_weeks(&ward, "2026-11-09").iter().filter_map(|item| item["session_no"].as_u64()).collect();
    assert_eq!(numbers.windows(2).filter(|pair| pair[1] == pair[0] + 1).count(), 2, "{numbers:?}");

    ward.call(
        "PlanOther",
        json!({"kind": "meeting", "title": "部会", "on": "2026-11-10", "start": "10:00", "end": null, "case_id": null,
               "repeat": {"rule": "FREQ=MONTHLY;BYDAY=2TU", "holidays": "keep"}}),
    );
    assert_eq!(days(&ward, "2028-04-03"), Vec::<String>::new());
    ward.at("2027-04-01T09:00+09:00");
    let reply = ward.reply("ExtendSeries", json!({}));
    assert_eq!(reply.value, 2);
    assert!(!reply.changed.contains(&app::Topic::Undo), "nothing that a person did");
    assert_eq!(days(&ward, "2028-04-03"), ["04-11 10:00"]);
    assert_eq!(ward.call("ExtendSeries", json!({})), 0);
}
