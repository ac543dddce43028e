//! ごみ箱: what was thrown away is gone from every list and count, and comes back as it was for thirty days.

use crate::notes::{newest, note, written};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn throw(ward: &Ward, kind: &str, id: &Value) -> Value {
    ward.call("ThrowAway", json!({"kind": kind, "record_id": id}))
}

fn bin(ward: &Ward) -> Value {
    ward.call("Trash", json!({}))
}

#[test]
fn a_note_thrown_away_is_nowhere_and_comes_back_with_all_it_had() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let nothing = ward.records();
    let mut with = note(&case, "@関 武さんと縁側で。");
    with["next_step"] = json!({"text": "縁側の約束", "due_on": "2026-11-09"});
    let id = ward.call("WriteContact", with)[0].clone();
    let before = ward.records();
    let thrown = throw(&ward, "contact", &id);
    assert_ne!(newest(&ward, &case)["id"], id);
    assert_eq!(ward.call("Search", json!({"query": "縁側で", "limit": 5}))["total"], 0);
    let page = ward.call("CasePage", json!({"case_id": case}));
    assert!(
        page["tasks"].as_array().is_some_and(|all| all.iter().any(|t| t["text"] == "縁側の約束")),
        "a next step never vanishes"
    );
    let item = bin(&ward)["items"][0].clone();
    assert_eq!(
        (&item["kind"], &item["text"], &item["case_name"], &item["days_left"], &item["on"]),
        (
            &json!("contact"),
            &json!("@関 武さんと縁側で。"),
            &json!("南 和夫"),
            &json!(30),
            &json!("2026-11-02")
        )
    );
    assert_eq!(ward.call("TakeBack", json!({"trash_id": thrown})), "contact");
    assert_eq!(ward.records(), before, "as it was, to the last byte");
    assert_eq!(newest(&ward, &case)["mentions"][0]["name"], "関 武");
    assert_eq!(bin(&ward)["items"], json!([]));
    ward.undo();
    assert_eq!(bin(&ward)["items"].as_array().map(Vec::len), Some(1), "bringing back can be undone");
    ward.undo();
    assert_eq!(
        (ward.records(), bin(&ward)["items"].clone()),
        (before, json!([])),
        "and so can throwing away"
    );
    ward.undo();
    assert_eq!(ward.records(), nothing);
}

/// A recorded session at which one person was.
fn session_with(ward: &Ward, case: &str, on: &str) -> String {
    let plan = ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": "縁側の会", "org_id": ward.organisation("楠沢病院"), "on": on,
        "start": null, "end": null, "theme": "住まい", "place": "inside"}),
    );
    ward.call(
        "RecordSession",
        json!({"plan_id": plan, "attendance": [], "add_case_ids": [case], "add_labels": [], "good": "", "concern": "", "words": "",
        "next": "", "peer_supporters": "", "staff_medical": null, "staff_support": null, "staff_municipal": null}),
    );
    plan.as_str().expect("the session").to_owned()
}

#[test]
fn a_session_leaves_every_timeline_and_comes_back_with_a_free_number() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let shown = |ward: &Ward| {
        let items = ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 400}));
        let sessions = items.as_array().into_iter().flatten().filter(|i| i["kind"] == "session");
        sessions.filter(|i| i["place"] == "縁側の会").count()
    };
    let first = session_with(&ward, &case, "2026-10-28");
    assert_eq!(shown(&ward), 1);
    let thrown = throw(&ward, "session", &json!(first));
    assert_eq!(shown(&ward), 0);
    assert_eq!(bin(&ward)["items"][0]["text"], "縁側の会 #1 住まい");
    session_with(&ward, &case, "2026-10-29");
    ward.call("TakeBack", json!({"trash_id": thrown}));
    assert_eq!(shown(&ward), 2);
    let page = ward.call("SessionPage", json!({"plan_id": first}));
    assert_eq!(page["plan"]["session_no"], 2, "number one was taken meanwhile");
}

#[test]
fn every_kind_that_can_be_thrown_away_comes_back_to_the_last_byte() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("AddTask", json!({"case_id": case, "text": "用事", "due_on": null}));
    ward.call("NoteIssue", json!({"text": "気づき", "tags": []}));
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "", "on": "2026-11-02",
        "start": null, "end": null, "purposes": [], "case_ids": [case]}),
    );
    let mut of_visit = note(&case, "訪問の記録");
    of_visit["plan_id"] = plan.clone();
    ward.call("WriteContact", of_visit);
    let other = ward.call(
        "PlanOther",
        json!({"kind": "accompany", "title": "買い物", "on": "2026-11-12", "start": null, "end": null, "case_id": case}),
    );
    let task = ward.call("CasePage", json!({"case_id": case}))["tasks"][0]["id"].clone();
    let issue = ward.call("Issues", json!({}))[0]["id"].clone();
    let activities = ward.call("Activities", json!({"fiscal_year": 2025}));
    let activity = activities["activities"][0]["id"].clone();
    let support = activities["support"][0]["id"].clone();
    let publication = activities["publications"][0]["id"].clone();
    let session = json!(session_with(&ward, &case, "2026-10-28"));
    for (kind, id) in [
        ("task", task),
        ("issue", issue),
        ("activity", activity),
        ("support", support),
        ("publication", publication),
        ("visit", plan),
        ("session", session),
        ("appointment", other),
    ] {
        let before = ward.records();
        let thrown = throw(&ward, kind, &id);
        assert_ne!(ward.records(), before, "{kind}");
        ward.fails("ThrowAway", json!({"kind": kind, "record_id": id}), "trash.unknown");
        ward.call("TakeBack", json!({"trash_id": thrown}));
        assert_eq!(ward.records(), before, "{kind}");
        ward.fails("TakeBack", json!({"trash_id": thrown}), "trash.gone");
    }
    ward.fails("ThrowAway", json!({"kind": "case", "record_id": case}), "trash.kind");
    assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new());
}

#[test]
fn the_bin_is_cleared_after_thirty_days_and_not_before() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let first = json!(written(&ward, &case, "ひと月前の記録"));
    throw(&ward, "contact", &first);
    ward.at("2026-11-20T09:00+09:00");
    let second = json!(written(&ward, &case, "今月の記録"));
    throw(&ward, "contact", &second);
    ward.at("2026-12-02T08:59+09:00");
    assert_eq!(bin(&ward)["over"], 0);
    assert_eq!(ward.call("ClearTrash", json!({})), json!({"records": 0, "files": 0}));
    ward.at("2026-12-02T09:01+09:00");
    assert_eq!(
        (bin(&ward)["over"].clone(), bin(&ward)["items"].as_array().map(Vec::len)),
        (json!(1), Some(2))
    );
    assert_eq!(ward.call("ClearTrash", json!({})), json!({"records": 1, "files": 0}));
    assert_eq!(bin(&ward)["items"][0]["text"], "今月の記録");
    // What was cleared stays away, whatever is taken back; what lies in the bin comes back.
    let told = |ward: &Ward| ward.call("Search", json!({"query": "の記録", "limit": 50}))["hits"].clone();
    for _ in 0..4 {
        ward.undo();
        assert!(!told(&ward).to_string().contains("ひと月前"));
    }
    ward.redo();
    ward.redo();
    assert!(!told(&ward).to_string().contains("ひと月前"));
    assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new());
}

#[test]
fn a_photo_comes_back_only_after_its_note() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAAA=";
    let file = ward.call("StageFile", json!({"name": "a.png", "data": data}));
    let mut with = note(&case, "写真つき");
    with["files"] = json!([file]);
    let id = ward.call("WriteContact", with)[0].clone();
    let photo = newest(&ward, &case)["attachments"][0]["id"].clone();
    let before = ward.records();
    let thrown_photo = throw(&ward, "attachment", &photo);
    let thrown_note = throw(&ward, "contact", &id);
    ward.fails("TakeBack", json!({"trash_id": thrown_photo}), "trash.gone");
    ward.call("TakeBack", json!({"trash_id": thrown_note}));
    ward.call("TakeBack", json!({"trash_id": thrown_photo}));
    assert_eq!(ward.records(), before);
}
