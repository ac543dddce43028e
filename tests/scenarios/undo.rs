//! 元に戻す: whatever was done can be taken back to the last byte, and done again.

mod long;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use susono_tests::{Ward, empty, ward};

type Dump = BTreeMap<String, String>;

/// One of every act that changes records, on a ward with these people. `n` varies what is said.
fn acts(ward: &Ward, people: &[String], n: u32) -> Vec<(&'static str, Value)> {
    let some = |i: u32| people[((n + i) as usize) % people.len()].clone();
    let day = format!("2026-10-{:02}", 1 + n % 28);
    vec![
        ("OpenCase", json!({"family_name": format!("試{n}"), "given_name": "", "family_kana": "", "given_kana": "", "org_id": null,
            "hospital": "試病院", "ward": "1病棟", "identified_on": day, "wish": "外の空気"})),
        ("SetWish", json!({"case_id": some(0), "wish": format!("希望{n}"), "wish_on": null, "wished_place": "駅のそば", "anxieties": ""})),
        ("SetExitLine", json!({"case_id": some(1), "key": "daytime", "wish": format!("畑{n}"), "idea": "", "org_id": null, "certainty": "idea"})),
        ("MoveStage", json!({"case_id": some(2), "stage": "planning", "from_on": "2026-11-01", "reason": format!("合意{n}")})),
        ("KeepStay", json!({"case_id": some(2), "stay_id": null, "org_id": null, "hospital": "試病院", "ward": "", "room": "", "admitted_on": "2020-04",
            "admission_form": null, "discharged_on": day, "destination": "group_home"})),
        ("KeepDecision", json!({"case_id": some(1), "decision_id": null, "service": "community_transition_support", "from_on": day,
            "to_on": "2027-03-31", "ended_on": null, "end_reason": ""})),
        ("HoldCase", json!({"case_id": some(3), "from_on": day, "reason": "wavering", "review_on": null, "note": ""})),
        ("EndHold", json!({"case_id": some(3), "to_on": "2026-11-02"})),
        ("MoveStage", json!({"case_id": some(3), "stage": "closed", "from_on": "2026-11-02", "reason": "settled"})),
        ("WriteContact", json!({"case_ids": [some(0), some(1)], "plan_id": null, "on": day, "minutes": null, "method": "interview_hospital",
            "counterparts": ["person"], "text": format!("髙橋\n「{n}」\\ \"quoted\" 𠮷\u{e0100}"), "next_step": {"text": "次へ", "due_on": day},
            "outcome": null, "draft_place": null})),
        ("WriteContact", json!({"case_ids": [], "plan_id": null, "on": day, "minutes": 7, "method": "phone", "counterparts": ["hospital"],
            "text": format!("電話{n} @{} さん、#試病院、@{n}", NAMES[n as usize % 5]), "next_step": null, "outcome": null, "draft_place": null,
            "more_steps": [{"text": format!("折り返す{n}"), "due_on": day}]})),
        ("KeepTemplates", json!({"templates": [{"name": format!("型{n}"), "body": "＿＿", "method": "phone", "stage": null}]})),
        ("AddTask", json!({"case_id": some(4), "text": format!("用事{n}"), "due_on": null})),
        ("NoteIssue", json!({"text": format!("気づき{n}"), "tags": ["入口", "病院"]})),
        ("PlanOther", json!({"kind": "accompany", "title": "買い物", "on": "2026-11-12", "start": "10:00", "end": "11:00", "case_id": some(0)})),
        ("PlanVisit", json!({"org_id": null, "org_name": "試病院", "ward": "1病棟", "on": "2026-11-02", "start": null, "end": null,
            "purposes": ["interview"], "case_ids": [some(0), some(2)]})),
        ("RecordSupport", json!({"kind": "backup", "on": day, "org_id": null, "org_name": "試相談室", "theme": format!("助言{n}"), "minutes": 30})),
        ("RecordPublication", json!({"month": "2026-10", "kind": "newsletter", "title": format!("たより{n}")})),
    ]
    .into_iter()
    .chain(later_acts(ward, n))
    .collect()
}

/// Acts on what acts before have left: corrections and ticks.
fn later_acts(ward: &Ward, n: u32) -> Vec<(&'static str, Value)> {
    let mut acts = Vec::new();
    let today = ward.call("Today", json!({"on": null}));
    if let Some(task) = today["tasks"].as_array().and_then(|tasks| tasks.first()) {
        acts.push(("FinishTask", json!({"task_id": task["id"], "done_on": "2026-11-02"})));
    }
    if let Some(plan) = today["plans"].as_array().and_then(|plans| plans.first()) {
        acts.push((
            "MovePlan",
            json!({"plan_id": plan["id"], "on": "2026-11-20", "start": "09:00", "end": null}),
        ));
    }
    let loose = ward.call("Activities", json!({"fiscal_year": 2026}))["loose"].clone();
    if let Some(note) = loose.as_array().and_then(|notes| notes.first()) {
        acts.push((
            "ReviseContact",
            json!({"contact_id": note["id"], "on": "2026-10-01", "minutes": null, "method": "phone",
            "counterparts": ["family"], "text": format!("訂正{n}"), "reason": "書き直し"}),
        ));
    }
    acts.extend(acts_on_notes(ward, &today, &loose));
    acts
}

/// Acts on what a note has gone through: bringing a version back, throwing things away, taking them out of the bin.
fn acts_on_notes(ward: &Ward, today: &Value, loose: &Value) -> Vec<(&'static str, Value)> {
    let mut acts = Vec::new();
    if let Some(note) = loose.as_array().and_then(|notes| notes.last()) {
        acts.push(("RestoreVersion", json!({"contact_id": note["id"], "number": 1})));
        acts.push(("ThrowAway", json!({"kind": "contact", "record_id": note["id"]})));
    }
    if let Some(task) = today["tasks"].as_array().and_then(|tasks| tasks.last()) {
        acts.push(("ThrowAway", json!({"kind": "task", "record_id": task["id"]})));
    }
    if let Some(thrown) = ward.call("Trash", json!({}))["items"].as_array().and_then(|items| items.last()) {
        acts.push(("TakeBack", json!({"trash_id": thrown["id"]})));
    }
    acts
}

fn people(ward: &Ward) -> Vec<String> {
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    list["lines"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|l| l["id"].as_str())
        .map(str::to_owned)
        .collect()
}

const NAMES: [&str; 5] = ["あ", "い", "う", "え", "お"];

fn open_case(ward: &Ward, name: &str) {
    ward.call(
        "OpenCase",
        json!({"family_name": name, "given_name": "", "family_kana": "", "given_kana": "", "org_id": null, "hospital": "試病院",
            "ward": "", "identified_on": "2026-04-01", "wish": ""}),
    );
}

fn small_ward() -> Ward {
    let ward = empty();
    for name in NAMES {
        open_case(&ward, name);
    }
    ward
}

#[test]
fn one_of_every_act_is_taken_back_and_done_again() {
    let ward = ward();
    let people = people(&ward);
    let mut dumps = vec![ward.records()];
    let mut names = Vec::new();
    for round in 0..2 {
        for (name, input) in acts(&ward, &people, round) {
            if ward.try_call(name, input).is_ok() {
                names.push(name);
                dumps.push(ward.records());
            }
        }
    }
    assert!(names.len() >= 25, "most acts are possible: {names:?}");
    for (i, name) in names.iter().enumerate().rev() {
        assert_eq!(
            ward.call("UndoState", json!({}))["undo"],
            json!(words::ja(&format!("act.{name}"))),
            "{name} is named"
        );
        ward.undo();
        assert_eq!(ward.records(), dumps[i], "{name} is taken back");
    }
    for (i, name) in names.iter().enumerate() {
        ward.redo();
        assert_eq!(ward.records(), dumps[i + 1], "{name} is done again");
    }
    ward.fails("Redo", json!({}), "undo.nothing");
    assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new());
}

/// What a story of acts, undo and redo should leave: the dumps before and after the point where it stands.
struct Model {
    past: Vec<Dump>,
    future: Vec<Dump>,
}

fn step(ward: &Ward, people: &[String], model: &mut Model, choice: u8, n: u32) {
    match choice {
        0..=9 => {
            let acts = acts(ward, people, n);
            let (name, input) = &acts[n as usize % acts.len()];
            if ward.try_call(name, input.clone()).is_ok() {
                model.past.push(ward.records());
                model.future.clear();
            }
        }
        10..=15 => {
            for _ in 0..=n % 4 {
                if model.past.len() == 1 {
                    ward.fails("Undo", json!({}), "undo.nothing");
                    break;
                }
                ward.undo();
                model.future.extend(model.past.pop());
            }
        }
        _ => {
            for _ in 0..=n % 3 {
                match model.future.pop() {
                    Some(dump) => {
                        ward.redo();
                        model.past.push(dump);
                    }
                    None => {
                        ward.fails("Redo", json!({}), "undo.nothing");
                        break;
                    }
                }
            }
        }
    }
    assert_eq!(Some(&ward.records()), model.past.last(), "after choice {choice} with {n}");
}

#[test]
fn any_story_of_acts_undo_and_redo_stands_where_it_should() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let mut runner =
        TestRunner::new_with_rng(Config { cases: 16, failure_persistence: None, ..Config::default() }, rng);
    let story = prop::collection::vec((0_u8..20, 0_u32..200), 1..20);
    runner
        .run(&story, |steps| {
            let ward = empty();
            let mut model = Model { past: vec![ward.records()], future: Vec::new() };
            for name in NAMES {
                open_case(&ward, name);
                model.past.push(ward.records());
            }
            let people = people(&ward);
            for (choice, n) in steps {
                step(&ward, &people, &mut model, choice, n);
            }
            assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new(), "the index is whole");
            Ok(())
        })
        .unwrap();
}

#[test]
fn undo_writes_a_version_and_erases_none() {
    let ward = small_ward();
    let case = people(&ward)[0].clone();
    let note = json!({"case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [],
        "text": "一", "next_step": null, "outcome": null, "draft_place": null});
    let id = ward.call("WriteContact", note)[0].clone();
    ward.call("ReviseContact", json!({"contact_id": id, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [], "text": "二",
        "reason": "訂正"}));
    ward.undo();
    let contact: domain::measure::Id = serde_json::from_value(id).unwrap();
    let kept = ward.house().read(|reader| Ok(reader.revisions(&contact)?)).unwrap();
    let texts: Vec<String> = kept
        .iter()
        .map(|(_, _, body)| {
            serde_json::from_str::<Value>(body).unwrap()["text"].as_str().unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(texts, ["一", "二"], "what was corrected, and what was taken back");
}

#[test]
fn a_new_act_ends_what_could_be_done_again_and_a_refused_one_does_not() {
    let ward = small_ward();
    let state = || ward.call("UndoState", json!({}));
    ward.call("NoteIssue", json!({"text": "一", "tags": []}));
    ward.undo();
    assert_eq!(state()["redo"], "気づき");
    ward.fails("NoteIssue", json!({"text": "", "tags": []}), "issue.empty");
    ward.call("KeepDraft", json!({"place": "issue", "body": "書きかけ"}));
    assert_eq!(state()["redo"], "気づき", "neither a refusal nor typing ends it");
    ward.call("AddTask", json!({"case_id": null, "text": "用事", "due_on": null}));
    assert_eq!(state()["redo"], Value::Null);
    ward.fails("Redo", json!({}), "undo.nothing");
}

#[test]
fn settings_are_kept_apart_from_undo() {
    let ward = small_ward();
    let before = ward.call("UndoState", json!({}));
    let mut settings = ward.call("Settings", json!({}));
    assert_eq!(
        (&settings["demo"], &settings["lock_minutes"], &settings["eras"]),
        (&json!(false), &json!(5), &json!("wareki"))
    );
    settings.as_object_mut().unwrap().remove("demo");
    settings["language"] = json!("en");
    settings["aim"] = json!("一人ずつ、ていねいに");
    settings["text_size"] = json!("largest");
    settings["lock_minutes"] = json!(10);
    ward.call("KeepSettings", settings.clone());
    let mut kept = ward.call("Settings", json!({}));
    kept.as_object_mut().unwrap().remove("demo");
    assert_eq!(kept, settings);
    assert_eq!(ward.call("Today", json!({"on": null}))["aim"], "一人ずつ、ていねいに");
    assert_ne!(ward.call("UndoState", json!({})), before, "names of acts follow the language");
    settings["language"] = json!("ja");
    ward.call("KeepSettings", settings.clone());
    assert_eq!(ward.call("UndoState", json!({})), before);
    settings["lock_minutes"] = json!(0);
    ward.fails("KeepSettings", settings.clone(), "settings.lock");
    settings["lock_minutes"] = json!(5);
    settings["curtain_seconds"] = json!(5);
    ward.fails("KeepSettings", settings, "settings.curtain");
}

#[test]
fn every_act_is_in_the_log_without_a_word_of_what_was_written() {
    let ward = small_ward();
    ward.call("NoteIssue", json!({"text": "橋渡しの人がいない", "tags": []}));
    ward.call("KeepDraft", json!({"place": "issue", "body": "書きかけ"}));
    ward.undo();
    let (log, broken) = ward.house().read(|reader| Ok((reader.log()?, reader.log_break()?))).unwrap();
    let events: Vec<&str> = log.iter().map(|row| row.event.as_str()).skip(NAMES.len()).collect();
    assert_eq!(events, ["NoteIssue", "Undo"], "typing is not logged, taking back is");
    assert_eq!(broken, None, "each row follows from the row before");
    assert!(log.iter().all(|row| !row.object.contains("橋渡し") && row.result == "done"));
}
