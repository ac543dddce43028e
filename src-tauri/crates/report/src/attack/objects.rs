//! The objects of a file: every string and name anywhere in it, and whatever a report does not have.

use super::raw::Raw;
use super::{Kind, ReadBack};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream, String as Words,
};
use std::collections::{BTreeMap, BTreeSet};

/// Deepest nesting of one object.
const DEEPEST: usize = 40;
/// Most bytes of words that are kept.
const MOST: usize = 16 << 20;
/// What the catalogue of a report has.
const CATALOGUE: &[&str] = &[
    "Type",
    "Pages",
    "Lang",
    "MarkInfo",
    "StructTreeRoot",
    "ViewerPreferences",
    "PageMode",
    "PageLayout",
    "Outlines",
];
/// What a page of a report has.
const PAGE: &[&str] = &[
    "Type",
    "Parent",
    "Resources",
    "MediaBox",
    "CropBox",
    "TrimBox",
    "BleedBox",
    "ArtBox",
    "Contents",
    "StructParents",
    "Tabs",
    "Rotate",
];
/// What the table of the objects has, where it is a stream: it stands for the dictionary at the end too.
const TABLE: &[&str] = &[
    "Type",
    "Size",
    "Root",
    "Info",
    "ID",
    "W",
    "Index",
    "Length",
    "Filter",
    "DecodeParms",
    "Prev",
    "XRefStm",
];
/// Streams of a report by the key that leads to them.
const STREAMS: &[&str] = &["Contents", "FontFile2", "FontFile3", "ToUnicode", "CIDToGIDMap", "Length"];
/// Keys that bring what a report does not have, wherever they stand.
const FOREIGN: &[(&str, Kind, &str)] = &[
    ("EmbeddedFiles", Kind::Attachment, "attachment"),
    ("EF", Kind::Attachment, "attachment"),
    ("AF", Kind::Attachment, "attachment"),
    ("Collection", Kind::Attachment, "attachment"),
    ("Annots", Kind::Annotation, "annotation"),
    ("AcroForm", Kind::Form, "form"),
    ("JavaScript", Kind::Script, "script"),
    ("JS", Kind::Script, "script"),
    ("OpenAction", Kind::Script, "script"),
    ("AA", Kind::Script, "script"),
    ("URI", Kind::Script, "script"),
    ("Launch", Kind::Script, "script"),
    ("OCProperties", Kind::Layer, "layer"),
    ("OCGs", Kind::Layer, "layer"),
    ("PieceInfo", Kind::Foreign, "extra"),
    ("PageLabels", Kind::Foreign, "labels"),
    ("Thumb", Kind::Image, "image"),
    ("XObject", Kind::Image, "image"),
    ("Pattern", Kind::Image, "image"),
    ("Shading", Kind::Image, "image"),
    ("Metadata", Kind::Xmp, "xmp"),
    ("Encrypt", Kind::Foreign, "extra"),
];
/// Types of dictionaries that a report does not have.
const TYPES: &[(&str, Kind, &str)] = &[
    ("Annot", Kind::Annotation, "annotation"),
    ("Filespec", Kind::Attachment, "attachment"),
    ("EmbeddedFile", Kind::Attachment, "attachment"),
    ("Action", Kind::Script, "script"),
    ("OCG", Kind::Layer, "layer"),
    ("OCMD", Kind::Layer, "layer"),
    ("XObject", Kind::Image, "image"),
    ("Metadata", Kind::Xmp, "xmp"),
];

/// A string of the file as words: UTF-16 with its mark, UTF-8 where it is that, else byte by byte.
pub fn words(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], little: bool| {
        let unit = |pair: &[u8]| {
            let pair = [pair[0], pair.get(1).copied().unwrap_or(0)];
            if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
        };
        String::from_utf16_lossy(&rest.chunks(2).map(unit).collect::<Vec<_>>())
    };
    match bytes {
        [0xFE, 0xFF, rest @ ..] => wide(rest, false),
        [0xFF, 0xFE, rest @ ..] => wide(rest, true),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{FEFF}').to_owned(),
            Err(_) => bytes.iter().map(|b| char::from(*b)).collect(),
        },
    }
}

struct Walk<'a, 'f> {
    pdf: &'a Pdf,
    found: &'f mut ReadBack,
    outline: BTreeSet<ObjectIdentifier>,
    strings: BTreeSet<String>,
    alternatives: BTreeSet<String>,
    kept: usize,
    refers: BTreeMap<u32, BTreeSet<u32>>,
    useful: BTreeSet<u32>,
    at: u32,
}

/// Walks over every object of the file, whether anything refers to it or not.
pub fn walk(pdf: &Pdf, bytes: &[u8], raw: &Raw, found: &mut ReadBack) {
    let root = pdf.xref().root_id();
    let info = reference_after(bytes, b"/Info");
    let mut walk = Walk {
        pdf,
        found,
        outline: BTreeSet::new(),
        strings: BTreeSet::new(),
        alternatives: BTreeSet::new(),
        kept: 0,
        refers: BTreeMap::new(),
        useful: BTreeSet::new(),
        at: 0,
    };
    if let Some(catalogue) = pdf.xref().get::<Dict<'_>>(root) {
        walk.listed(&catalogue, CATALOGUE);
        walk.titles(&catalogue);
    }
    if let Some(info) = info.and_then(|id| pdf.xref().get::<Dict<'_>>(ObjectIdentifier::new(id, 0))) {
        walk.information(&info);
    }
    for page in pdf.pages().iter() {
        walk.listed(page.raw(), PAGE);
    }
    for number in &raw.numbers {
        walk.at = *number;
        match pdf.xref().get::<Object<'_>>(ObjectIdentifier::new(*number, 0)) {
            Some(_) if info == Some(*number) => {}
            Some(object) => walk.object(&object, "", 0),
            None => walk.odd(Kind::Increment, "leftover"),
        }
    }
    walk.streams(raw);
    walk.leftovers(raw, [Some(root.obj_number), info].into_iter().flatten().collect());
    let Walk { strings, alternatives, found, .. } = walk;
    found.alternatives.extend(alternatives);
    found.strings.extend(strings);
}

/// The number of the object to which a name in the trailer refers; the last one counts.
fn reference_after(bytes: &[u8], name: &[u8]) -> Option<u32> {
    let at = (0..bytes.len().saturating_sub(name.len())).rev().find(|at| bytes[*at..].starts_with(name))?;
    let rest: String = bytes[at + name.len()..].iter().take(24).map(|b| char::from(*b)).collect();
    rest.split_ascii_whitespace().next()?.parse().ok()
}

impl Walk<'_, '_> {
    fn odd(&mut self, kind: Kind, key: &'static str) {
        self.found.odd.insert((kind, None, key));
    }

    /// What a list does not have.
    fn listed(&mut self, dictionary: &Dict<'_>, list: &[&str]) {
        for key in dictionary.keys() {
            let known = |k: &&(&str, Kind, &'static str)| k.0 == key.as_str();
            if list.contains(&key.as_str()) || empty(dictionary, &key) {
                continue;
            }
            let (kind, words) = FOREIGN.iter().find(known).map_or((Kind::Foreign, "extra"), |k| (k.1, k.2));
            self.odd(kind, words);
        }
    }

    fn information(&mut self, info: &Dict<'_>) {
        for (key, value) in info.entries() {
            let said = match resolved(self.pdf, value) {
                Some(Object::String(text)) => words(text.as_bytes()),
                Some(other) => format!("{other:?}"),
                None => String::new(),
            };
            self.found.metadata.insert(key.as_str().to_owned(), said);
        }
    }

    /// Titles of the outline in the order of its chain.
    fn titles(&mut self, catalogue: &Dict<'_>) {
        let Some(root) = catalogue.get_ref("Outlines") else { return };
        let mut open: Vec<ObjectIdentifier> = vec![root.into()];
        while let Some(id) = open.pop() {
            if !self.outline.insert(id) {
                continue;
            }
            let Some(item) = self.pdf.xref().get::<Dict<'_>>(id) else { continue };
            if let Some(title) = item.get::<Words<'_>>("Title") {
                self.found.outline.push(words(title.as_bytes()));
            }
            open.extend(
                ["Next", "First"].iter().filter_map(|key| item.get_ref(key)).map(ObjectIdentifier::from),
            );
        }
    }

    fn object(&mut self, object: &Object<'_>, key: &str, depth: usize) {
        if depth > DEEPEST {
            self.odd(Kind::Unreadable, "unreadable");
            return;
        }
        match object {
            Object::String(text) => self.string(words(text.as_bytes()), key),
            Object::Name(name) => self.string(name.as_str().to_owned(), ""),
            Object::Array(items) => self.array(items, key, depth),
            Object::Dict(dictionary) => self.dictionary(dictionary, depth),
            Object::Stream(stream) => self.stream(stream, depth),
            _ => {}
        }
    }

    fn array(&mut self, items: &Array<'_>, key: &str, depth: usize) {
        for item in items.raw_iter() {
            match item {
                MaybeRef::Ref(to) => self.refer(ObjectIdentifier::from(to), key),
                MaybeRef::NotRef(object) => self.object(&object, key, depth + 1),
            }
        }
    }

    fn refer(&mut self, to: ObjectIdentifier, key: &str) {
        self.refers.entry(self.at).or_default().insert(to.obj_number);
        if STREAMS.contains(&key) {
            self.useful.insert(to.obj_number);
        }
    }

    fn stream(&mut self, stream: &Stream<'_>, depth: usize) {
        let dictionary = stream.dict();
        let kind = dictionary.get::<Name<'_>>("Type");
        let kind = kind.as_ref().map_or("", |n| n.as_str());
        if kind == "Metadata" {
            let text = stream.decoded_data().map(|b| words(&b)).unwrap_or_default();
            self.found.metadata.insert("XMP".into(), text);
        } else if kind == "XRef" {
            if dictionary.contains_key("Prev") || dictionary.contains_key("XRefStm") {
                self.odd(Kind::Increment, "increment");
            }
            self.listed(dictionary, TABLE);
        }
        self.dictionary(dictionary, depth);
    }

    fn dictionary(&mut self, dictionary: &Dict<'_>, depth: usize) {
        let kind = dictionary.get::<Name<'_>>("Type");
        if let Some((_, kind, words)) = kind.and_then(|n| TYPES.iter().find(|t| t.0 == n.as_str())) {
            self.odd(*kind, words);
        }
        let figure = dictionary.get::<Name<'_>>("S").as_deref() == Some(b"Figure");
        if dictionary.contains_key("Alt") && !figure {
            self.odd(Kind::Foreign, "spoken");
        }
        for (key, value) in dictionary.entries() {
            let name = key.as_str();
            if let Some((_, kind, words)) = FOREIGN.iter().find(|f| f.0 == name)
                && !empty(dictionary, &key)
            {
                self.odd(*kind, words);
            }
            self.string(name.to_owned(), "");
            match value {
                MaybeRef::Ref(to) => {
                    let id = ObjectIdentifier::from(to);
                    self.refer(id, name);
                    if !STREAMS.contains(&name) && name != "Metadata" && self.is_stream(id) {
                        self.odd(Kind::Foreign, "extra");
                    }
                }
                MaybeRef::NotRef(object) => self.object(&object, name, depth + 1),
            }
        }
    }

    fn is_stream(&self, id: ObjectIdentifier) -> bool {
        matches!(self.pdf.xref().get::<Object<'_>>(id), Some(Object::Stream(_)))
    }

    fn string(&mut self, text: String, key: &str) {
        if text.is_empty() || self.kept > MOST || (key == "Title" && self.found.outline.contains(&text)) {
            return;
        }
        let spoken = ["Alt", "ActualText", "E", "T", "TU", "Contents", "V", "Title"].contains(&key);
        if spoken && !["Alt", "Title"].contains(&key) {
            self.odd(Kind::Foreign, "spoken");
        }
        let set = if spoken { &mut self.alternatives } else { &mut self.strings };
        let length = text.len();
        if set.insert(text) {
            self.kept += length;
        }
    }

    /// Words of the streams that are of no use to a report, and what a map of characters says beside its codes.
    fn streams(&mut self, raw: &Raw) {
        for number in &raw.numbers {
            let Some(stream) = self.pdf.xref().get::<Stream<'_>>(ObjectIdentifier::new(*number, 0)) else {
                continue;
            };
            let kind = stream.dict().get::<Name<'_>>("Type");
            if kind.is_some_and(|k| ["ObjStm", "XRef", "Metadata"].contains(&k.as_str())) {
                continue;
            }
            let Ok(plain) = stream.decoded_data() else { continue };
            let map = plain.windows(9).any(|w| w == b"begincmap");
            if map {
                let parts = plain.split(|b| *b == b'<').filter_map(|p| p.splitn(2, |b| *b == b'>').last());
                self.string(words(&parts.collect::<Vec<_>>().concat()), "");
            } else if !self.useful.contains(number) {
                self.string(words(&plain), "");
            }
        }
    }

    /// Objects to which nothing leads.
    fn leftovers(&mut self, raw: &Raw, mut open: Vec<u32>) {
        let mut reached: BTreeSet<u32> = BTreeSet::new();
        while let Some(number) = open.pop() {
            if reached.insert(number) {
                open.extend(self.refers.get(&number).into_iter().flatten());
            }
        }
        let carries = |number: u32| {
            let stream = self.pdf.xref().get::<Stream<'_>>(ObjectIdentifier::new(number, 0));
            let kind = stream.and_then(|s| s.dict().get::<Name<'_>>("Type").map(|n| n.as_str().to_owned()));
            kind.is_some_and(|k| k == "ObjStm" || k == "XRef")
        };
        if raw.numbers.iter().any(|number| !reached.contains(number) && !carries(*number)) {
            self.odd(Kind::Increment, "leftover");
        }
    }
}

fn resolved<'a>(pdf: &'a Pdf, value: MaybeRef<Object<'a>>) -> Option<Object<'a>> {
    match value {
        MaybeRef::Ref(to) => pdf.xref().get::<Object<'_>>(ObjectIdentifier::from(to)),
        MaybeRef::NotRef(object) => Some(object),
    }
}

fn empty(dictionary: &Dict<'_>, key: &Name<'_>) -> bool {
    match dictionary.get::<Object<'_>>(&**key) {
        Some(Object::Array(items)) => items.raw_iter().next().is_none(),
        Some(Object::Dict(inner)) => inner.is_empty(),
        _ => false,
    }
}
