//! The parts of a workbook as they lie in its package, for whoever must know everything that a file carries: the cells
//! that are shown are only some of it.

use super::{TableError, UNPACKED_LIMIT, bounded};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Every part of a workbook, by its name in the package, and the comments of the package itself.
///
/// Errors: [`TableError::TooLarge`], [`TableError::Protected`], [`TableError::Damaged`], and
/// [`TableError::OtherFile`] for a packed file that is no workbook.
pub fn parts(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, TableError> {
    bounded::check(bytes, UNPACKED_LIMIT)?;
    let damaged = |_| TableError::Damaged;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let mut found = vec![(String::new(), archive.comment().to_vec())];
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| TableError::Damaged)?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let mut part = file.comment().as_bytes().to_vec();
        file.read_to_end(&mut part).map_err(damaged)?;
        found.push((name, part));
    }
    found.retain(|(name, part)| !name.is_empty() || !part.is_empty());
    Ok(found)
}
