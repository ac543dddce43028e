//! 「これからの道のり」: the person's own words and the road, and nobody else.

use super::{pages, tight};
use serde_json::{Value, json};
use susono_tests::{Ward, ward};

fn road(ward: &Ward, case: &str) -> Value {
    ward.call("PersonRoad", json!({"case_id": case}))
}

fn text(spans: &Value) -> String {
    let text = |span: &Value| span["text"].as_str().unwrap_or_default().to_owned();
    spans.as_array().into_iter().flatten().map(text).collect()
}

/// Surnames and full names of everybody of the ward but one.
fn others(ward: &Ward, own: &str) -> Vec<String> {
    let named = ward.house().read(|reader| Ok::<_, app::Failure>(reader.named()?)).unwrap();
    let clients = named.clients.iter().filter(|c| format!("{} {}", c.family, c.given) != own);
    let mut names: Vec<String> = clients.map(|c| format!("{}{}", c.family, c.given)).collect();
    names.extend(named.people.iter().map(|person| tight(&person.name)));
    names.retain(|name| name.chars().count() > 2);
    names
}

#[test]
fn nobody_else_stands_on_a_persons_page() {
    let ward = ward();
    let list = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    let lines = list["lines"].as_array().unwrap();
    assert!(lines.len() > 20);
    for line in lines {
        let (case, name) = (line["id"].as_str().unwrap(), line["name"].as_str().unwrap());
        let view = road(&ward, case).to_string();
        let page = pages(&ward, json!({"paper": "road", "case_id": case}));
        let page = page.concat();
        let (page_of_others, view) = (page.replace(&tight(name), ""), tight(&view).replace(&tight(name), ""));
        assert!(page.contains("これからの道のり") && page.contains("いまここ"), "{name}: {page}");
        assert!(page.contains(&tight(name)), "the page is {name}'s");
        for other in others(&ward, name) {
            assert!(
                !page_of_others.contains(&other) && !view.contains(&other),
                "{other} on the page of {name}"
            );
        }
    }
}

#[test]
fn words_that_name_somebody_else_are_left_out_and_said_to_be() {
    let ward = ward();
    let case = ward.case("南 和夫");
    for (wish, stays) in [
        ("窓のある部屋で暮らしたい", true),
        ("母と正月を過ごしたい", true),
        ("南はここにいます", true),
        ("関 武さんのように退院したい", false),
        ("関さんのように退院したい", false),
        ("せき たけしさんのように", false),
    ] {
        ward.call(
            "SetWish",
            json!({"case_id": case, "wish": wish, "wish_on": null, "wished_place": "", "anxieties": ""}),
        );
        let view = road(&ward, &case);
        assert_eq!(view["withheld"], if stays { json!([]) } else { json!(["wish"]) }, "{wish}");
        let page = pages(&ward, json!({"paper": "road", "case_id": case})).concat();
        assert_eq!(page.contains(&tight(wish)), stays, "{wish}: {page}");
        assert_eq!(view["wish"] != json!([]), stays);
    }
    let view = ward.call("RecordPaper", json!({"paper": {"paper": "road", "case_id": case}}));
    assert_eq!((&view["withheld"], &view["pages"]), (&json!(true), &json!(1)));
}

#[test]
fn what_the_staff_wrote_stays_away_and_what_was_agreed_stands_there() {
    let ward = ward();
    let case = ward.case("南 和夫");
    ward.call("WriteContact", json!({"case_ids": [case], "plan_id": null, "on": "2026-11-02", "minutes": null, "method": "", "counterparts": [],
        "text": "家族は反対している。", "next_step": {"text": "家族へ説明", "due_on": null}, "outcome": null, "draft_place": null}));
    ward.call(
        "MoveStage",
        json!({"case_id": case, "stage": "housing", "from_on": "2026-11-02", "reason": "本人の迷いが強い"}),
    );
    ward.call("PlanOther", json!({"kind": "accompany", "title": "内見", "on": "2026-11-12", "start": null, "end": null, "case_id": case}));
    ward.call("KeepRoadPage", json!({"case_id": case, "wish": "窓《まど》のある へやに すみたい", "next_step": "いっしょに へやを 見《み》に いく"}));
    let before = ward.records();
    let page = pages(&ward, json!({"paper": "road", "case_id": case})).concat();
    for said in [
        "窓のあるへやにすみたい",
        "まど",
        "いっしょにへやを見にいく",
        "11月12日（木）",
        "すむところをさがす",
        "だいじょうぶ",
    ] {
        assert!(page.contains(said), "{said} is missing in {page}");
    }
    for kept_back in ["反対", "家族", "迷い", "説明"] {
        assert!(!page.contains(kept_back), "{kept_back} is nothing for this page");
    }
    let view = road(&ward, &case);
    assert_eq!(text(&view["wish"][0]), "窓のある へやに すみたい");
    assert_eq!(view["wish"][0][0], json!({"text": "窓", "kana": "まど"}));
    assert_eq!(view["here"], json!(4));
    assert!(!view["wish_of_record"].as_str().unwrap_or_default().contains("へや"));
    let words = "うみの みえる へやで まいあさ コーヒーを のみたい。".repeat(3);
    ward.call("KeepRoadPage", json!({"case_id": case, "wish": words, "next_step": words}));
    let full = pages(&ward, json!({"paper": "road", "case_id": case}));
    assert_eq!(full.len(), 1, "longer words are set smaller, not over the page");
    assert!(full[0].contains(&tight(&words)));
    ward.undo();
    let long = json!({"case_id": case, "wish": "あ".repeat(201), "next_step": ""});
    assert_eq!(ward.fails("KeepRoadPage", long, "record.road-too-long").field.as_deref(), Some("wish"));
    ward.undo();
    assert_ne!(ward.records(), before);
    ward.redo();
    assert_eq!(ward.records(), before, "the words of the page are undone and done like any record");
    ward.call("KeepRoadPage", json!({"case_id": case, "wish": "", "next_step": ""}));
    assert!(!pages(&ward, json!({"paper": "road", "case_id": case})).concat().contains("へやを"));
}
