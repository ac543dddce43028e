//! The fictional ward that the stories share: a vault in a folder of its own, a clock that stands still, and the
//! one door. Every person in it is invented.
//!
//! ```text
//! let ward = ward();                                       // the practice ward, 2 November 2026, nine o'clock
//! let plan = ward.call("PlanOther", json!({ … }));         // an act; a refusal fails the story
//! ward.fails("MovePlan", json!({ … }), "plan.recorded");   // a refusal that the story expects
//! ```

mod folder;
mod pages;
pub mod recount;
pub mod second_pack;
pub mod soak;

pub use folder::Folder;
pub use pages::decrypted;

use app::{Circumstances, Event, Failure, House, Reply};
use chrono::{DateTime, FixedOffset};
use files::{FilesError, Opened, Standing, VaultFolder};
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use store::Store;
use store::vault::{DataKey, KeyFile, RootKey};

/// The moment at which every story begins.
pub const MORNING: &str = "2026-11-02T09:00:00+09:00";

/// Key of the vault of every story.
const KEY: [u8; 32] = [7; 32];

/// Place of the draft that the scribe types.
pub const CRASH_PLACE: &str = "story/crash";

/// Opens the vault that the scribe writes, and makes it where there is none.
pub fn crash_vault(dir: &Path) -> Result<Opened, FilesError> {
    const DICE: [u8; 32] = [8; 32];
    if VaultFolder::standing(dir) == Standing::None {
        return Ok(VaultFolder::create_with_key(dir, DICE, &DICE)?.0);
    }
    let (_, code) = KeyFile::create_for(&RootKey::new(DICE), &DICE)?;
    VaultFolder::open_with_recovery(dir, &code.text())
}

/// An open vault with a clock that only the story moves.
pub struct Ward {
    house: House,
    now: Cell<DateTime<FixedOffset>>,
    calls: Cell<u64>,
    heard: Arc<Mutex<Vec<Event>>>,
    folder: Folder,
}

/// The practice ward: the fictional pack of `assets/demo`, imported.
pub fn ward() -> Ward {
    static PREPARED: OnceLock<Vec<u8>> = OnceLock::new();
    let prepared = PREPARED.get_or_init(|| {
        let ward = empty();
        ward.import(&practice_pack());
        let Ward { house, folder, .. } = ward;
        drop(house);
        std::fs::read(vault_file(&folder)).expect("the prepared vault is one file")
    });
    let folder = Folder::new();
    std::fs::write(vault_file(&folder), prepared).expect("the folder is ours");
    let ward = open(folder);
    // The import took the first identities of this clock.
    ward.calls.set(1 << 32);
    ward
}

/// A vault that knows nobody.
pub fn empty() -> Ward {
    open(Folder::new())
}

/// The files of the practice pack.
pub fn practice_pack() -> BTreeMap<String, Vec<u8>> {
    pack_files(&project().join("assets/demo/pack"))
}

/// The files of a folder as an import takes them.
pub fn pack_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("the pack is there").flatten() {
        if entry.path().is_file() {
            let bytes = std::fs::read(entry.path()).expect("a pack's file can be read");
            files.insert(entry.file_name().to_string_lossy().into_owned(), bytes);
        }
    }
    files
}

/// The folder of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests lie in the project").to_owned()
}

/// A moment of a story, `2026-11-02T09:00+09:00` with or without seconds.
pub fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .expect("a moment is written with its offset")
}

fn vault_file(folder: &Folder) -> PathBuf {
    folder.path().join("vault.db")
}

fn open(folder: Folder) -> Ward {
    let store = Store::open(&vault_file(&folder), &DataKey::new(KEY)).expect("the vault opens");
    let heard: Arc<Mutex<Vec<Event>>> = Arc::default();
    let hearing = heard.clone();
    let house = House::new(store, move |event| hearing.lock().expect("one story at a time").push(event));
    Ward { house, now: Cell::new(moment(MORNING)), calls: Cell::new(0), heard, folder }
}

impl Ward {
    /// Moves the clock.
    pub fn at(&self, text: &str) -> &Self {
        self.now.set(moment(text));
        self
    }

    /// The same vault, closed and opened again; the clock goes on.
    pub fn opened_again(self) -> Self {
        let Self { house, now, calls, folder, .. } = self;
        drop(house);
        let again = open(folder);
        again.now.set(now.get());
        again.calls.set(calls.get());
        again
    }

    /// What is true around the next call: the clock of the story and identities that no other call has.
    pub fn around(&self) -> Circumstances {
        self.calls.set(self.calls.get() + 1);
        let mut entropy = [0; 32];
        entropy[..8].copy_from_slice(&self.calls.get().to_be_bytes());
        Circumstances::new(self.now.get(), entropy)
    }

    /// The open house, for what is not in the contract.
    pub const fn house(&self) -> &House {
        &self.house
    }

    /// The folder in which the vault lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Every byte of the vault's file, decrypted: free pages and the gaps between records too.
    pub fn every_byte(&self) -> Vec<u8> {
        let file = std::fs::read(vault_file(&self.folder)).expect("the vault is one file");
        decrypted(&file, &KEY)
    }

    /// Calls through the door.
    pub fn try_call(&self, name: &str, input: Value) -> Result<Reply, Failure> {
        self.house.call(&self.around(), name, input)
    }

    /// Calls through the door and gives the whole reply; a refusal fails the story.
    pub fn reply(&self, name: &str, input: Value) -> Reply {
        match self.try_call(name, input.clone()) {
            Ok(reply) => reply,
            Err(failure) => panic!("{name} {input} was refused: {failure:?}"),
        }
    }

    /// Calls through the door and gives the answer; a refusal fails the story.
    pub fn call(&self, name: &str, input: Value) -> Value {
        self.reply(name, input).value
    }

    /// Calls through the door and expects a refusal of this identity, worded, with nothing changed by it.
    pub fn fails(&self, name: &str, input: Value, id: &str) -> Failure {
        let before = self.house.generation();
        let failure = match self.try_call(name, input.clone()) {
            Ok(reply) => panic!("{name} {input} should be refused as {id}, but gave {}", reply.value),
            Err(failure) => failure,
        };
        assert_eq!(failure.id, id, "{name} {input}");
        assert_ne!(failure.sentence, format!("failure.{id}"), "{id} has no sentence");
        assert!(!failure.sentence.contains('{'), "{} has a hole left in it", failure.sentence);
        assert_eq!(self.house.generation(), before, "a refused {name} must change nothing");
        failure
    }

    /// Imports the files of a pack; a fault fails the story.
    pub fn import(&self, files: &BTreeMap<String, Vec<u8>>) {
        let imported =
            app::exchange::import(&self.house, &self.around(), files).expect("the pack can be read");
        assert!(imported.faults.is_empty(), "the pack has faults: {:?}", imported.faults);
    }

    /// Every current record, file by file, as the open format writes it. Earlier versions of notes are left out: an
    /// undo adds one more of them, because history is never rewritten.
    pub fn records(&self) -> BTreeMap<String, String> {
        let mut files = app::exchange::export(&self.house).expect("the store can be written out");
        files.remove("contact_revisions.csv");
        files.into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
    }

    /// The case of the person with this name, `"南 和夫"`.
    pub fn case(&self, name: &str) -> String {
        let list = self.call("CaseList", json!({"filter": "", "scope": "all", "sort": "kana"}));
        let line = list["lines"].as_array().and_then(|lines| lines.iter().find(|line| line["name"] == name));
        line.and_then(|line| line["id"].as_str())
            .unwrap_or_else(|| panic!("{name} is not in the ward"))
            .to_owned()
    }

    /// The organisation of this name.
    pub fn organisation(&self, name: &str) -> String {
        let found = self.call("Organisations", json!({"filter": name}));
        found[0]["id"].as_str().unwrap_or_else(|| panic!("{name} is not in the directory")).to_owned()
    }

    /// Takes the last act back.
    pub fn undo(&self) -> Value {
        self.call("Undo", json!({}))
    }

    /// Does the last act that was taken back again.
    pub fn redo(&self) -> Value {
        self.call("Redo", json!({}))
    }

    /// Everything the event stream said so far.
    pub fn heard(&self) -> Vec<Event> {
        self.heard.lock().expect("one story at a time").clone()
    }
}
