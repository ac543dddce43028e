//! Programmes: from the roster to attendance to everybody's timeline.

mod absences;
mod page;
mod shared;

use app::reports::{AnnualRequest, Level, prepare};
use domain::calendar::FiscalYear;
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// Plans the next session of a programme by name.
fn session(ward: &Ward, programme: &str, on: &str) -> String {
    let plan = ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": programme, "org_id": ward.organisation("楠沢病院"), "on": on, "start": "13:30",
               "end": "15:00", "theme": "住まい", "place": "inside"}),
    );
    plan.as_str().expect("the plan").to_owned()
}

fn page(ward: &Ward, plan: &str) -> Value {
    ward.call("SessionPage", json!({"plan_id": plan}))
}

fn record(plan: &str) -> Value {
    json!({"plan_id": plan, "attendance": [], "add_case_ids": [], "add_labels": [], "good": "", "concern": "", "words": "", "next": "",
           "peer_supporters": "", "staff_medical": null, "staff_support": null, "staff_municipal": null})
}

/// Name and attendance of everybody on a session's list.
fn list(page: &Value) -> Vec<(String, Option<String>)> {
    let people = page["attendance"].as_array().into_iter().flatten();
    people
        .map(|p| {
            (p["name"].as_str().unwrap_or_default().to_owned(), p["attendance"].as_str().map(str::to_owned))
        })
        .collect()
}

fn marks(page: &Value, attendance: &[&str]) -> Value {
    let people = page["attendance"].as_array().into_iter().flatten();
    let marks =
        people.zip(attendance).map(|(p, a)| json!({"participant_id": p["participant_id"], "attendance": a}));
    Value::from(marks.collect::<Vec<_>>())
}

fn sessions_in_timeline(ward: &Ward, person: &str) -> Vec<Value> {
    let items = ward.call("Timeline", json!({"case_id": ward.case(person), "offset": 0, "limit": 400}));
    items.as_array().into_iter().flatten().filter(|item| item["kind"] == "session").cloned().collect()
}

#[test]
fn a_session_goes_from_the_roster_to_attendance_to_each_timeline() {
    let ward = ward();
    let first = session(&ward, "つぎの会", "2026-10-26");
    let mut input = record(&first);
    input["add_case_ids"] = json!([ward.case("南 和夫"), ward.case("関 武")]);
    input["add_labels"] = json!(["参加者ア"]);
    input["good"] = json!("住まいの写真をよく見ていた");
    input["peer_supporters"] = json!("中野 浩;藤本 咲");
    input["staff_medical"] = json!(2);
    ward.call("RecordSession", input);

    let sheet = page(&ward, &first);
    let here = |name: &str, attendance: Option<&str>| (name.to_owned(), attendance.map(str::to_owned));
    let present = Some("present");
    assert_eq!(list(&sheet), [here("関 武", present), here("南 和夫", present), here("参加者ア", present)]);
    assert_eq!((&sheet["good"], &sheet["staff_medical"]), (&json!("住まいの写真をよく見ていた"), &json!(2)));
    assert_eq!((&sheet["programme"], &sheet["plan"]["session_no"]), (&json!("つぎの会"), &json!(1)));
    assert_eq!((&sheet["plan"]["result"], &sheet["plan"]["written"]), (&json!("done"), &json!(3)));

    let second = session(&ward, "つぎの会", "2026-11-02");
    let sheet = page(&ward, &second);
    assert_eq!(sheet["plan"]["session_no"], 2, "the same programme goes on");
    assert_eq!(
        list(&sheet),
        [here("関 武", None), here("南 和夫", None), here("参加者ア", None)],
        "the roster comes along"
    );
    let mut input = record(&second);
    input["attendance"] = marks(&sheet, &["absent", "partial", "unwell"]);
    input["add_case_ids"] = json!([ward.case("岡 千代子")]);
    ward.call("RecordSession", input);
    let expected = [
        here("岡 千代子", present),
        here("関 武", Some("absent")),
        here("南 和夫", Some("partial")),
        here("参加者ア", Some("unwell")),
    ];
    assert_eq!(list(&page(&ward, &second)), expected);

    let minami = sessions_in_timeline(&ward, "南 和夫");
    assert_eq!(minami.len(), 2, "both sessions stand in the timeline");
    assert_eq!(minami[0]["place"], "つぎの会");
    assert!(minami[0]["text"].as_str().is_some_and(|text| text.contains("遅刻・早退")), "{}", minami[0]);
    assert_eq!(sessions_in_timeline(&ward, "岡 千代子").len(), 1);
    let records = ward.records();
    assert_eq!(
        records["sessions.csv"].matches("住まいの写真をよく見ていた").count(),
        1,
        "the session is kept once"
    );
    let copies = records
        .iter()
        .filter(|(file, text)| *file != "sessions.csv" && text.contains("住まいの写真をよく見ていた"));
    assert_eq!(copies.count(), 0, "and copied nowhere");
}

#[test]
fn a_session_waits_on_the_list_while_somebody_has_no_attendance() {
    let ward = ward();
    let first = session(&ward, "つぎの会", "2026-10-19");
    let mut input = record(&first);
    input["add_case_ids"] = json!([ward.case("南 和夫"), ward.case("関 武")]);
    ward.call("RecordSession", input);
    let second = session(&ward, "つぎの会", "2026-10-26");
    let unrecorded =
        |ward: &Ward| ward.call("Today", json!({"on": null}))["unrecorded"].as_array().map_or(0, Vec::len);
    assert_eq!(unrecorded(&ward), 1);

    let sheet = page(&ward, &second);
    let mut input = record(&second);
    input["attendance"] = marks(&sheet, &["present"]);
    ward.call("RecordSession", input);
    assert_eq!(unrecorded(&ward), 1, "南さん has no attendance yet");
    let done = json!({"plan_id": second, "result": "done", "reason": ""});
    let failure = ward.fails("FinishPlan", done, "session.people-left");
    assert_eq!(failure.about.iter().map(|id| id.as_str()).collect::<Vec<_>>(), [ward.case("南 和夫")]);

    let mut input = record(&second);
    input["attendance"] = marks(&sheet, &["present", "absent"]);
    ward.call("RecordSession", input);
    assert_eq!(unrecorded(&ward), 0);
}

#[test]
fn attendance_before_a_case_was_opened_is_kept_like_any_other() {
    let ward = ward();
    let first = session(&ward, "見学会", "2026-10-26");
    let opened = ward.call(
        "OpenCase",
        json!({"family_name": "新井", "given_name": "まこと", "family_kana": "あらい", "given_kana": "まこと", "org_id": null,
               "hospital": "楠沢病院", "ward": "C1病棟", "identified_on": "2026-11-01", "wish": ""}),
    );
    let mut input = record(&first);
    input["add_case_ids"] = json!([opened]);
    ward.call("RecordSession", input);
    let seen = sessions_in_timeline(&ward, "新井 まこと");
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0]["on"], "2026-10-26");
}

#[test]
fn a_programme_that_was_imported_brings_its_people_to_the_next_session() {
    let ward = ward();
    let programmes = ward.call("Programmes", json!({}));
    let tomorrow = programmes
        .as_array()
        .into_iter()
        .flatten()
        .find(|p| p["name"] == "あしたの会")
        .cloned()
        .expect("the practice programme");
    assert_eq!((&tomorrow["sessions"], &tomorrow["next_no"]), (&json!(10), &json!(11)));
    let plan = ward.call(
        "PlanSession",
        json!({"programme_id": tomorrow["id"], "programme_name": "", "org_id": null, "on": "2026-11-02", "start": null, "end": null,
               "theme": "まとめの会", "place": "outside"}),
    );
    let plan = plan.as_str().expect("the plan");
    let held = || ward.call("Programmes", json!({}))[0]["sessions"].clone();
    assert_eq!(held(), 10, "what is only planned was not held");
    let sheet = page(&ward, plan);
    let names: Vec<String> = list(&sheet).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["金 英子", "平 良子", "東 一", "堀 昭三", "森 茂"].map(str::to_owned),
        "but not whoever has left hospital"
    );
    let mut input = record(plan);
    input["attendance"] = marks(&sheet, &["absent", "present", "present", "present", "absent"]);
    ward.call("RecordSession", input);
    assert_eq!(page(&ward, plan)["plan"]["result"], "done");
    assert_eq!(held(), 11);
    assert_eq!(sessions_in_timeline(&ward, "平 良子").len(), 11);
}

/// Minutes by kind of work: of the month so far on 今日, and of the year in table 25.
fn minutes(ward: &Ward, kind: &str, label: &str) -> (i64, i64) {
    let today = ward.call("Today", json!({"on": "2026-11-30"}));
    let month = today["hours"].as_array().into_iter().flatten().find(|h| h["kind"] == kind);
    let request =
        AnnualRequest { fiscal_year: FiscalYear::try_from(2026).expect("a year"), level: Level::Internal };
    let report = prepare(ward.house(), &ward.around(), request).expect("the report is made");
    let figures: Value = serde_json::from_str(&report.figures_json).expect("JSON");
    let table =
        figures["tables"].as_array().into_iter().flatten().find(|t| t["id"] == "25").expect("table 25");
    let row =
        table["rows"].as_array().into_iter().flatten().position(|r| r == label).expect("the kind's row");
    (
        month.and_then(|h| h["minutes"].as_i64()).unwrap_or(0),
        table["cells"][row][0].as_i64().expect("minutes"),
    )
}

#[test]
fn the_time_of_a_session_counts_once_however_many_notes_were_written_in_it() {
    let ward = ward();
    let all =
        |ward: &Ward| [minutes(ward, "casework", "個別支援"), minutes(ward, "programme", "退院プログラム")];
    let [casework, programme] = all(&ward);
    let plan = session(&ward, "つぎの会", "2026-11-02");
    ward.call("RecordSession", record(&plan));
    let people = json!([ward.case("南 和夫"), ward.case("関 武")]);
    let note = |plan: Value| {
        json!({"case_ids": people, "plan_id": plan, "on": "2026-11-02", "minutes": 40, "method": "interview_hospital",
            "counterparts": ["person"], "text": "回のなかで話す", "next_step": null, "outcome": null, "draft_place": null})
    };
    ward.call("WriteContact", note(json!(plan)));
    let more = |(month, year): (i64, i64), n: i64| (month + n, year + n);
    assert_eq!(all(&ward), [casework, more(programme, 90)], "an hour and a half, told once");

    // A session that did not take place, or of which nobody knows how long it took, has no time to hold a note's.
    let unknown = ward.call(
        "PlanSession",
        json!({"programme_id": null, "programme_name": "つぎの会", "org_id": ward.organisation("楠沢病院"), "on": "2026-11-02",
               "start": null, "end": null, "theme": "住まい", "place": "inside"}),
    );
    ward.call("RecordSession", record(unknown.as_str().expect("the plan")));
    ward.call("WriteContact", note(unknown));
    assert_eq!(all(&ward), [more(casework, 80), more(programme, 90)]);
    ward.call("WriteContact", note(Value::Null));
    assert_eq!(all(&ward), [more(casework, 160), more(programme, 90)], "a talk of its own is casework");
}

#[test]
fn a_session_refuses_what_cannot_be() {
    let ward = ward();
    let ahead = session(&ward, "つぎの会", "2026-11-09");
    ward.fails("RecordSession", record(&ahead), "plan.in-the-future");
    let past = session(&ward, "つぎの会", "2026-10-26");
    let mut input = record(&past);
    input["attendance"] = json!([{"participant_id": ward.case("南 和夫"), "attendance": "present"}]);
    ward.fails("RecordSession", input.clone(), "session.unknown-participant");
    input["attendance"][0]["attendance"] = json!("asleep");
    ward.fails("RecordSession", input, "session.unknown-attendance");
    ward.call("FinishPlan", json!({"plan_id": past, "result": "cancelled", "reason": "大雪"}));
    ward.fails("RecordSession", record(&past), "plan.cancelled");
    let nameless = json!({"programme_id": null, "programme_name": "", "org_id": null, "on": "2026-11-02", "start": null, "end": null,
                          "theme": "", "place": "inside"});
    ward.fails("PlanSession", nameless, "session.no-programme");
}

#[test]
fn a_recorded_session_can_be_taken_back_and_done_again() {
    let ward = ward();
    let plan = session(&ward, "つぎの会", "2026-10-26");
    let before = ward.records();
    let mut input = record(&plan);
    input["add_case_ids"] = json!([ward.case("南 和夫")]);
    input["add_labels"] = json!(["参加者ア"]);
    input["words"] = json!("「ひとりではないと思えた」");
    ward.call("RecordSession", input);
    let after = ward.records();
    ward.undo();
    assert_eq!(ward.records(), before);
    assert_eq!(sessions_in_timeline(&ward, "南 和夫").len(), 0);
    ward.redo();
    assert_eq!(ward.records(), after);
}
