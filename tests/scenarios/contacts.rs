//! Notes: what is enough to save one, what is filled in, and what a correction keeps.

use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn note(cases: &[&str], text: &str) -> Value {
    json!({"case_ids": cases, "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [], "text": text,
        "next_step": null, "outcome": null, "draft_place": null})
}

fn with(mut input: Value, field: &str, value: Value) -> Value {
    input[field] = value;
    input
}

fn newest(ward: &Ward, case: &str) -> Value {
    ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 1}))[0].clone()
}

/// A row of the records by its file and the text of one of its cells.
fn row(ward: &Ward, file: &str, holds: &str) -> Vec<(String, String)> {
    let records = ward.records();
    let text = records.get(file).unwrap_or_else(|| panic!("{file} is not written"));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a file has a head").clone();
    let found = reader.records().flatten().find(|row| row.iter().any(|cell| cell == holds));
    let found = found.unwrap_or_else(|| panic!("no row of {file} holds {holds}"));
    head.iter().map(str::to_owned).zip(found.iter().map(str::to_owned)).collect()
}

fn cell(row: &[(String, String)], name: &str) -> String {
    row.iter().find(|(head, _)| head == name).map(|(_, cell)| cell.clone()).unwrap_or_default()
}

#[test]
fn text_alone_is_a_note() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("WriteContact", note(&[&case], "廊下で会釈。"));
    let item = newest(&ward, &case);
    assert_eq!(
        (&item["text"], &item["method"], &item["minutes"]),
        (&json!("廊下で会釈。"), &Value::Null, &Value::Null)
    );
    for nothing in ["", "  \n　"] {
        assert_eq!(
            ward.fails("WriteContact", note(&[&case], nothing), "contact.empty").field.as_deref(),
            Some("text")
        );
    }
    ward.fails("WriteContact", with(note(&[&case], "明日"), "on", json!("2026-11-03")), "contact.future");
    ward.fails("WriteContact", with(note(&[&case], "長い"), "minutes", json!(1441)), "contact.minutes");
    ward.fails("WriteContact", with(note(&[&case], "烽火"), "method", json!("smoke")), "contact.method");
    ward.fails(
        "WriteContact",
        with(note(&[&case], "だれ"), "counterparts", json!(["nobody"])),
        "contact.counterpart",
    );
    ward.fails("WriteContact", note(&["0192f0c1-2a57-7000-8000-000000000001"], "だれ"), "case.unknown");
}

#[test]
fn minutes_that_nobody_typed_are_the_usual_ones_and_marked() {
    let ward = ward();
    let case = ward.case("南 和夫");
    for (method, typed, minutes, estimated) in [
        ("interview_hospital", Value::Null, "30", "1"),
        ("phone", Value::Null, "10", "1"),
        ("meeting", Value::Null, "", "0"),
        ("phone", json!(25), "25", "0"),
        ("interview_hospital", json!(0), "0", "0"),
    ] {
        let text = format!("{method} {typed}");
        let input = with(with(note(&[&case], &text), "method", json!(method)), "minutes", typed);
        ward.call("WriteContact", input);
        let row = row(&ward, "contacts.csv", &text);
        assert_eq!(
            (cell(&row, "minutes").as_str(), cell(&row, "minutes_estimated").as_str()),
            (minutes, estimated),
            "{text}"
        );
    }
}

#[test]
fn a_late_entry_keeps_the_day_of_the_contact_and_the_moment_of_writing() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call(
        "WriteContact",
        with(note(&[&case], "先月の電話を思い出して記す。"), "on", json!("2026-10-05")),
    );
    let row = row(&ward, "contacts.csv", "先月の電話を思い出して記す。");
    let read = |name: &str| cell(&row, name);
    assert_eq!(
        (read("date"), read("written_at"), read("source")),
        ("2026-10-05".into(), "2026-11-02T09:00:00+09:00".into(), "later".into())
    );
    assert_eq!(read("stage_at_time"), "preparation", "the stage is that of the day of the contact");
}

#[test]
fn one_act_for_several_people_is_one_note_each_sharing_the_visit() {
    let ward = ward();
    let before = ward.records();
    let people = [ward.case("南 和夫"), ward.case("関 武"), ward.case("岡 千代子")];
    let cases: Vec<&str> = people.iter().map(String::as_str).collect();
    let input = with(
        with(note(&cases, "三人で花壇の手入れ。"), "method", json!("interview_hospital")),
        "counterparts",
        json!(["person"]),
    );
    let written = ward
        .call("WriteContact", with(input, "next_step", json!({"text": "種を買う", "due_on": "2026-11-09"})));
    assert_eq!(written.as_array().map(Vec::len), Some(3));
    let records = ward.records();
    let shared: Vec<&str> =
        records["contacts.csv"].lines().filter(|line| line.contains("三人で花壇")).collect();
    assert_eq!(shared.len(), 3, "one row for each person");
    let visit = cell(&row(&ward, "contacts.csv", "三人で花壇の手入れ。"), "visit_id");
    assert!(!visit.is_empty() && shared.iter().all(|line| line.contains(&visit)), "they share a visit");
    for case in &people {
        let item = newest(&ward, case);
        assert_eq!(
            (&item["text"], &item["next_step"], &item["place"]),
            (&json!("三人で花壇の手入れ。"), &json!("種を買う"), &json!("楠沢病院"))
        );
    }
    let tasks = ward.call("Today", json!({"on": null}))["tasks"].clone();
    assert_eq!(tasks.as_array().into_iter().flatten().filter(|task| task["text"] == "種を買う").count(), 3);
    ward.undo();
    assert_eq!(ward.records(), before, "one undo takes all of it back");
}

#[test]
fn a_note_of_a_visit_says_how_it_went() {
    let ward = ward();
    let (case, other) = (ward.case("南 和夫"), ward.case("関 武"));
    let plan = ward.call(
        "PlanVisit",
        json!({"org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "", "on": "2026-11-02",
        "start": null, "end": null, "purposes": [], "case_ids": [case]}),
    );
    ward.call("WriteContact", with(note(&[&case], "話せた。"), "plan_id", plan.clone()));
    let unplanned =
        with(with(note(&[&other], "入浴中とのこと。"), "plan_id", plan.clone()), "outcome", json!("away"));
    ward.call("WriteContact", unplanned);
    let page = ward.call("VisitPage", json!({"plan_id": plan}));
    let persons: Vec<(&Value, &Value, &Value)> = page["persons"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|p| (&p["case_id"], &p["outcome"], &p["contact"]["text"]))
        .collect();
    assert!(persons.contains(&(&json!(case), &json!("met"), &json!("話せた。"))), "{persons:?}");
    assert!(persons.contains(&(&json!(other), &json!("away"), &json!("入浴中とのこと。"))), "{persons:?}");
}

#[test]
fn a_note_without_a_case_stands_among_the_activities() {
    let ward = ward();
    ward.call(
        "WriteContact",
        with(note(&[], "病棟の廊下で看護師長と立ち話。"), "counterparts", json!(["hospital"])),
    );
    let loose = ward.call("Activities", json!({"fiscal_year": 2026}))["loose"].clone();
    assert_eq!(loose[0]["text"], "病棟の廊下で看護師長と立ち話。");
}

#[test]
fn a_correction_is_a_new_version_with_its_reason() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let text = "髙橋さんと葛󠄀城へ。\n１２０／８０、ｸﾞﾙｰﾌﾟ。";
    let id = ward.call("WriteContact", note(&[&case], text))[0].clone();
    assert_eq!(newest(&ward, &case)["text"], text, "text stays as it was written");
    let mut new = json!({"contact_id": id, "on": "2026-11-01", "minutes": null, "method": "phone", "counterparts": ["family"],
        "text": "姉と電話。", "reason": " "});
    ward.fails("ReviseContact", new.clone(), "contact.no-reason");
    new["reason"] = json!("日付と相手の誤り");
    ward.at("2026-11-02T17:30+09:00").call("ReviseContact", new.clone());
    let item = newest(&ward, &case);
    assert_eq!(
        (&item["text"], &item["on"], &item["minutes"], &item["revised"]),
        (&json!("姉と電話。"), &json!("2026-11-01"), &json!(10), &json!(1))
    );
    assert_eq!(item["written_at"], "2026-11-02T09:00:00+09:00", "the moment of writing stays");
    let contact: domain::measure::Id = serde_json::from_value(id).unwrap();
    let kept = ward.house().read(|reader| Ok(reader.revisions(&contact)?)).unwrap();
    assert_eq!(
        (kept.len(), kept[0].0.as_str(), kept[0].1.as_str()),
        (1, "2026-11-02T17:30:00+09:00", "日付と相手の誤り")
    );
    let body: Value = serde_json::from_str(&kept[0].2).unwrap();
    assert_eq!((&body["text"], &body["on_date"]), (&json!(text), &json!("2026-11-02")));
    new["contact_id"] = json!("0192f0c1-2a57-7000-8000-000000000001");
    ward.fails("ReviseContact", new, "contact.unknown");
}

#[test]
fn a_step_from_a_note_is_a_task_until_it_is_done() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call(
        "WriteContact",
        with(
            note(&[&case], "体験宿泊の話。"),
            "next_step",
            json!({"text": "日取りを聞く", "due_on": "2026-11-10"}),
        ),
    );
    let task = || {
        let page = ward.call("CasePage", json!({"case_id": case}));
        page["tasks"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|task| task["text"] == "日取りを聞く")
            .cloned()
            .expect("the page shows it")
    };
    assert_eq!((task()["days"].clone(), task()["done_on"].clone()), (json!(8), Value::Null));
    ward.fails("FinishTask", json!({"task_id": task()["id"], "done_on": "2026-11-03"}), "task.future");
    ward.call("FinishTask", json!({"task_id": task()["id"], "done_on": "2026-11-02"}));
    assert_eq!(task()["done_on"], "2026-11-02");
    ward.call("FinishTask", json!({"task_id": task()["id"], "done_on": null}));
    assert_eq!(task()["done_on"], Value::Null, "ticked by mistake, it is open again");
    ward.fails("AddTask", json!({"case_id": null, "text": " ", "due_on": null}), "task.empty");
}

#[test]
fn what_is_being_typed_is_kept_until_it_is_recorded() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let place = format!("case/{case}");
    let before = ward.call("UndoState", json!({}));
    let saved =
        ward.at("2026-11-02T10:42+09:00").reply("KeepDraft", json!({"place": place, "body": "書きかけの"}));
    assert_eq!(
        (saved.value, saved.changed.len()),
        (json!("2026-11-02T10:42:00+09:00"), 0),
        "no screen asks anew at a pause"
    );
    assert_eq!(ward.call("CasePage", json!({"case_id": case}))["draft"], "書きかけの");
    assert_eq!(ward.call("UndoState", json!({})), before, "typing is nothing to undo");
    ward.call("WriteContact", with(note(&[&case], "書きかけの記録。"), "draft_place", json!(place)));
    assert_eq!(ward.call("Draft", json!({"place": place})), Value::Null);
    ward.call("KeepDraft", json!({"place": "issue", "body": "あ"}));
    ward.call("KeepDraft", json!({"place": "issue", "body": ""}));
    assert_eq!(ward.call("Draft", json!({"place": "issue"})), Value::Null, "emptied is dropped");
}

#[test]
fn the_timeline_holds_everything_once_and_newest_first() {
    let ward = ward();
    let case = ward.case("髙橋 正一");
    let page = ward.call("CasePage", json!({"case_id": case}));
    let total = page["timeline_total"].as_u64().expect("a number");
    let mut all: Vec<Value> = Vec::new();
    while let Value::Array(some) =
        ward.call("Timeline", json!({"case_id": case, "offset": all.len(), "limit": 30}))
    {
        if some.is_empty() {
            break;
        }
        all.extend(some);
    }
    assert_eq!(all.len() as u64, total);
    let days: Vec<&str> = all.iter().filter_map(|item| item["on"].as_str()).collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "newest first");
    for kind in ["contact", "stage", "admission", "discharge"] {
        assert!(all.iter().any(|item| item["kind"] == kind), "{kind}");
    }
    let mut ids: Vec<(&str, &str)> =
        all.iter().filter_map(|i| Some((i["kind"].as_str()?, i["id"].as_str()?))).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len(), "nothing twice");
}
