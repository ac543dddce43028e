//! 保存期限と消去: who may be erased and when, that nothing of the person is left anywhere, and that no figure moves.

use crate::notes::{note, written};
use crate::records::pages;
use app::exchange::figures;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

const ERASED: &str = "佐々木 洋子";
/// Ways in which she is written, and words that stood only in her records.
const TRACES: &[&str] = &[
    "佐々木",
    "洋子",
    "ささき",
    "ササキ",
    "ようこ",
    "sasaki",
    "よっちゃん",
    "囲碁の手ほどき",
    "天文台の話",
    "灯台へ行きたい",
    "編み物の糸",
    "書きかけの縁台",
    "1956-06-21",
];

/// Every figure of every year around the practice year.
fn years(ward: &Ward) -> Vec<Value> {
    (2023..=2027)
        .map(|year| {
            let figures = figures(ward.house(), &ward.around(), year).expect("the year can be counted");
            serde_json::to_value(figures).expect("figures are JSON")
        })
        .collect()
}

fn kept(ward: &Ward) -> Vec<Value> {
    ward.call("Retention", json!({"first": 30}))["people"].as_array().cloned().expect("a list")
}

fn of(ward: &Ward, name: &str) -> Option<Value> {
    kept(ward).into_iter().find(|person| person["name"] == name)
}

/// A life in the house: notes with versions, a photo, a next step, a wish, a draft, something in the bin, and her name in the
/// records of others.
fn lived_in(ward: &Ward) -> String {
    let case = ward.case(ERASED);
    let other = ward.case("南 和夫");
    ward.call("KeepGrid", json!({"cells": [{"case_id": case, "field": "aliases", "text": "よっちゃん"}]}));
    let id = written(ward, &case, "囲碁の手ほどきを受けた。");
    ward.call(
        "ReviseContact",
        json!({"contact_id": id, "on": "2026-11-02", "minutes": 20, "method": "phone", "counterparts": ["family"],
        "text": "天文台の話をした。", "reason": "佐々木さんの話の取り違え"}),
    );
    let photo = ward.call(
        "StageFile",
        json!({"name": "佐々木さん.png", "data": STANDARD.encode([b"\x89PNG\r\n\x1a\n".as_slice(), "編み物の糸".repeat(90).as_bytes()].concat())}),
    );
    let mut with = note(&case, "写真を預かった。");
    with["files"] = json!([photo]);
    ward.call("WriteContact", with);
    ward.call("AddTask", json!({"case_id": case, "text": "灯台へ行きたいとの話を兄に", "due_on": null}));
    ward.call("SetWish", json!({"case_id": case, "wish": "灯台へ行きたい", "wish_on": "2025-09-01", "wished_place": "", "anxieties": ""}));
    let thrown = written(ward, &case, "編み物の糸を買う。");
    ward.call("ThrowAway", json!({"kind": "contact", "record_id": thrown}));
    ward.call("KeepDraft", json!({"place": format!("note/{case}"), "body": "書きかけの縁台"}));
    ward.call("KeepDraft", json!({"place": format!("note/{other}"), "body": "佐々木さんと同じ班"}));
    written(ward, &other, "佐々木 洋子さん（よっちゃん）と花壇へ。ササキさんは元気。");
    ward.call("NoteIssue", json!({"text": "佐々木さんの後の空き部屋", "tags": []}));
    case
}

/// Every place in which one of the traces is found, in whatever can be read of the house.
fn traces(ward: &Ward) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in ward.records() {
        found.extend(TRACES.iter().filter(|trace| text.contains(**trace)).map(|t| format!("{file}: {t}")));
    }
    for trace in TRACES {
        let hits = ward.call("Search", json!({"query": trace, "limit": 5}));
        if hits["total"] != 0 {
            found.push(format!("search: {trace} {hits}"));
        }
    }
    let bytes = ward.every_byte();
    for trace in TRACES {
        let count = bytes.windows(trace.len()).filter(|window| *window == trace.as_bytes()).count();
        if count > 0 {
            found.push(format!("{count} times in the bytes of the vault: {trace}"));
        }
    }
    found
}

#[test]
fn whoever_is_erased_is_found_nowhere_and_no_figure_of_any_year_moves() {
    let ward = ward();
    let case = lived_in(&ward);
    ward.call("KeepRetention", json!({"years": 1}));
    let before = years(&ward);
    let people =
        ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}))["total"].clone();
    assert!(traces(&ward).len() > TRACES.len(), "the story can see her at all: {:?}", traces(&ward));

    let preview = ward.call("ErasePreview", json!({"case_id": case}));
    assert_eq!(
        (&preview["name"], &preview["files"], &preview["cases"]),
        (&json!(ERASED), &json!(1), &json!(1))
    );
    assert!(preview["texts"].as_u64() >= Some(3) && preview["numbers"].as_u64() > Some(10), "{preview}");
    ward.fails("ErasePerson", json!({"case_id": case, "typed": "佐々木 陽子"}), "erase.typed");
    ward.call("ErasePerson", json!({"case_id": case, "typed": "佐々木\u{3000}洋子"}));

    assert_eq!(traces(&ward), Vec::<String>::new());
    assert_eq!(years(&ward), before, "every figure of every year");
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    assert_eq!(list["total"].as_u64(), people.as_u64().map(|n| n - 1));
    assert_eq!(list["lines"].as_array().map(|lines| lines.len() as u64), list["total"].as_u64());
    assert_eq!(of(&ward, ERASED), None);
    let other = ward.case("南 和夫");
    let items = ward.call("Timeline", json!({"case_id": other, "offset": 0, "limit": 1}));
    assert_eq!(items[0]["text"], "〔消去〕さん（〔消去〕）と花壇へ。〔消去〕さんは元気。");
    assert_eq!(ward.call("Draft", json!({"place": format!("note/{other}")})), "〔消去〕さんと同じ班");
    assert_eq!(ward.call("Draft", json!({"place": format!("note/{case}")})), Value::Null);
    assert_eq!(ward.call("Trash", json!({}))["items"], json!([]));
}

#[test]
fn a_paper_says_whose_records_were_erased_and_not_that_nobody_wrote() {
    let ward = ward();
    let case = lived_in(&ward);
    ward.call("KeepRetention", json!({"years": 1}));
    ward.call("ErasePerson", json!({"case_id": case, "typed": ERASED}));
    for paper in [
        json!({"paper": "course", "case_id": case, "from": "2025-04-01", "to": "2027-03-31"}),
        json!({"paper": "diary", "on": "2026-11-02"}),
    ] {
        let text = pages(&ward, paper).concat();
        for said in ["消去済みの方", "保存期限を過ぎ、本文は消去済み"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("本文の記載なし"), "{text}");
    }
}

#[test]
fn nothing_can_be_taken_back_past_an_erasing_and_the_house_goes_on() {
    let ward = ward();
    let case = lived_in(&ward);
    ward.call("KeepRetention", json!({"years": 1}));
    let log = ward.house().with_store(|store| store.read(|r| r.log())).expect("the log").len();
    ward.call("ErasePerson", json!({"case_id": case, "typed": ERASED}));
    assert_eq!(ward.call("UndoState", json!({})), json!({"undo": null, "redo": null}));
    ward.fails("Undo", json!({}), "undo.nothing");
    ward.fails("ErasePreview", json!({"case_id": case}), "erase.early");
    assert_eq!(ward.house().check().unwrap(), Vec::<&str>::new());
    let events = ward.house().with_store(|store| store.read(|r| r.log())).expect("the log");
    assert_eq!(
        events[log..].iter().map(|e| (e.event.as_str(), e.object.as_str())).collect::<Vec<_>>(),
        [("ErasePerson", case.as_str())],
        "the log says that it was done, and names nobody"
    );
    let ward = ward.opened_again();
    written(&ward, &ward.case("南 和夫"), "次の日。");
    ward.undo();
    assert_eq!(ward.call("UndoState", json!({}))["undo"], Value::Null);
}

#[test]
fn nobody_is_erased_while_a_case_is_open_or_before_the_time_is_over() {
    let ward = ward();
    let early = |name: &str| {
        let case = ward.case(name);
        ward.fails("ErasePreview", json!({"case_id": case}), "erase.early");
        ward.fails("ErasePerson", json!({"case_id": case, "typed": name}), "erase.early");
    };
    early("南 和夫");
    early(ERASED);
    assert_eq!(of(&ward, "南 和夫"), None, "only whoever has no open case");
    let listed = |ward: &Ward| {
        let person = of(ward, ERASED).expect("she is listed");
        (person["until"].clone(), person["over"].clone())
    };
    assert_eq!(listed(&ward), (json!("2030-09-18"), json!(false)), "five years, as long as nobody says more");
    ward.fails("KeepRetention", json!({"years": 0}), "retention.years");
    ward.call("KeepRetention", json!({"years": 1}));
    assert_eq!(listed(&ward), (json!("2026-09-18"), json!(true)));

    let case = ward.case(ERASED);
    ward.fails("KeepUntil", json!({"case_id": case, "until": "2026-09-17"}), "retention.early");
    ward.fails(
        "KeepUntil",
        json!({"case_id": ward.case("南 和夫"), "until": "2030-01-01"}),
        "retention.open",
    );
    ward.call("KeepUntil", json!({"case_id": case, "until": "2026-11-02"}));
    assert_eq!(listed(&ward), (json!("2026-11-02"), json!(false)), "its last day is a day of keeping");
    early(ERASED);
    ward.at("2026-11-03T09:00+09:00");
    assert_eq!(listed(&ward).1, true);

    // She comes back: one open case keeps everything.
    let page = ward.call("CasePage", json!({"case_id": case}));
    let again = json!({"family_name": "佐々木", "given_name": "洋子", "family_kana": "", "given_kana": "", "org_id": null,
        "hospital": "", "ward": "", "identified_on": "2026-11-02", "wish": "", "client_id": page["client_id"]});
    ward.call("OpenCase", again);
    assert_eq!(of(&ward, ERASED), None);
    early(ERASED);
}

#[test]
fn somebody_of_the_same_name_keeps_every_letter() {
    let ward = ward();
    let (gone, stays) = (ward.case("渡邉 美津子"), ward.case("渡辺 美津子"));
    written(&ward, &stays, "渡辺 美津子さんの部屋で。渡辺さんは笑った。");
    let own = ward.call("CasePage", json!({"case_id": stays}));
    ward.call("KeepRetention", json!({"years": 1}));
    ward.at("2027-05-01T09:00+09:00");
    let before = years(&ward);
    ward.call("ErasePerson", json!({"case_id": gone, "typed": "渡邉 美津子"}));
    assert_eq!(years(&ward), before);
    ward.at("2026-11-02T09:00+09:00");
    assert_eq!(ward.call("CasePage", json!({"case_id": stays})), own);
    assert!(ward.records().values().all(|text| !text.contains("渡邉")));
}
