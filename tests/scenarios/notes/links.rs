//! 「@」 and 「#」: who is offered, what becomes a link, and where it leads when names change.

use super::{newest, note, written};
use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn offered(ward: &Ward, person: bool, typed: &str) -> Vec<String> {
    let found = ward.call("MentionNames", json!({"person": person, "typed": typed}));
    found.as_array().into_iter().flatten().filter_map(|n| n["text"].as_str()).map(str::to_owned).collect()
}

fn links(ward: &Ward, case: &str) -> Vec<(String, String, bool)> {
    let item = newest(ward, case);
    let all = item["mentions"].as_array().cloned().unwrap_or_default();
    let text = |link: &Value, field: &str| link[field].as_str().unwrap_or_default().to_owned();
    all.iter()
        .map(|l| (text(l, "text"), text(l, "name"), l["case_id"].is_string() || l["org_id"].is_string()))
        .collect()
}

#[test]
fn names_are_offered_by_kanji_kana_and_latin_letters() {
    let ward = ward();
    for typed in ["南", "みなみ", "ミナミ", "minami", "みなみ かず", "和夫"] {
        assert!(
            offered(&ward, true, typed).contains(&"南 和夫".to_owned()),
            "{typed}: {:?}",
            offered(&ward, true, typed)
        );
    }
    for typed in ["楠沢", "くすざわ", "kusuzawa"] {
        assert!(offered(&ward, false, typed).contains(&"楠沢病院".to_owned()), "{typed}");
    }
    assert!(offered(&ward, true, "楠沢病院").is_empty(), "behind @ stand people");
    assert_eq!(offered(&ward, true, "").len(), 8, "a mark alone offers some");
    assert!(offered(&ward, true, "存在しない名").is_empty());
}

#[test]
fn an_office_is_offered_with_a_place_that_can_be_read() {
    let ward = ward();
    let found = ward.call("MentionNames", json!({"person": false, "typed": ""}));
    for office in found.as_array().into_iter().flatten() {
        let place = office["place"].as_str().unwrap_or_default();
        assert!(!place.starts_with(|c: char| c.is_ascii_lowercase()), "{office}");
    }
}

#[test]
fn a_name_behind_a_mark_is_a_link_and_the_text_stays_as_it_was_written() {
    let ward = ward();
    let case = ward.case("関 武");
    let text = "＠南 和夫さんと#楠沢病院 の廊下で。メールは a@b.jp、#3番の部屋。";
    written(&ward, &case, text);
    assert_eq!(newest(&ward, &case)["text"], text);
    assert_eq!(
        links(&ward, &case),
        [("南 和夫".into(), "南 和夫".into(), true), ("楠沢病院".into(), "楠沢病院".into(), true)]
    );
    let item = newest(&ward, &case);
    assert_eq!(item["mentions"][0]["case_id"], json!(ward.case("南 和夫")));
    assert_eq!(item["mentions"][1]["org_id"], json!(ward.organisation("楠沢病院")));
}

#[test]
fn a_link_knows_the_new_name_and_the_old_words_stay() {
    let ward = empty();
    let open = |family: &str| -> Value {
        ward.call(
            "OpenCase",
            json!({"family_name": family, "given_name": "花", "family_kana": "", "given_kana": "", "org_id": null, "hospital": "試病院",
            "ward": "", "identified_on": "2026-04-01", "wish": ""}),
        )
    };
    let case = open("林").as_str().expect("an identity").to_owned();
    written(&ward, &case, "@林 花さんと話す。");
    let mut files = app::exchange::export(ward.house()).expect("an export");
    assert!(files.contains_key("mentions.csv"), "links travel");
    let people = String::from_utf8(files["cases.csv"].clone()).expect("UTF-8").replace("林", "森");
    files.insert("cases.csv".into(), people.into_bytes());
    let other = empty();
    other.import(&files);
    let case = other.case("森 花");
    assert_eq!(newest(&other, &case)["text"], "@林 花さんと話す。");
    assert_eq!(links(&other, &case), [("林 花".into(), "森 花".into(), true)], "shown by the name of today");
    let id = newest(&other, &case)["id"].clone();
    other.call(
        "ReviseContact",
        json!({"contact_id": id, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [], "text": "@林 花さんと長く話す。", "reason": "書き足し"}),
    );
    assert_eq!(
        links(&other, &case),
        [("林 花".into(), "森 花".into(), true)],
        "a correction keeps where it leads"
    );
}

#[test]
fn those_of_one_name_are_told_apart_by_their_place() {
    let ward = empty();
    for hospital in ["東の病院", "西の病院"] {
        ward.call(
            "OpenCase",
            json!({"family_name": "林", "given_name": "花", "family_kana": "はやし", "given_kana": "はな", "org_id": null, "hospital": hospital,
            "ward": "", "identified_on": "2026-04-01", "wish": ""}),
        );
    }
    let names = offered(&ward, true, "はやし");
    assert_eq!(names.len(), 2);
    assert!(
        names.contains(&"林 花（東の病院）".to_owned()) && names.contains(&"林 花（西の病院）".to_owned()),
        "{names:?}"
    );
    let case = ward.case("林 花");
    written(&ward, &case, "@林 花（西の病院）さんの話が出た。");
    let west = newest(&ward, &case)["mentions"][0]["case_id"].clone();
    let page = ward.call("CasePage", json!({"case_id": west}));
    assert_eq!(page["hospital"], "西の病院");
}

#[test]
fn somebody_in_no_list_is_known_by_name_to_whoever_takes_names_out_of_texts() {
    let ward = ward();
    let case = ward.case("南 和夫");
    written(&ward, &case, "@万里小路さんが来た。");
    assert_eq!(links(&ward, &case), [("万里小路".into(), "万里小路".into(), false)]);
    let redacted = |text: &str| {
        let answer = ward.call("Redact", json!({"text": text, "level": "public"}));
        answer["text"].as_str().unwrap_or_default().to_owned()
    };
    assert!(!redacted("帰りに万里小路と会った。").contains("万里小路"));
    let before = ward.records();
    ward.call("WriteContact", note(&case, "@万里小路さんの話。#楠沢病院"));
    ward.undo();
    assert_eq!(ward.records(), before, "links go with their note");
}

#[test]
fn a_notice_has_links_and_its_names_are_known_too() {
    let ward = ward();
    ward.call(
        "NoteIssue",
        json!({"text": "@南 和夫さんと@鳥羽小路さんの橋渡しが#楠沢病院 に要る", "tags": ["人材"]}),
    );
    let issue = ward.call("Issues", json!({}))[0].clone();
    let all = issue["mentions"].as_array().cloned().unwrap_or_default();
    let names: Vec<(&Value, bool)> =
        all.iter().map(|l| (&l["name"], l["case_id"].is_string() || l["org_id"].is_string())).collect();
    assert_eq!(names, [(&json!("南 和夫"), true), (&json!("鳥羽小路"), false), (&json!("楠沢病院"), true)]);
    let redacted = ward.call("Redact", json!({"text": "鳥羽小路と歩いた。", "level": "public"}));
    assert!(!redacted["text"].as_str().unwrap_or_default().contains("鳥羽小路"));
}

fn session(ward: &Ward) -> Value {
    ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": "縁側の会", "org_id": ward.organisation("楠沢病院"), "on": "2026-10-28",
        "start": null, "end": null, "theme": "", "place": "inside"}),
    )
}

#[test]
fn texts_of_activities_and_sessions_have_links_steps_and_the_moment_of_writing_too() {
    let ward = ward();
    let before = ward.records();
    let meeting = json!({"kind": "council", "on": "2026-10-30", "minutes": null, "name": "連絡会", "participants": null, "medical": null,
        "support": null, "municipal": null, "peer_family": null, "housing": null, "other": null, "partner_role": null,
        "content": "@南 和夫さんの住まい。@万里小路さんも。", "decisions": "#楠沢病院 と相談\n→ 来週火曜 役所に電話", "area": null,
        "more_steps": [{"text": "役所に電話", "due_on": "2026-11-10"}]});
    ward.call("RecordActivity", meeting);
    let kept = ward.call("Activities", json!({"fiscal_year": 2026}))["activities"][0].clone();
    assert_eq!(kept["written_at"], "2026-11-02T09:00:00+09:00");
    let links = |of: &Value| -> Vec<(Value, bool)> {
        let all = of["mentions"].as_array().into_iter().flatten();
        all.map(|l| (l["name"].clone(), l["case_id"].is_string() || l["org_id"].is_string())).collect()
    };
    assert_eq!(
        links(&kept),
        [(json!("万里小路"), false), (json!("南 和夫"), true), (json!("楠沢病院"), true)]
    );
    let tasks = ward.call("Today", json!({"on": "2026-11-10"}))["tasks"].to_string();
    assert!(tasks.contains("役所に電話"), "{tasks}");
    let redacted = ward.call("Redact", json!({"text": "帰りに万里小路と会った。", "level": "public"}));
    assert!(!redacted["text"].as_str().unwrap_or_default().contains("万里小路"));

    let plan = session(&ward);
    let mut record = json!({"plan_id": plan, "attendance": [], "add_case_ids": [], "add_labels": [], "good": "", "concern": "",
        "words": "@花園小路さんの言葉。", "next": "", "peer_supporters": "", "staff_medical": null, "staff_support": null,
        "staff_municipal": null, "more_steps": [{"text": "名札を作る", "due_on": null}]});
    ward.call("RecordSession", record.clone());
    let redacted = ward.call("Redact", json!({"text": "花園小路と歩いた。", "level": "public"}));
    assert!(!redacted["text"].as_str().unwrap_or_default().contains("花園小路"));
    ward.at("2026-11-05T09:00+09:00");
    record["more_steps"] = json!([]);
    ward.call("RecordSession", record);
    let page = ward.call("SessionPage", json!({"plan_id": plan}));
    assert_eq!(page["written_at"], "2026-11-02T09:00:00+09:00", "the first time counts");
    let files = app::exchange::export(ward.house()).expect("an export");
    assert!(files.contains_key("linked_names.csv"), "these links travel");
    let other = empty();
    other.import(&files);
    assert_eq!(links(&other.call("Activities", json!({"fiscal_year": 2026}))["activities"][0]), links(&kept));
    for _ in 0..4 {
        ward.undo();
    }
    assert_eq!(ward.records(), before);
}

#[test]
fn the_note_of_a_visit_shows_its_links() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "", "on": "2026-11-02", "start": null, "end": null,
        "purposes": [], "case_ids": [case]}),
    );
    let mut of_visit = note(&case, "@関 武さんと三人で。");
    of_visit["plan_id"] = plan.clone();
    ward.call("WriteContact", of_visit);
    let page = ward.call("VisitPage", json!({"plan_id": plan}));
    assert_eq!(page["persons"][0]["contact"]["mentions"][0]["case_id"], json!(ward.case("関 武")));
}
