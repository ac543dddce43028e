//! 仮名面: the whole contract answered with codes, so that a screen can be shown to others.

use app::contract::listing;
use redaction::{Client, Part, Person, Register, folded, written};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use susono_tests::{Ward, practice_pack, ward};

/// Rows of a file of the practice pack, by their head.
fn rows(file: &str) -> Vec<csv::StringRecord> {
    let pack = practice_pack();
    let bytes = pack[file].strip_prefix("\u{feff}".as_bytes()).expect("a mark at the start");
    let rows: Result<Vec<_>, _> = csv::Reader::from_reader(bytes).into_records().collect();
    rows.expect("the pack is readable")
}

/// Every written form of every name of the practice ward: of clients, and of the people of the directory.
fn forms() -> Vec<(String, Part)> {
    let client = |row: &csv::StringRecord| Client {
        family: row[1].into(),
        given: row[2].into(),
        family_kana: row[3].into(),
        given_kana: row[4].into(),
        aliases: row[5].split(';').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        birth: None,
    };
    let clients: Vec<Client> = rows("cases.csv").iter().map(client).collect();
    assert_eq!(clients.len(), 24, "the practice ward");
    let person = |row: &csv::StringRecord| Person {
        name: row[1].into(),
        kana: row[2].into(),
        job: redaction::Job::Staff,
    };
    let people = rows("people.csv").iter().map(person).collect();
    let all = written(&Register { clients, people, ..Register::default() });
    all.into_iter().map(|form| (folded(&form.text), form.part)).collect()
}

/// Forms that stand in an answer: whole names and other names anywhere, a surname or given name of two letters and
/// more where さん, 様 or a job follows.
fn names_in(answer: &Value, forms: &[(String, Part)]) -> BTreeSet<String> {
    const BESIDE: &[&str] = &["さん", "様", "氏", "看護師", "医師", "主治医", "相談員", "psw"];
    let text = folded(&answer.to_string());
    let short = |form: &str| BESIDE.iter().any(|beside| text.contains(&format!("{form}{beside}")));
    let stands = |(form, part): &&(String, Part)| match part {
        Part::Whole | Part::Alias => form.chars().count() > 2 && text.contains(form.as_str()),
        Part::Latin => text.contains(form.as_str()),
        Part::Alone | Part::Mixed => short(form),
        Part::LatinAlone => false,
    };
    forms.iter().filter(stands).map(|(form, _)| form.clone()).collect()
}

fn first(value: &Value, list: &str, field: &str) -> Value {
    let items = if list.is_empty() { value.as_array() } else { value[list].as_array() };
    items
        .into_iter()
        .flatten()
        .find_map(|item| item.get(field).filter(|v| !v.is_null()))
        .cloned()
        .unwrap_or_default()
}

/// An input for every question of the contract; several where the answers differ much.
fn questions(ward: &Ward) -> Vec<(&'static str, Value)> {
    let cases = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let cases: Vec<Value> =
        cases["lines"].as_array().expect("lines").iter().map(|line| line["id"].clone()).collect();
    let (one, other) = (&cases[0], &cases[1]);
    let timeline = ward.call("Timeline", json!({"case_id": one, "offset": 0, "limit": 5}));
    let contact = first(&timeline, "", "id");
    let visit = ward.call(
        "PlanVisit",
        json!({"on": "2026-11-04", "start": "14:00", "end": null,
        "org_id": ward.organisation("楠沢病院"), "org_name": "", "ward": "B2病棟", "case_ids": [one, other],
        "purposes": []}),
    );
    let told = ward.call(
        "WriteContact",
        json!({"case_ids": [one], "plan_id": null, "on": "2026-11-01", "minutes": null, "method": "", "counterparts": [],
        "text": "髙橋 正一さんと町を歩いた。", "next_step": null, "outcome": null, "draft_place": null}),
    );
    ward.call("MarkEpisode", json!({"contact_id": told[0], "marked": true}));
    let again = ward.call(
        "PlanOther",
        json!({"kind": "accompany", "title": "髙橋 正一さんと買い物", "on": "2026-11-05", "start": "14:00", "end": null,
               "case_id": one, "repeat": {"rule": "FREQ=WEEKLY", "holidays": "keep"}}),
    );
    ward.call("MovePlan", json!({"plan_id": again, "on": "2026-11-06", "start": null, "end": null}));
    let page = json!({"page": 0, "width": 600});
    let report = json!({"fiscal_year": 2025, "level": "internal"});
    let with = |a: &Value, b: Value| {
        let mut all = a.as_object().cloned().unwrap_or_default();
        all.extend(b.as_object().cloned().unwrap_or_default());
        Value::Object(all)
    };
    let paper =
        json!({"paper": {"paper": "course", "case_id": one, "from": "2025-04-01", "to": "2026-03-31"}});
    let mut all = vec![
        ("Today", json!({"on": null})),
        ("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"})),
        ("CaseList", json!({"filter": "髙橋", "scope": "all", "sort": "gap"})),
        ("CaseGrid", json!({"scope": "all"})),
        ("ReadGrid", json!({"cells": [{"case_id": one, "field": "wish", "text": "髙橋 正一さんと"}]})),
        ("NoteHistory", json!({"contact_id": contact})),
        ("ProposedSteps", json!({"text": "→ 11/26 髙橋 正一さんへ電話", "on": "2026-11-02"})),
        ("MentionNames", json!({"person": true, "typed": ""})),
        ("Templates", json!({})),
        ("FilledTemplate", json!({"body": "{名前}", "case_id": one, "on": "2026-11-02"})),
        ("IssuedReports", json!({"on": "2025-10-20"})),
        ("Trash", json!({})),
        ("Week", json!({"from": "2026-11-02"})),
        ("Week", json!({"from": "2025-11-03"})),
        ("VisitPage", json!({"plan_id": visit})),
        (
            "RulePreview",
            json!({"rule": "FREQ=WEEKLY", "on": "2026-11-02", "start": null, "end": null, "holidays": "next", "org_id": null}),
        ),
        ("SeriesPage", json!({"plan_id": again, "scope": "all"})),
        ("DaysOff", json!({})),
        ("Span", json!({"from": "2026-11-01", "to": "2026-12-06"})),
        ("PlanYear", json!({"fiscal_year": 2026})),
        ("Evening", json!({})),
        ("Soon", json!({})),
        ("SessionPage", json!({"plan_id": one})),
        ("Programmes", json!({})),
        ("ProgrammePage", json!({"programme_id": ward.call("Programmes", json!({}))[0]["id"]})),
        ("Peers", json!({"fiscal_year": 2025})),
        ("Activities", json!({"fiscal_year": 2025})),
        ("Issues", json!({})),
        ("VisitClosure", json!({"org_id": ward.organisation("楠沢病院")})),
        ("Organisations", json!({"filter": ""})),
        ("Sections", json!({"fiscal_year": 2025, "level": "municipal"})),
        ("SectionPlan", json!({"fiscal_year": 2025})),
        ("ReportSettings", json!({})),
        ("EarlierFigures", json!({"fiscal_year": 2025, "table": "1"})),
        ("ReleaseProof", json!({"release": ""})),
        ("Releases", json!({})),
        ("Settings", json!({})),
        ("ReadDate", json!({"text": "11/2"})),
        ("PastePreview", json!({"text": "髙橋 正一", "columns": null})),
        ("Search", json!({"query": "髙橋", "limit": 200})),
        ("Search", json!({"query": "面接", "limit": 200})),
        ("Search", json!({"query": "さん", "limit": 200})),
        ("Search", json!({"query": "種別:記録 さん", "limit": 200})),
        ("Search", json!({"query": "種別:対象者", "limit": 200})),
        ("AskedFor", json!({"query": "対象者:髙橋 段階:住居 病因:x", "place": "records"})),
        ("Choices", json!({"place": "records"})),
        ("Choices", json!({"place": "people"})),
        ("SavedSearches", json!({})),
        ("ListFilters", json!({})),
        ("Draft", json!({"place": "story/face"})),
        ("UndoState", json!({})),
        (
            "SimilarPeople",
            json!({"family_name": "髙橋", "given_name": "", "family_kana": "", "given_kana": ""}),
        ),
        ("MergePreview", json!({"case_id": one, "other_id": other})),
        ("Stalled", json!({})),
        ("StallLimits", json!({})),
        ("AlertLimits", json!({})),
        ("ExitBoard", json!({})),
        ("Retention", json!({"first": 20})),
        ("ErasePreview", json!({"case_id": ward.case("五十嵐 隆")})),
        ("Redact", json!({"text": "髙橋 正一さんと面接", "level": "municipal"})),
        ("ScreenText", json!({"text": "髙橋 正一さんと面接", "level": "municipal", "fiscal_year": 2025})),
        ("KeptWords", json!({})),
        ("RecordSettings", json!({})),
        (
            "NotesToCopy",
            json!({"case_id": null, "from": "2025-04-01", "to": "2026-11-02", "left_only": false}),
        ),
        ("PersonRoad", json!({"case_id": one})),
        ("EpisodeConsents", json!({"fiscal_year": 2025, "level": "municipal"})),
        ("EpisodeNotes", json!({"fiscal_year": 2026, "level": "municipal"})),
        ("Report", report.clone()),
        ("ReportPage", with(&json!({"report": report}), page.clone())),
        ("ReleaseForecast", report.clone()),
        (
            "FigureRecords",
            json!({"report": {"fiscal_year": 2025, "level": "internal"}, "table": "11", "row": 0, "column": 0}),
        ),
        ("TablePreview", json!({"kind": "cases", "mapping": {"columns": []}, "file": 1})),
        ("AttachmentPage", with(&json!({"attachment_id": one}), page.clone())),
        ("RecordPaper", paper.clone()),
        ("RecordPaperPage", with(&paper, page)),
    ];
    for case in &cases {
        all.push(("CasePage", json!({"case_id": case})));
        all.push(("Timeline", json!({"case_id": case, "offset": 0, "limit": 500})));
        all.push(("TimelineFind", json!({"case_id": case, "phrase": "さん"})));
        all.push(("Checklist", json!({"case_id": case})));
        all.push(("Consents", json!({"case_id": case})));
        all.push(("Homes", json!({"case_id": case})));
        all.push(("Settlement", json!({"case_id": case})));
        all.push(("ExitExamples", json!({"case_id": case})));
    }
    all
}

#[test]
fn no_answer_of_the_contract_names_anybody_while_codes_are_shown() {
    let ward = ward();
    let forms = forms();
    ward.call("KeepDraft", json!({"place": "story/face", "body": "髙橋 正一さんは"}));
    ward.call("KeepRetention", json!({"years": 1}));
    let questions = questions(&ward);
    let asked: BTreeSet<&str> = questions.iter().map(|(name, _)| *name).collect();
    let all: BTreeSet<&str> = listing().iter().filter(|e| !e.command).map(|e| e.name).collect();
    let left: Vec<&&str> = all.difference(&asked).filter(|name| **name != "RevealName").collect();
    assert!(left.is_empty(), "nobody asked {left:?}");

    let open = questions.iter().filter(|(name, _)| ["CasePage", "Search", "Today", "Week"].contains(name));
    let named = open.filter(|(name, input)| !names_in(&ward.call(name, input.clone()), &forms).is_empty());
    assert!(named.count() > 24, "the story can see names at all");

    ward.house().face().show_codes(true);
    let mut refused = BTreeSet::new();
    let mut found = Vec::new();
    for (name, input) in &questions {
        match ward.try_call(name, input.clone()) {
            Ok(reply) => {
                let names = names_in(&reply.value, &forms);
                if !names.is_empty() {
                    found.push(format!("{name} {input}: {names:?}"));
                }
            }
            Err(failure) => {
                assert!(names_in(&json!(failure.sentence), &forms).is_empty(), "{name}");
                refused.insert((*name, failure.id));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    let unseen: Vec<&str> =
        refused.iter().filter(|(_, id)| id == "face.unseen").map(|(name, _)| *name).collect();
    assert_eq!(
        unseen,
        [
            "AttachmentPage",
            "FilledTemplate",
            "PastePreview",
            "PersonRoad",
            "RecordPaper",
            "RecordPaperPage",
            "ReportPage",
            "TablePreview"
        ]
    );
    let others: Vec<_> = refused.iter().filter(|(_, id)| id != "face.unseen").collect();
    assert_eq!(others.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["SessionPage"], "{others:?}");
    assert_eq!(ward.call("Draft", json!({"place": "story/face"})), Value::Null);
    ward.house().face().show_codes(false);
    assert_eq!(ward.call("Draft", json!({"place": "story/face"})), "髙橋 正一さんは");
}

#[test]
fn a_real_name_still_finds_its_person_whose_code_stays_the_same() {
    let ward = ward();
    let case = ward.case("髙橋 正一");
    ward.house().face().show_codes(true);
    let list = ward.call("CaseList", json!({"filter": "たかはし", "scope": "all", "sort": "kana"}));
    let line =
        list["lines"].as_array().and_then(|lines| lines.iter().find(|l| l["id"] == json!(case))).cloned();
    let line = line.expect("found by the real name");
    let code = line["name"].as_str().expect("a code").to_owned();
    assert!(code.starts_with("対象者"), "{code}");
    assert_eq!((&line["kana"], &line["index"]), (&json!(""), &json!("他")));
    let page = ward.call("CasePage", json!({"case_id": case}));
    assert_eq!(
        (&page["name"], &page["family_name"], &page["given_name"]),
        (&json!(code), &json!(code), &json!(""))
    );
    let found = ward.call("Search", json!({"query": "髙橋正一", "limit": 20}));
    let hit = found["hits"].as_array().and_then(|hits| hits.iter().find(|h| h["kind"] == "case")).cloned();
    assert_eq!(hit.map(|hit| hit["title"].clone()), Some(json!(code)));
}

#[test]
fn nothing_is_written_while_codes_are_shown_and_one_name_leaves_a_trace_without_the_name() {
    let ward = ward();
    let case = ward.case("髙橋 正一");
    ward.house().face().show_codes(true);
    let wish = json!({"case_id": case, "wish": "対象者01と暮らしたい", "wish_on": null, "wished_place": "", "anxieties": ""});
    ward.fails("SetWish", wish, "face.masked");
    ward.fails("KeepDraft", json!({"place": "story/face", "body": "x"}), "face.masked");
    ward.fails("Undo", json!({}), "face.masked");
    let shown = ward.call("RevealName", json!({"case_id": case}));
    assert_eq!(shown, json!({"name": "髙橋 正一", "kana": "たかはし しょういち"}));
    let settings = ward.call("Settings", json!({}));
    ward.house().face().show_codes(false);
    assert_eq!(ward.call("Settings", json!({}))["theme"], settings["theme"]);
    assert_eq!(ward.call("CasePage", json!({"case_id": case}))["name"], "髙橋 正一");
    ward.fails("RevealName", json!({"case_id": "0192f0c1-2a57-7000-8000-00000000ffff"}), "case.unknown");
}
