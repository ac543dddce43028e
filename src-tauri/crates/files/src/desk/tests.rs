//! The desk, from an empty folder to a locked vault.

use super::*;
use crate::folder::scratch;

struct Nowhere;
impl Chooser for Nowhere {
    fn folder(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn save(&self, _: &str, _: &str) -> Option<PathBuf> {
        None
    }
    fn open(&self, _: &str) -> Option<PathBuf> {
        None
    }
}

const PASSPHRASE: &str = "kusa-mori-hoshi-1234";

fn desk(dir: &std::path::Path) -> Desk {
    let settings = DeskSettings {
        vault_dir: dir.join("vault"),
        clock: Clock::System,
        demo: false,
        cost: KdfCost::LEAST,
    };
    Desk::new(settings, |_| {})
}

fn ask(desk: &Desk, name: &str, input: Value) -> Result<Value, String> {
    desk.handle(name, input, &Nowhere).map_err(|failure| failure.id)
}

fn word(desk: &Desk) -> String {
    ask(desk, "vault_state", json!({})).unwrap()["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_vault_stands_only_after_its_code_was_typed_in_full() {
    let dir = scratch("confirm");
    let desk = desk(&dir);
    assert_eq!(word(&desk), "none");
    assert_eq!(ask(&desk, "create_vault", json!({"passphrase": "short"})), Err("passphrase.short".into()));
    let shown = ask(&desk, "create_vault", json!({"passphrase": PASSPHRASE})).unwrap();
    let code = shown["recovery_code"].as_str().unwrap().to_owned();
    assert_eq!(word(&desk), "unconfirmed");
    assert_eq!(ask(&desk, "call", json!({"name": "Settings", "input": {}})), Err("vault.locked".into()));
    assert_eq!(ask(&desk, "confirm_recovery", json!({"code": &code[..20]})), Err("vault.bad-code".into()));
    let other = RecoveryCode::new([5; 16]).text();
    assert_eq!(
        ask(&desk, "confirm_recovery", json!({"code": other.as_str()})),
        Err("vault.wrong-recovery".into())
    );
    assert!(!dir.join("vault").exists(), "an unconfirmed vault must leave nothing on disk");

    ask(&desk, "confirm_recovery", json!({"code": code.to_lowercase()})).unwrap();
    assert_eq!(word(&desk), "open");
    ask(&desk, "lock", json!({})).unwrap();
    assert_eq!(word(&desk), "locked");
    assert_eq!(ask(&desk, "create_vault", json!({"passphrase": PASSPHRASE})), Err("vault.exists".into()));
    ask(&desk, "unlock_with_recovery", json!({"code": code, "new_passphrase": "another-way-in-77"})).unwrap();
    ask(&desk, "lock", json!({})).unwrap();
    assert_eq!(ask(&desk, "unlock", json!({"passphrase": PASSPHRASE})), Err("vault.wrong-passphrase".into()));
    ask(&desk, "unlock", json!({"passphrase": "another-way-in-77"})).unwrap();
    assert_eq!(ask(&desk, "backup", json!({})), Ok(Value::Null), "nothing chosen, nothing done");
    drop(desk);
    std::fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn wrong_attempts_wait_longer_and_longer_and_a_restart_does_not_help() {
    let dir = scratch("attempts");
    let first = desk(&dir);
    let shown = ask(&first, "create_vault", json!({"passphrase": PASSPHRASE})).unwrap();
    ask(&first, "confirm_recovery", json!({"code": shown["recovery_code"]})).unwrap();
    ask(&first, "lock", json!({})).unwrap();
    for _ in 0..5 {
        let wrong = json!({"code": "wrong", "new_passphrase": PASSPHRASE});
        assert_eq!(ask(&first, "unlock_with_recovery", wrong), Err("vault.bad-code".into()));
    }
    assert_eq!(ask(&first, "vault_state", json!({})).unwrap()["failures"], 5);
    drop(first);
    let side = Side { failures: 12, last_backup_on: None };
    side.write(&dir.join("vault")).unwrap();
    let again = desk(&dir);
    let state = ask(&again, "vault_state", json!({})).unwrap();
    assert_eq!(state["failures"], 12);
    assert!(state["wait_seconds"].as_u64().unwrap() > 30);
    assert_eq!(ask(&again, "unlock", json!({"passphrase": PASSPHRASE})), Err("vault.wait".into()));
    drop(again);
    std::fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn an_unreadable_input_never_comes_back_in_the_sentence() {
    let dir = scratch("input");
    let desk = desk(&dir);
    let failure =
        desk.handle("unlock", json!({"passphrase": PASSPHRASE, "x": "kusa"}), &Nowhere).unwrap_err();
    assert_eq!(failure.id, "door.bad-input");
    assert!(!failure.sentence.contains("kusa"));
    assert_eq!(ask(&desk, "open_sesame", json!({})), Err("door.unknown-name".into()));
    std::fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn what_begins_soon_is_told_once_and_names_nothing() {
    let dir = scratch("soon");
    let moment = chrono::DateTime::parse_from_rfc3339("2026-11-02T09:00:00+09:00").unwrap();
    let at = |minutes: i64| {
        Desk::new(
            DeskSettings {
                vault_dir: dir.join("vault"),
                clock: Clock::Fixed(moment + chrono::Duration::minutes(minutes)),
                demo: false,
                cost: KdfCost::LEAST,
            },
            |_| {},
        )
    };
    let early = at(0);
    let shown = ask(&early, "create_vault", json!({"passphrase": PASSPHRASE})).unwrap();
    ask(&early, "confirm_recovery", json!({"code": shown["recovery_code"]})).unwrap();
    let plan = |title: &str, start: &str| {
        let input = json!({"kind": "meeting", "title": title, "on": "2026-11-02", "start": start, "end": null, "case_id": null});
        ask(&early, "call", json!({"name": "PlanOther", "input": input})).unwrap()
    };
    plan("林さんの住まい", "09:10");
    plan("家族会", "09:10");
    let later = plan("市の打合せ", "09:31");
    assert_eq!(early.news().as_deref(), Some("9:10 予定が2件あります。"));
    assert_eq!(early.news(), None, "once is enough");
    let moved = json!({"plan_id": later["value"], "on": "2026-11-02", "start": "09:05", "end": null});
    ask(&early, "call", json!({"name": "MovePlan", "input": moved})).unwrap();
    assert_eq!(early.news().as_deref(), Some("9:05 予定が1件あります。"));
    let mut wishes = ask(&early, "call", json!({"name": "Settings", "input": {}})).unwrap()["value"].clone();
    wishes.as_object_mut().unwrap().remove("demo");
    wishes["remind_minutes"] = json!(0);
    plan("電話", "09:08");
    ask(&early, "call", json!({"name": "KeepSettings", "input": wishes})).unwrap();
    assert_eq!(early.news(), None, "nobody wants to be told");
    ask(&early, "lock", json!({})).unwrap();
    assert_eq!(early.news(), None, "a shut vault tells nothing");
    drop(early);

    // What began before the program was opened is missed: it is on the first screen and tells nothing.
    let after = at(25);
    ask(&after, "unlock", json!({"passphrase": PASSPHRASE})).unwrap();
    assert_eq!(after.news(), None);
}
