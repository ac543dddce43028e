//! The parts of a workbook as they lie in its package, for whoever must know everything that a file carries: the cells
//! that are shown are only some of it.

use super::{TableError, UNPACKED_LIMIT, bounded};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of the head of a part, of its entry in the directory, and of the end of the directory, besides their words.
const HEAD: u64 = 30;
const ENTRY: u64 = 46;
const END: u64 = 22;

/// Everything that a packed file carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// Every part by its name in the package, in the order of the directory.
    pub parts: Vec<(String, Vec<u8>)>,
    /// Comments of the package and of its parts; empty ones are left out.
    pub comments: Vec<String>,
    /// There are bytes that belong to no part: between them, before, behind, or in a field that no reader shows.
    pub loose: bool,
}

/// Every part of a workbook and what else lies in its package.
///
/// Errors: [`TableError::TooLarge`], [`TableError::Protected`], [`TableError::Damaged`], and
/// [`TableError::OtherFile`] for a packed file that is no workbook.
pub fn package(bytes: &[u8]) -> Result<Package, TableError> {
    bounded::check(bytes, UNPACKED_LIMIT)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let mut found = Package::default();
    let mut said = vec![String::from_utf8_lossy(archive.comment()).into_owned()];
    let mut places: Vec<(u64, u64)> = Vec::new();
    let mut directory = END + archive.comment().len() as u64;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| TableError::Damaged)?;
        let name = String::from_utf8_lossy(file.name_raw()).into_owned();
        let mut part = Vec::new();
        file.read_to_end(&mut part).map_err(|_| TableError::Damaged)?;
        let data = file.data_start().ok_or(TableError::Damaged)?;
        let end = data + file.compressed_size();
        let behind = usize::try_from(end).ok().and_then(|end| bytes.get(end..)).unwrap_or_default();
        let described = described(file.crc32(), file.compressed_size(), file.size());
        let described = if behind.starts_with(&described) { described.len() } else { 0 };
        places.push((file.header_start(), end + described as u64));
        found.loose |= data != file.header_start() + HEAD + file.name_raw().len() as u64;
        directory += ENTRY + (file.name_raw().len() + file.comment_raw().len()) as u64;
        said.push(file.comment().to_owned());
        found.parts.push((name, part));
    }
    places.sort_unstable();
    let mut end = 0;
    for (from, to) in places {
        found.loose |= from != end;
        end = to;
    }
    found.loose |= end != archive.central_directory_start() || end + directory != bytes.len() as u64;
    found.comments = said.into_iter().filter(|text| !text.is_empty()).collect();
    Ok(found)
}

/// What a writer that could not know the size of a part beforehand puts behind it.
fn described(sum: u32, packed: u64, whole: u64) -> Vec<u8> {
    let short = |size: u64| u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes();
    [*b"PK\x07\x08", sum.to_le_bytes(), short(packed), short(whole)].concat()
}
