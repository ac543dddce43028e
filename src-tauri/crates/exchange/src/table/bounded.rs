//! A workbook is a packed file: how much comes out of it is counted before anything is read from it.

use super::TableError;
use std::io::{Cursor, Read, sink};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most files inside of a workbook.
const ENTRY_LIMIT: usize = 5_000;

/// Unpacks everything once into nothing, up to `limit` bytes. What the file says about its own size is not believed.
///
/// Errors: [`TableError::TooLarge`], [`TableError::Protected`], [`TableError::Damaged`], and
/// [`TableError::OtherFile`] for a packed file that is no workbook.
pub(super) fn check(bytes: &[u8], limit: u64) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    if archive.len() > ENTRY_LIMIT {
        return Err(TableError::TooLarge);
    }
    let mut left = limit;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    #[test]
    fn what_unpacks_to_too_much_is_refused_whatever_it_says() {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, length) in [("xl/workbook.xml", 10), ("xl/worksheets/sheet1.xml", 1 << 20)] {
            file.start_file(name, SimpleFileOptions::default()).unwrap();
            file.write_all(&vec![b' '; length]).unwrap();
        }
        let bytes = file.finish().unwrap().into_inner();
        assert!(bytes.len() < 4_096);
        assert_eq!(check(&bytes, 2 << 20), Ok(()));
        assert_eq!(check(&bytes, 1 << 20), Err(TableError::TooLarge));
        // The size in the directory says one byte; what comes out is counted.
        let lying: Vec<u8> = {
            let mut bytes = bytes;
            let real = u32::to_le_bytes(1 << 20);
            while let Some(at) = bytes.windows(4).position(|w| w == real) {
                bytes[at..at + 4].copy_from_slice(&1u32.to_le_bytes());
            }
            bytes
        };
        assert!(check(&lying, 1 << 19).is_err());
    }

    #[test]
    fn a_packed_file_that_is_no_workbook_is_another_file() {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        file.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
        let bytes = file.finish().unwrap().into_inner();
        assert_eq!(check(&bytes, 1 << 20), Err(TableError::OtherFile));
        assert_eq!(check(b"PK\x03\x04", 1 << 20), Err(TableError::Damaged));
    }
}
