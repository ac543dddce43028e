//! Files that are whole or not there, readable by their owner only.

use crate::FilesError;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file as a whole: into a new file beside it, flushed to the disk, renamed over the old one.
pub fn whole(path: &Path, bytes: &[u8]) -> Result<(), FilesError> {
    let draft = Draft::write(path, bytes)?;
    draft.keep()
}

/// A file that is written but not yet in its place. Dropped, it vanishes.
pub struct Draft {
    temporary: PathBuf,
    path: PathBuf,
    kept: bool,
}

impl Draft {
    /// Writes the bytes into a temporary file beside `path`.
    pub fn write(path: &Path, bytes: &[u8]) -> Result<Self, FilesError> {
        let draft = Self::beside(path)?;
        let mut file = private_file(&draft.temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(draft)
    }

    /// A temporary name beside `path` that nobody holds.
    pub(crate) fn beside(path: &Path) -> Result<Self, FilesError> {
        let name = path.file_name().ok_or(FilesError::Io(std::io::ErrorKind::InvalidInput))?;
        let mut temporary = name.to_os_string();
        temporary.push(".new");
        let temporary = path.with_file_name(temporary);
        if fs::symlink_metadata(&temporary).is_ok() {
            fs::remove_file(&temporary)?;
        }
        Ok(Self { temporary, path: path.to_owned(), kept: false })
    }

    /// Where the bytes are until they are kept.
    pub(crate) fn temporary(&self) -> &Path {
        &self.temporary
    }

    /// Removes the empty journal that a database leaves beside itself.
    fn clear_journal(&self) {
        let mut journal = self.temporary.clone().into_os_string();
        journal.push("-journal");
        let _ = fs::remove_file(journal);
    }

    /// Puts the file in its place.
    pub fn keep(mut self) -> Result<(), FilesError> {
        fs::rename(&self.temporary, &self.path)?;
        self.kept = true;
        self.clear_journal();
        sync_folder(&self.path)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept {
            // What is left of a draft is of no use; that it cannot be removed changes nothing.
            let _ = fs::remove_file(&self.temporary);
            self.clear_journal();
        }
    }
}

/// A new file that only its owner may read. Error where the name is taken.
pub(crate) fn private_file(path: &Path) -> Result<File, FilesError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}

/// Makes a folder that only its owner may enter, with the folders above it.
pub(crate) fn private_folder(path: &Path) -> Result<(), FilesError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    #[cfg(unix)]
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// The same, leaving a folder that is there as it is.
pub(crate) fn private_folder_if_new(path: &Path) -> Result<(), FilesError> {
    if path.is_dir() { Ok(()) } else { private_folder(path) }
}

/// Makes a rename in the folder of `path` outlive a power cut, where the system can.
pub(crate) fn sync_folder(path: &Path) -> Result<(), FilesError> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_a_dropped_draft_leaves_nothing() {
        let folder = crate::folder::scratch("write");
        let path = folder.join("a.json");
        whole(&path, b"one").unwrap();
        whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        drop(Draft::write(&path, b"three").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(whole(&folder.join("none/a.json"), b"x").unwrap_err().id(), "files.not-found");
        fs::remove_dir_all(&folder).unwrap();
    }
}
