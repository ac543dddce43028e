//! The desk of a roof: every act of the window and of the test bridge, by name. A roof adds only its dialogs.

mod attempts;
mod calendar_acts;
mod practice;
mod soon;
mod table_acts;
mod vault_acts;
mod work_acts;

use crate::folder::Opened;
use crate::side::Side;
use crate::{Clock, KdfCost, Standing, VaultFolder, entropy};
use app::{Circumstances, Event, Failure, House};
use attempts::Attempts;
pub use practice::PRACTICE_PASSPHRASE;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};
use store::vault::{KeyFile, RecoveryCode, RootKey};
pub use table_acts::read_list;

/// What a desk needs to know.
#[derive(Clone, Debug)]
pub struct DeskSettings {
    /// Folder of the vault.
    pub vault_dir: PathBuf,
    /// Where moments come from.
    pub clock: Clock,
    /// True when the vault holds the fictional practice ward.
    pub demo: bool,
    /// What one guess of the passphrase of a new vault shall cost.
    pub cost: KdfCost,
}

/// How a roof lets a person choose a place. `None` means that nothing was chosen.
pub trait Chooser {
    /// A folder to read.
    fn folder(&self, title: &str) -> Option<PathBuf>;
    /// A file to write; `suggested` is its name.
    fn save(&self, title: &str, suggested: &str) -> Option<PathBuf>;
    /// A file to read.
    fn open(&self, title: &str) -> Option<PathBuf>;
}

/// The desk. It can be asked from several threads at once; long acts do not keep others waiting.
pub struct Desk {
    settings: DeskSettings,
    listener: Arc<dyn Fn(Event) + Send + Sync>,
    state: Mutex<State>,
    attempts: Mutex<Attempts>,
    told: Mutex<soon::Told>,
}

/// A house together with the folder it lives in. The folder's lock is free when the last user is gone.
struct OpenVault {
    house: House,
    folder: VaultFolder,
}

impl OpenVault {
    /// A word for the person, in the language of the settings.
    fn word(&self, key: &str) -> String {
        words::say(self.house.language(), key)
    }
}

/// Keys of a vault that is made once the recovery code was written down and typed again.
struct Unconfirmed {
    keys: KeyFile,
    root: RootKey,
    code: RecoveryCode,
}

enum State {
    Shut,
    Unconfirmed(Box<Unconfirmed>),
    Open(Arc<OpenVault>),
}

impl Desk {
    /// A desk over a folder. `listener` hears the event stream of the house.
    pub fn new(settings: DeskSettings, listener: impl Fn(Event) + Send + Sync + 'static) -> Self {
        let attempts = Mutex::new(Attempts::after(Side::read(&settings.vault_dir).failures));
        Self {
            settings,
            listener: Arc::new(listener),
            state: Mutex::new(State::Shut),
            attempts,
            told: Mutex::default(),
        }
    }

    /// Does one thing by its name.
    ///
    /// Names: `vault_state` `create_vault` `confirm_recovery` `unlock` `unlock_with_recovery` `lock`
    /// `change_passphrase` `call` `choose_pack` `export_paper` `export_report` `export_tables` `copy_table` `backup` `copies` `choose_table`
    /// `import_table` `save_table_rest` `export_calendar` `import_calendar` `stop` `face`. Errors: `door.unknown-name`, `door.bad-input`, `vault.locked`, and whatever the act refuses.
    pub fn handle(&self, name: &str, input: Value, choose: &dyn Chooser) -> Result<Value, Failure> {
        if CROSSING.contains(&name) {
            self.open_vault()?.house.face().may_write()?;
        }
        match name {
            "vault_state" => self.vault_state(read(input)?),
            "create_vault" => self.create_vault(read(input)?),
            "confirm_recovery" => self.confirm_recovery(read(input)?),
            "unlock" => self.unlock(read(input)?),
            "unlock_with_recovery" => self.unlock_with_recovery(read(input)?),
            "lock" => self.lock(read(input)?),
            "change_passphrase" => self.change_passphrase(read(input)?),
            "call" => self.call(read(input)?),
            "choose_pack" => self.choose_pack(read(input)?, choose),
            "export_paper" => self.export_paper(read(input)?, choose),
            "export_report" => self.export_report(read(input)?, choose),
            "export_tables" => self.export_tables(read(input)?, choose),
            "copy_table" => self.copy_table(read(input)?),
            "backup" => self.backup(read(input)?, choose),
            "copies" => self.copies(read(input)?),
            "choose_table" => self.choose_table(read(input)?, choose),
            "import_table" => self.import_table(read(input)?),
            "save_table_rest" => self.save_table_rest(read(input)?, choose),
            "export_calendar" => self.export_calendar(read(input)?, choose),
            "import_calendar" => self.import_calendar(read(input)?, choose),
            "stop" => self.stop(read(input)?),
            "face" => self.face(read(input)?),
            _ => Err(Failure::new("door.unknown-name").with("name", name)),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn attempts(&self) -> MutexGuard<'_, Attempts> {
        self.attempts.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The open vault. Error: `vault.locked`.
    fn open_vault(&self) -> Result<Arc<OpenVault>, Failure> {
        match &*self.state() {
            State::Open(vault) => Ok(Arc::clone(vault)),
            _ => Err(Failure::new("vault.locked")),
        }
    }

    fn around(&self) -> Result<Circumstances, Failure> {
        Ok(Circumstances::new(self.settings.clock.now(), entropy()?))
    }

    /// Puts an opened vault behind the door.
    fn enter(&self, state: &mut State, opened: Opened) {
        let listener = Arc::clone(&self.listener);
        let house = House::new(opened.store, move |event| listener(event));
        *state = State::Open(Arc::new(OpenVault { house, folder: opened.folder }));
    }

    /// Shows codes instead of names, or names again.
    fn face(&self, wish: FaceWish) -> Result<Value, Failure> {
        let vault = self.open_vault()?;
        let face = vault.house.face();
        if let Some(codes) = wish.codes {
            face.show_codes(codes);
        }
        Ok(json!({ "codes": face.shows_codes() }))
    }

    fn vault_state(&self, _: Nothing) -> Result<Value, Failure> {
        let dir = &self.settings.vault_dir;
        let word = match &*self.state() {
            State::Open(_) => "open",
            State::Unconfirmed(_) => "unconfirmed",
            State::Shut => match VaultFolder::standing(dir) {
                Standing::None => "none",
                Standing::Vault => "locked",
            },
        };
        let attempts = self.attempts();
        Ok(json!({
            "state": word,
            "demo": self.settings.demo,
            "failures": attempts.failures(),
            "wait_seconds": attempts.wait_seconds(),
            "last_backup_on": Side::read(dir).last_backup_on,
        }))
    }
}

/// What carries records into the vault or out of it: not while codes are shown instead of names. A backup is sealed.
const CROSSING: &[&str] = &[
    "choose_pack",
    "export_paper",
    "export_report",
    "export_tables",
    "copy_table",
    "choose_table",
    "import_table",
    "save_table_rest",
    "export_calendar",
    "import_calendar",
];

/// Input of `face`: codes or names from now on; nothing asks which.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FaceWish {
    codes: Option<bool>,
}

/// An input without fields.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, Failure> {
    let input = if input.is_null() { json!({}) } else { input };
    // What the reader says could repeat a passphrase, so only the identity goes out.
    serde_json::from_value(input).map_err(|_| Failure::new("door.bad-input"))
}

#[cfg(test)]
mod tests;
