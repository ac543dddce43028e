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
