//! The main job from a terminal in one sitting: a year in, a new person, notes on a ward, the next visit, a report out
//! in which nobody can be found, and everything safe at the end.

use super::terminal::{Desk, practice};
use chrono::NaiveDate;
use cli::DONE;
use report::attack::{Secrets, read, search};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use susono_tests::practice_pack;

/// Rows of a file of the practice pack, by column.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let bytes = &practice_pack()[file];
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    csv::Reader::from_reader(bytes).deserialize().map(|row| row.expect("our own files are CSV")).collect()
}

fn hospitals() -> Vec<String> {
    let hospitals = rows("organisations.csv").into_iter().filter(|o| o["type"].ends_with("_hospital"));
    hospitals.map(|o| o["name"].split('（').next().unwrap_or_default().to_owned()).collect()
}

/// Whom an outsider looks for, straight from the pack and what was typed here, not from the store.
fn everybody(level: &str) -> Secrets {
    let mut secrets = Secrets::default();
    let cases = rows("cases.csv");
    assert_eq!(cases.len(), 24);
    for case in &cases {
        for (family, given) in [("family_name", "given_name"), ("family_kana", "given_kana")] {
            let (family, given) = (&case[family], &case[given]);
            secrets.whole.extend([format!("{family}{given}"), format!("{given}{family}")]);
        }
        secrets.whole.extend(case["aliases"].split(';').map(str::to_owned));
        secrets.whole.push(case["case_id"].clone());
        secrets.lone.extend([case["family_name"].clone(), case["given_name"].clone()]);
        secrets.births.extend(NaiveDate::parse_from_str(&case["birth_date"], "%Y-%m-%d").ok());
    }
    secrets.whole.extend(rows("admissions.csv").into_iter().map(|stay| stay["chart_no"].clone()));
    secrets.whole.extend(["新井まこと", "まこと新井", "あらいまこと"].map(str::to_owned));
    if level == "public" {
        secrets.places = hospitals();
    }
    for list in [&mut secrets.whole, &mut secrets.lone] {
        list.retain(|word| !word.is_empty());
    }
    // Words that a report must be able to say, although names lie in them.
    secrets.fixed_words = ["はじめの会", "原則", "関係機関", "実人数"].map(str::to_owned).into();
    secrets
}

/// The figures of the year as the golden answers have them.
fn golden() -> Value {
    let path = susono_tests::project().join("tests/golden/figures-2025.json");
    serde_json::from_slice(&std::fs::read(path).expect("the figures are there")).expect("they are JSON")
}

/// Reads a finished report as an outsider: the figures are there, nobody is.
fn judge(desk: &Desk, level: &str) {
    let bytes = std::fs::read(desk.path(&format!("{level}.pdf"))).expect("the report was written");
    let paper = read(&bytes).expect("the report can be read");
    let text: String = paper.pages.concat().split_whitespace().collect();
    let golden = golden();
    let persons = &golden["persons"];
    let contacts = &golden["contacts"];
    let interviews = &contacts["by_method"]["interview_hospital"]["total"];
    for figure in [&persons["distinct"], &persons["open_at_end"], &contacts["total"], interviews] {
        assert!(text.contains(&figure.to_string()), "{level}: {figure} is missing");
    }
    let sentence = format!("年度末現在{}名を支援している", persons["open_at_end"]);
    assert!(text.contains(&sentence), "{level}: {sentence}");

    let found = search(&paper, &everybody(level));
    assert!(found.is_empty(), "{level}: {found:?}");
    let places = Secrets { places: hospitals(), ..Secrets::default() };
    assert_eq!(
        search(&paper, &places).is_empty(),
        level == "public",
        "the eye that found nobody finds what is there"
    );
    for code in (1..=24).map(|n| format!("C{n:02}")) {
        assert!(!text.contains(&code), "{level} shows {code}");
    }
    for hospital in hospitals() {
        assert_eq!(text.contains(&hospital), level != "public", "{hospital} at {level}");
    }

    let beside = std::fs::read(desk.path(&format!("{level}.json"))).expect("the figures were written");
    let beside: Value = serde_json::from_slice(&beside).expect("they are JSON");
    let expected = json!({"active": persons["open_at_end"], "new": persons["new"], "discharged": 7, "closed": persons["closed"],
        "distinct": persons["distinct"]});
    assert_eq!(beside["headline"], expected);
    assert_eq!(audit::audit(&beside.to_string()).expect("they can be read"), [], "{level} can be worked out");
    let methods =
        beside["tables"].as_array().into_iter().flatten().find(|t| t["id"] == "3").expect("table 3");
    let total = methods["cells"].as_array().and_then(|rows| rows.last()).expect("a total");
    assert_eq!((&total[12], &total[13]), (&contacts["total"], &contacts["minutes"]));
}

#[test]
fn the_whole_job_can_be_done_from_a_terminal() {
    let desk = Desk::bare();
    let call = |name: &str, input: Value| {
        desk.says(&["call", name, &input.to_string()]).with(DONE).json()["value"].clone()
    };
    desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
    desk.says(&["import-pack", &practice()]).with(DONE);

    // A new person, and the first note about her.
    let person = call(
        "OpenCase",
        json!({"family_name": "新井", "given_name": "まこと", "family_kana": "あらい", "given_kana": "まこと", "org_id": null,
            "hospital": "つばきヶ原病院", "ward": "5病棟", "identified_on": "2026-11-02", "wish": "窓のある部屋"}),
    );
    let note = |cases: Value, plan: &Value, text: &str| {
        json!({"case_ids": cases, "plan_id": plan, "on": "2026-11-02", "minutes": null, "method": "interview_hospital",
            "counterparts": ["person"], "text": text, "next_step": null, "outcome": null, "draft_place": null})
    };
    call(
        "WriteContact",
        note(json!([person]), &Value::Null, "「梟の置物がある家がいい」と小さな声で話された。"),
    );

    // Three people in one visit.
    let list = call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let case = |name: &str| {
        let line = list["lines"].as_array().into_iter().flatten().find(|line| line["name"] == name);
        line.unwrap_or_else(|| panic!("{name} is not there"))["id"].clone()
    };
    let three = ["平 良子", "堀 昭三", "小林 健吾"].map(case);
    let hospital = call("Organisations", json!({"filter": "つばきヶ原病院"}))[0]["id"].clone();
    let visit = |on: &str| {
        let input = json!({"org_id": hospital, "org_name": "", "ward": "5病棟", "on": on, "start": "09:30", "end": "12:00",
            "purposes": ["interview"], "case_ids": three});
        call("PlanVisit", input)
    };
    let today = visit("2026-11-02");
    for (person, text) in three.iter().zip(["散歩の話。", "痛みがあり短く。", "物件の写真を見る。"])
    {
        call("WriteContact", note(json!([person]), &today, text));
    }
    let page = call("VisitPage", json!({"plan_id": today}));
    assert_eq!((&page["plan"]["written"], &page["plan"]["persons"]), (&json!(3), &json!(3)));
    call("FinishPlan", json!({"plan_id": today, "result": "done", "reason": ""}));

    // The next visit, and a meeting that belongs to nobody's case.
    let next = visit("2026-11-05");
    let week = call("Week", json!({"from": "2026-11-02"})).to_string();
    assert!(week.contains(next.as_str().expect("the plan")), "the next visit is in the week: {week}");
    call(
        "RecordActivity",
        json!({"kind": "hospital_meeting", "on": "2026-11-02", "minutes": 60, "name": "病棟との打合せ", "participants": 9, "medical": 6,
            "support": 2, "municipal": 1, "peer_family": null, "housing": null, "other": null, "partner_role": "joint",
            "content": "役割分担", "decisions": "", "area": null}),
    );

    // The year's report leaves, and an outsider reads it.
    for level in ["municipal", "public"] {
        let (pdf, figures) = (desk.text(&format!("{level}.pdf")), desk.text(&format!("{level}.json")));
        let words = [
            "report",
            "annual",
            "--fiscal-year",
            "2025",
            "--level",
            level,
            "--out",
            &pdf,
            "--figures",
            &figures,
        ];
        desk.says(&words).with(DONE);
        judge(&desk, level);
        assert_eq!(desk.says(&["check-release", &pdf, "--json"]).with(DONE).json()["ok"], true);
    }

    // The note is found, all is whole, and a backup brings it back.
    let found = || desk.says(&["search", "梟の置物", "--json"]).with(DONE).json();
    let hits = found();
    assert_eq!((&hits["total"], &hits["hits"][0]["kind"]), (&json!(1), &json!("contact")));
    desk.says(&["check"]).with(DONE);
    let backup = desk.text("copy.susono-backup");
    desk.says(&["backup", "create", "--out", &backup]).with(DONE);
    desk.says(&["backup", "verify", &backup]).with(DONE);
    call("WriteContact", note(json!([person]), &Value::Null, "梟の置物を棚に飾った。"));
    assert_eq!(found()["total"], 2);
    desk.says(&["backup", "restore", &backup]).with(DONE);
    assert_eq!(found(), hits);
    desk.says(&["check"]).with(DONE);
}
