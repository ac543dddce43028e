//! Reads a finished file as a stranger would: pages, information, outline, and every string anywhere in it.

use super::content::Reader;
use super::{AttackError, ReadBack};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// Keys whose strings are words beside the text.
const BESIDE: &[&[u8]] =
    &[b"Alt", b"ActualText", b"E", b"TU", b"T", b"Contents", b"V", b"Subject", b"Author", b"Keywords"];
/// Keys whose strings are no words.
const BINARY: &[&[u8]] = &[b"ID", b"CharProcs", b"CheckSum", b"W", b"Ordering", b"Registry"];
/// Keys that bring what a report does not have.
const FOREIGN: &[&[u8]] = &[
    b"EmbeddedFiles",
    b"EmbeddedFile",
    b"AcroForm",
    b"JavaScript",
    b"JS",
    b"OpenAction",
    b"AA",
    b"URI",
    b"Launch",
    b"OCProperties",
    b"AF",
    b"PieceInfo",
    b"Filespec",
    b"Annots",
];

/// Reads the finished bytes.
pub fn read(bytes: &[u8]) -> Result<ReadBack, AttackError> {
    let file = Document::load_mem(bytes).map_err(|e| AttackError(e.to_string()))?;
    if file.is_encrypted() {
        return Err(AttackError("encrypted".into()));
    }
    let mut found = ReadBack::default();
    let mut reader = Reader::new(&file);
    for (number, page) in file.get_pages() {
        let text = reader.page(page).ok_or_else(|| AttackError(format!("page {number}")))?;
        found.pages.push(text);
    }
    if found.pages.is_empty() {
        return Err(AttackError("no pages".into()));
    }
    found.unprinted = reader.unprinted();
    found.alternatives = std::mem::take(&mut reader.alternatives);
    if reader.invisible {
        found.extras.push("invisible text".into());
    }
    if reader.unreadable {
        found.extras.push("unreadable text".into());
    }
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).ok();
    if let Some(info) = info.and_then(|id| file.get_dictionary(id).ok()) {
        found.metadata = information(info);
    }
    found.outline = outline(&file);
    let mut walk = Walk { found: &mut found, strings: BTreeSet::new() };
    for (id, object) in &file.objects {
        if Some(*id) != info {
            walk.object(object, b"");
        }
    }
    let strings = walk.strings;
    found.alternatives.extend(strings);
    Ok(found)
}

/// A string of the file as words: UTF-16 with its mark, UTF-8 where it is that, else byte by byte.
pub fn words(bytes: &[u8]) -> String {
    if let [0xFE, 0xFF, rest @ ..] = bytes {
        let units: Vec<u16> =
            rest.chunks(2).map(|p| p.iter().fold(0, |n, b| n << 8 | u16::from(*b))).collect();
        return String::from_utf16_lossy(&units);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{FEFF}').to_owned(),
        Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

fn information(info: &Dictionary) -> BTreeMap<String, String> {
    let said = |object: &Object| match object {
        Object::String(text, _) => words(text),
        other => format!("{other:?}"),
    };
    info.iter().map(|(key, value)| (words(key), said(value))).collect()
}

/// Titles of the outline in the order of its chain.
fn outline(file: &Document) -> Vec<String> {
    let mut titles = Vec::new();
    let mut seen = BTreeSet::new();
    let root = file.catalog().ok().and_then(|c| c.get(b"Outlines").and_then(Object::as_reference).ok());
    let mut open: Vec<ObjectId> = root.into_iter().collect();
    while let Some(id) = open.pop() {
        let Some(item) = file.get_dictionary(id).ok().filter(|_| seen.insert(id)) else { continue };
        if let Ok(title) = item.get(b"Title").and_then(Object::as_str) {
            titles.push(words(title));
        }
        let follow = |key: &[u8]| item.get(key).and_then(Object::as_reference).ok();
        open.extend(follow(b"Next"));
        open.extend(follow(b"First"));
    }
    titles
}

/// Walks every object, whether anything refers to it or not.
struct Walk<'a> {
    found: &'a mut ReadBack,
    strings: BTreeSet<String>,
}

impl Walk<'_> {
    fn object(&mut self, object: &Object, key: &[u8]) {
        match object {
            Object::String(text, _) if !BINARY.contains(&key) => self.string(text, key),
            Object::Array(items) => items.iter().for_each(|item| self.object(item, key)),
            Object::Dictionary(dictionary) => self.dictionary(dictionary),
            Object::Stream(stream) => {
                let kind = stream.dict.get(b"Type").and_then(Object::as_name).unwrap_or_default();
                if kind == b"Metadata" {
                    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                    self.found.metadata.insert("XMP".into(), words(&bytes));
                }
                self.dictionary(&stream.dict);
            }
            _ => {}
        }
    }

    fn string(&mut self, text: &[u8], key: &[u8]) {
        let text = words(text);
        if BESIDE.contains(&key) || !self.found.outline.contains(&text) {
            self.strings.insert(text);
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary) {
        let kind = dictionary.get(b"Type").and_then(Object::as_name).unwrap_or_default();
        if kind == b"Annot" || kind == b"Filespec" || kind == b"EmbeddedFile" || kind == b"Action" {
            self.found.extras.push(words(kind));
        }
        for (key, value) in dictionary {
            let empty = value.as_array().is_ok_and(Vec::is_empty);
            if FOREIGN.contains(&key.as_slice()) && !empty {
                self.found.extras.push(words(key));
            }
            self.object(value, key);
        }
    }
}
