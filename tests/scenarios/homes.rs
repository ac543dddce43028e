//! 住まい: homes side by side, nights on trial, what is refused and what is taken back.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn home(case: &str, change: Value) -> Value {
    let mut input = json!({"case_id": case, "home_id": null, "seen_on": "2026-10-20", "name": "ひだまり荘",
        "address": "若葉区1-2-3", "landlord": "大谷 一", "agent": "", "rent": 42000,
        "initial_cost": 120000, "guarantor": "居住支援法人", "told": "通院していることだけ", "result": "申込", "reason": ""});
    for (key, value) in change.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    input
}

fn trial(case: &str, change: Value) -> Value {
    let mut input = json!({"case_id": case, "trial_id": null, "place": "グループホームひばり", "from_on": "2026-10-05",
        "to_on": "2026-10-07", "nights": null, "purpose": "夜の過ごし方", "result": "順調", "person_view": "静かだった",
        "staff_view": ""});
    for (key, value) in change.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    input
}

fn page(ward: &Ward, case: &str) -> Value {
    ward.call("Homes", json!({"case_id": case}))
}

fn count(page: &Value, what: &str) -> usize {
    page[what].as_array().map_or(0, Vec::len)
}

#[test]
fn homes_are_written_changed_taken_out_and_brought_back() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = count(&page(&ward, &case), "homes");
    let id = ward.call("KeepHome", home(&case, json!({})));
    let now = page(&ward, &case);
    assert_eq!(count(&now, "homes"), before + 1);
    assert_eq!((&now["homes"][0]["id"], &now["homes"][0]["rent"]), (&id, &json!(42000)), "newest first");
    let refused = json!({"home_id": id, "result": "断られた", "reason": "保証人がつかない"});
    ward.call("KeepHome", home(&case, refused));
    assert_eq!(page(&ward, &case)["homes"][0]["result"], "断られた");
    assert_eq!(count(&page(&ward, &case), "homes"), before + 1, "changed, not added");
    ward.undo();
    assert_eq!(page(&ward, &case)["homes"][0]["result"], "申込");
    ward.call("RemoveHome", json!({"case_id": case, "home_id": id}));
    assert_eq!(count(&page(&ward, &case), "homes"), before);
    ward.undo();
    assert_eq!(page(&ward, &case), now, "as it was");
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let other = list["lines"].as_array().into_iter().flatten().find(|l| l["id"] != case.as_str());
    let other = other.and_then(|line| line["id"].as_str()).expect("somebody else");
    for (input, refusal) in [
        (home(&case, json!({"name": "　"})), "home.empty"),
        (home(&case, json!({"seen_on": "2026-11-03"})), "home.future"),
        (home(&case, json!({"result": "辞退"})), "home.no-reason"),
        (home(&case, json!({"result": "たぶん"})), "home.result"),
        (home(&case, json!({"told": "あ".repeat(401)})), "home.too-long"),
        (home(other, json!({"home_id": id})), "home.unknown"),
    ] {
        ward.fails("KeepHome", input, refusal);
    }
    ward.fails("RemoveHome", json!({"case_id": other, "home_id": id}), "home.unknown");
}

#[test]
fn nights_on_trial_are_counted_from_the_days_and_summed() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = page(&ward, &case);
    let slept = before["nights"].as_u64().unwrap_or(0);
    let id = ward.call("KeepTrial", trial(&case, json!({})));
    ward.call("KeepTrial", trial(&case, json!({"from_on": "2026-10-20", "to_on": null, "nights": 1})));
    let now = page(&ward, &case);
    assert_eq!(
        (count(&now, "trials"), now["nights"].as_u64()),
        (count(&before, "trials") + 2, Some(slept + 3))
    );
    let first = now["trials"].as_array().into_iter().flatten().find(|t| t["id"] == id).cloned().expect("it");
    assert_eq!((&first["nights"], &first["place"]), (&json!(2), &json!("グループホームひばり")));
    ward.call("KeepTrial", trial(&case, json!({"trial_id": id, "nights": 1, "result": "中止"})));
    assert_eq!(page(&ward, &case)["nights"].as_u64(), Some(slept + 2), "one night only, says who was there");
    ward.call("RemoveTrial", json!({"case_id": case, "trial_id": id}));
    assert_eq!(page(&ward, &case)["nights"].as_u64(), Some(slept + 1));
    ward.undo();
    ward.undo();
    assert_eq!(page(&ward, &case), now);
    for (input, refusal) in [
        (trial(&case, json!({"to_on": "2026-10-04"})), "home.order"),
        (trial(&case, json!({"nights": 3})), "home.nights"),
        (trial(&case, json!({"to_on": "2026-11-05"})), "home.future"),
        (trial(&case, json!({"result": "よい"})), "home.result"),
        (trial(&case, json!({"trial_id": case})), "home.unknown"),
    ] {
        ward.fails("KeepTrial", input, refusal);
    }
    ward.fails("RemoveTrial", json!({"case_id": case, "trial_id": case}), "home.unknown");
}

#[test]
fn a_service_is_tried_and_its_days_are_summed() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = page(&ward, &case);
    let used = before["days"].as_u64().unwrap_or(0);
    let tried = |change: Value| {
        let mut input = json!({"case_id": case, "use_id": null, "from_on": "2026-10-12", "service": "就労B", "place": "はたけ工房",
            "days": 4});
        for (key, value) in change.as_object().into_iter().flatten() {
            input[key] = value.clone();
        }
        input
    };
    let id = ward.call("KeepUse", tried(json!({})));
    ward.call("KeepUse", tried(json!({"use_id": id, "days": 6})));
    let now = page(&ward, &case);
    assert_eq!((now["days"].as_u64(), &now["uses"][0]["place"]), (Some(used + 6), &json!("はたけ工房")));
    ward.call("RemoveUse", json!({"case_id": case, "use_id": id}));
    assert_eq!(page(&ward, &case), before);
    ward.undo();
    assert_eq!(page(&ward, &case), now);
    ward.fails("KeepUse", tried(json!({"from_on": "2026-11-03"})), "home.future");
    ward.fails("KeepUse", tried(json!({"service": "", "place": " "})), "home.no-service");
    ward.fails("RemoveUse", json!({"case_id": case, "use_id": case}), "home.unknown");
}
