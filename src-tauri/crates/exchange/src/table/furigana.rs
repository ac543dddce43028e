//! ふりがな that a workbook keeps inside of its texts: what was typed before it was converted. It is never part of the text.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// Readings of the texts of a workbook that have one, by the text. A text that is read in two ways has none; so has a
/// workbook whose texts cannot be read here.
pub(super) fn readings(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, Option<String>> = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let Ok(file) = archive.by_name("xl/sharedStrings.xml") else { return BTreeMap::new() };
    walk(file, &mut |text| {
        let Some(reading) = text.reading() else { return };
        found
            .entry(text.base.trim().to_owned())
            .and_modify(|kept| {
                if kept.as_ref() != Some(&reading) {
                    *kept = None;
                }
            })
            .or_insert(Some(reading));
    });
    found.into_iter().filter_map(|(text, reading)| Some((text, reading?))).collect()
}

/// One text with its readings: first place, the one behind the last, kana. Places count units of UTF-16, as a workbook does.
#[derive(Default)]
struct Text {
    base: String,
    runs: Vec<(usize, usize, String)>,
}

impl Text {
    /// The whole text in kana; characters without a reading of their own stay. Where a text without spaces was converted in
    /// two pieces, a space parts them: a surname and a given name.
    fn reading(&self) -> Option<String> {
        let base: Vec<u16> = self.base.encode_utf16().collect();
        let parted = self.runs.len() == 2 && !self.base.contains(char::is_whitespace);
        let mut reading = String::new();
        let mut at = 0;
        for (n, (from, to, kana)) in self.runs.iter().enumerate() {
            reading.push_str(&String::from_utf16(base.get(at..*from)?).ok()?);
            if parted && n == 1 {
                reading.push(' ');
            }
            reading.push_str(kana);
            at = *to;
        }
        reading.push_str(&String::from_utf16(base.get(at..)?).ok()?);
        (!self.runs.is_empty()).then_some(reading)
    }
}

/// Gives every text of the list of texts, as far as it can be read.
fn walk(file: impl Read, give: &mut dyn FnMut(&Text)) {
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    let mut text = Text::default();
    let (mut inside, mut spoken) = (false, false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "si" => text = Text::default(),
                "rPh" => {
                    let place = |name: &str| number(&tag, name);
                    let (Some(from), Some(to)) = (place("sb"), place("eb")) else { return };
                    text.runs.push((from, to, String::new()));
                    spoken = true;
                }
                "t" => inside = true,
                _ => {}
            },
            Ok(Event::Text(said)) if inside => match text.runs.last_mut() {
                Some((.., kana)) if spoken => kana.push_str(&said),
                _ => text.base.push_str(&said),
            },
            // A sign in other words (&amp;) moves the places; such a text is no name.
            Ok(Event::GeneralRef(_)) => text.base.push('\u{FFFD}'),
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "si" => give(&text),
                "rPh" => spoken = false,
                "t" => inside = false,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn number(tag: &BytesStart, name: &str) -> Option<usize> {
    let found = tag.try_get_attribute(name).ok().flatten()?;
    found.value.parse().ok()
}
