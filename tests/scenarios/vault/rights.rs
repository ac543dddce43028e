//! Folders without rights: refused in a plain sentence, nothing written anywhere, nothing lost.
//!
//! The terminal runs as a process of its own. Where the stories run as an administrator, whom no right stops, that
//! process is somebody else who owns the desk but nothing around it.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use susono_tests::{Folder, practice_pack};

/// Whoever is nobody on this machine.
const NOBODY: u32 = 65_534;

/// What stands in a folder: modes and bytes by path. Folders have no bytes.
type Standing = BTreeMap<PathBuf, (u32, Vec<u8>)>;

/// A desk that belongs to one person: a vault, a passphrase, a pack, and a closed cupboard.
struct Desk {
    folder: Folder,
    person: Option<u32>,
}

impl Drop for Desk {
    /// Opens everything again, so that the folder can go.
    fn drop(&mut self) {
        for name in ["cupboard", "pack", "vault"] {
            // Not every story has a vault.
            let _ = fs::set_permissions(self.path(name), Permissions::from_mode(0o700));
        }
    }
}

struct Said {
    code: Option<i32>,
    out: String,
    talk: String,
}

impl Desk {
    fn new() -> Self {
        let folder = Folder::new();
        let administrator = fs::metadata(folder.path()).expect("the folder is ours").uid() == 0;
        let desk = Self { folder, person: administrator.then_some(NOBODY) };
        let write = |name: &str, bytes: &[u8]| fs::write(desk.path(name), bytes).expect("the folder is ours");
        fs::copy(env!("CARGO_BIN_EXE_scribe"), desk.path("scribe")).expect("the program can be copied");
        write("pass", b"kusa-mori-hoshi-1234\n");
        for dir in ["pack", "cupboard", "open"] {
            fs::create_dir(desk.path(dir)).expect("the folder is ours");
        }
        for (name, bytes) in practice_pack() {
            write(&format!("pack/{name}"), &bytes);
        }
        write("cupboard/kept.txt", "前からある紙".as_bytes());
        desk.own(desk.folder.path());
        desk
    }

    /// Gives a folder and all in it to the person.
    fn own(&self, path: &Path) {
        if self.person.is_some() {
            chown(path, self.person, self.person).expect("an administrator may");
        }
        if path.is_dir() {
            for entry in fs::read_dir(path).expect("listed").flatten() {
                self.own(&entry.path());
            }
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn mode(&self, name: &str, mode: u32) {
        fs::set_permissions(self.path(name), Permissions::from_mode(mode)).expect("it is ours");
    }

    /// The person types a command at the desk.
    fn says(&self, vault: &str, words: &[&str]) -> Said {
        let mut command = Command::new(self.path("scribe"));
        command.arg(vault).arg("terminal").args(words).args(["--passphrase-file", "pass"]);
        command.current_dir(self.folder.path());
        if let Some(person) = self.person {
            command.uid(person).gid(person);
        }
        let output = command.output().expect("the terminal starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Said { code: output.status.code(), out: text(output.stdout), talk: text(output.stderr) }
    }

    fn done(&self, words: &[&str]) -> String {
        let said = self.says("vault", words);
        assert_eq!(said.code, Some(cli::DONE), "{words:?}: {}{}", said.out, said.talk);
        said.out
    }

    /// A command that is refused with the sentence of this failure, and leaves every file as it was.
    fn refused(&self, vault: &str, words: &[&str], id: &str) {
        let before = self.standing();
        let said = self.says(vault, words);
        assert_eq!(said.code, Some(cli::REFUSED), "{words:?}: {}{}", said.out, said.talk);
        let sentence = words::ja(&format!("failure.{id}"));
        assert_eq!(said.talk.trim(), sentence, "{words:?} says {id}");
        assert_eq!(said.out, "", "{words:?} has no result");
        let after = self.standing();
        let changed: Vec<&PathBuf> =
            after.keys().chain(before.keys()).filter(|p| after.get(*p) != before.get(*p)).collect();
        assert!(changed.is_empty(), "{words:?} left its traces: {changed:?}");
    }

    /// All that lies on the desk, but for the heads of the vault, which say who opened it last.
    fn standing(&self) -> Standing {
        fn look(path: &Path, found: &mut Standing) {
            let about = fs::metadata(path).expect("it is there");
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if about.is_dir() {
                found.insert(path.to_owned(), (about.mode(), Vec::new()));
                for entry in fs::read_dir(path).into_iter().flatten().flatten() {
                    look(&entry.path(), found);
                }
            } else if !name.starts_with("susono.head-") && name != "scribe" {
                found.insert(path.to_owned(), (about.mode(), fs::read(path).unwrap_or_default()));
            }
        }
        let mut found = Standing::new();
        look(self.folder.path(), &mut found);
        found
    }
}

const NO_RIGHTS: &str = "files.no-rights";

#[test]
fn what_may_not_be_read_or_written_is_refused_in_words_and_changes_nothing() {
    let desk = Desk::new();
    desk.mode("cupboard", 0o555);

    // A vault cannot be made there, and none is made whose recovery code could not be kept.
    desk.refused("cupboard/vault", &["init"], NO_RIGHTS);
    desk.refused("vault", &["init", "--recovery-out", "cupboard/code"], NO_RIGHTS);
    assert!(!desk.path("vault").exists());
    desk.done(&["init", "--recovery-out", "code"]);

    // A folder that is closed, and one with a closed file in it.
    desk.mode("pack", 0o000);
    desk.refused("vault", &["import-pack", "pack"], NO_RIGHTS);
    desk.mode("pack", 0o755);
    desk.mode("pack/contacts.csv", 0o000);
    desk.refused("vault", &["import-pack", "pack"], NO_RIGHTS);
    desk.mode("pack/contacts.csv", 0o644);
    desk.done(&["import-pack", "pack"]);

    // A folder that takes nothing.
    desk.done(&["export-pack", "first"]);
    desk.refused("vault", &["export-pack", "cupboard"], NO_RIGHTS);
    desk.refused("vault", &["export-pack", "cupboard/new"], NO_RIGHTS);
    desk.refused("vault", &["backup", "create", "--out", "cupboard/a.susono-backup"], NO_RIGHTS);
    let report = ["report", "annual", "--fiscal-year", "2025", "--level", "municipal", "--out"];
    desk.refused("vault", &[&report[..], &["cupboard/a.pdf"]].concat(), NO_RIGHTS);
    desk.refused(
        "vault",
        &[&report[..], &["open/a.pdf", "--figures", "cupboard/a.json"]].concat(),
        NO_RIGHTS,
    );
    desk.done(&["export-pack", "second"]);
    for (name, bytes) in susono_tests::pack_files(&desk.path("first")) {
        assert_eq!(
            fs::read(desk.path("second").join(&name)).expect("exported"),
            bytes,
            "{name}: nothing was entered either"
        );
    }
}

#[test]
fn a_vault_that_may_only_be_read_says_so_and_stays_as_it_is() {
    let desk = Desk::new();
    desk.done(&["init", "--recovery-out", "code"]);
    let note = r#"{"text": "亀の水槽", "tags": []}"#;
    desk.done(&["call", "NoteIssue", note]);
    desk.done(&["backup", "create", "--out", "a.susono-backup"]);
    let again = r#"{"text": "もう一つ", "tags": []}"#;
    let all =
        ["vault/susono.db", "vault/susono.keys.json", "vault/susono.keys.bak.json", "vault/susono.lock"];

    // Every file and the folder closed to writing.
    let modes = |file: u32, folder: u32| {
        all.iter().for_each(|name| desk.mode(name, file));
        desk.mode("vault", folder);
    };
    modes(0o400, 0o500);
    for words in [
        &["search", "水槽"][..],
        &["call", "NoteIssue", again],
        &["check"],
        &["backup", "restore", "a.susono-backup"],
    ] {
        desk.refused("vault", words, NO_RIGHTS);
    }
    // Only the folder: the database may be written, but its journal may not be made beside it.
    modes(0o600, 0o700);
    fs::remove_file(desk.path("vault/susono.db-journal")).expect("an empty journal");
    modes(0o600, 0o500);
    desk.refused("vault", &["call", "NoteIssue", again], "store.no-rights");
    // Only the database.
    modes(0o600, 0o700);
    desk.mode("vault/susono.db", 0o400);
    desk.refused("vault", &["call", "NoteIssue", again], "store.no-rights");
    // Not even to be read.
    desk.mode("vault", 0o000);
    desk.refused("vault", &["check"], NO_RIGHTS);
    desk.refused("vault", &["init"], NO_RIGHTS);
    desk.mode("vault", 0o700);
    desk.mode("vault/susono.db", 0o600);
    assert!(desk.done(&["search", "水槽"]).contains("水槽"));
    assert!(!desk.done(&["search", "もう一つ"]).contains("もう一つ"));
}
