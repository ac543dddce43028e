//! The same person twice: warned of before, made one afterwards, and parted again.

use serde_json::{Value, json};
use susono_tests::{Ward, empty, ward};

fn open_case(ward: &Ward, names: [&str; 4], hospital: &str) -> String {
    let [family, given, family_kana, given_kana] = names;
    let input = json!({"family_name": family, "given_name": given, "family_kana": family_kana, "given_kana": given_kana,
        "org_id": null, "hospital": hospital, "ward": "", "identified_on": "2026-10-01", "wish": "", "client_id": null});
    ward.call("OpenCase", input).as_str().expect("the case").to_owned()
}

fn similar(ward: &Ward, names: [&str; 4]) -> Vec<Value> {
    let [family_name, given_name, family_kana, given_kana] = names;
    let input = json!({"family_name": family_name, "given_name": given_name, "family_kana": family_kana, "given_kana": given_kana});
    ward.call("SimilarPeople", input).as_array().cloned().expect("a list")
}

fn note(ward: &Ward, case: &str, text: &str) {
    let input = json!({"case_ids": [case], "plan_id": null, "on": "2026-10-20", "minutes": null, "method": "", "counterparts": [],
        "text": text, "next_step": null, "outcome": null, "draft_place": null});
    ward.call("WriteContact", input);
}

#[test]
fn whoever_is_known_already_is_named_while_the_name_is_typed() {
    let ward = empty();
    let known = open_case(&ward, ["渡邉", "一郎", "わたなべ", "いちろう"], "楠沢病院");
    for names in [["渡辺", "一郎", "", ""], ["", "", "ワタナベ", "イチロウ"], ["渡邊", "一郎", "", ""]]
    {
        let found = similar(&ward, names);
        assert_eq!(found.len(), 1, "{names:?}");
        assert_eq!(found[0]["id"], json!(known));
    }
    for names in [["渡辺", "", "", ""], ["渡辺", "二郎", "", ""], ["", "", "", ""]] {
        assert!(similar(&ward, names).is_empty(), "{names:?} is not enough or somebody else");
    }
}

#[test]
fn two_entries_of_one_person_become_one_and_two_again() {
    let ward = empty();
    let first = open_case(&ward, ["渡邉", "一郎", "わたなべ", "いちろう"], "楠沢病院");
    let second = open_case(&ward, ["渡辺", "一郎", "", ""], "汐見野病院");
    note(&ward, &first, "窓のそばで話した。");
    note(&ward, &second, "電話があった。");
    ward.call("SetExitLine", json!({"case_id": second, "key": "housing", "wish": "", "idea": "アパート", "org_id": null, "certainty": "idea"}));
    ward.call("AddTask", json!({"case_id": second, "text": "病棟に電話", "due_on": null}));
    let apart = ward.records();

    let preview = ward.call("MergePreview", json!({"case_id": first, "other_id": second}));
    assert_eq!(
        (&preview["one_episode"], &preview["other"]["contacts"], &preview["other"]["tasks"]),
        (&json!(true), &json!(1), &json!(1))
    );
    assert_eq!(ward.call("MergePeople", json!({"case_id": first, "other_id": second})), json!(first));

    let people = ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
    assert_eq!(people["total"], 1);
    let page = ward.call("CasePage", json!({"case_id": first}));
    assert_eq!(page["aliases"], json!([]), "変わり字 of the same name are no other name");
    let texts: Vec<&str> =
        page["timeline"].as_array().into_iter().flatten().filter_map(|i| i["text"].as_str()).collect();
    assert!(texts.contains(&"窓のそばで話した。") && texts.contains(&"電話があった。"));
    assert_eq!(
        (&page["exit"][0]["idea"], &page["tasks"][0]["text"]),
        (&json!("アパート"), &json!("病棟に電話"))
    );
    let found = ward.call("Search", json!({"query": "電話があった", "limit": 5}));
    assert_eq!(found["hits"][0]["case_id"], json!(first));
    assert!(ward.house().check().unwrap().is_empty(), "the vault is whole, its index too");

    ward.undo();
    assert_eq!(ward.records(), apart, "parted again as they were");
    ward.redo();
    assert_eq!(ward.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}))["total"], 1);
    ward.fails("MergePreview", json!({"case_id": first, "other_id": first}), "merge.same");
    ward.fails("MergePeople", json!({"case_id": first, "other_id": second}), "case.unknown");
}

#[test]
fn an_earlier_episode_stays_an_episode_of_its_own() {
    let ward = ward();
    let all = ward.call("CaseList", json!({"filter": "", "scope": "closed", "sort": "kana"}));
    let closed = all["lines"][0]["id"].as_str().expect("somebody closed").to_owned();
    let open = ward.case("南 和夫");
    let before = ward.records();
    ward.call("MergePeople", json!({"case_id": open, "other_id": closed}));
    let (kept, other) =
        (ward.call("CasePage", json!({"case_id": open})), ward.call("CasePage", json!({"case_id": closed})));
    assert_eq!(kept["client_id"], other["client_id"], "one person, two episodes");
    assert_eq!(kept["aliases"].as_array().map(Vec::len), Some(1), "the other name is not lost");
    ward.undo();
    assert_eq!(ward.records(), before);
}
