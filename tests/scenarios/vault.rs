//! Stories: the vault. Whatever happens to its files, it opens right, heals, or says why it does not.

#[cfg(target_os = "linux")]
mod full;
mod older;
#[cfg(unix)]
mod rights;

use app::{Circumstances, House};
use files::backup::{self, Secret};
use files::{Chooser, Clock, Desk, DeskSettings, FilesError, KdfCost, Opened, RecoveryCode, VaultFolder};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};
use store::vault::{RootKey, open};
use susono_tests::{Folder, MORNING, moment, practice_pack, project};

const PASSPHRASE: &str = "kusa-mori-hoshi-1234";
const ROOT: [u8; 32] = [9; 32];
/// What no file of the folder may show.
const NOTE: &str = "窓ぎわの席で、亀の水槽の話をなさった";

/// Circumstances with identities that no other call has.
fn around() -> Circumstances {
    static CALLS: AtomicU8 = AtomicU8::new(0);
    Circumstances::new(moment(MORNING), [CALLS.fetch_add(1, Ordering::Relaxed); 32])
}

/// Makes a vault with the practice ward and one note in it, closed again.
fn fill(dir: &Path) -> RecoveryCode {
    let (opened, code) = VaultFolder::create_with_key(dir, ROOT, &[4; 32]).expect("the vault is made");
    let house = House::new(opened.store, |_| {});
    let imported = app::exchange::import(&house, &around(), &practice_pack()).expect("the pack is read");
    assert!(imported.faults.is_empty());
    note(&house, NOTE);
    code
}

type Files = BTreeMap<String, Vec<u8>>;

/// Every file of a vault as it lies there now.
fn lying(dir: &Path) -> Files {
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(&path).expect("it can be read"))
    };
    files_under(dir).into_iter().map(read).collect()
}

/// A copy of such a vault, made once for all stories; its recovery code.
fn filled(dir: &Path) -> RecoveryCode {
    static PREPARED: OnceLock<(Files, String)> = OnceLock::new();
    let (files, code) = PREPARED.get_or_init(|| {
        let folder = Folder::new();
        let code = fill(folder.path());
        (lying(folder.path()), code.text().to_string())
    });
    fs::create_dir_all(dir).unwrap();
    for (name, bytes) in files {
        fs::write(dir.join(name), bytes).unwrap();
    }
    RecoveryCode::read(code).expect("its own code")
}

fn note(house: &House, text: &str) {
    house.call(&around(), "NoteIssue", json!({"text": text, "tags": []})).expect("the note is kept");
}

fn by_code(dir: &Path, code: &RecoveryCode) -> Result<Opened, FilesError> {
    VaultFolder::open_with_recovery(dir, &code.text())
}

fn id<T>(outcome: Result<T, FilesError>) -> &'static str {
    outcome.map_or_else(|error| error.id(), |_| "opened")
}

/// Every record of an opened vault.
fn records(opened: Opened) -> BTreeMap<String, Vec<u8>> {
    app::exchange::export(&House::new(opened.store, |_| {})).expect("the store is written out")
}

fn flip(bytes: &[u8], at: usize, bit: usize) -> Vec<u8> {
    let mut wrong = bytes.to_vec();
    wrong[at] ^= 1 << (bit % 8);
    wrong
}

#[test]
fn a_wrong_passphrase_is_told_from_damage() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let refused = VaultFolder::create(&dir, "kusamori", KdfCost::LEAST, &[1; 32]);
    assert_eq!(refused.err().map(|e| e.id()), Some("passphrase.short"));
    assert!(!dir.exists(), "a refused passphrase must leave nothing behind");
    drop(VaultFolder::create(&dir, PASSPHRASE, KdfCost::LEAST, &[1; 32]).expect("made"));

    assert_eq!(id(VaultFolder::open(&dir, "kusa-mori-hoshi-1235")), "vault.wrong-passphrase");
    assert_eq!(id(VaultFolder::open(&dir, "ｋｕｓａ－ｍｏｒｉ－ｈｏｓｈｉ－１２３４")), "opened");
    let again = VaultFolder::create(&dir, PASSPHRASE, KdfCost::LEAST, &[2; 32]);
    assert_eq!(again.err().map(|e| e.id()), Some("vault.exists"));

    let whole = fs::read(dir.join("susono.db")).unwrap();
    fs::write(dir.join("susono.db"), flip(&whole, 5000, 3)).unwrap();
    assert_eq!(id(VaultFolder::open(&dir, PASSPHRASE)), "vault.damaged");
    assert_eq!(id(VaultFolder::open(&dir, "kusa-mori-hoshi-1235")), "vault.wrong-passphrase");
    fs::write(dir.join("susono.db"), b"").unwrap();
    assert_eq!(id(VaultFolder::open(&dir, PASSPHRASE)), "vault.damaged");
    fs::remove_file(dir.join("susono.db")).unwrap();
    assert_eq!(id(VaultFolder::open(&dir, PASSPHRASE)), "vault.missing");
    assert!(!dir.join("susono.db").exists(), "a vanished database must never be made anew");
    assert_eq!(id(VaultFolder::open(&folder.path().join("elsewhere"), PASSPHRASE)), "vault.missing");
}

#[test]
fn a_changed_passphrase_leaves_the_records_and_the_recovery_code_alone() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let (opened, code) = VaultFolder::create(&dir, PASSPHRASE, KdfCost::LEAST, &[1; 32]).expect("made");
    let before = fs::read(dir.join("susono.db")).unwrap();
    let change = |old: &str, new: &str| opened.folder.change_passphrase(old, new, KdfCost::LEAST, &[5; 32]);
    assert_eq!(id(change("not-the-old-one-1", "another-way-in-77")), "vault.wrong-passphrase");
    assert_eq!(id(change(PASSPHRASE, "short")), "passphrase.short");
    change(PASSPHRASE, "another-way-in-77").expect("changed");
    drop(opened);
    assert_eq!(fs::read(dir.join("susono.db")).unwrap(), before);
    assert_eq!(id(VaultFolder::open(&dir, PASSPHRASE)), "vault.wrong-passphrase");
    assert_eq!(id(VaultFolder::open(&dir, "another-way-in-77")), "opened");
    assert_eq!(id(by_code(&dir, &code)), "opened");
}

#[test]
fn the_recovery_code_opens_and_every_slip_of_the_pen_is_refused() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let text: Vec<char> = code.text().chars().filter(|c| *c != '-').collect();
    for at in 0..text.len() {
        for wrong in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|c| *c != text[at]) {
            let mut slip = text.clone();
            slip[at] = wrong;
            let slip: String = slip.into_iter().collect();
            assert_eq!(id(VaultFolder::open_with_recovery(&dir, &slip)), "vault.bad-code", "{at} {wrong}");
        }
    }
    assert_eq!(id(by_code(&dir, &RecoveryCode::new([1; 16]))), "vault.wrong-recovery");
    let typed = code.text().to_lowercase().replace('-', " ").replace('0', "o");
    let opened = VaultFolder::open_with_recovery(&dir, &typed).expect("the code opens");
    assert!(records(opened).contains_key("cases.csv"));
}

#[test]
fn every_flipped_bit_of_the_database_is_noticed() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let path = dir.join("susono.db");
    let whole = fs::read(&path).unwrap();
    for round in 0..220 {
        // Steps that meet every part of a page: its content, its vector and its seal, and the salt at the front.
        let at =
            if round < 20 { round } else { round * (whole.len() / 220) + round * 37 % 4096 } % whole.len();
        fs::write(&path, flip(&whole, at, round)).unwrap();
        let outcome = by_code(&dir, &code).err().map(|e| e.id());
        assert_eq!(outcome, Some("vault.damaged"), "bit {} of byte {at}", round % 8);
    }
    for cut in [1, 4095, 4096, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..cut]).unwrap();
        assert_eq!(id(by_code(&dir, &code)), "vault.damaged", "cut after {cut} bytes");
    }
    fs::write(&path, &whole).unwrap();
    assert_eq!(id(by_code(&dir, &code)), "opened");
}

#[test]
fn key_files_heal_each_other_and_two_damaged_ones_open_nothing() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let expected = records(by_code(&dir, &code).expect("opens"));
    let (main, second) = (dir.join("susono.keys.json"), dir.join("susono.keys.bak.json"));
    let whole = fs::read(&main).unwrap();
    assert_eq!(fs::read(&second).unwrap(), whole);
    for path in [&main, &second] {
        for at in (0..whole.len()).step_by(whole.len() / 15) {
            fs::write(path, flip(&whole, at, at)).unwrap();
            let opened = by_code(&dir, &code).expect("the other copy opens");
            assert!(opened.healed.len() <= 1);
            drop(opened);
            let found = fs::read(path).unwrap();
            let space = whole[at].is_ascii_whitespace();
            assert!(found == whole || space, "byte {at} must be whole again");
            fs::write(path, &whole).unwrap();
        }
        fs::remove_file(path).unwrap();
        assert_eq!(by_code(&dir, &code).expect("the other copy opens").healed, ["keys"]);
        assert_eq!(fs::read(path).unwrap(), whole, "the lost copy must be back");
    }
    let database = fs::read(dir.join("susono.db")).unwrap();
    let middle = whole.iter().position(|b| *b == b'"').unwrap() + 1;
    for path in [&main, &second] {
        fs::write(path, flip(&whole, middle, 0)).unwrap();
    }
    assert_eq!(id(by_code(&dir, &code)), "vault.keys-damaged");
    assert_eq!(fs::read(dir.join("susono.db")).unwrap(), database, "nothing may be written without keys");
    for path in [&main, &second] {
        fs::write(path, &whole).unwrap();
    }
    assert_eq!(records(by_code(&dir, &code).expect("opens")), expected);
}

#[test]
fn a_second_holder_is_refused_until_the_first_lets_go() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let first = by_code(&dir, &code).expect("opens");
    assert_eq!(id(by_code(&dir, &code)), "vault.in-use");
    let file = folder.path().join("b.susono-backup");
    backup::create(&first.folder, &file, &mut |_, _| {}).expect("made");
    let secret = code.text();
    let restore = backup::restore(&dir, &file, &Secret::Recovery(&secret), moment(MORNING));
    assert_eq!(id(restore), "vault.in-use");
    drop(first);
    assert_eq!(id(by_code(&dir, &code)), "opened");
}

#[test]
fn no_file_of_the_folder_shows_what_was_written() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = fill(&dir);
    let opened = by_code(&dir, &code).expect("opens");
    let house = House::new(opened.store, |_| {});
    let body = "まだ途中の下書き、亀の水槽";
    house.call(&around(), "KeepDraft", json!({"place": "case:x", "body": body})).expect("kept");
    backup::daily(&opened.folder, moment(MORNING)).expect("made");
    let mut seen = 0;
    for path in files_under(&dir) {
        let bytes = fs::read(&path).unwrap();
        seen += bytes.len();
        for secret in [NOTE, body, "水槽", "SQLite format 3"] {
            let plain = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!plain, "{} shows 「{secret}」", path.display());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{} can be read by others", path.display());
        }
    }
    assert!(seen > 500_000, "the database and its backup must have been looked at");
}

fn files_under(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn a_vault_of_a_newer_program_is_refused_untouched() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let path = dir.join("susono.db");
    let conn = open::connect(&path, &RootKey::new(ROOT).data_key()).expect("the key is right");
    conn.pragma_update(None, "user_version", 9999).expect("written");
    drop(conn);
    let before = fs::read(&path).unwrap();
    assert_eq!(id(by_code(&dir, &code)), "vault.newer");
    assert_eq!(fs::read(&path).unwrap(), before, "not one byte may change");
}

#[test]
fn a_backup_is_whole_or_refused_and_brings_everything_back() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let code = filled(&dir);
    let file = folder.path().join("copy.susono-backup");
    let opened = by_code(&dir, &code).expect("opens");
    let mut steps = 0;
    let made = backup::create(&opened.folder, &file, &mut |_, _| steps += 1).expect("made");
    assert!(steps > 1 && made.size > 100_000);
    backup::verify(&opened.folder, &file).expect("whole");
    let whole = fs::read(&file).unwrap();
    let broken = folder.path().join("broken.susono-backup");
    let secret = code.text();
    let secret = Secret::Recovery(&secret);
    for round in 0..60 {
        let at = if round < 30 { round } else { (round - 30) * (whole.len() / 30) + round };
        fs::write(&broken, flip(&whole, at, round)).unwrap();
        assert_eq!(id(backup::verify(&opened.folder, &broken)), "vault.backup-damaged", "byte {at}");
    }
    let kept = records(opened);
    assert_eq!(id(backup::restore(&dir, &broken, &secret, moment(MORNING))), "vault.backup-damaged");
    fs::write(&broken, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(id(backup::restore(&dir, &broken, &secret, moment(MORNING))), "vault.backup-damaged");

    let opened = by_code(&dir, &code).expect("still opens");
    let later = House::new(opened.store, |_| {});
    note(&later, "バックアップのあとの気づき");
    drop((later, opened.folder));
    let wrong = Secret::Passphrase(PASSPHRASE);
    assert_eq!(id(backup::restore(&dir, &file, &wrong, moment(MORNING))), "vault.wrong-passphrase");
    backup::restore(&dir, &file, &secret, moment(MORNING)).expect("restored");
    assert_eq!(records(by_code(&dir, &code).expect("opens")), kept);
    let aside = dir.join("susono.db.before-restore-2026-11-02T090000");
    assert!(aside.exists(), "what stood there before must be kept");
    let days = backup::put_aside(&dir).expect("the folder can be read");
    assert_eq!(days, [moment(MORNING).date_naive()], "and its day is known");

    let elsewhere = folder.path().join("new-machine");
    backup::restore(&elsewhere, &file, &secret, moment(MORNING)).expect("restored on an empty machine");
    assert_eq!(records(by_code(&elsewhere, &code).expect("opens")), kept);
    for path in ["susono.keys.json", "susono.keys.bak.json"] {
        fs::remove_file(dir.join(path)).unwrap();
    }
    assert_eq!(id(by_code(&dir, &code)), "vault.missing");
    fs::create_dir_all(backup::folder(&dir)).unwrap();
    fs::copy(&file, backup::folder(&dir).join("susono-2026-11-01T080000.susono-backup")).unwrap();
    let opened = by_code(&dir, &code).expect("the keys of the newest backup open");
    assert_eq!(opened.healed, ["keys"]);
    assert_eq!(records(opened), kept);
}

/// Dialogs that always answer with places in one folder.
struct In(PathBuf);
impl Chooser for In {
    fn folder(&self, _: &str) -> Option<PathBuf> {
        Some(project().join("assets/demo/pack"))
    }
    fn save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        Some(self.0.join(suggested))
    }
    fn open(&self, _: &str) -> Option<PathBuf> {
        None
    }
}

#[test]
fn the_desk_leads_from_an_empty_folder_to_a_locked_ward_with_its_backup() {
    let folder = Folder::new();
    let dir = folder.path().join("vault");
    let clock = Clock::Fixed(moment(MORNING));
    let settings = DeskSettings { vault_dir: dir.clone(), clock, demo: false, cost: KdfCost::LEAST };
    let desk = Desk::new(settings, |_| {});
    let chooser = In(folder.path().to_owned());
    let ask = |name: &str, input: Value| match desk.handle(name, input.clone(), &chooser) {
        Ok(answer) => answer,
        Err(failure) => panic!("{name} was refused: {failure:?}"),
    };
    let code = ask("create_vault", json!({"passphrase": PASSPHRASE}))["recovery_code"].clone();
    ask("confirm_recovery", json!({"code": code}));
    let outcome = ask("choose_pack", json!({}));
    assert_eq!((&outcome["imported"]["cases.csv"], &outcome["faults"]), (&json!(24), &json!([])));
    let made = ask("backup", json!({}));
    assert!(made["size"].as_u64() > Some(100_000));
    assert!(Path::new(made["path"].as_str().unwrap()).exists());
    let people = ask("call", json!({"name": "Issues", "input": {}}));
    assert_eq!(people["changed"], json!([]));
    ask("lock", json!({}));
    let state = ask("vault_state", json!({}));
    let expected = json!({"state": "locked", "demo": false, "failures": 0, "wait_seconds": 0, "last_backup_on": "2026-11-02"});
    assert_eq!(state, expected);
    assert_eq!(backup::list(&dir).expect("listed").len(), 1, "locking makes the backup of the day");
    let refused = desk.handle("call", json!({"name": "Issues", "input": {}}), &chooser).unwrap_err();
    assert_eq!(refused.id, "vault.locked");
    let refused = desk.handle("unlock", json!({"passphrase": "kusa-mori-hoshi-1235"}), &chooser).unwrap_err();
    assert_eq!(refused.id, "vault.wrong-passphrase");
    assert_eq!(ask("vault_state", json!({}))["failures"], 1);
    ask("unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(ask("vault_state", json!({}))["failures"], 0);
    assert_eq!(
        ask("copies", json!({})),
        json!({"own": ["2026-11-02"], "put_aside": []}),
        "its own copies are told with their days"
    );
}
