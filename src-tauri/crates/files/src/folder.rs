//! One open vault: who holds its folder, its keys, and the way to its database.

use crate::backup::Secret;
use crate::heads::{self, Age, Heads};
use crate::{FilesError, backup, sidecars, write};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::vault::{KdfCost, KeyFile, OpenError, RecoveryCode, RootKey, open, passphrase};
use store::{Examined, Store};

/// What stands in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No vault and no trace of one.
    None,
    /// A vault, or what is left of one.
    Vault,
}

/// One open vault. While it or its store lives nobody else can open it; dropped, its keys are wiped.
#[derive(Debug)]
pub struct VaultFolder {
    dir: PathBuf,
    root: RootKey,
    keys: Mutex<KeyFile>,
    age: Age,
    _lock: Arc<File>,
}

/// A vault that was opened.
pub struct Opened {
    /// Its folder.
    pub folder: VaultFolder,
    /// Its store.
    pub store: Store,
    /// What was missing or damaged and is whole again: `keys`, `database`.
    pub healed: Vec<&'static str>,
}

/// Folders that programs carry to other machines while the vault is open.
const SYNCED: &[&str] =
    &["dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "mobile documents", "nextcloud"];

impl VaultFolder {
    /// What stands in a folder. Nothing is made or changed. Where nobody may look, there is something.
    pub fn standing(dir: &Path) -> Standing {
        let traces = [database(dir), sidecars::main(dir), sidecars::second(dir)];
        let any = traces.iter().any(|path| !matches!(seen(path), Ok(false)));
        if any || backup::newest_keys(dir).is_some() { Standing::Vault } else { Standing::None }
    }

    /// Makes a vault in an empty or new folder. The passphrase must be acceptable.
    ///
    /// Errors: `passphrase.…`, `vault.exists`, `vault.synced`, `vault.in-use`, `files.…`.
    pub fn create(
        dir: &Path,
        passphrase: &str,
        cost: KdfCost,
        entropy: &[u8; 32],
    ) -> Result<(Opened, RecoveryCode), FilesError> {
        let passphrase = passphrase::accept(passphrase).map_err(FilesError::Passphrase)?;
        Self::check_free(dir)?;
        let (keys, root, code) = KeyFile::create(&passphrase, cost, entropy)?;
        Ok((Self::create_from(dir, keys, root)?, code))
    }

    /// Makes a vault under a given root key, without a passphrase: only its recovery code opens it.
    pub fn create_with_key(
        dir: &Path,
        root: [u8; 32],
        entropy: &[u8; 32],
    ) -> Result<(Opened, RecoveryCode), FilesError> {
        let root = RootKey::new(root);
        let (keys, code) = KeyFile::create_for(&root, entropy)?;
        Ok((Self::create_from(dir, keys, root)?, code))
    }

    /// Makes a vault from keys that were made before.
    pub(crate) fn create_from(dir: &Path, keys: KeyFile, root: RootKey) -> Result<Opened, FilesError> {
        Self::check_free(dir)?;
        write::private_folder(dir)?;
        let lock = Arc::new(lock(dir)?);
        Self::check_free(dir)?;
        // The database is whole before the first key file stands; it takes its name last, so that a broken
        // attempt is either no vault at all or one that opening completes.
        let draft = write::Draft::beside(&database(dir))?;
        Store::open(draft.temporary(), &root.data_key())?;
        File::open(draft.temporary())?.sync_all()?;
        sidecars::write_both(dir, &keys)?;
        draft.keep()?;
        let found = Examined::of(&database(dir), &root.data_key())?;
        let heads = Heads::new(dir, &keys, &root, Arc::clone(&lock), found.mark());
        let (heads, _) = heads.receive(&found, false)?;
        let store = found.open(Some(Box::new(heads)))?;
        let folder =
            Self { dir: dir.to_owned(), root, keys: Mutex::new(keys), age: Age::Newest, _lock: lock };
        Ok(Opened { folder, store, healed: Vec::new() })
    }

    /// Refuses folders in which a vault stands or must not stand.
    pub(crate) fn check_free(dir: &Path) -> Result<(), FilesError> {
        let synced = |part: std::path::Component| {
            let part = part.as_os_str().to_string_lossy().to_lowercase();
            SYNCED.iter().any(|name| part == *name || part.starts_with(&format!("{name} ")))
        };
        if dir.components().any(synced) {
            return Err(FilesError::Synced);
        }
        seen(&database(dir))?;
        if Self::standing(dir) == Standing::None { Ok(()) } else { Err(FilesError::Exists) }
    }

    /// Opens a vault with its passphrase.
    ///
    /// Errors: `vault.wrong-passphrase` told apart from `vault.damaged`, `vault.keys-damaged`, `vault.missing`,
    /// `vault.in-use`, `vault.newer`; `vault.rolled-back` for an older database in the place of the newest.
    pub fn open(dir: &Path, passphrase: &str) -> Result<Opened, FilesError> {
        Self::open_with(dir, &Secret::Passphrase(passphrase), false)
    }

    /// Opens a vault with its recovery code.
    ///
    /// Errors: `vault.bad-code` for a code that cannot be one, `vault.wrong-recovery`, and those of [`Self::open`].
    pub fn open_with_recovery(dir: &Path, code: &str) -> Result<Opened, FilesError> {
        Self::open_with(dir, &Secret::Recovery(code), false)
    }

    /// Opens a vault. With `accept_older` it opens even where its database is older than what was used last, and
    /// counts as the newest from then on.
    ///
    /// Errors: those of [`Self::open`] and [`Self::open_with_recovery`].
    pub fn open_with(dir: &Path, secret: &Secret, accept_older: bool) -> Result<Opened, FilesError> {
        if Self::standing(dir) == Standing::None {
            return Err(OpenError::Missing.into());
        }
        let [even, odd] = heads::paths(dir);
        let links = [database(dir), sidecars::main(dir), sidecars::second(dir), even, odd];
        if links.iter().any(|path| fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink())) {
            return Err(FilesError::Link);
        }
        let lock = Arc::new(lock(dir)?);
        let (keys, root) = secret.unwrap(sidecars::read(dir)?)?;
        let mut healed = Vec::new();
        let path = database(dir);
        if !path.exists() {
            complete(&path, &root)?;
            healed.push("database");
        }
        let found = Examined::of(&path, &root.data_key())?;
        let heads = Heads::new(dir, &keys, &root, Arc::clone(&lock), found.mark());
        let (heads, age) = heads.receive(&found, accept_older)?;
        let store = found.open(Some(Box::new(heads)))?;
        if sidecars::heal(dir, &keys)? {
            healed.push("keys");
        }
        let folder = Self { dir: dir.to_owned(), root, keys: Mutex::new(keys), age, _lock: lock };
        Ok(Opened { folder, store, healed })
    }

    /// Sets a new passphrase after the old one was proven.
    ///
    /// Errors: `vault.wrong-passphrase`, `passphrase.…`.
    pub fn change_passphrase(
        &self,
        old: &str,
        new: &str,
        cost: KdfCost,
        entropy: &[u8; 32],
    ) -> Result<(), FilesError> {
        self.keys().unwrap_with_passphrase(&passphrase::half_width(old))?;
        self.set_passphrase(new, cost, entropy)
    }

    /// Sets a new passphrase on a vault that is open, as after opening it with the recovery code.
    pub fn set_passphrase(&self, new: &str, cost: KdfCost, entropy: &[u8; 32]) -> Result<(), FilesError> {
        let new = passphrase::accept(new).map_err(FilesError::Passphrase)?;
        let next = self.keys().rewrap(&self.root, &new, cost, entropy)?;
        sidecars::write_both(&self.dir, &next)?;
        *self.keys.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = next;
        Ok(())
    }

    /// Proves that a recovery code opens this vault, without changing anything.
    ///
    /// Errors: `vault.bad-code`, `vault.wrong-recovery`.
    pub fn test_recovery(&self, code: &str) -> Result<(), FilesError> {
        let code = RecoveryCode::read(code).map_err(|_| FilesError::BadCode)?;
        self.keys().unwrap_with_recovery(&code)?;
        Ok(())
    }

    /// Writes key files again that were lost or damaged meanwhile; true when some were.
    pub fn heal(&self) -> Result<bool, FilesError> {
        sidecars::heal(&self.dir, &self.keys())
    }

    /// How the database stood to its head when it was opened.
    pub const fn age(&self) -> Age {
        self.age
    }
    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }
    /// The database.
    pub fn database(&self) -> PathBuf {
        database(&self.dir)
    }
    /// The keys, as they are written in every backup.
    pub(crate) fn keys(&self) -> KeyFile {
        self.keys.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
    pub(crate) const fn root(&self) -> &RootKey {
        &self.root
    }
}

/// True where something stands under this name. Error: nobody may look.
fn seen(path: &Path) -> Result<bool, FilesError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Name of the database in a vault's folder.
pub(crate) fn database(dir: &Path) -> PathBuf {
    dir.join("susono.db")
}

/// Tries to take the folder, and how long between them: a holder that is just leaving, or a child of this process
/// that has not yet let go of what it was born with, is gone within this time.
const TRIES: usize = 25;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// Takes the folder for this process. Error: `vault.in-use`.
pub(crate) fn lock(dir: &Path) -> Result<File, FilesError> {
    let path = dir.join("susono.lock");
    let file = match write::private_file(&path) {
        Ok(file) => file,
        Err(_) => OpenOptions::new().write(true).open(&path)?,
    };
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN_TRIES),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(OpenError::InUse.into())
}

/// Finishes a vault whose making was cut off after its keys were written.
fn complete(path: &Path, root: &RootKey) -> Result<(), FilesError> {
    let mut made = path.as_os_str().to_owned();
    made.push(".new");
    let made = PathBuf::from(made);
    if !made.exists() {
        return Err(OpenError::Missing.into());
    }
    open::verify(&open::connect(&made, &root.data_key())?)?;
    fs::rename(&made, path)?;
    write::sync_folder(path)
}

/// An empty folder for a test of this crate.
#[cfg(test)]
pub(crate) fn scratch(name: &str) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("susono-files-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

#[cfg(test)]
mod tests;
