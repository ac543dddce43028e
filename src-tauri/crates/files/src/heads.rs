//! The two files in which a vault's head alternates. Whatever moment the machine stops at, one of them is whole.
//!
//! While a vault is open the head says how far the log has come; it is written after each act, never before, and
//! not flushed: one that lags behind is fine. Once the vault is closed the head says what every page was. Opening
//! takes that word back, flushed, before the first page can change.

use crate::folder::database;
use crate::{FilesError, write};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::house::Mark;
use store::vault::{Head, KeyFile, MacKey, RootKey, head};
use store::{Examined, Keeper};

/// How a database stands to the head beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It is the newest.
    Newest,
    /// There was no head to compare it with.
    Unknown,
    /// It is older than the head or of another line, and was opened knowingly.
    Older,
}

/// Where the heads are. The next one goes over the older of the two.
pub(crate) fn paths(dir: &Path) -> [PathBuf; 2] {
    [dir.join("susono.head-0"), dir.join("susono.head-1")]
}

/// Keeps the head of one open vault.
pub(crate) struct Heads {
    dir: PathBuf,
    vault_id: String,
    key: MacKey,
    turn: u64,
    mark: Mark,
    /// True once the database was taken over. Before, it is not ours to speak for.
    begun: bool,
    /// Nobody else may open the vault before its last head is written.
    _lock: Arc<File>,
}

impl Heads {
    /// Heads of a vault that has none yet.
    pub(crate) fn new(dir: &Path, keys: &KeyFile, root: &RootKey, lock: Arc<File>, mark: &Mark) -> Self {
        let (dir, vault_id, mark) = (dir.to_owned(), keys.vault_id().to_owned(), mark.clone());
        Self { dir, vault_id, key: root.mac_key(), turn: 0, mark, begun: false, _lock: lock }
    }

    /// Writes the first head.
    pub(crate) fn begin(mut self) -> Result<(), FilesError> {
        self.put(None, true)?;
        self.begun = true;
        Ok(())
    }

    /// Compares a database that was found whole with the head beside it, and takes it over as it is now.
    ///
    /// Error: `vault.rolled-back` unless `accept_older`.
    pub(crate) fn receive(mut self, found: &Examined, accept_older: bool) -> Result<(Self, Age), FilesError> {
        let (there, newest) = self.read();
        let age = match &newest {
            None if !there => Age::Unknown,
            Some(head) if fits(head, found, &self.dir)? => Age::Newest,
            _ if accept_older => Age::Older,
            _ => return Err(FilesError::RolledBack),
        };
        let closed = newest.as_ref().is_some_and(|head| head.pages.is_some());
        self.turn = newest.map_or(0, |head| head.turn);
        match self.put(None, true) {
            // A word about pages that are going to change must not stay.
            Err(error) if closed => Err(error),
            _ => {
                self.begun = true;
                Ok((self, age))
            }
        }
    }

    /// Whether there is any head's file, and the newest head that can be read.
    fn read(&self) -> (bool, Option<Head>) {
        let (mut there, mut newest) = (false, None::<Head>);
        for path in paths(&self.dir) {
            let bytes = match fs::read(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                bytes => bytes.unwrap_or_default(),
            };
            there = true;
            if let Some(head) = Head::parse(&bytes, &self.vault_id, &self.key)
                && newest.as_ref().is_none_or(|before| before.turn < head.turn)
            {
                newest = Some(head);
            }
        }
        (there, newest)
    }

    /// Writes the next head over the older one. Only a head that was written counts, so that the newest stays.
    fn put(&mut self, pages: Option<String>, flushed: bool) -> Result<(), FilesError> {
        let head = Head { turn: self.turn + 1, mark: self.mark.clone(), pages };
        let [even, odd] = paths(&self.dir);
        let path = if head.turn.is_multiple_of(2) { even } else { odd };
        let made = !path.exists();
        let mut file =
            if made { write::private_file(&path)? } else { OpenOptions::new().write(true).open(&path)? };
        let bytes = head.to_bytes(&self.vault_id, &self.key);
        file.write_all(&bytes)?;
        if file.metadata()?.len() != bytes.len() as u64 {
            file.set_len(bytes.len() as u64)?;
        }
        if flushed {
            file.sync_all()?;
            if made {
                write::sync_folder(&path)?;
            }
        }
        self.turn = head.turn;
        Ok(())
    }
}

impl Keeper for Heads {
    fn kept(&mut self, mark: &Mark) {
        self.mark = mark.clone();
        // The act is kept. A head that the disk refuses lags behind, which is no alarm.
        let _ = self.put(None, false);
    }
}

impl Drop for Heads {
    fn drop(&mut self) {
        if !self.begun {
            return;
        }
        // A journal that is not empty changes pages at the next opening.
        let at_rest = fs::metadata(self.dir.join("susono.db-journal")).map_or(0, |m| m.len()) == 0;
        if let Ok(pages) = head::pages(&database(&self.dir))
            && at_rest
        {
            // Without its word about the pages the head still knows how far the log had come.
            let _ = self.put(Some(pages), false);
        }
    }
}

/// True when the database is what the head says: page by page after an orderly end, else by its log.
fn fits(head: &Head, found: &Examined, dir: &Path) -> Result<bool, FilesError> {
    match &head.pages {
        Some(pages) => Ok(head.mark == *found.mark() && *pages == head::pages(&database(dir))?),
        None => Ok(found.follows(&head.mark)?),
    }
}
