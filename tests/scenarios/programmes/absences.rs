//! 続けて欠席: whoever stays away is named, unless she cannot come.

use super::{marks, page as session_page, record, session};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// Records three sessions: 関 武 stays away from so many of the last, 南 和夫 comes always.
fn held(ward: &Ward, absences: usize) {
    for (n, on) in ["2026-10-12", "2026-10-19", "2026-10-26"].into_iter().enumerate() {
        let plan = session(ward, "つぎの会", on);
        let mut input = record(&plan);
        if n == 0 {
            input["add_case_ids"] = json!([ward.case("南 和夫"), ward.case("関 武")]);
        }
        let seki = if n + absences >= 3 { "absent" } else { "present" };
        input["attendance"] = marks(&session_page(ward, &plan), &[seki, "present"]);
        ward.call("RecordSession", input);
    }
}

/// Sentences of today about absences.
fn named(ward: &Ward) -> Vec<(String, String)> {
    let today = ward.call("Today", json!({"on": null}));
    let gaps = today["gaps"].as_array().into_iter().flatten();
    let said =
        gaps.map(|g| (g["name"].as_str().unwrap_or_default(), g["sentence"].as_str().unwrap_or_default()));
    said.filter(|(_, s)| s.contains("欠席")).map(|(n, s)| (n.to_owned(), s.to_owned())).collect()
}

fn line(ward: &Ward) -> Value {
    let all = ward.call("Programmes", json!({}));
    let id =
        all.as_array().into_iter().flatten().find(|p| p["name"] == "つぎの会").expect("it")["id"].clone();
    let sheet = ward.call("ProgrammePage", json!({"programme_id": id}));
    sheet["roster"].as_array().into_iter().flatten().find(|l| l["name"] == "関 武").expect("there").clone()
}

#[test]
fn whoever_stays_away_twice_in_a_row_is_named_today_and_on_the_page() {
    let ward = ward();
    held(&ward, 1);
    assert_eq!(named(&ward), [], "once is nothing");
    let ward = self::ward();
    held(&ward, 2);
    let said = named(&ward);
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].0, "関 武");
    assert!(said[0].1.contains("「つぎの会」を2回続けて欠席"), "{}", said[0].1);
    let line = line(&ward);
    assert_eq!((&line["absences"], &line["last_on"]), (&json!(2), &json!("2026-10-12")));
}

#[test]
fn the_number_is_the_users_own() {
    let ward = ward();
    held(&ward, 2);
    ward.call("KeepAlertLimits", json!({"limits": {"absences": 3}}));
    assert_eq!(named(&ward), []);
}

#[test]
fn somebody_on_hold_and_a_hospital_without_visitors_are_not_named() {
    let ward = ward();
    held(&ward, 2);
    let case = ward.case("関 武");
    ward.call("HoldCase", json!({"case_id": case, "from_on": "2026-11-01", "reason": "wavering", "review_on": null, "note": ""}));
    assert_eq!(named(&ward), [], "on hold");
    ward.undo();
    assert_eq!(named(&ward).len(), 1);
    ward.call(
        "KeepVisitClosure",
        json!({"org_id": ward.organisation("楠沢病院"), "from_on": "2026-10-30", "to_on": null}),
    );
    assert_eq!(named(&ward), [], "no visitors");
}
