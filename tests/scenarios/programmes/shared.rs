//! One session: shown, never copied, in the timeline of everybody who was there, and counted from its own rows.

use super::{list, marks, page as session_page, record, session, sessions_in_timeline};
use app::reports::{AnnualRequest, Level, prepare};
use domain::calendar::FiscalYear;
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

/// A column's total of a table of the year.
fn total(ward: &Ward, table: &str, column: usize) -> i64 {
    let request =
        AnnualRequest { fiscal_year: FiscalYear::try_from(2026).expect("a year"), level: Level::Internal };
    let report = prepare(ward.house(), &ward.around(), request).expect("the report is made");
    let figures: Value = serde_json::from_str(&report.figures_json).expect("JSON");
    let tables = figures["tables"].as_array().into_iter().flatten();
    let found = tables.into_iter().find(|t| t["id"] == table).expect("the table");
    let last = found["cells"].as_array().and_then(|rows| rows.last()).expect("a row of totals").clone();
    last[column].as_i64().expect("a number")
}

/// A session of two, recorded.
fn held(ward: &Ward) -> String {
    let plan = session(ward, "つぎの会", "2026-10-26");
    let mut input = record(&plan);
    input["add_case_ids"] = json!([ward.case("南 和夫"), ward.case("関 武")]);
    input["good"] = json!("住まいの写真をよく見ていた");
    ward.call("RecordSession", input);
    plan
}

fn texts(ward: &Ward) -> Vec<String> {
    let of = |person| sessions_in_timeline(ward, person)[0]["text"].as_str().unwrap_or_default().to_owned();
    ["関 武", "南 和夫"].map(of).to_vec()
}

#[test]
fn what_is_written_of_a_session_changes_in_every_timeline_at_once() {
    let ward = ward();
    let plan = held(&ward);
    assert!(
        texts(&ward).iter().all(|text| text.contains("住まいの写真をよく見ていた")),
        "{:?}",
        texts(&ward)
    );
    let mut input = record(&plan);
    input["attendance"] = marks(&session_page(&ward, &plan), &["present", "absent"]);
    input["attendance"][0]["remark"] = json!("自分から質問した");
    input["good"] = json!("間取りの話が続いた");
    ward.call("RecordSession", input);
    let [seki, minami] = <[String; 2]>::try_from(texts(&ward)).expect("two people");
    assert!(seki.contains("間取りの話が続いた") && seki.contains("自分から質問した"), "{seki}");
    assert!(!seki.contains("住まいの写真"), "{seki}");
    assert!(
        minami.contains("欠席") && !minami.contains("間取り"),
        "whoever stayed away reads nothing of it: {minami}"
    );
    let everywhere: usize =
        ward.records().values().map(|text| text.matches("間取りの話が続いた").count()).sum();
    assert_eq!(everywhere, 1, "and it is kept once");
    let paper = json!({"paper": {"paper": "course", "case_id": ward.case("関 武"), "from": "2026-10-01", "to": "2026-11-02"}});
    let paper = ward.call("RecordPaper", paper).to_string();
    assert!(!paper.contains("間取りの話"), "what may speak of others stays off a paper about one person");
}

#[test]
fn taking_somebody_out_of_a_session_takes_one_away_everywhere() {
    let ward = ward();
    let plan = held(&ward);
    let person = |ward: &Ward| sessions_in_timeline(ward, "南 和夫").len();
    let on_page = |ward: &Ward| {
        let id = session_page(ward, &plan)["programme_id"].clone();
        ward.call("ProgrammePage", json!({"programme_id": id}))["sessions"][0]["attended"]
            .as_i64()
            .unwrap_or_default()
    };
    let counts = |ward: &Ward| (person(ward), on_page(ward), total(ward, "16", 0));
    let (lines, page, table) = counts(&ward);
    let mut input = record(&plan);
    input["attendance"] = marks(&session_page(&ward, &plan), &["present", ""]);
    ward.call("RecordSession", input);
    assert_eq!(counts(&ward), (lines - 1, page - 1, table - 1));
    ward.undo();
    assert_eq!(counts(&ward), (lines, page, table));
}

#[test]
fn a_correction_keeps_what_stood_there_before() {
    let ward = ward();
    let plan = held(&ward);
    ward.at("2026-11-05T10:00:00+09:00");
    let mut input = record(&plan);
    input["attendance"] = marks(&session_page(&ward, &plan), &["unwell", "present"]);
    ward.call("RecordSession", input);
    let sheet = session_page(&ward, &plan);
    assert_eq!(list(&sheet)[0], ("関 武".to_owned(), Some("unwell".to_owned())));
    assert_eq!(
        sheet["attendance"][0]["changes"],
        json!([{"was": "present", "at": "2026-11-05T10:00:00+09:00"}])
    );
    assert_eq!(sheet["attendance"][1]["changes"], json!([]), "only what was changed");
}

#[test]
fn a_session_knows_its_theme_its_place_and_its_staff_by_organisation() {
    let ward = ward();
    let plan = held(&ward);
    let mut input = record(&plan);
    input["details"] = json!({"theme": "お金", "contents": "家計簿をつける", "materials": "プリント", "place": "outside", "observers": 2,
        "staff": [{"person": "久我", "org_id": ward.organisation("楠沢病院"), "org_name": "", "role": "進行"},
                  {"person": "", "org_id": null, "org_name": "相談室こみち", "role": "記録"}]});
    ward.call("RecordSession", input);
    let sheet = session_page(&ward, &plan);
    assert_eq!(
        (&sheet["theme"], &sheet["place"], &sheet["observers"]),
        (&json!("お金"), &json!("outside"), &json!(2))
    );
    let staff = |n: usize, field: &str| sheet["staff"][n][field].clone();
    assert_eq!(
        (staff(0, "person"), staff(0, "org"), staff(0, "role")),
        (json!("久我"), json!("楠沢病院"), json!("進行"))
    );
    assert_eq!(
        (staff(1, "person"), staff(1, "org"), staff(1, "role")),
        (json!(""), json!("相談室こみち"), json!("記録"))
    );
    let shown = &texts(&ward)[0];
    assert!(shown.contains("お金") && shown.contains("家計簿をつける"), "{shown}");
    // Whoever records without these words leaves them as they are.
    ward.call("RecordSession", record(&plan));
    assert_eq!(session_page(&ward, &plan)["staff"], sheet["staff"]);
}
