//! The one door: what every question and act has in common.

use app::{Event, Topic};
use serde_json::json;
use susono_tests::{empty, ward};

/// An act that always succeeds.
fn own_time() -> serde_json::Value {
    json!({"kind": "own", "title": "書類", "on": "2026-11-02", "start": "17:00", "end": null, "case_id": null})
}

#[test]
fn the_list_knows_every_name_once_and_every_entry_can_be_called() {
    let ward = empty();
    let listing = app::contract::listing();
    let mut names: Vec<&str> = listing.iter().map(|entry| entry.name).collect();
    assert!(names.contains(&"WriteContact") && names.contains(&"Report"));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), listing.len());
    for name in names {
        if let Err(failure) = ward.try_call(name, json!({"surplus": 1})) {
            assert_eq!(failure.id, "door.bad-input", "{name} reads its input before anything else");
        } else {
            panic!("{name} takes a field that it does not know");
        }
    }
    ward.fails("Everything", json!({}), "door.unknown-name");
}

#[test]
fn a_bad_field_is_named_and_what_was_typed_is_not_repeated() {
    let ward = ward();
    let mut input = own_time();
    input["on"] = json!("髙橋さんの日");
    let failure = ward.fails("PlanOther", input, "door.bad-input");
    assert_eq!(failure.field.as_deref(), Some("on"));
    assert!(!failure.sentence.contains("髙橋"), "{}", failure.sentence);
}

#[test]
fn a_refusal_speaks_the_language_of_the_settings() {
    let ward = ward();
    let refused = json!({"plan_id": ward.case("南 和夫"), "result": "done", "reason": ""});
    assert!(ward.fails("FinishPlan", refused.clone(), "plan.unknown").sentence.contains("予定"));
    let mut settings = ward.call("Settings", json!({}));
    settings["language"] = json!("en");
    settings.as_object_mut().expect("settings are an object").remove("demo");
    ward.call("KeepSettings", settings);
    assert!(ward.fails("FinishPlan", refused, "plan.unknown").sentence.starts_with("This plan"));
}

#[test]
fn every_act_leaves_one_row_in_the_log_and_no_name_in_it() {
    let ward = ward();
    let rows = |ward: &susono_tests::Ward| {
        ward.house().read(|reader| Ok(reader.log()?)).expect("the log can be read")
    };
    let before = rows(&ward).len();
    let minami = ward.case("南 和夫");
    ward.call("AddTask", json!({"case_id": minami, "text": "南さんのGHへ電話", "due_on": null}));
    ward.call("Today", json!({"on": null}));
    ward.call("KeepDraft", json!({"place": "case", "body": "書きかけ"}));
    ward.fails("PlanOther", json!({}), "door.bad-input");
    let after = rows(&ward);
    assert_eq!(after.len(), before + 1, "questions, drafts and refusals leave none");
    let row = &after[before];
    assert_eq!((row.event.as_str(), row.object.as_str()), ("AddTask", minami.as_str()));
    assert!(!format!("{after:?}").contains('南'), "the log names nobody");
    let broken = ward.house().read(|reader| Ok(reader.log_break()?)).expect("the log can be read");
    assert_eq!(broken, None, "each row is chained to the one before");
}

#[test]
fn an_act_says_what_changed_and_a_question_changes_nothing() {
    let ward = ward();
    let reply = ward.reply("PlanOther", own_time());
    assert_eq!(reply.changed, [Topic::Plans, Topic::Undo]);
    let generation = ward.house().generation();
    assert_eq!(ward.reply("Week", json!({"from": "2026-11-02"})).changed, []);
    assert_eq!(ward.house().generation(), generation);
}

#[test]
fn a_long_act_can_be_stopped_on_the_way_and_leaves_nothing() {
    let ward = empty();
    let before = ward.records();
    let progress = ward.house().progress("Count");
    assert!(progress.step(1, 3).is_ok());
    ward.house().cancel().stop();
    assert_eq!(progress.step(2, 3).map_err(|failure| failure.id), Err("act.stopped".to_owned()));
    let later = ward.house().progress("Count");
    assert!(later.step(1, 3).is_ok(), "what begins later is not meant");
    assert_eq!(ward.heard().len(), 3);
    assert_eq!(ward.heard()[0], Event::Progress { act: "Count", done: 1, total: 3 });
    assert_eq!(ward.records(), before);
}
