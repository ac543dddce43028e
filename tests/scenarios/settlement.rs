//! After the discharge: contacts that become due with it, who comes when, how everyday life goes, the crisis plan.

mod anything;

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn page(ward: &Ward, case: &str) -> Value {
    ward.call("Settlement", json!({"case_id": case}))
}

/// What has to be kept to discharge somebody who is in hospital, on a day.
fn discharge(ward: &Ward, case: &str, on: Value, destination: &str) -> Value {
    let sheet = ward.call("CasePage", json!({"case_id": case}));
    json!({"case_id": case, "stay_id": sheet["stay_id"], "org_id": sheet["org_id"], "hospital": "", "ward": "", "room": "",
        "admitted_on": sheet["admitted_on"], "admission_form": null, "discharged_on": on, "destination": destination})
}

fn due(page: &Value) -> Vec<(u64, &str)> {
    let contacts = page["contacts"].as_array().into_iter().flatten();
    contacts.filter_map(|c| Some((c["days_after"].as_u64()?, c["due_on"].as_str()?))).collect()
}

#[test]
fn a_discharge_brings_its_contacts_in_one_act_and_takes_them_back_with_it() {
    let ward = ward();
    let case = ward.case("関 武");
    let before = ward.records();
    ward.call("KeepStay", discharge(&ward, &case, json!("2026-10-30"), "home_alone"));
    let home = page(&ward, &case);
    assert_eq!(
        due(&home),
        [(3, "2026-11-02"), (7, "2026-11-06"), (14, "2026-11-13"), (30, "2026-11-29"), (90, "2027-01-28")]
    );
    let today = ward.call("Today", json!({"on": null}));
    let tasks = today["tasks"].as_array().into_iter().flatten().filter(|t| t["case_id"] == case);
    let texts: Vec<&str> =
        tasks.filter_map(|t| t["text"].as_str()).filter(|t| t.starts_with("退院")).collect();
    assert_eq!(
        texts,
        ["退院3日の連絡", "退院7日の連絡", "退院14日の連絡", "退院30日の連絡", "退院90日の連絡"]
    );
    let deadlines = today["deadlines"].as_array().into_iter().flatten();
    let twice = deadlines.filter(|d| d["case_id"] == case && d["rule"] == "after_discharge").count();
    assert_eq!(twice, 0, "what stands among the next steps is not asked for a second time");
    ward.undo();
    assert_eq!(ward.records(), before, "one act, taken back as one");
}

#[test]
fn a_corrected_discharge_moves_what_is_open_and_a_transfer_takes_it_out() {
    let ward = ward();
    let case = ward.case("関 武");
    let first = discharge(&ward, &case, json!("2026-10-20"), "group_home");
    ward.call("KeepStay", first.clone());
    let third = page(&ward, &case)["contacts"][0]["task_id"].clone();
    ward.call("FinishTask", json!({"task_id": third, "done_on": "2026-10-23"}));
    let again = |change: Value| {
        let mut input = first.clone();
        for (key, value) in change.as_object().into_iter().flatten() {
            input[key] = value.clone();
        }
        ward.call("KeepStay", input);
        page(&ward, &case)
    };
    let same = again(json!({"ward": "C2病棟"}));
    assert_eq!(due(&same)[1], (7, "2026-10-27"), "keeping the stay again brings nothing twice");
    assert_eq!(due(&same).len(), 5);
    let moved = again(json!({"discharged_on": "2026-10-21"}));
    assert_eq!((due(&moved).len(), due(&moved)[1]), (5, (7, "2026-10-28")));
    assert_eq!(moved["contacts"][0]["done_on"], "2026-10-23", "what was done stays done");
    let sheet = again(json!({"discharged_on": "2026-10-21", "destination": "other_hospital"}));
    assert_eq!(sheet["contacts"], json!([]), "another hospital is no discharge");
    let tasks = ward.call("CasePage", json!({"case_id": case}))["tasks"].clone();
    let left: Vec<&Value> = tasks
        .as_array()
        .into_iter()
        .flatten()
        .filter(|t| t["text"].as_str().is_some_and(|t| t.starts_with("退院")))
        .collect();
    assert_eq!(left.len(), 1, "only what was done is left: {left:?}");
}

#[test]
fn no_contact_after_a_discharge_is_lost_however_late_it_is() {
    let ward = ward();
    let case = ward.case("関 武");
    ward.call("KeepStay", discharge(&ward, &case, json!("2026-10-30"), "home_alone"));
    ward.call("AddTask", json!({"case_id": case, "text": "区役所に電話", "due_on": "2026-11-10"}));
    let open = |on: &str| {
        let today = ward.call("Today", json!({"on": on}));
        today["tasks"].as_array().into_iter().flatten().filter(|t| t["done_on"].is_null()).count()
    };
    let now = open("2026-11-02");
    assert_eq!(open("2027-12-07"), now, "four hundred days later every task still stands");
    ward.at("2027-12-07T09:00+09:00");
    let third = page(&ward, &case)["contacts"][0]["task_id"].clone();
    ward.call("FinishTask", json!({"task_id": third, "done_on": "2026-11-02"}));
    assert_eq!(page(&ward, &case)["contacts"][0]["done_on"], "2026-11-02", "with the true day");
    assert_eq!(open("2027-12-07"), now - 1);
}

#[test]
fn a_planned_discharge_speaks_sixty_days_ahead_until_it_is_recorded() {
    let ward = ward();
    let case = ward.case("関 武");
    let said = |on: &str| {
        let today = ward.call("Today", json!({"on": on}));
        let mut deadlines = today["deadlines"].as_array().into_iter().flatten();
        let found = deadlines.find(|d| d["case_id"] == case && d["rule"] == "planned_discharge");
        found.map(|d| d["sentence"].as_str().unwrap_or_default().to_owned())
    };
    ward.fails("PlanDischarge", json!({"case_id": case, "planned_on": "1950-01-01"}), "stay.order");
    ward.call("PlanDischarge", json!({"case_id": case, "planned_on": "2027-01-10"}));
    assert_eq!(page(&ward, &case)["planned_on"], "2027-01-10");
    assert_eq!(said("2026-11-10"), None);
    assert_eq!(said("2026-11-11").as_deref(), Some("退院予定 あと60日・申請と開始日の確認"));
    assert_eq!(said("2027-01-31").as_deref(), Some("退院予定 3週間超過・申請と開始日の確認"));
    ward.undo();
    assert_eq!(page(&ward, &case)["planned_on"], Value::Null);
    ward.redo();
    ward.at("2027-01-12T09:00+09:00");
    ward.call("KeepStay", discharge(&ward, &case, json!("2027-01-11"), "home_alone"));
    assert_eq!(said("2027-01-12"), None, "it has happened");
    ward.fails("PlanDischarge", json!({"case_id": case, "planned_on": null}), "stay.none");
}

fn supporter(role: &str, name: &str) -> Value {
    json!({"role": role, "name": name, "contact": "03-0000-0000", "first_weeks": "週3回", "first_months": "週1回", "later": "月2回"})
}

fn plan(case: &str, supporters: &[Value]) -> Value {
    json!({"case_id": case, "planned_on": null, "supporters": supporters, "day_activity": "地活へ週2日", "medication": "",
        "money": "", "others": ""})
}

#[test]
fn the_plan_says_who_comes_when_and_comes_back_from_a_pack() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = ward.records();
    let (nurse, staff) = (supporter("訪問看護", "みどり訪問看護"), supporter("世話人", "青木 花子"));
    ward.call("KeepSettlement", plan(&case, &[nurse.clone(), supporter("", "　"), staff.clone()]));
    let kept = page(&ward, &case)["plan"].clone();
    assert_eq!((&kept["supporters"], &kept["planned_on"]), (&json!([nurse, staff]), &json!("2026-11-02")));
    ward.call("KeepSettlement", plan(&case, std::slice::from_ref(&staff)));
    assert_eq!(page(&ward, &case)["plan"]["supporters"], json!([staff]));
    ward.undo();
    assert_eq!(page(&ward, &case)["plan"], kept);
    let files = app::exchange::export(ward.house()).expect("written out");
    let other = susono_tests::empty();
    other.import(&files);
    assert_eq!(app::exchange::export(other.house()).expect("written out"), files);
    assert_eq!(page(&other, &other.case("南 和夫"))["plan"], kept);
    ward.undo();
    assert_eq!(ward.records(), before);
    ward.fails("KeepSettlement", plan(&case, &vec![staff.clone(); 21]), "settlement.too-many");
    let mut empty = plan(&case, &[]);
    empty["day_activity"] = json!(" ");
    ward.fails("KeepSettlement", empty, "settlement.empty");
    let mut ahead = plan(&case, &[staff]);
    ahead["planned_on"] = json!("2026-11-03");
    ward.fails("KeepSettlement", ahead, "settlement.future");
}

#[test]
fn a_name_in_a_plan_is_known_to_the_redaction() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("KeepSettlement", plan(&case, &[supporter("世話人", "青梅 花枝")]));
    let told = ward.call("Redact", json!({"text": "青梅花枝が来た。", "level": "municipal"}));
    assert!(!told["text"].as_str().expect("text").contains("花枝"), "{told}");
}

fn check(case: &str, change: Value) -> Value {
    let mut input = json!({"case_id": case, "check_id": null, "on": "2026-11-01", "method": "home_visit", "sleep": 1, "meals": 0,
        "medicine": null, "money": null, "neighbours": 2, "loneliness": null, "note": "ごみの日を間違えた"});
    for (key, value) in change.as_object().into_iter().flatten() {
        input[key] = value.clone();
    }
    input
}

#[test]
fn everyday_life_is_looked_at_area_by_area() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = page(&ward, &case);
    let count = before["checks"].as_array().map_or(0, Vec::len);
    let id = ward.call("KeepLifeCheck", check(&case, json!({})));
    let line = page(&ward, &case)["checks"][0].clone();
    assert_eq!((&line["id"], &line["neighbours"], &line["medicine"]), (&id, &json!(2), &Value::Null));
    ward.call("KeepLifeCheck", check(&case, json!({"check_id": id, "neighbours": 0})));
    let now = page(&ward, &case);
    assert_eq!(now["checks"].as_array().map_or(0, Vec::len), count + 1);
    assert_eq!(now["checks"][0]["neighbours"], 0);
    ward.call("RemoveLifeCheck", json!({"case_id": case, "check_id": id}));
    assert_eq!(page(&ward, &case)["checks"], before["checks"]);
    ward.undo();
    assert_eq!(page(&ward, &case), now);
    let nothing = json!({"sleep": null, "meals": null, "neighbours": null, "note": " "});
    let other = ward.case("関 武");
    for (input, refusal) in [
        (check(&case, json!({"sleep": 4})), "life.level"),
        (check(&case, nothing), "life.empty"),
        (check(&case, json!({"on": "2026-11-03"})), "settlement.future"),
        (check(&other, json!({"check_id": id})), "life.unknown"),
    ] {
        ward.fails("KeepLifeCheck", input, refusal);
    }
    ward.fails("RemoveLifeCheck", json!({"case_id": other, "check_id": id}), "life.unknown");
}

fn crisis(case: &str, calls: Value) -> Value {
    json!({"case_id": case, "made_on": null, "well": "朝の散歩に行く", "signs": "眠れない日が二日続く", "own_ways": "音楽を聞く",
        "wanted": "静かに話を聞いてほしい", "unwanted": "急に大勢で来ること", "hospital": "なるべく前の病棟に", "calls": calls})
}

#[test]
fn a_crisis_plan_is_kept_in_the_persons_words_with_whom_to_call() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let before = ward.records();
    let calls = json!([{"who": "訪問看護", "phone": "03-1111-1111", "hours": "9時から17時"},
        {"who": "夜間の相談", "phone": "03-2222-2222", "hours": "夜"}]);
    ward.call("KeepCrisisPlan", crisis(&case, calls.clone()));
    let kept = page(&ward, &case)["crisis"].clone();
    assert_eq!((&kept["calls"], &kept["signs"]), (&calls, &json!("眠れない日が二日続く")));
    assert_eq!(kept["made_on"], "2026-11-02");
    ward.undo();
    assert_eq!(ward.records(), before);
    let mut empty = crisis(&case, json!([{"who": "", "phone": " ", "hours": "夜"}]));
    for field in ["well", "signs", "own_ways", "wanted", "unwanted", "hospital"] {
        empty[field] = json!("");
    }
    ward.fails("KeepCrisisPlan", empty, "crisis.empty");
    ward.fails("KeepCrisisPlan", crisis(&case, json!(vec![calls[0].clone(); 9])), "settlement.too-many");
}

#[test]
fn the_numbers_of_the_rules_can_be_set_and_go_back_to_the_usual() {
    let ward = ward();
    let limits = || ward.call("AlertLimits", json!({}));
    let value = |code: &str| {
        let all = limits();
        let found = all.as_array().into_iter().flatten().find(|l| l["code"] == code).cloned();
        found.map(|l| l["value"].clone()).expect("a known number")
    };
    let silent = || {
        let today = ward.call("Today", json!({"on": "2027-01-04"}));
        today["deadlines"].as_array().into_iter().flatten().filter(|d| d["rule"] == "hospital").count()
    };
    let usual = silent();
    assert!(usual > 0);
    ward.call("KeepAlertLimits", json!({"limits": {"hospital": 52, "after_1": 2}}));
    assert_eq!((value("hospital"), value("after_1"), value("decision")), (json!(52), json!(2), json!(60)));
    assert!(silent() < usual);
    let case = ward.case("関 武");
    ward.call("KeepStay", discharge(&ward, &case, json!("2026-10-30"), "home_alone"));
    assert_eq!(due(&page(&ward, &case))[0], (2, "2026-11-01"), "the next discharge follows them");
    ward.call("KeepAlertLimits", json!({"limits": {}}));
    assert_eq!((value("hospital"), silent()), (json!(8), usual));
    ward.undo();
    assert_eq!(value("hospital"), 52);
    for wrong in [json!({"hospital": 0}), json!({"decision": 9999}), json!({"moon": 1})] {
        ward.fails("KeepAlertLimits", json!({"limits": wrong}), "alert.limit");
    }
}

#[test]
fn days_without_visits_do_not_count_as_a_gap() {
    let ward = ward();
    let today = |on: &str| ward.call("Today", json!({"on": on}));
    let waiting = today("2026-11-20");
    let gaps: Vec<Value> = waiting["gaps"].as_array().cloned().unwrap_or_default();
    let meets = gaps.iter().find(|gap| gap["sentence"].as_str().is_some_and(|s| s.starts_with("対面から")));
    let case = meets.map(|gap| gap["case_id"].clone()).expect("somebody waits");
    let days = |on: &str| {
        let sheet = today(on);
        let found =
            sheet["gaps"].as_array().into_iter().flatten().find(|gap| gap["case_id"] == case).cloned();
        found.and_then(|gap| gap["days"].as_i64())
    };
    let before = days("2026-11-20");
    let hospital = ward.call("CasePage", json!({"case_id": case}))["org_id"].clone();
    let keep = |from: Value, to: Value| json!({"org_id": hospital, "from_on": from, "to_on": to});
    ward.fails("KeepVisitClosure", keep(json!("2026-11-18"), json!("2026-11-10")), "closure.order");
    ward.fails("KeepVisitClosure", keep(Value::Null, json!("2026-11-10")), "closure.order");
    ward.call("KeepVisitClosure", keep(json!("2026-11-18"), json!("2026-11-19")));
    assert_eq!(days("2026-11-20"), before.map(|n| n - 2));
    let closure = ward.call("VisitClosure", json!({"org_id": hospital}));
    assert_eq!((&closure["from_on"], &closure["now"]), (&json!("2026-11-18"), &json!(false)));
    ward.undo();
    assert_eq!(days("2026-11-20"), before);
}
