//! The one-file backup: magic, lengths, key file, database, and a sum over all of it.
//!
//! The database inside is encrypted under the vault's key, so a backup is as closed as the vault. It opens with
//! the passphrase that was valid when it was made, or with the recovery code.

use crate::folder::{database, lock};
use crate::heads::{self, Heads};
use crate::{FilesError, Standing, VaultFolder, sidecars, write};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::backup as copying;
use store::house::Mark;
use store::vault::{KeyFile, OpenError, RecoveryCode, RootKey, passphrase};
use store::{Examined, StoreError};

const MAGIC: &[u8; 16] = b"susono-backup/1\n";
const HEAD: u64 = 16 + 4 + 8;
const SUM: u64 = 32;
const MOST_KEYS: u32 = 16 * 1024;
/// Ending of a backup's name.
pub const ENDING: &str = "susono-backup";
const STAMP: &str = "%Y-%m-%dT%H%M%S";
/// Stands between a name and the moment in what a restored backup put aside.
const ASIDE: &str = ".before-restore-";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// Day it was made, by its name.
    pub made_on: Option<NaiveDate>,
}

/// What opens a backup or a vault.
pub enum Secret<'a> {
    /// The passphrase.
    Passphrase(&'a str),
    /// The recovery code.
    Recovery(&'a str),
}

impl Secret<'_> {
    /// The first key file that the secret opens. Errors: `vault.wrong-passphrase`, `vault.bad-code`, `vault.wrong-recovery`.
    pub(crate) fn unwrap(&self, keys: Vec<KeyFile>) -> Result<(KeyFile, RootKey), FilesError> {
        match self {
            Secret::Passphrase(text) => {
                let text = passphrase::half_width(text);
                sidecars::unwrap(keys, |k| k.unwrap_with_passphrase(&text))
            }
            Secret::Recovery(text) => {
                let code = RecoveryCode::read(text).map_err(|_| FilesError::BadCode)?;
                sidecars::unwrap(keys, |k| k.unwrap_with_recovery(&code))
            }
        }
    }
}

/// The folder of automatic backups.
pub fn folder(dir: &Path) -> PathBuf {
    dir.join("backups")
}

/// Name of a backup made at a moment.
pub fn name(at: DateTime<FixedOffset>) -> String {
    format!("susono-{}.{ENDING}", at.format(STAMP))
}

fn made_at(path: &Path) -> Option<NaiveDateTime> {
    let stem = path.file_stem()?.to_str()?.strip_prefix("susono-")?;
    NaiveDateTime::parse_from_str(stem, STAMP).ok()
}

fn described(path: &Path) -> Result<BackupFile, FilesError> {
    let size = fs::metadata(path)?.len();
    Ok(BackupFile { path: path.to_owned(), size, made_on: made_at(path).map(|at| at.date()) })
}

/// Makes a backup of an open vault and checks it before it takes its name.
///
/// `progress` hears pages done and pages in all.
pub fn create(
    vault: &VaultFolder,
    to: &Path,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<BackupFile, FilesError> {
    if to == vault.database() || to == sidecars::main(vault.dir()) || to == sidecars::second(vault.dir()) {
        return Err(FilesError::Exists);
    }
    vault.heal()?;
    let copy = write::Draft::beside(&vault.dir().join("susono.backup.db"))?;
    copying::copy(&vault.database(), copy.temporary(), &vault.root().data_key(), progress)?;
    let draft = write::Draft::beside(to)?;
    assemble(&vault.keys(), copy.temporary(), draft.temporary())?;
    check_sum(draft.temporary())?;
    draft.keep()?;
    described(to)
}

fn assemble(keys: &KeyFile, db: &Path, to: &Path) -> Result<(), FilesError> {
    let keys = keys.to_bytes()?;
    let length = fs::metadata(db)?.len();
    let mut out = Summing { to: write::private_file(to)?, sum: Sha256::new() };
    out.write_all(MAGIC)?;
    out.write_all(&u32::try_from(keys.len()).map_err(|_| FilesError::TooLarge)?.to_le_bytes())?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&keys)?;
    if std::io::copy(&mut File::open(db)?, &mut out)? != length {
        return Err(FilesError::BackupDamaged);
    }
    let sum = out.sum.clone().finalize();
    out.to.write_all(&sum)?;
    out.to.sync_all()?;
    Ok(())
}

struct Summing {
    to: File,
    sum: Sha256,
}
impl Write for Summing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.sum.update(&bytes[..n]);
        Ok(n)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

/// Reads the head of a backup, leaving `file` at the first byte of the database; its keys and its length.
fn head(file: &mut File) -> Result<(KeyFile, u64), FilesError> {
    let mut start = [0u8; HEAD as usize];
    file.read_exact(&mut start).map_err(|_| FilesError::BackupDamaged)?;
    let (magic, rest) = start.split_at(MAGIC.len());
    let (keys, db) = rest.split_at(4);
    let keys = u32::from_le_bytes(keys.try_into().map_err(|_| FilesError::BackupDamaged)?);
    let db = u64::from_le_bytes(db.try_into().map_err(|_| FilesError::BackupDamaged)?);
    let whole =
        HEAD.checked_add(u64::from(keys)).and_then(|n| n.checked_add(db)).and_then(|n| n.checked_add(SUM));
    if magic != MAGIC || keys > MOST_KEYS || whole != Some(file.metadata()?.len()) {
        return Err(FilesError::BackupDamaged);
    }
    let mut bytes = vec![0u8; keys as usize];
    file.read_exact(&mut bytes).map_err(|_| FilesError::BackupDamaged)?;
    match KeyFile::parse(&bytes) {
        Ok(keys) => Ok((keys, db)),
        Err(OpenError::Newer) => Err(OpenError::Newer.into()),
        Err(_) => Err(FilesError::BackupDamaged),
    }
}

/// Checks form and sum of a backup; needs no secret.
fn check_sum(path: &Path) -> Result<(), FilesError> {
    let mut file = File::open(path)?;
    head(&mut file)?;
    let mut file = File::open(path)?;
    let mut left = file.metadata()?.len() - SUM;
    let mut sum = Sha256::new();
    let mut buffer = vec![0u8; 1 << 16];
    while left > 0 {
        let most = usize::try_from(left.min(buffer.len() as u64)).unwrap_or(buffer.len());
        file.read_exact(&mut buffer[..most]).map_err(|_| FilesError::BackupDamaged)?;
        sum.update(&buffer[..most]);
        left -= most as u64;
    }
    let mut written = [0u8; SUM as usize];
    file.read_exact(&mut written).map_err(|_| FilesError::BackupDamaged)?;
    if sum.finalize().as_slice() == written { Ok(()) } else { Err(FilesError::BackupDamaged) }
}

/// Checks a backup whole: its sum, and with the keys of the open vault every page inside.
///
/// Errors: `vault.backup-damaged`; `vault.other-vault` where the keys at hand do not open it.
pub fn verify(vault: &VaultFolder, path: &Path) -> Result<BackupFile, FilesError> {
    check_sum(path)?;
    let (keys, _) = head(&mut File::open(path)?)?;
    if keys.vault_id() != vault.keys().vault_id() {
        return Err(FilesError::OtherVault);
    }
    let inside = unpack(path, &vault.dir().join("susono.verify.db"))?;
    check_inside(inside.temporary(), vault.root())?;
    described(path)
}

/// Writes the database of a backup beside `to`, not yet in its place.
fn unpack(path: &Path, to: &Path) -> Result<write::Draft, FilesError> {
    let mut file = File::open(path)?;
    let (_, length) = head(&mut file)?;
    let draft = write::Draft::beside(to)?;
    let mut out = write::private_file(draft.temporary())?;
    if std::io::copy(&mut file.take(length), &mut out)? != length {
        return Err(FilesError::BackupDamaged);
    }
    out.sync_all()?;
    Ok(draft)
}

/// Checks every page of the database of a backup; the newest row of its log.
fn check_inside(path: &Path, root: &RootKey) -> Result<Mark, FilesError> {
    match Examined::of(path, &root.data_key()) {
        Ok(found) => Ok(found.mark().clone()),
        Err(StoreError::Open(OpenError::Damaged(_))) => Err(FilesError::BackupDamaged),
        Err(other) => Err(other.into()),
    }
}

/// Backups in the vault's own folder of backups, the newest first.
pub fn list(dir: &Path) -> Result<Vec<BackupFile>, FilesError> {
    let entries = match fs::read_dir(folder(dir)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == ENDING) {
            found.push(described(&path)?);
        }
    }
    found.sort_by(|a, b| b.path.cmp(&a.path));
    Ok(found)
}

/// Days on which a restored backup put the records of then aside, the newest first. Nothing clears them away.
pub fn put_aside(dir: &Path) -> Result<Vec<NaiveDate>, FilesError> {
    let mut days = Vec::new();
    for entry in fs::read_dir(dir)? {
        let name = entry?.file_name();
        let Some((kept, stamp)) = name.to_str().and_then(|name| name.split_once(ASIDE)) else { continue };
        if database(dir).ends_with(kept) {
            days.extend(NaiveDateTime::parse_from_str(stamp, STAMP).map(|at| at.date()));
        }
    }
    days.sort_by(|a, b| b.cmp(a));
    Ok(days)
}

/// The key file in the newest whole backup of the vault's own folder.
pub(crate) fn newest_keys(dir: &Path) -> Option<KeyFile> {
    let files = list(dir).ok()?;
    files.iter().find_map(|file| Some(head(&mut File::open(&file.path).ok()?).ok()?.0))
}

/// Makes a backup in the vault's own folder unless there is one of that day, and clears old ones away: the last
/// seven days, five weeks and twelve months stay. `None` when there was one already.
pub fn daily(vault: &VaultFolder, at: DateTime<FixedOffset>) -> Result<Option<BackupFile>, FilesError> {
    let today = at.date_naive();
    if list(vault.dir())?.iter().any(|file| file.made_on == Some(today)) {
        return Ok(None);
    }
    write::private_folder(&folder(vault.dir()))?;
    let made = create(vault, &folder(vault.dir()).join(name(at)), &mut |_, _| {})?;
    let days: Vec<BackupFile> = list(vault.dir())?.into_iter().filter(|f| f.made_on.is_some()).collect();
    let dates: Vec<NaiveDate> = days.iter().filter_map(|f| f.made_on).collect();
    for (file, kept) in days.iter().zip(kept(&dates)) {
        if !kept {
            fs::remove_file(&file.path)?;
        }
    }
    Ok(Some(made))
}

/// Which of the days, the newest first, stay.
fn kept(days: &[NaiveDate]) -> Vec<bool> {
    let (mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new());
    days.iter()
        .enumerate()
        .map(|(i, day)| {
            let week = (day.iso_week().year(), day.iso_week().week());
            let month = (day.year(), day.month());
            let weekly = weeks.len() < 5 && weeks.insert(week);
            let monthly = months.len() < 12 && months.insert(month);
            i < 7 || weekly || monthly
        })
        .collect()
}

/// Brings a backup back into a vault's folder. What stood there is kept beside it under another name.
///
/// The vault must be closed. The secret is that of the vault's keys as they are now, or of the backup's. Where
/// the keys of now open it, they stay, so that a changed passphrase stays changed.
pub fn restore(
    dir: &Path,
    path: &Path,
    secret: &Secret,
    at: DateTime<FixedOffset>,
) -> Result<(), FilesError> {
    check_sum(path)?;
    let (inside, _) = head(&mut File::open(path)?)?;
    // A vault's folder stays as closed or open as it is.
    if VaultFolder::standing(dir) == Standing::None {
        write::private_folder(dir)?;
    }
    let lock = Arc::new(lock(dir)?);
    let mut keys = sidecars::read(dir).unwrap_or_default();
    keys.retain(|k| k.vault_id() == inside.vault_id());
    keys.push(inside);
    let (keys, root) = secret.unwrap(keys)?;
    let draft = unpack(path, &database(dir))?;
    // A schema that this program does not know is refused before anything is moved.
    let mark = check_inside(draft.temporary(), &root)?;
    let aside = set_aside(dir, at)?;
    let placed = draft.keep().and_then(|()| sidecars::write_both(dir, &keys));
    if placed.is_err() {
        for (from, to) in &aside {
            fs::rename(to, from)?;
        }
        return placed;
    }
    // What was brought back is the newest from now on; the head says so as soon as it is dropped.
    Heads::new(dir, &keys, &root, lock, &mark).begin()
}

/// Moves the database, its journal and its heads out of the way and copies its key files; where each was and is.
fn set_aside(dir: &Path, at: DateTime<FixedOffset>) -> Result<Vec<(PathBuf, PathBuf)>, FilesError> {
    let mut moved = Vec::new();
    let journal = dir.join("susono.db-journal");
    let [even, odd] = heads::paths(dir);
    for path in [database(dir), journal, even, odd, sidecars::main(dir), sidecars::second(dir)] {
        if fs::symlink_metadata(&path).is_err() {
            continue;
        }
        let mut to = path.clone().into_os_string();
        to.push(format!("{ASIDE}{}", at.format(STAMP)));
        let to = PathBuf::from(to);
        if fs::symlink_metadata(&to).is_ok() {
            return Err(FilesError::Exists);
        }
        if path == sidecars::main(dir) || path == sidecars::second(dir) {
            fs::copy(&path, &to)?;
        } else {
            fs::rename(&path, &to)?;
        }
        moved.push((path, to));
    }
    write::sync_folder(&database(dir))?;
    Ok(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_then_weeks_then_months_stay() {
        let last = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let days: Vec<NaiveDate> = (0..800).map(|n| last - chrono::Days::new(n)).collect();
        let stay: Vec<NaiveDate> =
            days.iter().zip(kept(&days)).filter(|(_, k)| *k).map(|(d, _)| *d).collect();
        assert_eq!(&stay[..7], &days[..7]);
        assert!((20..=24).contains(&stay.len()), "{}", stay.len());
        assert_eq!(stay.last().unwrap().to_string(), "2025-12-31");
    }
}
