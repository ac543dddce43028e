//! The road from the entrance to the exit: what each stage asks, who does not move and why, everybody's exit.

use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn open_case(ward: &Ward, family: &str, identified_on: &str) -> String {
    let input = json!({"family_name": family, "given_name": "", "family_kana": "", "given_kana": "", "org_id": null,
        "hospital": "楠沢病院", "ward": "B2病棟", "identified_on": identified_on, "wish": "", "client_id": null});
    ward.call("OpenCase", input).as_str().expect("the case").to_owned()
}

fn check(case: &str, stage: &str, item: &str, done_on: Option<&str>, hidden: bool) -> Value {
    json!({"case_id": case, "stage": stage, "item": item, "done_on": done_on, "done_by": "病棟と", "note": "", "hidden": hidden})
}

fn stage(ward: &Ward, case: &str, name: &str) -> Value {
    let all = ward.call("Checklist", json!({"case_id": case}));
    all.as_array().into_iter().flatten().find(|s| s["stage"] == name).cloned().expect("every stage is there")
}

#[test]
fn items_of_any_stage_are_ticked_added_hidden_and_taken_back() {
    let ward = empty();
    let case = open_case(&ward, "瀬名", "2026-10-01");
    let before = stage(&ward, &case, "housing");
    assert_eq!((&before["asked"], &before["done"]), (&json!(11), &json!(0)));
    ward.call("KeepCheck", check(&case, "housing", "budget", Some("2026-10-20"), false));
    ward.call("KeepCheck", check(&case, "housing", "contract", None, true));
    ward.call("KeepCheck", check(&case, "housing", "猫と暮らせるか", Some("2026-10"), false));
    let now = stage(&ward, &case, "housing");
    assert_eq!((&now["asked"], &now["done"]), (&json!(11), &json!(2)), "one hidden, one added");
    let added =
        now["items"].as_array().and_then(|items| items.last()).cloned().expect("the added one comes last");
    assert_eq!(
        (&added["item"], &added["added"], &added["done_on"]),
        (&json!("猫と暮らせるか"), &json!(true), &json!("2026-10"))
    );
    ward.call("KeepCheck", check(&case, "housing", "budget", None, false));
    assert_eq!(stage(&ward, &case, "housing")["done"], 1);
    ward.undo();
    assert_eq!(stage(&ward, &case, "housing")["done"], 2);
    for (input, refusal) in [
        (check(&case, "housing", "　", None, false), "check.empty"),
        (check(&case, "housing", &"あ".repeat(81), None, false), "check.too-long"),
        (check(&case, "housing", "budget", Some("2026-11-03"), false), "check.future"),
    ] {
        ward.fails("KeepCheck", input, refusal);
    }
}

#[test]
fn who_does_not_move_is_named_with_the_rule_and_rests_on_hold() {
    let ward = empty();
    let long = open_case(&ward, "古川", "2026-09-01");
    let fresh = open_case(&ward, "新井", "2026-10-30");
    for case in [&long, &fresh] {
        ward.call("AddTask", json!({"case_id": case, "text": "病棟に電話する", "due_on": null}));
    }
    let stalled = || ward.call("Stalled", json!({}));
    let found = stalled();
    assert_eq!(found.as_array().map(Vec::len), Some(1), "only who was noticed long ago");
    assert_eq!(
        (&found[0]["case_id"], &found[0]["signs"]),
        (&json!(long), &json!(["long_in_stage", "silent"]))
    );
    assert_eq!(found[0]["reasons"][0], "この段階で62日（目安56日）");
    // Other limits, then a hold.
    ward.call("KeepStallLimits", json!({"limits": [{"stage": "identified", "in_stage": 90, "silent": 60}]}));
    assert_eq!(stalled()[0]["signs"], json!(["silent"]));
    ward.call("HoldCase", json!({"case_id": long, "from_on": "2026-11-01", "reason": "wavering", "review_on": "2026-12-01", "note": ""}));
    assert_eq!(stalled(), json!([]));
    ward.fails(
        "KeepStallLimits",
        json!({"limits": [{"stage": "identified", "in_stage": 0, "silent": 60}]}),
        "stall.limit",
    );
}

#[test]
fn the_practice_ward_shows_everybody_with_four_lines_of_the_exit() {
    let ward = ward();
    let board = ward.call("ExitBoard", json!({}));
    let rows = board.as_array().expect("rows");
    let open = ward.call("CaseList", json!({"filter": "", "scope": "open", "sort": "kana"}));
    assert_eq!(rows.len(), open["lines"].as_array().map_or(0, Vec::len));
    assert!(rows.iter().all(|row| row["exit"].as_array().map(Vec::len) == Some(4)));
    for line in ward.call("Stalled", json!({})).as_array().into_iter().flatten() {
        assert_eq!(line["signs"].as_array().map(Vec::len), line["reasons"].as_array().map(Vec::len));
        assert!(!line["signs"].as_array().is_none_or(Vec::is_empty), "nobody is named without a rule");
    }
}

#[test]
fn examples_of_an_exit_come_from_closed_cases_with_like_conditions_and_name_nobody() {
    let ward = ward();
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let lines: Vec<Value> = list["lines"].as_array().cloned().unwrap_or_default();
    let closed = lines.iter().filter(|line| line["status"] == "closed").count();
    let names: Vec<&str> = lines.iter().filter_map(|line| line["name"].as_str()).collect();
    let mut shown = 0;
    for line in lines.iter().filter(|line| line["status"] != "closed") {
        let found = ward.call("ExitExamples", json!({"case_id": line["id"]}));
        assert_eq!(found["closed"].as_u64(), u64::try_from(closed).ok());
        assert!(found["left"].as_u64() <= found["closed"].as_u64());
        let text = found.to_string();
        assert!(!names.iter().any(|name| text.contains(name)), "{text}");
        let examples = found["examples"].as_array().cloned().unwrap_or_default();
        shown += examples.len();
        for example in examples {
            let bands = ["age", "stay", "hospital"].iter().filter(|key| !example[**key].is_null()).count();
            let common = bands + example["obstacles"].as_array().map_or(0, Vec::len);
            assert!(common >= 2, "{example}");
            assert!(example.get("id").is_none() && example.get("name").is_none(), "{example}");
            let walked = example["stages"].as_array().into_iter().flatten();
            let walked: u64 = walked.filter_map(|stage| stage["months"].as_u64()).sum();
            let months = example["months"].as_u64().unwrap_or(0);
            assert!(walked.abs_diff(months) <= 4, "the stages make up the road: {example}");
        }
    }
    assert!(shown > 0, "the practice ward has closed cases that fit somebody");
    let nobody = empty();
    let new = json!({"family_name": "試", "given_name": "花", "family_kana": "", "given_kana": "", "org_id": null, "hospital": "",
        "ward": "", "identified_on": null, "wish": "", "client_id": null});
    let case = nobody.call("OpenCase", new);
    let found = nobody.call("ExitExamples", json!({"case_id": case}));
    assert_eq!(found, json!({"known": 0, "closed": 0, "left": 0, "examples": []}));
}
