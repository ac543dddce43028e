//! 残した探し方: named, ordered, undoable; nothing that was only asked is kept.

use serde_json::{Value, json};
use susono_tests::ward;

fn search(name: &str, query: &str, place: &str) -> Value {
    json!({"name": name, "query": query, "place": place})
}

#[test]
fn searches_are_kept_under_names_in_an_order_and_taken_back() {
    let ward = ward();
    let kept = || ward.call("SavedSearches", json!({}));
    assert_eq!(kept(), json!([]));
    let calls = search("今月の電話", "方法:電話 期間:今月", "records");
    let quiet = search("気にかける方", "30日以上未接触", "people");
    ward.call("KeepSearches", json!({"searches": [calls, quiet]}));
    assert_eq!(kept(), json!([calls, quiet]));
    ward.call("KeepSearches", json!({"searches": [quiet, calls]}));
    assert_eq!(kept(), json!([quiet, calls]), "in another order");
    ward.undo();
    assert_eq!(kept(), json!([calls, quiet]));
    ward.undo();
    assert_eq!(kept(), json!([]));
    ward.redo();
    let ward = ward.opened_again();
    assert_eq!(ward.call("SavedSearches", json!({})), json!([calls, quiet]), "kept in the vault");
    for (searches, refusal) in [
        (json!([search("　", "段階:住居", "records")]), "search.empty"),
        (json!([search("空", " ", "records")]), "search.empty"),
        (json!([calls, calls]), "search.twice"),
        (json!([search(&"あ".repeat(41), "段階:住居", "records")]), "search.too-long"),
        (
            json!((0..41).map(|n| search(&n.to_string(), "段階:住居", "records")).collect::<Vec<_>>()),
            "search.too-many",
        ),
    ] {
        ward.fails("KeepSearches", json!({"searches": searches}), refusal);
    }
}

#[test]
fn each_list_of_people_stays_narrowed_by_its_conditions_and_forgets_its_words() {
    let ward = ward();
    let kept = || ward.call("ListFilters", json!({}));
    ward.call("KeepListFilter", json!({"list": "open", "query": "たかはし stage:housing 段階:計画"}));
    ward.call("KeepListFilter", json!({"list": "all", "query": "30日以上未接触"}));
    assert_eq!(
        kept(),
        json!([
            {"list": "all", "query": "30日以上未接触"},
            {"list": "open", "query": "段階:住居設定・体験宿泊 段階:アセスメント・計画"},
        ])
    );
    ward.call("KeepListFilter", json!({"list": "open", "query": "たかはし"}));
    assert_eq!(kept(), json!([{"list": "all", "query": "30日以上未接触"}]));
    ward.fails("KeepListFilter", json!({"list": "mine", "query": ""}), "search.list");
    // What was asked and not kept is in nothing that the vault gives back.
    ward.call("Search", json!({"query": "だれにも見せない言葉", "limit": 5}));
    ward.call("Search", json!({"query": "種別:記録 だれにも見せない言葉", "limit": 5}));
    assert!(ward.records().values().all(|file| !file.contains("だれにも見せない言葉")));
    assert_eq!(kept(), json!([{"list": "all", "query": "30日以上未接触"}]));
    assert_eq!(ward.call("SavedSearches", json!({})), json!([]));
}
