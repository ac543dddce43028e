//! What a note carries: its earlier versions, next steps out of its lines, links, templates, late entry.

mod files;
mod links;

use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

pub(crate) fn note(case: &str, text: &str) -> Value {
    json!({"case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [], "text": text,
        "next_step": null, "outcome": null, "draft_place": null})
}

pub(crate) fn written(ward: &Ward, case: &str, text: &str) -> String {
    ward.call("WriteContact", note(case, text))[0].as_str().expect("an identity").to_owned()
}

pub(crate) fn newest(ward: &Ward, case: &str) -> Value {
    ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 1}))[0].clone()
}

fn revise(ward: &Ward, id: &str, text: &str, reason: &str) {
    ward.call(
        "ReviseContact",
        json!({"contact_id": id, "on": "2026-11-02", "minutes": 20, "method": "phone", "counterparts": ["family"],
        "text": text, "reason": reason}),
    );
}

fn history(ward: &Ward, id: &str) -> Vec<Value> {
    ward.call("NoteHistory", json!({"contact_id": id})).as_array().cloned().unwrap_or_default()
}

#[test]
fn every_version_of_a_note_is_there_with_what_changed_in_it() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let id = written(&ward, &case, "兄と電話。よく話せた。");
    ward.at("2026-11-03T10:00+09:00");
    revise(&ward, &id, "姉と電話。よく話せた。", "相手の誤り");
    ward.at("2026-11-03T11:30+09:00");
    revise(&ward, &id, "姉と電話。よく話せたとのこと。", "書き足し");
    let versions = history(&ward, &id);
    let told: Vec<(&Value, &Value, &Value, &Value)> =
        versions.iter().map(|v| (&v["text"], &v["reason"], &v["from"], &v["number"])).collect();
    assert_eq!(
        told,
        [
            (
                &json!("姉と電話。よく話せたとのこと。"),
                &json!("書き足し"),
                &json!("2026-11-03T11:30:00+09:00"),
                &Value::Null
            ),
            (
                &json!("姉と電話。よく話せた。"),
                &json!("相手の誤り"),
                &json!("2026-11-03T10:00:00+09:00"),
                &json!(2)
            ),
            (&json!("兄と電話。よく話せた。"), &Value::Null, &json!("2026-11-02T09:00:00+09:00"), &json!(1)),
        ]
    );
    assert_eq!(
        versions[1]["pieces"],
        json!([{"kind": "removed", "text": "兄"}, {"kind": "added", "text": "姉"}, {"kind": "same", "text": "と電話。よく話せた。"}])
    );
    assert_eq!((&versions[2]["method"], &versions[0]["minutes"]), (&Value::Null, &json!(20)));
    ward.fails(
        "NoteHistory",
        json!({"contact_id": "0192f0c1-2a57-7000-8000-000000000001"}),
        "contact.unknown",
    );
}

#[test]
fn an_earlier_version_comes_back_as_a_new_one_and_that_can_be_undone() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let id = written(&ward, &case, "はじめの文");
    revise(&ward, &id, "二つめの文", "訂正");
    let before = ward.records();
    ward.call("RestoreVersion", json!({"contact_id": id, "number": 1}));
    let item = newest(&ward, &case);
    assert_eq!(
        (&item["text"], &item["method"], &item["minutes"]),
        (&json!("はじめの文"), &Value::Null, &Value::Null)
    );
    let texts = |ward: &Ward| history(ward, &id).iter().map(|v| v["text"].clone()).collect::<Vec<_>>();
    assert_eq!(texts(&ward), ["はじめの文", "二つめの文", "はじめの文"], "nothing of the history is lost");
    ward.undo();
    assert_eq!(ward.records(), before, "to the last byte");
    assert_eq!(newest(&ward, &case)["text"], "二つめの文");
    assert_eq!(history(&ward, &id)[0]["reason"], Value::Null, "what was taken back has no reason of its own");
    ward.fails("RestoreVersion", json!({"contact_id": id, "number": 99}), "contact.no-version");
}

#[test]
fn a_note_in_parts_is_corrected_as_one_text_and_comes_back_in_parts() {
    let mut files = app::exchange::export(ward().house()).expect("an export");
    let bytes = files["contacts.csv"].strip_prefix(b"\xEF\xBB\xBF").expect("a mark").to_vec();
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    let mut parted = csv::Writer::from_writer(Vec::new());
    let head = rows.headers().expect("a head").clone();
    let text = head.iter().position(|name| name == "text").expect("a column for the text");
    parted.write_record(head.iter().chain(["s"])).expect("written");
    let mut own = Some("「帰りたい」");
    for row in rows.records() {
        let row = row.expect("a row");
        let said = own.take_if(|_| !row[text].is_empty()).unwrap_or_default();
        parted.write_record(row.iter().chain([said])).expect("written");
    }
    files.insert("contacts.csv".into(), parted.into_inner().expect("written"));
    let ward = empty();
    ward.import(&files);
    let found = ward.call("Search", json!({"query": "「帰りたい」", "limit": 1}))["hits"][0].clone();
    let (id, case) = (found["id"].as_str().expect("found").to_owned(), found["case_id"].clone());
    let shown = |ward: &Ward| -> String {
        let items = ward.call("Timeline", json!({"case_id": case, "offset": 0, "limit": 500}));
        let item =
            items.as_array().and_then(|all| all.iter().find(|item| item["id"] == id.as_str())).cloned();
        item.expect("on the timeline")["text"].as_str().unwrap_or_default().to_owned()
    };
    let whole = shown(&ward);
    assert!(whole.ends_with("\n「帰りたい」"), "{whole}");
    revise(&ward, &id, &format!("{whole}！"), "書き足し");
    assert_eq!(shown(&ward), format!("{whole}！"), "nothing stands there twice");
    ward.call("RestoreVersion", json!({"contact_id": id, "number": 1}));
    assert_eq!(shown(&ward), whole);
}

#[test]
fn a_line_with_an_arrow_is_proposed_as_a_next_step_and_made_only_with_the_note() {
    let ward = ward();
    let case = ward.case("南 和夫");
    let text = "体験宿泊の話。\n→ 来週火曜 役所に電話\n  -> 家主さんに返事（11/6まで）\n→\n→ ＿＿\n矢印→は行の頭だけ";
    let proposed = ward.call("ProposedSteps", json!({"text": text, "on": "2026-11-02"}));
    assert_eq!(
        proposed,
        json!([
            {"line": "→ 来週火曜 役所に電話", "text": "役所に電話", "due_on": "2026-11-10"},
            {"line": "-> 家主さんに返事（11/6まで）", "text": "家主さんに返事", "due_on": "2026-11-06"},
        ])
    );
    ward.call("WriteContact", note(&case, text));
    let tasks = |ward: &Ward| -> Vec<(String, String)> {
        let page = ward.call("CasePage", json!({"case_id": case}));
        let all = page["tasks"].as_array().cloned().unwrap_or_default();
        let told = all.iter().map(|t| {
            (t["text"].as_str().unwrap_or("").to_owned(), t["due_on"].as_str().unwrap_or("").to_owned())
        });
        told.collect()
    };
    assert!(
        !tasks(&ward).iter().any(|(text, _)| text == "役所に電話"),
        "nothing is made that was not confirmed"
    );
    let before = ward.records();
    let mut confirmed = note(&case, text);
    confirmed["more_steps"] =
        json!([{"text": "役所に電話", "due_on": "2026-11-10"}, {"text": "家主さんに返事", "due_on": null}]);
    ward.call("WriteContact", confirmed);
    for step in [("役所に電話", "2026-11-10"), ("家主さんに返事", "")] {
        assert!(tasks(&ward).contains(&(step.0.to_owned(), step.1.to_owned())), "{step:?}");
    }
    ward.undo();
    assert_eq!(ward.records(), before);
}

#[test]
fn a_template_is_filled_with_what_is_known_and_has_blanks_for_the_rest() {
    let ward = ward();
    let case = ward.case("南 和夫");
    written(&ward, &case, "面接。");
    let fill = |body: &str, case: &Value, on: &str| {
        ward.call("FilledTemplate", json!({"body": body, "case_id": case, "on": on}))
    };
    assert_eq!(
        fill(
            "〔名前〕さん〔病院〕〔病棟〕、〔日付〕（前回から〔前回からの日数〕日）〔今日〕",
            &json!(case),
            "2026-11-09"
        ),
        "南 和夫さん楠沢病院C1病棟、令和8年11月9日（前回から7日）令和8年11月2日"
    );
    assert_eq!(
        fill("[name] [hospital] 〔前回からの日数〕〔知らない言葉〕", &Value::Null, "2026-11-09"),
        "＿＿ ＿＿ ＿＿〔知らない言葉〕"
    );
    let ours = ward.call("Templates", json!({}));
    assert!(ours.as_array().is_some_and(|all| all.len() >= 5), "{ours}");
    for template in ours.as_array().into_iter().flatten() {
        let text = fill(template["body"].as_str().unwrap_or(""), &json!(case), "2026-11-09");
        let text = text.as_str().unwrap_or("");
        assert!(text.contains("＿＿") && !text.contains('〔'), "{text}");
    }
    let own = json!([{"name": "立ち話", "body": "廊下で〔今日〕\n＿＿", "method": "interview_hospital", "stage": null}]);
    let before = ward.records();
    ward.call("KeepTemplates", json!({"templates": own}));
    assert_eq!(ward.call("Templates", json!({})), own);
    ward.undo();
    assert_eq!((ward.call("Templates", json!({})), ward.records()), (ours, before), "an act like any other");
    for (bad, refusal) in [
        (json!([{"name": "", "body": "文", "method": null, "stage": null}]), "template.empty"),
        (json!([{"name": "名", "body": " \n", "method": null, "stage": null}]), "template.empty"),
        (
            json!([{"name": "名", "body": "あ".repeat(4_001), "method": null, "stage": null}]),
            "template.too-long",
        ),
        (json!(vec![own[0].clone(); 31]), "template.too-many"),
    ] {
        ward.fails("KeepTemplates", json!({"templates": bad}), refusal);
    }
}

#[test]
fn whoever_writes_into_a_year_whose_report_was_issued_is_told_so() {
    let mut files = app::exchange::export(ward().house()).expect("an export");
    let head = "released_at,report,fiscal_year,level,k,file_name,sha256,figures,snapshot";
    let row = |at: &str, report: &str, name: &str| {
        format!("{at}T09:00:00+09:00,{report},2025,internal,0,{name},{name},{{}},1")
    };
    let rows = [row("2026-04-10", "annual", "年度.pdf"), row("2025-07-01", "monthly 2025-06", "六月.pdf")];
    files.insert("releases.csv".into(), format!("{head}\r\n{}\r\n", rows.join("\r\n")).into_bytes());
    let ward = empty();
    ward.import(&files);
    let issued = |on: &str| -> Vec<(String, String)> {
        let told = ward.call("IssuedReports", json!({"on": on}));
        let text = |one: &Value, field: &str| one[field].as_str().unwrap_or_default().to_owned();
        told.as_array()
            .into_iter()
            .flatten()
            .map(|one| (text(one, "file_name"), text(one, "released_at")))
            .collect()
    };
    let (year, june) = (
        ("年度.pdf".to_owned(), "2026-04-10T09:00:00+09:00".to_owned()),
        ("六月.pdf".to_owned(), "2025-07-01T09:00:00+09:00".to_owned()),
    );
    assert_eq!(issued("2025-06-10"), [year.clone(), june]);
    assert_eq!(issued("2025-07-10"), [year], "the month of a monthly report is its own");
    assert_eq!(issued("2026-04-01"), [], "another year");
}
