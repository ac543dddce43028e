//! Work of a year that is not casework.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn year(ward: &Ward, fiscal_year: i32) -> Value {
    ward.call("Activities", json!({"fiscal_year": fiscal_year}))
}

fn count(list: &Value, key: &str) -> usize {
    list[key].as_array().map_or(0, Vec::len)
}

fn meeting(on: &str, name: &str) -> Value {
    json!({"kind": "hospital_meeting", "on": on, "minutes": 60, "name": name, "participants": 9, "medical": 6, "support": 2, "municipal": 1,
           "peer_family": null, "housing": null, "other": null, "partner_role": "joint", "content": "役割分担", "decisions": "次回は12月", "area": null})
}

#[test]
fn the_practice_year_shows_its_activities() {
    let ward = ward();
    let list = year(&ward, 2025);
    assert_eq!(count(&list, "activities"), 24);
    assert_eq!(count(&list, "support"), 12);
    assert_eq!(count(&list, "publications"), 6);
}

#[test]
fn an_activity_stands_in_the_year_of_its_day() {
    let ward = ward();
    let before = [2025, 2026].map(|y| count(&year(&ward, y), "activities"));
    ward.call("RecordActivity", meeting("2026-03-31", "年度末の会議"));
    let id = ward.call("RecordActivity", meeting("2026-04-01", "年度初めの会議"));
    assert_eq!([2025, 2026].map(|y| count(&year(&ward, y), "activities")), before.map(|n| n + 1));
    let list = year(&ward, 2026);
    let kept = list["activities"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|a| a["id"] == id)
        .expect("the activity")
        .clone();
    let mut expected = meeting("2026-04-01", "年度初めの会議");
    expected["id"] = id;
    expected["written_at"] = json!("2026-11-02T09:00:00+09:00");
    expected["mentions"] = json!([]);
    for empty in ["aim", "homework", "reaction", "materials"] {
        expected[empty] = json!("");
    }
    for unknown in ["org", "org_id", "start"] {
        expected[unknown] = Value::Null;
    }
    expected["nth"] = json!(1);
    assert_eq!(kept, expected, "every field comes back as it was given");
}

#[test]
fn support_and_publications_are_kept_and_an_unknown_office_joins_the_directory() {
    let ward = ward();
    ward.call(
        "RecordSupport",
        json!({"kind": "backup", "on": "2026-10-30", "org_id": null, "org_name": "相談室こみち", "theme": "初回面接への同席", "minutes": 40}),
    );
    ward.call("RecordPublication", json!({"month": "2026-10", "kind": "newsletter", "title": "北部だより"}));
    let list = year(&ward, 2026);
    assert_eq!(
        (&list["support"][0]["org"], &list["support"][0]["minutes"]),
        (&json!("相談室こみち"), &json!(40))
    );
    assert_eq!(
        (&list["publications"][0]["month"], &list["publications"][0]["title"]),
        (&json!("2026-10"), &json!("北部だより"))
    );
    let office = ward.call("Organisations", json!({"filter": "こみち"}));
    assert_eq!((&office[0]["last_contact_on"], &office[0]["type"]), (&json!("2026-10-30"), &json!("other")));
}

#[test]
fn an_interview_counts_for_the_hospital_where_the_person_stays() {
    let ward = ward();
    let last = |on: &str| ward.call("Organisations", json!({"filter": on}))[0]["last_contact_on"].clone();
    let list = ward.call("CaseList", json!({"filter": "楠沢病院", "scope": "open", "sort": "kana"}));
    let note = |on: &str, method: &str| {
        ward.call(
            "WriteContact",
            json!({"case_ids": [list["lines"][0]["id"]], "plan_id": null, "on": on, "minutes": 30, "method": method,
                   "counterparts": ["person"], "text": "病棟で話した。", "next_step": null, "outcome": null, "draft_place": null}),
        )
    };
    let others = last("汐見野病院");
    note("2026-11-01", "interview_hospital");
    note("2026-11-02", "phone");
    assert_eq!(last("楠沢病院"), "2026-11-01", "an interview counts, a call with the person does not");
    assert_eq!(last("汐見野病院"), others, "other hospitals are not meant");
}

#[test]
fn a_note_without_a_case_stands_with_the_activities() {
    let ward = ward();
    let before = count(&year(&ward, 2026), "loose");
    ward.call(
        "WriteContact",
        json!({"case_ids": [], "plan_id": null, "on": "2026-11-01", "minutes": 15, "method": "phone", "counterparts": ["municipality"],
               "text": "区の担当へ制度の問い合わせ。", "next_step": null, "outcome": null, "draft_place": null}),
    );
    let list = year(&ward, 2026);
    assert_eq!(count(&list, "loose"), before + 1);
    assert_eq!(list["loose"][0]["text"], "区の担当へ制度の問い合わせ。");
}

#[test]
fn an_activity_needs_a_name_and_a_day_that_has_come() {
    let ward = ward();
    let mut nameless = meeting("2026-11-01", " ");
    nameless["content"] = json!("");
    ward.fails("RecordActivity", nameless, "activity.empty");
    let failure = ward.fails("RecordActivity", meeting("2026-11-03", "あすの会議"), "activity.in-the-future");
    assert_eq!(failure.field.as_deref(), Some("on"));
    let support = json!({"kind": "backup", "on": "2026-11-01", "org_id": null, "org_name": "", "theme": "", "minutes": null});
    ward.fails("RecordSupport", support, "activity.no-organisation");
    ward.fails(
        "RecordPublication",
        json!({"month": "2026", "kind": "slides", "title": "発表"}),
        "publication.no-month",
    );
    ward.fails(
        "RecordPublication",
        json!({"month": "2026-10", "kind": "slides", "title": ""}),
        "publication.empty",
    );
}

#[test]
fn what_was_recorded_can_be_taken_back() {
    let ward = ward();
    for (name, input) in [
        ("RecordActivity", meeting("2026-11-01", "会議")),
        (
            "RecordSupport",
            json!({"kind": "consultation", "on": "2026-11-01", "org_id": null, "org_name": "あたらしい事業所", "theme": "", "minutes": null}),
        ),
        ("RecordPublication", json!({"month": "2026-10", "kind": "website", "title": "お知らせ"})),
    ] {
        let before = ward.records();
        ward.call(name, input);
        assert_ne!(ward.records(), before);
        ward.undo();
        assert_eq!(ward.records(), before, "{name} taken back");
    }
}

/// Details of a meeting at an organisation.
fn details(org: &str) -> Value {
    json!({"org_id": null, "org_name": org, "start": "13:30", "aim": "入口を広げる", "homework": "名簿を持ち寄る", "reaction": "質問が続いた", "materials": "チラシ"})
}

#[test]
fn a_meeting_keeps_its_details_and_decisions_become_tasks_with_somebody_who_does_them() {
    let ward = ward();
    let mut input = meeting("2026-10-30", "つばきヶ原病院 院内連携会議");
    input["details"] = details("つばきヶ原病院");
    input["more_steps"] = json!([{"text": "名簿を届ける", "due_on": "2026-11-10", "owner": "病棟 佐伯"}]);
    let id = ward.call("RecordActivity", input.clone());
    let kept = |ward: &Ward| {
        let list = year(ward, 2026);
        list["activities"].as_array().into_iter().flatten().find(|a| a["id"] == id).expect("it").clone()
    };
    let first = kept(&ward);
    assert_eq!(
        (&first["org"], &first["aim"], &first["homework"]),
        (&json!("つばきヶ原病院"), &json!("入口を広げる"), &json!("名簿を持ち寄る"))
    );
    assert_eq!(
        (&first["reaction"], &first["materials"], &first["start"]),
        (&json!("質問が続いた"), &json!("チラシ"), &json!("13:30"))
    );
    let today = ward.call("Today", json!({"on": null}));
    let task = today["tasks"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|t| t["text"] == "名簿を届ける")
        .expect("the task");
    assert_eq!((&task["owner"], &task["due_on"]), (&json!("病棟 佐伯"), &json!("2026-11-10")));

    let before = ward.records();
    input["activity_id"] = id.clone();
    input["more_steps"] = json!([]);
    input["participants"] = json!(11);
    ward.call("RecordActivity", input.clone());
    assert_eq!(
        (&kept(&ward)["participants"], &kept(&ward)["written_at"]),
        (&json!(11), &first["written_at"])
    );
    assert_eq!(count(&year(&ward, 2026), "activities"), 1, "corrected, not added");
    ward.undo();
    assert_eq!(ward.records(), before);
    input["activity_id"] = json!("0192f0c1-2a57-7000-8000-00000000ffff");
    ward.fails("RecordActivity", input, "activity.unknown");
}

#[test]
fn a_body_says_how_often_it_met_when_last_and_when_next() {
    let ward = ward();
    let list = year(&ward, 2025);
    let body = |list: &Value, name: &str| {
        list["bodies"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|b| b["name"] == name)
            .cloned()
            .expect("the body")
    };
    let network = body(&list, "北部地区ネットワーク会議");
    assert_eq!((&network["times"], &network["last_on"]), (&json!(3), &json!("2026-02-25")));
    assert_eq!(network["days"], json!(["2025-06-25", "2025-10-22", "2026-02-25"]));
    assert_eq!(
        (&network["next_on"], &network["planned"]),
        (&json!("2026-07-01"), &json!(false)),
        "by its rhythm"
    );
    let nth: Vec<_> = list["activities"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|a| a["name"].as_str().is_some_and(|n| n.starts_with("北部地区")))
        .map(|a| a["nth"].clone())
        .collect();
    assert_eq!(nth, [3, 2, 1], "newest first");

    ward.call("RecordActivity", meeting("2026-10-14", "AD合同会議 第1回"));
    ward.call("RecordActivity", meeting("2026-10-28", "AD合同会議（オンライン）"));
    ward.call(
        "PlanOther",
        json!({"kind": "meeting", "title": "AD合同会議 第3回", "on": "2026-12-09", "start": null, "end": null, "case_id": null}),
    );
    let ad = body(&year(&ward, 2026), "AD合同会議");
    assert_eq!(
        (&ad["times"], &ad["next_on"], &ad["planned"]),
        (&json!(2), &json!("2026-12-09"), &json!(true))
    );
}

#[test]
fn briefings_are_counted_for_each_hospital() {
    let ward = ward();
    for (on, kind) in
        [("2026-09-01", "briefing"), ("2026-10-01", "in_house"), ("2026-10-02", "hospital_meeting")]
    {
        let mut input = meeting(on, "看護部勉強会");
        input["kind"] = json!(kind);
        input["details"] = details("楠沢病院");
        ward.call("RecordActivity", input);
    }
    let briefed = year(&ward, 2026)["briefed"].clone();
    assert_eq!(briefed.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&briefed[0]["org"], &briefed[0]["times"], &briefed[0]["last_on"]),
        (&json!("楠沢病院"), &json!(2), &json!("2026-10-01"))
    );
}

#[test]
fn support_to_others_keeps_its_themes_and_what_changed() {
    let ward = ward();
    let mut support = json!({"kind": "supervision", "on": "2026-10-30", "org_id": null, "org_name": "相談室こみち", "theme": "家族への説明", "minutes": 60,
        "themes": ["family", "entrance"], "change_seen": "初回面接を一人でできた"});
    let id = ward.call("RecordSupport", support.clone());
    let kept = year(&ward, 2026)["support"][0].clone();
    assert_eq!(
        (&kept["themes"], &kept["change_seen"]),
        (&json!(["family", "entrance"]), &json!("初回面接を一人でできた"))
    );
    support["support_id"] = id;
    support["minutes"] = json!(90);
    ward.call("RecordSupport", support);
    let list = year(&ward, 2026);
    assert_eq!((count(&list, "support"), &list["support"][0]["minutes"]), (1, &json!(90)));
    ward.call(
        "RecordPublication",
        json!({"month": "2026-10", "kind": "newsletter", "title": "北部だより", "area": "北部", "audience": "病棟の職員"}),
    );
    let issue = year(&ward, 2026)["publications"][0].clone();
    assert_eq!((&issue["area"], &issue["audience"]), (&json!("北部"), &json!("病棟の職員")));
}
