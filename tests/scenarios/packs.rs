//! Packs in the open format: a whole ward in, a whole store out, or a fault with its place.

mod faults;
mod main_job;
mod paste;
pub(crate) mod terminal;

use app::Event;
use app::exchange::{export, import};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use susono_tests::second_pack::second_pack;
use susono_tests::{Ward, empty, practice_pack, ward};

type Files = BTreeMap<String, Vec<u8>>;

fn exported(ward: &Ward) -> Files {
    export(ward.house()).expect("the store can be written out")
}

/// Rows of a file in an order of their own, with the head first.
fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|r| r.expect("our own files are CSV").iter().map(str::to_owned).collect())
        .collect();
    rows[1..].sort();
    rows
}

/// An export imported into an empty vault and exported again.
fn once_more(files: &Files) -> Files {
    let other = empty();
    other.import(files);
    exported(&other)
}

#[test]
fn a_pack_comes_in_with_all_its_rows() {
    let ward = empty();
    let pack = practice_pack();
    let outcome = import(ward.house(), &ward.around(), &pack).expect("the pack can be read");
    assert!(outcome.faults.is_empty());
    for (name, bytes) in &pack {
        assert_eq!(outcome.imported[name], rows(bytes).len() - 1, "{name}");
    }
    assert!(
        ward.heard().iter().any(|e| matches!(e, Event::Progress { act: "ImportPack", .. })),
        "a long act says how far it is"
    );
    assert!(ward.heard().iter().any(|e| matches!(e, Event::Changed { .. })));
}

#[test]
fn the_practice_pack_comes_back_with_the_same_content() {
    let (pack, back) = (practice_pack(), exported(&ward()));
    let names: Vec<&String> = back.keys().filter(|n| n.ends_with(".csv")).collect();
    assert_eq!(names, pack.keys().collect::<Vec<_>>(), "no file more or less");
    assert!(back.contains_key("schema.json"));
    for (name, bytes) in &pack {
        assert_eq!(rows(&back[name]), rows(bytes), "{name}");
    }
    // Where the pack is already in the order of an export, every byte is the same.
    for name in [
        "organisations.csv",
        "people.csv",
        "cases.csv",
        "holds.csv",
        "programmes.csv",
        "sessions.csv",
        "activities.csv",
        "support_to_others.csv",
        "survey630.csv",
    ] {
        assert_eq!(back[name], pack[name], "{name}");
    }
}

#[test]
fn an_export_taken_in_and_exported_again_is_the_same_to_the_byte() {
    let first = exported(&ward());
    assert!(once_more(&first) == first, "the practice ward");
    for seed in [1, 2, 3, 4] {
        let ward = empty();
        ward.import(&second_pack(seed));
        let first = exported(&ward);
        assert!(once_more(&first) == first, "the ward of seed {seed}");
    }
}

#[test]
fn what_was_written_beyond_a_pack_travels_too() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("NoteIssue", json!({"text": "退院先の家主さんへの説明が足りない", "tags": ["住まい"]}));
    ward.call("AddTask", json!({"case_id": case, "text": "家主さんに電話", "due_on": "2026-11-09"}));
    ward.call(
        "MoveStage",
        json!({"case_id": case, "stage": "housing", "from_on": "2026-11-02", "reason": "物件が決まりそう"}),
    );
    ward.call(
        "MoveStage",
        json!({"case_id": case, "stage": "planning", "from_on": "2026-11-02", "reason": "取り下げ"}),
    );
    let no_case = json!({"case_ids": [], "plan_id": null, "on": "2026-11-02", "minutes": 15, "method": "phone", "counterparts": ["hospital"],
        "text": "病棟師長へ電話", "next_step": null, "outcome": null, "draft_place": null});
    ward.call("WriteContact", no_case);
    let first = exported(&ward);
    for name in ["issues.csv", "tasks.csv", "loose_contacts.csv"] {
        assert!(first.contains_key(name), "{name} is missing");
    }
    assert!(once_more(&first) == first);
    let stages = String::from_utf8(first["stages.csv"].clone()).unwrap();
    assert!(
        stages.contains("planning,2026-11-02"),
        "the last stage of a day is still the last: {}",
        stages.lines().last().unwrap()
    );
}

#[test]
fn what_stood_before_a_correction_names_the_same_person_and_hospital_elsewhere() {
    let before_correction = |ward: &Ward| -> Value {
        let page = ward.call("CasePage", json!({"case_id": ward.case("南 和夫")}));
        let note = page["timeline"].as_array().and_then(|t| t.iter().find(|item| item["revised"] == 1));
        let id = note.map(|item| item["id"].clone()).expect("the corrected note");
        let contact = serde_json::from_value(id).expect("an identity");
        let kept = ward.house().read(|reader| Ok(reader.revisions(&contact)?)).expect("read");
        serde_json::from_str(&kept[0].2).expect("a record")
    };
    let named = |ward: &Ward| (json!(ward.case("南 和夫")), json!(ward.organisation("楠沢病院")));
    let ward = ward();
    let (case, _) = named(&ward);
    let note = json!({"case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": 15, "method": "interview_hospital",
        "counterparts": ["person"], "text": "朝の散歩の話", "next_step": null, "outcome": null, "draft_place": null});
    let id = ward.call("WriteContact", note)[0].clone();
    ward.call(
        "ReviseContact",
        json!({"contact_id": id, "on": "2026-11-02", "minutes": 15, "method": "interview_hospital",
        "counterparts": ["person"], "text": "夕方の散歩の話", "reason": "時刻の誤り"}),
    );
    let (kept, (case, hospital)) = (before_correction(&ward), named(&ward));
    assert_eq!(
        (&kept["case_id"], &kept["org_id"], &kept["text"]),
        (&case, &hospital, &json!("朝の散歩の話"))
    );

    let files = exported(&ward);
    let written = String::from_utf8(files["contact_revisions.csv"].clone()).expect("UTF-8");
    assert!(written.contains("C05") && !written.contains(case.as_str().expect("text")), "{written}");
    let other = empty();
    other.import(&files);
    let (kept, (case, hospital)) = (before_correction(&other), named(&other));
    assert_eq!(
        (&kept["case_id"], &kept["org_id"], &kept["text"]),
        (&case, &hospital, &json!("朝の散歩の話"))
    );
    assert!(exported(&other) == files);
}

#[test]
fn a_second_import_of_the_same_pack_is_refused() {
    let ward = ward();
    let before = ward.records();
    let outcome = import(ward.house(), &ward.around(), &practice_pack()).expect("the pack can be read");
    assert!(outcome.imported.is_empty());
    assert!(outcome.faults.iter().all(|f| f.code == "duplicate_key"), "{:?}", outcome.faults[0]);
    assert!(outcome.fault_count > 1_000 && outcome.faults.len() == 1_000, "{}", outcome.fault_count);
    assert_eq!(ward.records(), before);
}

#[test]
fn an_import_is_one_act_that_can_be_taken_back_and_done_again() {
    let ward = empty();
    let nothing = ward.records();
    ward.import(&second_pack(5));
    let imported = ward.records();
    assert_eq!(ward.undo(), json!("様式の読み込み"));
    assert_eq!(ward.records(), nothing);
    ward.redo();
    assert_eq!(ward.records(), imported);
}

#[test]
fn codes_and_japanese_labels_are_one() {
    let mut labelled = practice_pack();
    let text = String::from_utf8(labelled["contacts.csv"].clone()).unwrap();
    let text = text
        .replace(",interview_hospital,", ",面接(院内),")
        .replace(",person,", ",本人,")
        .replace(",phone,", ",電話,");
    labelled.insert("contacts.csv".into(), text.into_bytes());
    let people = String::from_utf8(labelled["people.csv"].clone()).unwrap().replace(",nurse\r", ",看護師\r");
    labelled.insert("people.csv".into(), people.into_bytes());
    let ward = empty();
    ward.import(&labelled);
    assert!(exported(&ward) == exported(&susono_tests::ward()));
}

#[test]
fn a_pack_may_lack_files_and_have_others() {
    let ward = empty();
    let mut few: Files = practice_pack().into_iter().filter(|(n, _)| n == "organisations.csv").collect();
    few.insert("読んでください.txt".into(), vec![0xFF]);
    ward.import(&few);
    assert_eq!(exported(&ward)["organisations.csv"], practice_pack()["organisations.csv"]);
}
