//! Visits, appointments and what becomes of them.

mod anything;
mod evening;

use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

/// Plans a visit to ward C1 of 楠沢病院 on a day, to see these people.
fn round(ward: &Ward, on: &str, people: &[&str]) -> String {
    let case_ids: Vec<String> = people.iter().map(|name| ward.case(name)).collect();
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "C1病棟", "on": on, "start": "09:30", "end": "12:00",
               "purposes": ["interview", "ward"], "case_ids": case_ids}),
    );
    plan.as_str().expect("an act that plans gives the plan").to_owned()
}

fn note(ward: &Ward, plan: &str, on: &str, person: &str, text: &str) -> Value {
    ward.call(
        "WriteContact",
        json!({"case_ids": [ward.case(person)], "plan_id": plan, "on": on, "minutes": 30, "method": "interview_hospital",
               "counterparts": ["person"], "text": text, "next_step": null, "outcome": "met", "draft_place": null}),
    )
}

fn page(ward: &Ward, plan: &str) -> Value {
    ward.call("VisitPage", json!({"plan_id": plan}))
}

fn finish(ward: &Ward, plan: &str, result: &str, reason: &str) {
    ward.call("FinishPlan", json!({"plan_id": plan, "result": result, "reason": reason}));
}

/// The plan as the week of a day shows it.
fn in_week(ward: &Ward, from: &str, plan: &str) -> Value {
    let week = ward.call("Week", json!({"from": from}));
    let item = week["items"].as_array().into_iter().flatten().find(|item| item["id"] == plan);
    item.cloned().unwrap_or_else(|| panic!("{plan} is not in the week of {from}"))
}

fn unrecorded(ward: &Ward) -> Vec<String> {
    let today = ward.call("Today", json!({"on": null}));
    let ids = today["unrecorded"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|plan| plan["id"].as_str().unwrap_or_default().to_owned());
    ids.collect()
}

fn rows(records: &std::collections::BTreeMap<String, String>, file: &str) -> usize {
    records.get(file).map_or(0, |text| text.lines().count().saturating_sub(1))
}

const THREE: [&str; 3] = ["南 和夫", "関 武", "岡 千代子"];

#[test]
fn three_people_seen_on_a_ward_are_one_visit_and_three_notes() {
    let ward = ward();
    let before = ward.records();
    let plan = round(&ward, "2026-11-02", &THREE);
    assert_eq!(in_week(&ward, "2026-11-02", &plan)["persons"], 3);
    for (n, person) in THREE.iter().enumerate() {
        note(&ward, &plan, "2026-11-02", person, &format!("病棟で話した。{n}"));
    }
    finish(&ward, &plan, "done", "");

    let item = in_week(&ward, "2026-11-02", &plan);
    assert_eq!((&item["result"], &item["written"], &item["persons"]), (&json!("done"), &json!(3), &json!(3)));
    let after = ward.records();
    assert_eq!(rows(&after, "visits.csv"), rows(&before, "visits.csv") + 1, "three notes share one visit");
    assert_eq!(
        rows(&after, "contacts.csv"),
        rows(&before, "contacts.csv") + 3,
        "each person has a note of her own"
    );
    let of_visit = after["contacts.csv"].lines().filter(|line| line.contains(&plan)).count();
    assert_eq!(of_visit, 3, "every note knows the visit");
    for (n, person) in THREE.iter().enumerate() {
        let first = &ward.call("Timeline", json!({"case_id": ward.case(person), "offset": 0, "limit": 1}))[0];
        assert_eq!(
            (&first["kind"], &first["text"]),
            (&json!("contact"), &json!(format!("病棟で話した。{n}")))
        );
    }
    assert_eq!(unrecorded(&ward), Vec::<String>::new(), "nobody is left behind");
}

#[test]
fn the_page_of_a_visit_has_what_is_needed_to_speak_and_write() {
    let ward = ward();
    let plan = round(&ward, "2026-11-02", &["南 和夫"]);
    ward.call(
        "AddTask",
        json!({"case_id": ward.case("南 和夫"), "text": "GHへ電話", "due_on": "2026-11-04"}),
    );
    let sheet = page(&ward, &plan);
    let minami = &sheet["persons"][0];
    assert_eq!(
        (&minami["name"], &minami["ward"], &minami["planned"]),
        (&json!("南 和夫"), &json!("C1病棟"), &json!(true))
    );
    assert_eq!(minami["open_step"], "GHへ電話");
    assert!(minami["last_on"].is_string(), "the last contact is known");
    assert_eq!((&minami["contact"], &minami["outcome"]), (&Value::Null, &Value::Null));
    let mut others: Vec<&str> =
        sheet["others"].as_array().unwrap().iter().filter_map(|line| line["name"].as_str()).collect();
    others.sort_unstable();
    assert_eq!(others, ["岡 千代子", "関 武"], "everybody else of the open cases on that ward");

    note(&ward, &plan, "2026-11-02", "関 武", "廊下で会って少し話した。");
    let sheet = page(&ward, &plan);
    assert_eq!(
        sheet["persons"].as_array().map(Vec::len),
        Some(2),
        "whoever was written about belongs to the visit"
    );
    assert_eq!(sheet["persons"][1]["contact"]["text"], "廊下で会って少し話した。");
    assert_eq!(
        (&sheet["persons"][1]["planned"], &sheet["persons"][1]["outcome"]),
        (&json!(false), &json!("met"))
    );
    assert_eq!(sheet["others"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_visit_cannot_be_finished_while_someone_is_unaccounted_for() {
    let ward = ward();
    let plan = round(&ward, "2026-11-02", &THREE);
    note(&ward, &plan, "2026-11-02", "南 和夫", "会えた。");
    ward.call("SetOutcome", json!({"plan_id": plan, "case_id": ward.case("関 武"), "outcome": "away"}));

    let done = json!({"plan_id": plan, "result": "done", "reason": ""});
    let failure = ward.fails("FinishPlan", done.clone(), "visit.people-left");
    let about: Vec<&str> = failure.about.iter().map(|id| id.as_str()).collect();
    assert_eq!(about, [ward.case("岡 千代子")], "falling through the cracks is the field's worst fear");
    assert!(failure.sentence.contains("1人"), "{}", failure.sentence);
    assert!(!failure.sentence.contains('岡'), "a refusal may stand in a log and names nobody");

    ward.call(
        "SetOutcome",
        json!({"plan_id": plan, "case_id": ward.case("岡 千代子"), "outcome": "unwilling"}),
    );
    ward.call("FinishPlan", done);
    assert_eq!(in_week(&ward, "2026-11-02", &plan)["written"], 3);
}

#[test]
fn a_reason_lets_a_visit_end_early_and_is_kept() {
    let ward = ward();
    let plan = round(&ward, "2026-11-02", &THREE);
    note(&ward, &plan, "2026-11-02", "南 和夫", "会えた。");
    finish(&ward, &plan, "done", "病棟の都合で11時まで");
    let item = in_week(&ward, "2026-11-02", &plan);
    assert_eq!(
        (&item["result"], &item["reason"], &item["written"]),
        (&json!("done"), &json!("病棟の都合で11時まで"), &json!(1))
    );
}

#[test]
fn a_past_plan_stays_on_the_list_until_something_is_known_of_it() {
    let ward = ward();
    let plan = round(&ward, "2026-11-04", &["南 和夫", "関 武"]);
    assert_eq!(unrecorded(&ward), Vec::<String>::new(), "what lies ahead is not missing");
    ward.at("2026-11-05T09:00+09:00");
    assert_eq!(unrecorded(&ward), [plan.as_str()]);
    note(&ward, &plan, "2026-11-04", "南 和夫", "会えた。");
    assert_eq!(unrecorded(&ward), [plan.as_str()], "somebody is still left");
    ward.call("SetOutcome", json!({"plan_id": plan, "case_id": ward.case("関 武"), "outcome": "out"}));
    assert_eq!(unrecorded(&ward), Vec::<String>::new(), "with everybody accounted for nothing is missing");
}

#[test]
fn cancelling_needs_a_reason_and_cannot_wipe_out_a_record() {
    let ward = ward();
    let plan = round(&ward, "2026-10-30", &["南 和夫"]);
    let failure = ward.fails(
        "FinishPlan",
        json!({"plan_id": plan, "result": "cancelled", "reason": "  "}),
        "plan.no-reason",
    );
    assert_eq!(failure.field.as_deref(), Some("reason"));
    finish(&ward, &plan, "cancelled", "病棟で感染症");
    assert_eq!(unrecorded(&ward), Vec::<String>::new());
    ward.fails(
        "SetOutcome",
        json!({"plan_id": plan, "case_id": ward.case("南 和夫"), "outcome": "met"}),
        "plan.cancelled",
    );
    ward.fails(
        "MovePlan",
        json!({"plan_id": plan, "on": "2026-11-06", "start": null, "end": null}),
        "plan.cancelled",
    );

    finish(&ward, &plan, "planned", "");
    assert_eq!(unrecorded(&ward), [plan.as_str()], "opened again, it waits for a result again");
    note(&ward, &plan, "2026-10-30", "南 和夫", "窓口で会えた。");
    ward.fails(
        "FinishPlan",
        json!({"plan_id": plan, "result": "cancelled", "reason": "まちがい"}),
        "plan.recorded",
    );
}

#[test]
fn what_has_happened_does_not_move() {
    let ward = ward();
    let plan = round(&ward, "2026-10-30", &["南 和夫"]);
    ward.call("MovePlan", json!({"plan_id": plan, "on": "2026-11-02", "start": "13:00", "end": "15:30"}));
    let item = in_week(&ward, "2026-11-02", &plan);
    assert_eq!(
        (&item["on"], &item["start"], &item["end"]),
        (&json!("2026-11-02"), &json!("13:00"), &json!("15:30"))
    );
    note(&ward, &plan, "2026-11-02", "南 和夫", "会えた。");
    ward.fails(
        "MovePlan",
        json!({"plan_id": plan, "on": "2026-11-09", "start": null, "end": null}),
        "plan.recorded",
    );
    let early = json!({"plan_id": round(&ward, "2026-11-09", &[]), "on": "2026-11-09", "start": "10:00", "end": "09:00"});
    assert_eq!(ward.fails("MovePlan", early, "plan.ends-early").field.as_deref(), Some("end"));
}

#[test]
fn nothing_is_recorded_of_a_day_that_has_not_come() {
    let ward = ward();
    let plan = round(&ward, "2026-11-03", &["南 和夫"]);
    ward.fails(
        "SetOutcome",
        json!({"plan_id": plan, "case_id": ward.case("南 和夫"), "outcome": "met"}),
        "plan.in-the-future",
    );
    ward.fails("FinishPlan", json!({"plan_id": plan, "result": "done", "reason": ""}), "plan.in-the-future");
}

#[test]
fn a_visit_to_a_place_nobody_knows_yet_puts_it_into_the_directory() {
    let ward = empty();
    let visit = |on: &str| json!({"org_id": null, "org_name": "こだま病院", "ward": "", "on": on, "start": null, "end": null, "purposes": ["greeting"], "case_ids": []});
    ward.call("PlanVisit", visit("2026-11-05"));
    ward.call("PlanVisit", visit("2026-11-12"));
    let found = ward.call("Organisations", json!({"filter": "こだま"}));
    assert_eq!(found.as_array().map(Vec::len), Some(1), "the second visit finds it there");
    assert_eq!(found[0]["type"], "psychiatric_hospital");
    let mut nowhere = visit("2026-11-05");
    nowhere["org_name"] = json!(" ");
    ward.fails("PlanVisit", nowhere, "plan.no-hospital");
}

#[test]
fn a_week_knows_its_holidays_and_its_own_day() {
    let ward = ward();
    let lunch =
        json!({"kind": "own", "title": "", "on": "2026-11-03", "start": null, "end": null, "case_id": null});
    let plan = ward.call("PlanOther", lunch);
    let week = ward.call("Week", json!({"from": "2026-11-02"}));
    let days = week["days"].as_array().unwrap();
    assert_eq!(days.len(), 7);
    assert_eq!(
        (&days[0]["today"], &days[0]["weekday"], &days[6]["weekday"]),
        (&json!(true), &json!(1), &json!(7))
    );
    assert_eq!((&days[1]["holiday"], &days[2]["holiday"]), (&json!("文化の日"), &Value::Null));
    let item = in_week(&ward, "2026-11-02", plan.as_str().unwrap());
    assert_eq!(item["title"], "自分の時間", "without a title it is called by its kind");
}

#[test]
fn every_act_on_a_plan_can_be_taken_back_and_done_again() {
    let ward = ward();
    let plan = round(&ward, "2026-11-02", &["南 和夫"]);
    let acts = [
        (
            "PlanOther",
            json!({"kind": "meeting", "title": "打合せ", "on": "2026-11-02", "start": "16:00", "end": null, "case_id": null}),
        ),
        ("MovePlan", json!({"plan_id": plan, "on": "2026-11-01", "start": null, "end": null})),
        ("SetOutcome", json!({"plan_id": plan, "case_id": ward.case("関 武"), "outcome": "unwell"})),
        ("FinishPlan", json!({"plan_id": plan, "result": "done", "reason": "途中で終了"})),
        (
            "PlanVisit",
            json!({"org_id": null, "org_name": "あたらしい病院", "ward": "", "on": "2026-11-05", "start": null, "end": null,
                   "purposes": [], "case_ids": [ward.case("南 和夫")]}),
        ),
    ];
    for (name, input) in acts {
        let before = ward.records();
        let reply = ward.reply(name, input);
        assert!(reply.changed.contains(&app::Topic::Plans), "{name} says that plans changed");
        let after = ward.records();
        assert_ne!(before, after, "{name} changes something");
        ward.undo();
        assert_eq!(ward.records(), before, "{name} taken back");
        ward.redo();
        assert_eq!(ward.records(), after, "{name} done again");
    }
}
