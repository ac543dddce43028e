//! `import-table` from a terminal.

use super::PEOPLE;
use crate::packs::terminal::Desk;
use cli::{DONE, REFUSED, USAGE};
use serde_json::json;

#[test]
fn a_list_is_looked_at_brought_in_and_its_rest_written_out() {
    let desk = Desk::bare();
    desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(PEOPLE);
    std::fs::write(desk.path("名簿.csv"), bytes).unwrap();
    let list = desk.text("名簿.csv");
    let dry = desk.says(&["import-table", &list, "--as", "cases", "--dry-run", "--json"]).with(DONE).json();
    assert_eq!((&dry["good"], &dry["imported"], &dry["dry_run"]), (&json!(2), &json!(0), &json!(true)));
    assert!(dry["written"].as_str().unwrap().contains("CP932"), "{dry}");
    assert_eq!(dry["faults"][0]["line"], json!(3));
    assert_eq!(
        (&dry["faults"][0]["column"], &dry["faults"][0]["code"]),
        (&json!("生年月日"), &json!("bad_date"))
    );
    std::fs::write(desk.path("map.json"), r#"{"columns": {"段階": null}, "identified_on": "2026-04-01"}"#)
        .unwrap();
    let map = desk.text("map.json");
    let rest = desk.text("rest.csv");
    let done = desk
        .says(&["import-table", &list, "--as", "cases", "--mapping", &map, "--out", &rest, "--json"])
        .with(DONE)
        .json();
    assert_eq!((&done["imported"], &done["organisations_added"]), (&json!(2), &json!(1)));
    assert!(std::fs::read_to_string(desk.path("rest.csv")).unwrap().contains("帆足川"));
    let again = desk.says(&["import-table", &list, "--as", "cases"]).with(REFUSED);
    assert!(again.out.contains("3\t生年月日\t") && again.out.contains("同じお名前"), "{}", again.out);
    let english = desk.says(&["import-table", &list, "--as", "cases", "--lang", "en"]).with(REFUSED);
    assert!(english.talk.contains("Nothing was changed"), "{}", english.talk);
    desk.says(&["import-table", &list]).with(USAGE);
    desk.says(&["import-table", &list, "--as", "shoes"]).with(USAGE);
    desk.says(&["import-table", &desk.text("none.csv"), "--as", "cases"]).with(REFUSED);
    std::fs::write(desk.path("bad.json"), "{\"colums\": {}}").unwrap();
    desk.says(&["import-table", &list, "--as", "cases", "--mapping", &desk.text("bad.json")]).with(REFUSED);
}
