//! The same from a roof: a dialog gives the file, another one the place of the rows to correct.

use super::PEOPLE;
use files::{Chooser, Clock, Desk, DeskSettings, KdfCost};
use serde_json::{Value, json};
use std::path::PathBuf;
use susono_tests::{Folder, MORNING, moment};

/// Dialogs that answer with one list, and save beside it.
struct Answers(Option<PathBuf>);

impl Chooser for Answers {
    fn folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        self.0.as_ref().map(|list| list.with_file_name(suggested))
    }
    fn open(&self, _: &str) -> Option<PathBuf> {
        self.0.clone()
    }
}

#[test]
fn a_roof_chooses_brings_in_saves_the_rest_and_takes_back() {
    let folder = Folder::new();
    let list = folder.path().join("名簿.csv");
    std::fs::write(&list, PEOPLE).unwrap();
    let clock = Clock::Fixed(moment(MORNING));
    let vault_dir = folder.path().join("vault");
    let desk = Desk::new(DeskSettings { vault_dir, clock, demo: false, cost: KdfCost::LEAST }, |_| {});
    let chooser = Answers(Some(list));
    let ask = |name: &str, input: Value| desk.handle(name, input, &chooser);
    assert_eq!(ask("choose_table", json!({})).unwrap_err().id, "vault.locked");
    let code =
        ask("create_vault", json!({"passphrase": "kusa-mori-hoshi-1234"})).unwrap()["recovery_code"].clone();
    ask("confirm_recovery", json!({"code": code})).unwrap();
    assert_eq!(desk.handle("choose_table", json!({}), &Answers(None)).unwrap(), Value::Null);
    let chosen = ask("choose_table", json!({})).unwrap();
    assert_eq!((&chosen["file"], &chosen["kind"]), (&json!("名簿.csv"), &json!("cases")));
    assert!(!chosen.to_string().contains(&*folder.path().to_string_lossy()), "no path reaches the screens");
    ask("stop", json!({})).expect("nothing runs, nothing is stopped");
    let done = ask("import_table", json!({"kind": "cases", "mapping": {}})).unwrap();
    assert_eq!((&done["imported"], &done["faulty"]), (&json!(2), &json!(1)));
    let saved = ask("save_table_rest", json!({})).unwrap();
    assert_eq!(saved, json!({"file_name": "名簿_直す行.csv"}));
    assert!(std::fs::read_to_string(folder.path().join("名簿_直す行.csv")).unwrap().contains("帆足川"));
    let undone = ask("call", json!({"name": "Undo", "input": {}})).unwrap();
    assert_eq!(undone["value"], json!("一覧の取り込み"));
    ask("lock", json!({})).unwrap();
    assert_eq!(ask("import_table", json!({"kind": "cases", "mapping": {}})).unwrap_err().id, "vault.locked");
}
