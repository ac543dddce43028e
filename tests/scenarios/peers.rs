//! Peer supporters: the sessions that name them and their own rows are one record.

use app::reports::{AnnualRequest, Level, prepare};
use domain::calendar::FiscalYear;
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn peers(ward: &Ward, year: i32) -> Value {
    ward.call("Peers", json!({"fiscal_year": year}))
}

fn peer(list: &Value, name: &str) -> Value {
    list["peers"].as_array().into_iter().flatten().find(|p| p["name"] == name).cloned().expect("the peer")
}

fn activity(peer: &Value, session: Value, on: &str, kind: &str) -> Value {
    json!({"person_id": peer["id"], "activity_id": null, "session_id": session, "on": on, "kind": kind, "minutes": 90, "fee": 3000,
           "expenses": 420, "paid_on": null, "care": "少し疲れた様子。次は短く", "note": ""})
}

#[test]
fn the_sessions_of_a_year_stand_in_each_peers_record_as_the_report_counts_them() {
    let list = peers(&ward(), 2025);
    let times = |name: &str| peer(&list, name)["counts"].clone();
    assert_eq!(times("藤本 咲"), json!([{"kind": "session", "times": 5}]));
    assert_eq!(times("中野 浩"), json!([{"kind": "session", "times": 4}]));
    assert_eq!((&list["sessions"], &list["times"]), (&json!(7), &json!(9)), "as in table 23");
}

#[test]
fn fee_expenses_and_care_belong_to_the_session_itself() {
    let ward = ward();
    let first = peer(&peers(&ward, 2025), "中野 浩");
    let session = first["activities"][0].clone();
    assert_eq!((&session["id"], &session["session_no"]), (&Value::Null, &json!(10)));
    let before = ward.records();
    let row = activity(&first, session["session_id"].clone(), "2025-10-15", "session");
    let id = ward.call("KeepPeerActivity", row.clone());
    assert_eq!(ward.call("KeepPeerActivity", row), id, "a session has one row for each");
    let after = peer(&peers(&ward, 2025), "中野 浩");
    assert_eq!(after["counts"], first["counts"], "it counts once");
    assert_eq!(
        (&after["fees"], &after["expenses"], &after["unpaid"]),
        (&json!(3000), &json!(420), &json!(1))
    );
    assert_eq!(after["asked_on"], "2025-10-15");
    ward.undo();
    ward.undo();
    assert_eq!(ward.records(), before);
}

#[test]
fn a_visit_of_their_own_is_written_paid_and_taken_out() {
    let ward = ward();
    let fujimoto = peer(&peers(&ward, 2026), "藤本 咲");
    let mut row = activity(&fujimoto, Value::Null, "2026-10-30", "visit");
    let id = ward.call("KeepPeerActivity", row.clone());
    row["activity_id"] = id.clone();
    row["paid_on"] = json!("2026-11-01");
    ward.call("KeepPeerActivity", row);
    let now = peer(&peers(&ward, 2026), "藤本 咲");
    assert_eq!((&now["counts"], &now["unpaid"]), (&json!([{"kind": "visit", "times": 1}]), &json!(0)));
    ward.call("RemovePeerActivity", json!({"person_id": fujimoto["id"], "activity_id": id}));
    assert_eq!(peer(&peers(&ward, 2026), "藤本 咲")["counts"], json!([]));
}

#[test]
fn a_peer_supporter_is_added_with_group_and_care() {
    let ward = ward();
    let new = json!({"person_id": null, "name": "小川 みどり", "kana": "おがわ みどり", "org_name": "ピアサポートの会ともしび", "phone": "",
                     "care_note": "午前はつらい。午後だけ", "from_on": "2026-10", "to_on": null});
    ward.call("KeepPeer", new.clone());
    let kept = peer(&peers(&ward, 2026), "小川 みどり");
    assert_eq!(
        (&kept["org"], &kept["care_note"]),
        (&json!("ピアサポートの会ともしび"), &json!("午前はつらい。午後だけ"))
    );
    let mut nameless = new;
    nameless["name"] = json!(" ");
    ward.fails("KeepPeer", nameless, "peer.no-name");
    ward.fails("KeepPeerActivity", activity(&kept, Value::Null, "2026-11-03", "visit"), "programme.future");
    let elsewhere = peer(&peers(&ward, 2025), "中野 浩")["activities"][0]["session_id"].clone();
    ward.fails(
        "KeepPeerActivity",
        activity(&kept, elsewhere, "2025-10-15", "session"),
        "peer.not-in-session",
    );
}

/// Rows of table 23 of a year: caption and times.
fn table(ward: &Ward, year: i32) -> Vec<(String, i64)> {
    let request =
        AnnualRequest { fiscal_year: FiscalYear::try_from(year).expect("a year"), level: Level::Internal };
    let report = prepare(ward.house(), &ward.around(), request).expect("the report is made");
    let figures: Value = serde_json::from_str(&report.figures_json).expect("JSON");
    let tables = figures["tables"].as_array().into_iter().flatten();
    let Some(found) = tables.into_iter().find(|t| t["id"] == "23").cloned() else { return Vec::new() };
    let rows =
        found["rows"].as_array().into_iter().flatten().map(|r| r.as_str().unwrap_or_default().to_owned());
    let cells = found["cells"].as_array().cloned().unwrap_or_default();
    rows.zip(cells).map(|(row, cells)| (row, cells[0].as_i64().unwrap_or_default())).collect()
}

#[test]
fn the_report_counts_the_same_rows() {
    let ward = ward();
    let list = peers(&ward, 2025);
    let before = table(&ward, 2025);
    assert_eq!(before[0], ("退院プログラム".to_owned(), list["sessions"].as_i64().unwrap_or_default()));
    let nakano = peer(&list, "中野 浩");
    for (on, kind, session) in [
        ("2025-10-20", "visit", Value::Null),
        ("2025-11-20", "accompany", Value::Null),
        ("2025-11-21", "talk", Value::Null),
        ("2025-10-15", "session", nakano["activities"][0]["session_id"].clone()),
    ] {
        ward.call("KeepPeerActivity", activity(&nakano, session, on, kind));
    }
    let mut expected = before.clone();
    expected.insert(2, ("訪問・同行・研修など".to_owned(), 2));
    assert_eq!(
        table(&ward, 2025),
        expected,
        "a session with a fee is the same session, and a talk about her is no work"
    );
    let behind = ward.call(
        "FigureRecords",
        json!({"report": {"fiscal_year": 2025, "level": "internal"}, "table": "23", "row": 2, "column": 0}),
    );
    assert_eq!(behind["records"].as_array().map(Vec::len), Some(2), "{behind}");
}

#[test]
fn names_are_several_whichever_mark_was_typed_between_them() {
    let ward = ward();
    let plan = ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": "つぎの会", "org_id": null, "on": "2026-10-26", "start": null, "end": null,
               "theme": "住まい", "place": "inside"}),
    );
    ward.call(
        "RecordSession",
        json!({"plan_id": plan, "attendance": [], "add_case_ids": [], "add_labels": [], "good": "", "concern": "", "words": "", "next": "",
               "peer_supporters": "中野 浩；藤本 咲、中野 浩", "staff_medical": null, "staff_support": null, "staff_municipal": null}),
    );
    let list = peers(&ward, 2026);
    assert_eq!((&list["sessions"], &list["times"]), (&json!(1), &json!(2)));
    for name in ["中野 浩", "藤本 咲"] {
        assert_eq!(peer(&list, name)["counts"], json!([{"kind": "session", "times": 1}]), "{name}");
    }
}
