//! An older database in the place of the newest is noticed, and nothing that belongs to use raises the alarm.

use super::*;
use files::Age;

/// Lays files into a vault's folder and takes the heads away that are not among them.
fn lay(dir: &Path, files: &Files) {
    fs::create_dir_all(dir).unwrap();
    for head in HEADS {
        let _ = fs::remove_file(dir.join(head));
    }
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).unwrap();
    }
}

const HEADS: [&str; 2] = ["susono.head-0", "susono.head-1"];
const DATABASE: &str = "susono.db";

fn house(opened: Opened) -> House {
    House::new(opened.store, |_| {})
}

/// Opens, writes a note and closes.
fn go_on(dir: &Path, code: &RecoveryCode, text: &str) {
    note(&house(by_code(dir, code).expect("opens")), text);
}

fn age(dir: &Path, code: &RecoveryCode) -> Age {
    by_code(dir, code).expect("opens").folder.age()
}

fn log(opened: Opened) -> Vec<String> {
    let rows = opened.store.read(|reader| reader.log()).expect("the log is read");
    rows.into_iter().map(|row| row.event).collect()
}

#[test]
fn the_desk_opens_an_older_database_only_knowingly() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let clock = Clock::Fixed(moment(MORNING));
    let settings = DeskSettings { vault_dir: dir.clone(), clock, demo: false, cost: KdfCost::LEAST };
    let desk = Desk::new(settings, |_| {});
    let chooser = In(folder.path().to_owned());
    let ask = |name: &str, input: Value| desk.handle(name, input, &chooser);
    let act = |text: &str| {
        ask("call", json!({"name": "NoteIssue", "input": {"text": text, "tags": []}})).expect("kept");
        ask("lock", json!({})).expect("locked");
        fs::read(dir.join(DATABASE)).unwrap()
    };
    let code = ask("create_vault", json!({"passphrase": PASSPHRASE})).expect("made")["recovery_code"].clone();
    ask("confirm_recovery", json!({"code": code})).expect("confirmed");
    let first = act("家族会の日を聞く");
    ask("unlock", json!({"passphrase": PASSPHRASE})).expect("opens");
    let second = act("家族会は第三土曜");

    fs::write(dir.join(DATABASE), &first).unwrap();
    let refused = ask("unlock", json!({"passphrase": PASSPHRASE})).unwrap_err();
    assert_eq!(refused.id, "vault.rolled-back");
    assert!(refused.sentence.contains("最後に使った時より古い"), "{}", refused.sentence);
    assert_eq!(ask("vault_state", json!({})).expect("told")["failures"], 0, "the passphrase was right");
    assert_eq!(fs::read(dir.join(DATABASE)).unwrap(), first, "not one byte may change");
    let wrong = json!({"passphrase": "kusa-mori-hoshi-1235", "accept_older": true});
    assert_eq!(ask("unlock", wrong).unwrap_err().id, "vault.wrong-passphrase");
    ask("unlock", json!({"passphrase": PASSPHRASE, "accept_older": true})).expect("opens knowingly");
    ask("lock", json!({})).expect("locked");
    ask("unlock", json!({"passphrase": PASSPHRASE})).expect("it counts as the newest now");
    ask("lock", json!({})).expect("locked");

    fs::write(dir.join(DATABASE), &second).unwrap();
    let refused = ask("unlock", json!({"passphrase": PASSPHRASE})).unwrap_err();
    assert_eq!(refused.id, "vault.rolled-back", "the line that was left is another line");
    let code = code.as_str().unwrap();
    let again = json!({"code": code, "new_passphrase": "another-way-in-77"});
    assert_eq!(ask("unlock_with_recovery", again.clone()).unwrap_err().id, "vault.rolled-back");
    let mut knowingly = again;
    knowingly["accept_older"] = true.into();
    ask("unlock_with_recovery", knowingly).expect("opens knowingly");
    ask("lock", json!({})).expect("locked");
    let opened = VaultFolder::open_with_recovery(&dir, code).expect("opens");
    assert_eq!(log(opened), ["NoteIssue", "NoteIssue", "open-older"]);
}

#[test]
fn every_page_of_an_older_database_is_noticed() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let before = fs::read(dir.join(DATABASE)).unwrap();
    for number in 0..3 {
        go_on(&dir, &code, &format!("気づき{number}"));
    }
    let newest = lying(&dir);
    let after = &newest[DATABASE];
    let pages = 0..before.len() / 4096;
    let mut told = BTreeMap::new();
    for page in
        pages.map(|n| n * 4096..(n + 1) * 4096).filter(|page| before[page.clone()] != after[page.clone()])
    {
        let mut mixed = after.clone();
        mixed[page.clone()].copy_from_slice(&before[page.clone()]);
        fs::write(dir.join(DATABASE), mixed).unwrap();
        let outcome = id(by_code(&dir, &code));
        assert!(["vault.rolled-back", "vault.damaged"].contains(&outcome), "{outcome} at {page:?}");
        assert!(
            HEADS.iter().all(|head| fs::read(dir.join(head)).unwrap() == newest[*head]),
            "no head may change"
        );
        *told.entry(outcome).or_insert(0) += 1;
    }
    assert!(
        told["vault.rolled-back"] > 0,
        "pages that both checks take for whole must be among them: {told:?}"
    );
    lay(&dir, &newest);
    assert_eq!(age(&dir, &code), Age::Newest);
}

#[test]
fn a_database_older_than_a_killed_program_is_noticed_and_a_head_that_lags_is_not() {
    let folder = Folder::new();
    let (dir, other) = (folder.path().join("vault"), folder.path().join("other"));
    let code = filled(&dir);
    let house = house(by_code(&dir, &code).expect("opens"));
    let opened = lying(&dir);
    note(&house, "一つ目");
    let one = lying(&dir);
    house.call(&around(), "KeepDraft", json!({"place": "case:x", "body": "途中"})).expect("kept");
    let typing = lying(&dir);
    note(&house, "二つ目");
    note(&house, "三つ目");
    let three = lying(&dir);
    drop(house);
    let with = |database: &Files, heads: &Files| {
        let mut mixed = heads.clone();
        mixed.insert(DATABASE.to_owned(), database[DATABASE].clone());
        lay(&other, &mixed);
        by_code(&other, &code).map(|opened| opened.folder.age())
    };
    for (name, state) in [("opened", &opened), ("one", &one), ("typing", &typing), ("three", &three)] {
        assert_eq!(with(state, state).ok(), Some(Age::Newest), "killed after {name}");
    }
    for (database, heads) in [(&one, &opened), (&typing, &one), (&three, &one), (&three, &opened)] {
        assert_eq!(with(database, heads).ok(), Some(Age::Newest), "a head that lags is no alarm");
    }
    for (database, heads) in [(&opened, &one), (&opened, &three), (&one, &three), (&typing, &three)] {
        assert_eq!(id(with(database, heads)), "vault.rolled-back");
    }
    assert_eq!(id(with(&typing, &lying(&dir))), "vault.rolled-back", "closed in order, every page counts");
}

#[test]
fn heads_stand_in_for_each_other_and_lost_ones_are_only_noted() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    go_on(&dir, &code, "もう一つ");
    let whole = lying(&dir);
    let changed = |name: &str, bit: usize| {
        let bytes = flip(&whole[name], bit / 8, bit);
        fs::write(dir.join(name), bytes).unwrap();
    };
    for head in HEADS {
        for bit in (0..512 * 8).step_by(331) {
            lay(&dir, &whole);
            changed(head, bit);
            assert_eq!(age(&dir, &code), Age::Newest, "bit {bit} of {head}");
        }
        lay(&dir, &whole);
        fs::remove_file(dir.join(head)).unwrap();
        assert_eq!(age(&dir, &code), Age::Newest, "the other one stands in");
    }
    lay(&dir, &whole);
    HEADS.iter().for_each(|head| changed(head, 1234));
    assert_eq!(id(by_code(&dir, &code)), "vault.rolled-back", "heads that nobody with the key wrote");
    lay(&dir, &whole);
    HEADS.iter().for_each(|head| fs::remove_file(dir.join(head)).unwrap());
    assert_eq!(age(&dir, &code), Age::Unknown);
    assert_eq!(age(&dir, &code), Age::Newest, "opened once, it has a head again");
}

#[test]
fn undo_a_new_passphrase_and_a_restored_backup_raise_no_alarm() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let opened = by_code(&dir, &code).expect("opens");
    let file = folder.path().join("copy.susono-backup");
    backup::create(&opened.folder, &file, &mut |_, _| {}).expect("made");
    drop(opened);
    for act in ["Undo", "Redo", "Undo"] {
        let opened = by_code(&dir, &code).expect("opens");
        assert_eq!(opened.folder.age(), Age::Newest);
        house(opened).call(&around(), act, json!({})).expect("done");
        assert_eq!(age(&dir, &code), Age::Newest, "after {act}");
    }
    let opened = by_code(&dir, &code).expect("opens");
    opened.folder.set_passphrase(PASSPHRASE, KdfCost::LEAST, &[6; 32]).expect("set");
    drop(opened);
    assert_eq!(VaultFolder::open(&dir, PASSPHRASE).expect("opens").folder.age(), Age::Newest);
    let secret = code.text();
    for place in [&dir, &folder.path().join("new-machine")] {
        let secret = Secret::Recovery(&secret);
        backup::restore(place, &file, &secret, moment(MORNING)).expect("restored");
        assert_eq!(age(place, &code), Age::Newest, "what was brought back is the newest");
        go_on(place, &code, "戻したあとの気づき");
        assert_eq!(age(place, &code), Age::Newest);
    }
    assert!(dir.join("susono.head-0.before-restore-2026-11-02T090000").exists());
}
