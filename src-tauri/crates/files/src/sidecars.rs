//! The key file beside the database and its second copy, and how each heals the other.

use crate::{FilesError, backup, write};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use store::vault::{KeyFile, OpenError, RootKey};

/// The key file.
pub(crate) fn main(dir: &Path) -> PathBuf {
    dir.join("susono.keys.json")
}
/// Its second copy.
pub(crate) fn second(dir: &Path) -> PathBuf {
    dir.join("susono.keys.bak.json")
}

/// Key files found, the newest first, without repetition.
pub(crate) fn read(dir: &Path) -> Result<Vec<KeyFile>, FilesError> {
    let mut found: Vec<KeyFile> = Vec::new();
    let mut why = OpenError::Missing;
    for path in [main(dir), second(dir)] {
        match fs::read(&path) {
            Ok(bytes) => match KeyFile::parse(&bytes) {
                Ok(keys) => found.push(keys),
                Err(error) if why == OpenError::Missing || why == OpenError::KeysDamaged => why = error,
                Err(_) => {}
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    if found.is_empty() {
        found.extend(backup::newest_keys(dir));
    }
    found.sort_by_key(|keys| std::cmp::Reverse(keys.generation()));
    found.dedup();
    if found.is_empty() { Err(why.into()) } else { Ok(found) }
}

/// The first key file that a secret opens.
pub(crate) fn unwrap(
    keys: Vec<KeyFile>,
    open: impl Fn(&KeyFile) -> Result<RootKey, OpenError>,
) -> Result<(KeyFile, RootKey), FilesError> {
    let mut why = OpenError::KeysDamaged;
    for file in keys {
        match open(&file) {
            Ok(root) => return Ok((file, root)),
            Err(error) => why = error,
        }
    }
    Err(why.into())
}

/// Writes both copies, the second one first, and reads both back.
pub(crate) fn write_both(dir: &Path, keys: &KeyFile) -> Result<(), FilesError> {
    let bytes = keys.to_bytes()?;
    for path in [second(dir), main(dir)] {
        write::whole(&path, &bytes)?;
        if KeyFile::parse(&fs::read(&path)?)? != *keys {
            return Err(OpenError::KeysDamaged.into());
        }
    }
    Ok(())
}

/// Writes again what is missing, damaged or old; true when something was.
pub(crate) fn heal(dir: &Path, keys: &KeyFile) -> Result<bool, FilesError> {
    let whole = |path: PathBuf| {
        fs::read(path).ok().and_then(|bytes| KeyFile::parse(&bytes).ok()).is_some_and(|found| found == *keys)
    };
    if whole(main(dir)) && whole(second(dir)) {
        return Ok(false);
    }
    write_both(dir, keys)?;
    Ok(true)
}
