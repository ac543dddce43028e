//! The same from a terminal: `susono-cli`, run in this process with its own streams, clock and key costs.

use cli::{DAMAGED, DONE, REFUSED, Terminal, USAGE, WRONG_PASSPHRASE, run};
use files::{Clock, KdfCost};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use susono_tests::{Folder, moment, pack_files, project};

const PASSPHRASE: &str = "fictional-ward-2026";

/// What one run said.
pub(crate) struct Said {
    code: i32,
    pub(crate) out: String,
    pub(crate) talk: String,
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}\n{}", self.out, self.talk))
    }
    pub(crate) fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.talk);
        self
    }
}

fn typed(input: &str, arguments: &[&str]) -> Said {
    let (mut out, mut talk) = (Vec::new(), Vec::new());
    let mut input = input.as_bytes();
    let mut terminal = Terminal { input: &mut input, ask: None, output: &mut out, talk: &mut talk };
    let clock = Clock::Fixed(moment(susono_tests::MORNING));
    let code = run(arguments.iter().map(Into::into).collect(), &mut terminal, clock, KdfCost::LEAST);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said { code, out: text(out), talk: text(talk) }
}

/// A vault in a folder of its own, with files for its secrets.
pub(crate) struct Desk {
    folder: Folder,
}

impl Desk {
    /// A vault that holds the practice ward. It is made once and copied.
    fn new() -> Self {
        static FIRST: OnceLock<BTreeMap<PathBuf, Vec<u8>>> = OnceLock::new();
        let first = FIRST.get_or_init(|| {
            let desk = Self::bare();
            desk.says(&["init", "--recovery-out", &desk.text("code")]).with(DONE);
            desk.says(&["import-pack", &practice()]).with(DONE);
            let (root, vault) = (pack_files(desk.folder.path()), pack_files(&desk.path("vault")));
            let inside = vault.into_iter().map(|(name, bytes)| (Path::new("vault").join(name), bytes));
            root.into_iter().map(|(name, bytes)| (name.into(), bytes)).chain(inside).collect()
        });
        let folder = Folder::new();
        std::fs::create_dir(folder.path().join("vault")).expect("the folder is ours");
        for (name, bytes) in first {
            std::fs::write(folder.path().join(name), bytes).expect("the folder is ours");
        }
        Self { folder }
    }
    /// A desk with a passphrase thought of, and no vault yet.
    pub(crate) fn bare() -> Self {
        let desk = Self { folder: Folder::new() };
        std::fs::write(desk.path("pass"), format!("{PASSPHRASE}\r\n")).expect("the folder is ours");
        desk
    }
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }
    /// Runs a command on the vault with its passphrase.
    pub(crate) fn says(&self, arguments: &[&str]) -> Said {
        let (vault, pass) = (self.text("vault"), self.text("pass"));
        typed("", &[arguments, &["--vault", &vault, "--passphrase-file", &pass]].concat())
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is ours");
    for entry in std::fs::read_dir(from).expect("the folder is ours").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("the folder is ours");
        }
    }
}

pub(crate) fn practice() -> String {
    project().join("assets/demo/pack").to_string_lossy().into_owned()
}

#[test]
fn a_ward_comes_in_is_counted_and_goes_out() {
    let desk = Desk::new();
    let expected = std::fs::read_to_string(project().join("tests/golden/figures-2025.json")).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    assert_eq!(desk.says(&["--json", "figures", "--fiscal-year", "2025"]).with(DONE).json(), expected);
    let plain = desk.says(&["figures", "--fiscal-year=2025"]).with(DONE);
    assert!(plain.out.contains("persons.distinct\t21\n"), "{}", plain.out);

    desk.says(&["export-pack", &desk.text("out")]).with(DONE);
    let files = pack_files(&desk.path("out"));
    assert_eq!(files.len(), 18, "17 files and schema.json");
    desk.says(&["import-pack", &desk.text("out")]).with(REFUSED);

    let hits = desk.says(&["search", "大家", "--limit", "3", "--json"]).with(DONE).json();
    assert!(hits["total"].is_u64() && hits["hits"].is_array(), "{hits}");
    let narrowed =
        desk.says(&["search", "種別:記録", "期間:令和7年度", "--limit", "3", "--json"]).with(DONE).json();
    let hits: Vec<_> = narrowed["hits"].as_array().into_iter().flatten().collect();
    assert!(hits.len() == 3 && hits.iter().all(|hit| hit["kind"] == "contact"), "{narrowed}");
    assert_eq!(narrowed["told"], serde_json::json!([]));
    let misspelled = desk.says(&["search", "病因:楠沢", "--json"]).with(DONE).json();
    assert!(misspelled["told"][0].as_str().is_some_and(|told| told.contains("病院:")), "{misspelled}");
    assert!(desk.says(&["alerts", "--json"]).with(DONE).json().is_array());
    let reply = desk.says(&["call", "Organisations", "{\"filter\": \"楠沢病院\"}"]).with(DONE).json();
    assert_eq!(reply["value"][0]["name"], "楠沢病院");
    assert!(desk.says(&["contract", "--json"]).with(DONE).json().as_array().is_some_and(|l| l.len() > 20));
}

#[test]
fn faults_are_listed_and_nothing_is_written() {
    let desk = Desk::new();
    let bad = desk.path("bad");
    copy(Path::new(&practice()), &bad);
    let text = std::fs::read_to_string(bad.join("contacts.csv")).unwrap();
    std::fs::write(bad.join("contacts.csv"), text.replacen(",phone,", ",telephone,", 1)).unwrap();
    std::fs::create_dir(desk.path("second")).unwrap();
    let vault = desk.text("second/vault");
    let pass = desk.text("pass");
    let second = |arguments: &[&str]| {
        typed("", &[arguments, &["--vault", &vault, "--passphrase-file", &pass]].concat())
    };
    assert!(
        !second(&["init"]).with(DONE).out.trim().is_empty(),
        "without --recovery-out the code is the result"
    );
    let said = second(&["import-pack", &desk.text("bad"), "--json"]).with(REFUSED).json();
    assert_eq!(said["imported"], serde_json::json!({}));
    let fault = &said["faults"][0];
    assert_eq!((&fault["file"], &fault["line"]), (&Value::from("contacts.csv"), &Value::from(2)));
    assert_eq!((&fault["column"], &fault["code"]), (&Value::from("method"), &Value::from("unknown_code")));
    assert!(fault["reason"].as_str().is_some_and(|r| r.contains("telephone")));
    let english = second(&["import-pack", &desk.text("bad"), "--lang", "en"]).with(REFUSED);
    assert!(
        english.out.starts_with("contacts.csv\t2\tmethod\t") && english.out.is_ascii()
            || english.out.contains('“'),
        "{}",
        english.out
    );
    let figures = second(&["figures", "--fiscal-year", "2025", "--json"]).with(DONE).json();
    assert_eq!(figures["contacts"]["total"], 0);

    let long = desk.path("long");
    std::fs::create_dir(&long).unwrap();
    let mut file = std::fs::File::create(long.join("people.csv")).unwrap();
    std::io::Write::write_all(&mut file, b"person_id,name,kana,org_id,job\r\nP1,").unwrap();
    let block = vec![b'x'; 1 << 20];
    for _ in 0..200 {
        std::io::Write::write_all(&mut file, &block).unwrap();
    }
    drop(file);
    let said = second(&["import-pack", &desk.text("long"), "--json"]).with(REFUSED).json();
    assert_eq!(
        (&said["faults"][0]["code"], &said["faults"][0]["line"]),
        (&Value::from("too_long"), &Value::from(2))
    );
    second(&["import-pack", &desk.text("nowhere")]).with(REFUSED);
    second(&["import-pack", &desk.text("pass")]).with(REFUSED);
    second(&["export-pack", &desk.text("pass")]).with(REFUSED);
}

#[test]
fn exit_codes_tell_why() {
    let desk = Desk::new();
    let vault = desk.text("vault");
    typed("", &[]).with(USAGE);
    typed("", &["--help"]).with(DONE);
    typed("", &["dance", "--vault", &vault]).with(USAGE);
    typed("", &["check", "--vault", &vault, "--colour", "red"]).with(USAGE);
    typed("", &["check", "--vault"]).with(USAGE);
    typed("", &["check", "--vault", &vault]).with(USAGE);
    typed("", &["check", "--vault", &vault, "--now", "yesterday"]).with(USAGE);
    typed("another-passphrase-77\n", &["check", "--vault", &vault]).with(WRONG_PASSPHRASE);
    typed(&format!("{PASSPHRASE}\n"), &["--json", "check", "--vault", &vault]).with(DONE);
    typed(&format!("{PASSPHRASE}\n"), &["check", "--vault", &desk.text("elsewhere")]).with(REFUSED);
    let path = desk.path("vault/susono.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&path, bytes).unwrap();
    let said = desk.says(&["check", "--json"]).with(DAMAGED).json();
    assert_eq!(said["ok"], false);
}

#[test]
fn keys_and_backups_do_their_work() {
    let desk = Desk::new();
    let (vault, code) = (desk.text("vault"), desk.text("code"));
    typed("", &["recovery", "test", "--vault", &vault, "--recovery-file", &code]).with(DONE);
    std::fs::write(desk.path("new"), "yet-another-ward-2027\n").unwrap();
    let backup =
        desk.says(&["backup", "create", "--out", &desk.text("copy.susono"), "--json"]).with(DONE).json();
    assert!(backup["size"].as_u64().is_some_and(|n| n > 100_000));
    desk.says(&["backup", "create"]).with(DONE);
    assert_eq!(desk.says(&["backup", "list", "--json"]).with(DONE).json().as_array().map(Vec::len), Some(1));
    desk.says(&["backup", "verify", &desk.text("copy.susono")]).with(DONE);

    desk.says(&["passphrase", "change"]).with(USAGE);
    desk.says(&["passphrase", "change", "--new-passphrase-file", &desk.text("new")]).with(DONE);
    desk.says(&["check"]).with(WRONG_PASSPHRASE);
    std::fs::write(desk.path("short"), "abc\n").unwrap();
    typed(
        "yet-another-ward-2027\n",
        &["passphrase", "change", "--vault", &vault, "--new-passphrase-file", &desk.text("short")],
    )
    .with(REFUSED);
    typed(
        "",
        &[
            "passphrase",
            "change",
            "--vault",
            &vault,
            "--recovery-file",
            &code,
            "--new-passphrase-file",
            &desk.text("pass"),
        ],
    )
    .with(DONE);
    desk.says(&["check"]).with(DONE);

    desk.says(&["backup", "restore", &desk.text("copy.susono")]).with(DONE);
    let figures = desk.says(&["figures", "--fiscal-year", "2025", "--json"]).with(DONE).json();
    assert_eq!(figures["contacts"]["total"], 859);
    let mut bytes = std::fs::read(desk.path("copy.susono")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(desk.path("copy.susono"), bytes).unwrap();
    desk.says(&["backup", "verify", &desk.text("copy.susono")]).with(DAMAGED);
    desk.says(&["backup", "restore", &desk.text("copy.susono")]).with(DAMAGED);
    desk.says(&["check"]).with(DONE);
}

#[test]
fn dates_are_read_without_a_vault() {
    let said =
        typed("", &["read-date", "きのう", "--now", "2025-05-02T09:00+09:00", "--json"]).with(DONE).json();
    assert_eq!((&said["date"], &said["precision"]), (&Value::from("2025-05-01"), &Value::from("day")));
    assert_eq!(typed("", &["read-date", "昭和54年"]).with(DONE).out, "1979\tyear\n");
    let said = typed("", &["read-date", "2/30", "--json"]).with(REFUSED).json();
    assert_eq!(said["date"], Value::Null);
    assert!(!typed("", &["read-date", "あした天気"]).with(REFUSED).talk.contains("failure."));
}
