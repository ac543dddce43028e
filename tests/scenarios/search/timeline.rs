//! Finding within one person: across notes, sessions and next steps, also in what no screen has loaded yet.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn items(value: &Value) -> Vec<&Value> {
    value.as_array().into_iter().flatten().collect()
}

fn find(ward: &Ward, case: &str, phrase: &str) -> Value {
    ward.call("TimelineFind", json!({"case_id": case, "phrase": phrase}))
}

fn write(ward: &Ward, case: &str, on: &str, text: &str, step: Value) {
    ward.call(
        "WriteContact",
        json!({"case_ids": [case], "plan_id": null, "on": on, "minutes": null, "method": "phone",
        "counterparts": [], "text": text, "next_step": step, "outcome": null, "draft_place": null}),
    );
}

#[test]
fn a_phrase_is_found_everywhere_in_one_person_and_each_place_is_marked_as_written() {
    let ward = ward();
    let case = ward.case("髙橋 正一");
    write(&ward, &case, "2026-10-30", "ｸﾞﾙｰﾌﾟﾎｰﾑを見た。グループ\nホームは静か", Value::Null);
    write(
        &ward,
        &case,
        "2024-05-01",
        "ぐるーぷほーむの話を初めてした",
        json!({"text": "グループホームへ電話", "due_on": null}),
    );
    let timeline = ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 500}));
    let timeline = items(&timeline);
    let found = find(&ward, &case, "グループホーム");
    let mut pieces = Vec::new();
    let mut before = 0;
    for one in items(&found["matches"]) {
        let at = one["entry"].as_u64().expect("a place") as usize;
        assert!(at >= before, "in the order of the timeline");
        before = at;
        assert_eq!((&timeline[at]["id"], &timeline[at]["kind"]), (&one["id"], &one["kind"]));
        let text = if one["in_step"] == true { &timeline[at]["next_step"] } else { &timeline[at]["text"] };
        let range = |side: usize| one["ranges"][0][side].as_u64().expect("a number") as usize;
        let text: Vec<char> = text.as_str().expect("a text").chars().collect();
        pieces.push(text[range(0)..range(1)].iter().collect::<String>());
    }
    for written in ["ｸﾞﾙｰﾌﾟﾎｰﾑ", "グループ\nホーム", "ぐるーぷほーむ", "グループホーム"]
    {
        assert!(pieces.iter().any(|piece| piece == written), "{written:?} in {pieces:?}");
    }
    assert_eq!(found["total"].as_u64(), Some(pieces.len() as u64));
    let late = items(&found["matches"]).into_iter().any(|one| one["entry"].as_u64() > Some(20));
    assert!(late, "what lies further down than the page shows at first is found, too");
    assert_eq!(find(&ward, &case, "　")["total"], 0);
    assert_eq!(find(&ward, &case, "ない言葉")["total"], 0);
    ward.fails(
        "TimelineFind",
        json!({"case_id": "0192f0c1-2a57-7000-8000-00000000ffff", "phrase": "x"}),
        "case.unknown",
    );
}

#[test]
fn sessions_are_found_in_everybody_who_was_there() {
    let ward = ward();
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let mut with_sessions = 0;
    for line in items(&list["lines"]) {
        let case = line["id"].as_str().expect("an id");
        let timeline = ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 500}));
        let sessions = items(&timeline)
            .into_iter()
            .filter(|item| {
                item["kind"] == "session" && item["text"].as_str().is_some_and(|t| t.contains("出席"))
            })
            .count();
        let found = find(&ward, case, "出席");
        let of_sessions = items(&found["matches"]).into_iter().filter(|one| one["kind"] == "session").count();
        assert!(of_sessions >= sessions, "{}", line["name"]);
        with_sessions += sessions;
    }
    assert!(with_sessions > 0, "somebody came to a session");
}
