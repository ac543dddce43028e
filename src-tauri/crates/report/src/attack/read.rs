//! Reads a finished file as a stranger would: pages in every order, information, outline, tables, and every string
//! anywhere in it. The parser is not the one the file was written with.

use super::content::Reader;
use super::reading::{Line, drawn, lines, unseen, views};
use super::{AttackError, Kind, ReadBack, figures, objects, raw, tables};
use crate::fonts::Face;
use hayro::hayro_syntax::{LoadPdfError, Pdf};

/// Most pages of a file.
const PAGES: usize = 2_000;

/// Reads the finished bytes.
pub fn read(bytes: &[u8]) -> Result<ReadBack, AttackError> {
    let raw = raw::scan(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| {
        AttackError(match error {
            LoadPdfError::Decryption(_) => "encrypted".into(),
            LoadPdfError::Invalid => "no document".into(),
        })
    })?;
    let pages = pdf.pages();
    if pages.is_empty() || pages.len() > PAGES {
        return Err(AttackError(format!("{} pages", pages.len())));
    }
    let mut found = ReadBack::default();
    let mut reader = Reader::default();
    let mut leaves = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let leaf = reader.page(page)?;
        let odd = leaf.odd.iter().copied().chain(unseen(&leaf));
        found.odd.extend(odd.map(|(kind, key)| (kind, Some(number + 1), key)));
        let lines = lines(&leaf);
        found.pages.push(drawn(&leaf));
        found.views.push(views(&leaf, &lines));
        found.alternatives.extend(leaf.replacements.iter().cloned());
        leaves.push((lines, leaf));
    }
    let seen: Vec<_> = leaves.iter().map(|(lines, leaf)| (lines.clone(), leaf)).collect();
    found.tables = tables::tables(&seen);
    let every: Vec<&[Line]> = leaves.iter().map(|(lines, _)| lines.as_slice()).collect();
    found.figures = figures::figures(&pdf, &raw, &every);
    (found.unprinted, found.spare_glyphs) = reader.fonts.unprinted();
    let ours: Vec<(&str, &[u8])> = Face::ALL.iter().map(|face| (face.name(), face.bytes())).collect();
    let (strange, lying) = reader.fonts.strange(&ours);
    if strange {
        found.odd.insert((Kind::Foreign, None, "font"));
    }
    if lying {
        found.odd.insert((Kind::Glyph, None, "lying"));
    }
    found.strings.extend(reader.fonts.words());
    found.odd.extend(raw.odd.iter().map(|(kind, key)| (*kind, None, *key)));
    found.strings.extend(raw.words.iter().cloned());
    objects::walk(&pdf, bytes, &raw, &mut found);
    Ok(found)
}
