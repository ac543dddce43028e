//! A workbook is a packed file: how much comes out of it is counted before anything is read from it.

use super::{TableError, UNPACKED_LIMIT};
use std::io::{Cursor, Read, sink};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most files inside of a workbook.
const ENTRY_LIMIT: usize = 5_000;

/// Unpacks everything once into nothing. What the file says about its own size is not believed.
///
/// Errors: [`TableError::TooLarge`], [`TableError::Protected`], [`TableError::Damaged`], and
/// [`TableError::OtherFile`] for a packed file that is no workbook.
pub(super) fn check(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    if archive.len() > ENTRY_LIMIT {
        return Err(TableError::TooLarge);
    }
    let mut left = UNPACKED_LIMIT;
    let mut workbook = false;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => TableError::Protected,
            _ => TableError::Damaged,
        })?;
        workbook |= file.name().is_ok_and(|name| name.eq_ignore_ascii_case("xl/workbook.xml"));
        let unpacked =
            std::io::copy(&mut file.take(left + 1), &mut sink()).map_err(|_| TableError::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(TableError::TooLarge)?;
    }
    if workbook { Ok(()) } else { Err(TableError::OtherFile) }
}
