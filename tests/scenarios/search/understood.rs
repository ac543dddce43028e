//! What is understood of a question, in the list of people as well as among records.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use susono_tests::{Ward, ward};

fn names(ward: &Ward, filter: &str, scope: &str) -> Vec<String> {
    let list = ward.call("CaseList", json!({"filter": filter, "scope": scope, "sort": "kana"}));
    let lines = list["lines"].as_array().into_iter().flatten();
    lines.filter_map(|line| line["name"].as_str().map(str::to_owned)).collect()
}

#[test]
fn people_are_narrowed_by_the_same_conditions_and_the_same_meaning() {
    let ward = ward();
    let everybody = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let lines: Vec<Value> = everybody["lines"].as_array().cloned().unwrap_or_default();
    let expected = |fits: &dyn Fn(&Value) -> bool| -> Vec<String> {
        lines.iter().filter(|l| fits(l)).filter_map(|l| l["name"].as_str().map(str::to_owned)).collect()
    };
    let days = |line: &Value, name: &str| line[name].as_i64().unwrap_or(i64::MAX);
    for (typed, wanted) in [
        ("段階:住居", expected(&|l| l["stage"] == "housing")),
        ("段階:住居 段階:計画", expected(&|l| l["stage"] == "housing" || l["stage"] == "planning")),
        ("病院:くすざわ", expected(&|l| l["hospital"] == "楠沢病院")),
        ("byouin:kusuzawa 段階:計画", expected(&|l| l["hospital"] == "楠沢病院" && l["stage"] == "planning")),
        ("30日以上未接触", expected(&|l| days(l, "last_contact_days") >= 30)),
        ("対面なし:60", expected(&|l| days(l, "face_to_face_days") >= 60)),
        ("状態:保留", expected(&|l| l["status"] == "on_hold")),
        ("対象者:みなみ", expected(&|l| l["name"] == "南 和夫")),
    ] {
        assert_eq!(names(&ward, typed, "all"), wanted, "{typed}");
    }
    assert_eq!(
        names(&ward, "担当:バックアップ", "all").len() + names(&ward, "担当:直接支援", "all").len(),
        lines.len()
    );
    let gaps: BTreeSet<String> = ward.call("Today", json!({"on": null}))["gaps"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|gap| gap["name"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(names(&ward, "気がかり:間があいた方", "all").into_iter().collect::<BTreeSet<_>>(), gaps);
    // What cannot be judged finds nobody, and a word beside a condition narrows further.
    for typed in ["段階:たいいん", "種別:気づき", "未接触:x"] {
        assert_eq!(names(&ward, typed, "all"), Vec::<String>::new(), "{typed}");
    }
    assert_eq!(names(&ward, "病院:くすざわ みなみ", "all"), ["南 和夫"]);
}

#[test]
fn what_was_understood_is_shown_and_what_was_not_is_told() {
    let ward = ward();
    let view = |query: &str, place: &str| ward.call("AskedFor", json!({"query": query, "place": place}));
    let asked = view("住まい 病院：楠沢 15日以上未接触", "records");
    assert_eq!((&asked["words"], &asked["told"]), (&json!("住まい"), &json!([])));
    assert_eq!(
        asked["chips"],
        json!([
            {"key": "hospital", "label": "病院・機関：楠沢", "token": "病院:楠沢", "without": "15日以上未接触 住まい"},
            {"key": "quiet", "label": "15日以上未接触", "token": "15日以上未接触", "without": "病院:楠沢 住まい"},
        ])
    );
    for (query, place, part) in [
        ("病因:楠沢", "records", "「病院:」のことでしょうか"),
        ("段階:たいいん", "records", "退院調整"),
        ("段階:", "people", "続けてください"),
        ("期間:いつか", "records", "今月、令和7年度"),
        ("未接触:たくさん", "records", "15日以上未接触"),
        ("種別:気づき", "people", "対象者の一覧では使えません"),
    ] {
        let told = view(query, place)["told"].clone();
        assert!(told[0].as_str().is_some_and(|t| t.contains(part)), "{query}: {told}");
    }
    let total = |query: &str| ward.call("Search", json!({"query": query, "limit": 5}))["total"].clone();
    assert_eq!((total("段階:たいいん"), total("段階:")), (json!(0), json!(0)));
    // Every condition that can be chosen is read as exactly itself.
    for place in ["records", "people"] {
        for group in ward.call("Choices", json!({"place": place})).as_array().into_iter().flatten() {
            for choice in group["choices"].as_array().into_iter().flatten() {
                let token = choice["token"].as_str().expect("a token");
                let asked = view(token, place);
                assert_eq!(asked["told"], json!([]), "{token}");
                assert_eq!(
                    (&asked["chips"][0]["token"], &asked["chips"][1]),
                    (&choice["token"], &Value::Null)
                );
                assert_eq!(asked["chips"][0]["key"], group["key"]);
            }
        }
    }
}

#[test]
fn a_search_follows_every_act_and_its_undo() {
    let ward = ward();
    let total =
        || ward.call("Search", json!({"query": "種別:気づき 期間:今日", "limit": 5}))["total"].clone();
    let before = total();
    ward.call("NoteIssue", json!({"text": "窓口が遠い", "tags": []}));
    assert_eq!(total().as_u64(), before.as_u64().map(|n| n + 1));
    ward.undo();
    assert_eq!(total(), before);
    ward.redo();
    ward.at("2026-11-03T09:00+09:00");
    assert_eq!(total(), json!(0), "another day, another today");
}
