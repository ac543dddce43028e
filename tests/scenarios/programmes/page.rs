//! The programme's own page: what it is, its preparation, its dated roster.

use super::{list, marks, page as session_page, record, session, sessions_in_timeline};
use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn about(name: &str, org: Value) -> Value {
    json!({"programme_id": null, "name": name, "org_id": org, "aim": "町の暮らしを知る", "starts": "2026-10-01", "ends": "2027-03-31",
           "planned_sessions": 10, "eligibility": "1年以上入院中の方", "cost": "交通費は各自", "status": "preparing",
           "default_attendance": "present"})
}

fn sheet(ward: &Ward, programme: &Value) -> Value {
    ward.call("ProgrammePage", json!({"programme_id": programme}))
}

fn place(programme: &Value, id: Value, case: Value, label: &str) -> Value {
    json!({"programme_id": programme, "participant_id": id, "case_id": case, "label": label, "joined_on": "2026-10-01", "left_on": null,
           "reason": ""})
}

/// Names on the roster with how often each was there.
fn roster(sheet: &Value) -> Vec<(String, i64)> {
    let lines = sheet["roster"].as_array().into_iter().flatten();
    lines
        .map(|l| {
            (l["name"].as_str().unwrap_or_default().to_owned(), l["attended"].as_i64().unwrap_or_default())
        })
        .collect()
}

fn order(ward: &Ward, programme: &Value) -> Vec<String> {
    let list = sheet(ward, programme)["preparations"].as_array().cloned().unwrap_or_default();
    list.iter().map(|item| item["item"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The order of the list of the newest programme in a house into which everything was brought as files.
fn order_after_a_journey(ward: &Ward) -> Vec<String> {
    let other = empty();
    other.import(&app::exchange::export(ward.house()).expect("the store can be written out"));
    let programmes = other.call("Programmes", json!({}));
    let found = programmes.as_array().into_iter().flatten().find(|one| one["name"] == "つぎの会");
    order(&other, &found.expect("the programme came along")["id"])
}

#[test]
fn a_programme_is_made_with_what_is_usually_prepared_and_each_thing_gets_its_day() {
    let ward = ward();
    let hospital = json!(ward.organisation("楠沢病院"));
    let before = ward.records();
    let id = ward.call("KeepProgramme", about("つぎの会", hospital.clone()));
    let made = sheet(&ward, &id);
    assert_eq!(
        (&made["name"], &made["org"], &made["planned_sessions"]),
        (&json!("つぎの会"), &json!("楠沢病院"), &json!(10))
    );
    assert_eq!(
        (&made["aim"], &made["status"], &made["default_attendance"]),
        (&json!("町の暮らしを知る"), &json!("preparing"), &json!("present"))
    );
    let items = made["preparations"].as_array().expect("the usual list").clone();
    assert!(
        items.len() >= 7
            && items.iter().any(|i| i["item"] == "謝金")
            && items.iter().any(|i| i["item"] == "保険"),
        "{items:?}"
    );
    ward.call("AddUsualPreparations", json!({"programme_id": id}));
    assert_eq!(
        sheet(&ward, &id)["preparations"].as_array().map(Vec::len),
        Some(items.len()),
        "nothing stands there twice"
    );

    let keep = |item: &Value, text: &str, done: Value| json!({"programme_id": id, "preparation_id": item, "item": text, "done_on": done});
    ward.call("KeepPreparation", keep(&items[0]["id"], "病棟との打合せ", json!("2026-10-20")));
    ward.at("2026-11-02T09:01:00+09:00");
    ward.call("KeepPreparation", keep(&Value::Null, "名札", Value::Null));
    ward.call("RemovePreparation", json!({"programme_id": id, "preparation_id": items[1]["id"]}));
    let list = sheet(&ward, &id)["preparations"].as_array().cloned().unwrap_or_default();
    assert_eq!(list.len(), items.len());
    assert_eq!((&list[0]["item"], &list[0]["done_on"]), (&json!("病棟との打合せ"), &json!("2026-10-20")));
    assert_eq!(order(&ward, &id), order_after_a_journey(&ward), "the list keeps its order wherever it goes");
    ward.fails("KeepPreparation", keep(&Value::Null, "あすのこと", json!("2026-11-03")), "programme.future");

    let host = json!({"programme_id": id, "organiser_id": null, "org_id": hospital, "org_name": "", "side": "medical", "role": "co_host"});
    ward.call("KeepOrganiser", host);
    ward.call(
        "KeepOrganiser",
        json!({"programme_id": id, "organiser_id": null, "org_id": null, "org_name": "ひなた", "side": "support", "role": "host"}),
    );
    let organisers = sheet(&ward, &id)["organisers"].clone();
    assert_eq!(
        (&organisers[0]["org"], &organisers[0]["role"]),
        (&json!("ひなた"), &json!("host")),
        "the host first"
    );
    assert_eq!((&organisers[1]["org"], &organisers[1]["side"]), (&json!("楠沢病院"), &json!("medical")));
    for _ in 0..6 {
        ward.undo();
    }
    assert_eq!(ward.records(), before, "all of it can be taken back");
}

#[test]
fn the_page_of_an_imported_programme_shows_everybody_with_each_attendance() {
    let ward = ward();
    let id = ward.call("Programmes", json!({}))[0]["id"].clone();
    let sheet = sheet(&ward, &id);
    assert_eq!(roster(&sheet).into_iter().map(|(_, n)| n).sum::<i64>(), 45, "as often as the scenario says");
    let sessions = sheet["sessions"].as_array().expect("sessions");
    assert_eq!(
        sessions.iter().map(|s| s["attended"].as_i64().unwrap_or(0)).collect::<Vec<_>>(),
        [4, 4, 4, 5, 5, 5, 5, 4, 4, 5]
    );
    let line = |name: &str| {
        sheet["roster"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|l| l["name"] == name)
            .cloned()
            .expect("on the roster")
    };
    let watanabe = line("東 一");
    assert_eq!(watanabe["attendance"].as_array().map(Vec::len), Some(10));
    assert_eq!(sheet["themes"].as_array().map(Vec::len), Some(13), "the curriculum");
    assert_eq!(sheet["sessions"][1]["peers"], json!(["中野 浩", "藤本 咲"]));
}

#[test]
fn somebody_known_by_a_label_becomes_a_case_and_keeps_every_attendance() {
    let ward = ward();
    let id = ward.call("KeepProgramme", about("つぎの会", json!(ward.organisation("楠沢病院"))));
    ward.call("KeepParticipant", place(&id, Value::Null, Value::Null, "参加者ア"));
    ward.call("KeepParticipant", place(&id, Value::Null, json!(ward.case("関 武")), ""));
    for on in ["2026-10-19", "2026-10-26"] {
        let plan = session(&ward, "つぎの会", on);
        let mut input = record(&plan);
        input["attendance"] = marks(&session_page(&ward, &plan), &["present", "present"]);
        ward.call("RecordSession", input);
    }
    let before = sheet(&ward, &id);
    assert_eq!(roster(&before), [("関 武".to_owned(), 2), ("参加者ア".to_owned(), 2)]);
    let label = before["roster"][1]["participant_id"].clone();
    let opened = ward.call(
        "OpenCase",
        json!({"family_name": "新井", "given_name": "まこと", "family_kana": "あらい", "given_kana": "まこと", "org_id": null,
               "hospital": "楠沢病院", "ward": "C1病棟", "identified_on": "2026-11-01", "wish": ""}),
    );
    let kept = ward.records();
    ward.call("KeepParticipant", place(&id, label.clone(), opened.clone(), ""));
    let after = sheet(&ward, &id);
    assert_eq!(roster(&after), [("新井 まこと".to_owned(), 2), ("関 武".to_owned(), 2)]);
    assert_eq!(sessions_in_timeline(&ward, "新井 まこと").len(), 2, "the sessions stand in the timeline");
    assert_eq!(after["sessions"], before["sessions"], "nobody was counted twice");
    ward.fails("KeepParticipant", place(&id, Value::Null, opened, ""), "programme.there-already");
    let someone_else = place(&id, label, json!(ward.case("南 和夫")), "");
    ward.fails("KeepParticipant", someone_else, "programme.another-person");
    ward.undo();
    assert_eq!(ward.records(), kept);
}

#[test]
fn whoever_leaves_has_her_day_and_reason_and_is_not_asked_for_afterwards() {
    let ward = ward();
    let (id, other) = (
        ward.call("KeepProgramme", about("つぎの会", json!(ward.organisation("楠沢病院")))),
        ward.call("KeepProgramme", about("見学の会", Value::Null)),
    );
    let seki = json!(ward.case("関 武"));
    for programme in [&id, &other] {
        ward.call("KeepParticipant", place(programme, Value::Null, seki.clone(), ""));
    }
    assert_eq!(roster(&sheet(&ward, &other)).len(), 1, "one may join several");
    let own = sheet(&ward, &id)["roster"][0]["participant_id"].clone();
    let mut left = place(&id, own.clone(), seki.clone(), "");
    left["left_on"] = json!("2026-10-20");
    left["reason"] = json!("退院が決まった");
    ward.call("KeepParticipant", left.clone());
    let line = sheet(&ward, &id)["roster"][0].clone();
    assert_eq!((&line["left_on"], &line["reason"]), (&json!("2026-10-20"), &json!("退院が決まった")));
    let later = session(&ward, "つぎの会", "2026-10-26");
    assert_eq!(list(&session_page(&ward, &later)), []);
    left["left_on"] = json!("2026-09-20");
    ward.fails("KeepParticipant", left, "programme.order");
    ward.call("RemoveParticipant", json!({"programme_id": id, "participant_id": own}));
    assert_eq!(roster(&sheet(&ward, &id)), []);
}

#[test]
fn somebody_with_an_attendance_is_not_taken_off_the_roster() {
    let ward = ward();
    let id = ward.call("KeepProgramme", about("つぎの会", json!(ward.organisation("楠沢病院"))));
    let own = ward.call("KeepParticipant", place(&id, Value::Null, json!(ward.case("関 武")), ""));
    let plan = session(&ward, "つぎの会", "2026-10-26");
    let mut input = record(&plan);
    input["attendance"] = marks(&session_page(&ward, &plan), &["absent"]);
    ward.call("RecordSession", input);
    ward.fails("RemoveParticipant", json!({"programme_id": id, "participant_id": own}), "programme.came");
}

#[test]
fn the_whole_of_a_programme_goes_out_and_comes_back_in() {
    let ward = ward();
    let id = ward.call("KeepProgramme", about("つぎの会", json!(ward.organisation("楠沢病院"))));
    ward.call("KeepParticipant", place(&id, Value::Null, Value::Null, "参加者ア"));
    ward.call(
        "KeepOrganiser",
        json!({"programme_id": id, "organiser_id": null, "org_id": null, "org_name": "ひなた", "side": "support", "role": "host"}),
    );
    let plan = session(&ward, "つぎの会", "2026-10-26");
    for attendance in ["absent", "present"] {
        let mut input = record(&plan);
        input["attendance"] = marks(&session_page(&ward, &plan), &[attendance]);
        input["attendance"][0]["remark"] = json!("途中から笑顔");
        input["peer_supporters"] = json!("中野 浩");
        input["details"] = json!({"theme": "お金", "contents": "家計簿をつける", "materials": "プリント", "place": "outside", "observers": 2,
            "staff": [{"person": "久我", "org_id": ward.organisation("楠沢病院"), "org_name": "", "role": "進行"}]});
        ward.call("RecordSession", input);
    }
    let peers = ward.call("Peers", json!({"fiscal_year": 2026}));
    let peer =
        peers["peers"].as_array().into_iter().flatten().find(|p| p["name"] == "中野 浩").expect("the peer");
    ward.call(
        "KeepPeerActivity",
        json!({"person_id": peer["id"], "activity_id": null, "session_id": plan, "on": "2026-10-26", "kind": "session", "minutes": 90,
               "fee": 3000, "expenses": 420, "paid_on": null, "care": "少し疲れ", "note": ""}),
    );
    let out = ward.records();
    let again = empty();
    again.import(&out.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect());
    assert_eq!(again.records(), out, "the same files");
    for file in [
        "participants.csv",
        "programme_organisers.csv",
        "programme_preparations.csv",
        "session_staff.csv",
        "attendance_changes.csv",
        "peer_activities.csv",
    ] {
        assert!(out.contains_key(file), "{file}");
    }
}

#[test]
fn whoever_came_to_an_imported_programme_gets_a_place_with_days_of_her_own() {
    let ward = ward();
    let id = ward.call("Programmes", json!({}))[0]["id"].clone();
    let line = |ward: &Ward| {
        let sheet = sheet(ward, &id);
        let lines = sheet["roster"].as_array().into_iter().flatten();
        let found: Vec<Value> = lines.filter(|l| l["name"] == "森 茂").cloned().collect();
        assert_eq!(found.len(), 1, "one line for one person");
        found[0].clone()
    };
    let before = line(&ward);
    let mut kept = place(&id, before["participant_id"].clone(), before["case_id"].clone(), "");
    kept["joined_on"] = json!("2025-06-04");
    kept["left_on"] = json!("2025-10-15");
    ward.call("KeepParticipant", kept.clone());
    let after = line(&ward);
    assert_eq!((&after["left_on"], &after["attended"]), (&json!("2025-10-15"), &before["attended"]));
    kept["participant_id"] = json!("0192f0c1-2a57-7000-8000-00000000ffff");
    kept["case_id"] = json!(ward.case("関 武"));
    ward.fails("KeepParticipant", kept, "session.unknown-participant");
}
