//! A folder of CSV files into memory, and back.

use crate::{FilesError, write};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

/// Largest file of a pack: 64 MiB.
const MOST_FILE: u64 = 64 << 20;
/// Largest pack: 256 MiB.
const MOST_PACK: u64 = 256 << 20;
/// Most CSV files of a pack's folder.
const MOST_FILES: usize = 200;
/// How the name of a photo or paper of a note begins.
const ATTACHMENT: &str = "attachment_";
/// All of those together: 1 GiB.
const MOST_ATTACHED: u64 = 1 << 30;

/// Reads the CSV files of a folder, and the photos and papers of its notes. Other files and folders are left alone.
///
/// Errors: `files.not-found`, `files.too-large`, `files.no-rights`.
pub fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, FilesError> {
    let mut files = BTreeMap::new();
    let (mut total, mut attached) = (0, 0);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let csv = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
        let Some(name) = path.file_name().and_then(|n| n.to_str()) else { continue };
        let attachment = name.starts_with(ATTACHMENT);
        if !(csv || attachment) || !path.is_file() {
            continue;
        }
        let mut bytes = Vec::new();
        File::open(&path)?.take(MOST_FILE + 1).read_to_end(&mut bytes)?;
        if attachment {
            attached += bytes.len() as u64;
            if attached > MOST_ATTACHED {
                return Err(FilesError::TooLarge);
            }
            files.insert(name.to_owned(), bytes);
            continue;
        }
        total += bytes.len() as u64;
        // One longer file is cut here and named by the reader of the format.
        if total > MOST_PACK
            || files.keys().filter(|name| !name.starts_with(ATTACHMENT)).count() >= MOST_FILES
        {
            return Err(FilesError::TooLarge);
        }
        files.insert(name.to_owned(), bytes);
    }
    Ok(files)
}

/// Writes the files of a pack into a folder, which is made where there is none. Each file is whole or not there.
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), FilesError> {
    write::private_folder_if_new(folder)?;
    for (name, bytes) in files {
        write::whole(&folder.join(name), bytes)?;
    }
    Ok(())
}
