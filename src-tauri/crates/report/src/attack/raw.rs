//! The bytes themselves: what stands outside the objects, what was added later, and how much would come out of a
//! stream before anybody unpacks it.

use super::{AttackError, Kind};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Largest file that is read.
const LARGEST: usize = 32 << 20;
/// Most bytes that all streams together may hold.
const UNPACKED: usize = 96 << 20;
/// Most objects that are looked at.
const OBJECTS: usize = 200_000;

/// What the dictionary at the end of a report has.
const TRAILER: &[&[u8]] = &[b"Size", b"Root", b"Info", b"ID"];

/// What the bytes say before anything is parsed.
#[derive(Debug, Default)]
pub struct Raw {
    /// Numbers of the objects that stand in the file, in object streams too.
    pub numbers: BTreeSet<u32>,
    /// What a report never has, kind and key of its words.
    pub odd: BTreeSet<(Kind, &'static str)>,
    /// Words outside the objects: comments and what follows the end.
    pub words: Vec<String>,
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    left: usize,
    objects: usize,
    raw: Raw,
    times: BTreeMap<u32, usize>,
}

/// Walks over the bytes once. An error where they are too many to be looked at.
pub fn scan(bytes: &[u8]) -> Result<Raw, AttackError> {
    if bytes.len() > LARGEST {
        return Err(AttackError("too large".into()));
    }
    let mut scan =
        Scan { bytes, at: 0, left: UNPACKED, objects: 0, raw: Raw::default(), times: BTreeMap::new() };
    if !bytes.starts_with(b"%PDF-") {
        scan.raw.odd.insert((Kind::Trailing, "outside"));
    }
    scan.walk()?;
    if scan.times.values().any(|n| *n > 1) {
        scan.raw.odd.insert((Kind::Increment, "increment"));
    }
    Ok(scan.raw)
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let mut at = from;
    while let Some(next) = bytes.get(at..)?.iter().position(|b| *b == first) {
        at += next;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The number after a name in the bytes of a dictionary, where it stands there directly.
fn number_after(dictionary: &[u8], name: &[u8]) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = find(dictionary, name, from) {
        let rest = &dictionary[at + name.len()..];
        from = at + name.len();
        let trimmed = rest.iter().skip_while(|b| is_space(**b));
        let digits: Vec<u8> = trimmed.take_while(|b| b.is_ascii_digit()).copied().collect();
        let reference = rest.iter().skip_while(|b| is_space(**b)).skip(digits.len());
        let after: Vec<u8> = reference.take(6).copied().collect();
        if !digits.is_empty() && !after.windows(2).any(|w| w == b" R") {
            return std::str::from_utf8(&digits).ok()?.parse().ok();
        }
    }
    None
}

impl Scan<'_> {
    fn rest(&self) -> &[u8] {
        &self.bytes[self.at..]
    }

    fn walk(&mut self) -> Result<(), AttackError> {
        let (mut ends, mut starts) = (0, 0);
        while self.at < self.bytes.len() {
            let rest = self.rest();
            if is_space(rest[0]) {
                self.at += 1;
            } else if ends > 0 && starts == ends && !rest.starts_with(b"%%EOF") && !self.object_begins() {
                self.outside("outside", Kind::Trailing);
            } else if rest.starts_with(b"%%EOF") {
                ends += 1;
                self.at += 5;
            } else if rest[0] == b'%' {
                self.comment(ends);
            } else if rest.starts_with(b"startxref") {
                starts += 1;
                self.at += 9;
                while self.at < self.bytes.len()
                    && (is_space(self.rest()[0]) || self.rest()[0].is_ascii_digit())
                {
                    self.at += 1;
                }
            } else if rest.starts_with(b"xref") || rest.starts_with(b"trailer") {
                let end = find(self.bytes, b"startxref", self.at).unwrap_or(self.bytes.len());
                if let Some(trailer) = find(&self.bytes[..end], b"trailer", self.at) {
                    self.trailer(trailer + 7, end);
                }
                self.at = end;
            } else if !self.object()? {
                self.outside("outside", Kind::Trailing);
            }
        }
        if ends != 1 || starts != 1 {
            self.raw.odd.insert((Kind::Increment, "increment"));
        }
        Ok(())
    }

    /// A comment: the header and its line of bytes are no comment.
    fn comment(&mut self, ends: usize) {
        let end =
            self.rest().iter().position(|b| matches!(b, 10 | 13)).map_or(self.bytes.len(), |n| self.at + n);
        let line = &self.bytes[self.at..end];
        let header = ends == 0 && self.times.is_empty() && (self.at == 0 || line.len() <= 8);
        if !header {
            self.raw.words.push(String::from_utf8_lossy(line).into_owned());
            self.raw.odd.insert((Kind::Trailing, "comment"));
        }
        self.at = end;
    }

    /// The dictionary at the end: it is no object, so its names and strings are read here.
    fn trailer(&mut self, from: usize, to: usize) {
        let bytes = &self.bytes[from..to];
        let name = |at: usize| {
            let rest = &bytes[at + 1..];
            let end = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
            rest.get(..end).unwrap_or_default()
        };
        let names = (0..bytes.len()).filter(|at| bytes[*at] == b'/').map(name);
        let foreign = names.into_iter().any(|name| !TRAILER.contains(&name));
        let strings = bytes.contains(&b'(');
        if foreign || strings {
            self.raw.odd.insert((Kind::Foreign, "extra"));
        }
        self.raw.words.push(String::from_utf8_lossy(bytes).into_owned());
        for piece in bytes.split(|b| *b == b'<').filter_map(|p| p.split(|b| *b == b'>').next()) {
            let digits: Vec<u8> =
                piece.iter().filter_map(|b| char::from(*b).to_digit(16)).map(|d| d as u8).collect();
            let plain: Vec<u8> =
                digits.chunks(2).map(|pair| pair.iter().fold(0, |n, d| n << 4 | d)).collect();
            self.raw.words.push(super::objects::words(&plain));
        }
    }

    fn outside(&mut self, key: &'static str, kind: Kind) {
        let end =
            self.rest().iter().position(|b| matches!(b, 10 | 13)).map_or(self.bytes.len(), |n| self.at + n);
        if self.raw.words.len() < 10_000 {
            self.raw.words.push(String::from_utf8_lossy(&self.bytes[self.at..end]).into_owned());
        }
        self.raw.odd.insert((kind, key));
        self.at = end.max(self.at + 1);
    }

    /// `12 0 obj` stands here: its number and how long the words are.
    fn head(&self) -> Option<(u32, usize)> {
        let rest = self.rest().get(..32.min(self.rest().len()))?;
        let text: String = rest.iter().map(|b| char::from(*b)).collect();
        let mut parts = text.split_ascii_whitespace();
        let (number, generation) = (parts.next()?, parts.next()?);
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(number) || !digits(generation) || !parts.next()?.starts_with("obj") {
            return None;
        }
        Some((number.parse().ok()?, text.find("obj")? + 3))
    }

    fn object_begins(&self) -> bool {
        self.head().is_some()
    }

    fn object(&mut self) -> Result<bool, AttackError> {
        let Some((number, length)) = self.head() else { return Ok(false) };
        self.objects += 1;
        if self.objects > OBJECTS {
            return Err(AttackError("too many objects".into()));
        }
        self.raw.numbers.insert(number);
        *self.times.entry(number).or_default() += 1;
        let begin = self.at + length;
        let end = find(self.bytes, b"endobj", begin);
        let stream = find(self.bytes, b"stream", begin);
        let end = match (stream, end) {
            (Some(stream), end) if end.is_none_or(|end| stream < end) => self.stream(begin, stream)?,
            (_, Some(end)) => end,
            (_, None) => self.bytes.len(),
        };
        self.at = (end + 6).min(self.bytes.len());
        Ok(true)
    }

    /// A stream whose word begins at `word`; gives where its object ends.
    fn stream(&mut self, begin: usize, word: usize) -> Result<usize, AttackError> {
        let dictionary = &self.bytes[begin..word];
        let mut from = word + 6;
        from += usize::from(self.bytes.get(from) == Some(&13));
        from += usize::from(self.bytes.get(from) == Some(&10));
        let by_length = number_after(dictionary, b"/Length")
            .and_then(|n| from.checked_add(n))
            .filter(|to| find(self.bytes, b"endstream", *to).is_some_and(|at| at - to <= 2));
        let to = by_length
            .or_else(|| find(self.bytes, b"endstream", from))
            .ok_or_else(|| AttackError("a stream without end".into()))?;
        self.unpack(begin..word, from..to)?;
        let after = find(self.bytes, b"endstream", to).map_or(to, |at| at + 9);
        let end = find(self.bytes, b"endobj", after).unwrap_or(self.bytes.len());
        if self.bytes[after..end].iter().any(|b| !is_space(*b)) {
            self.raw.words.push(String::from_utf8_lossy(&self.bytes[after..end]).into_owned());
            self.raw.odd.insert((Kind::Trailing, "outside"));
        }
        Ok(end)
    }

    /// Counts what a stream holds, so that nobody unpacks more than can be looked at.
    fn unpack(&mut self, dictionary: Range<usize>, data: Range<usize>) -> Result<(), AttackError> {
        let (dictionary, data) = (&self.bytes[dictionary], &self.bytes[data]);
        let has = |name: &[u8]| find(dictionary, name, 0).is_some();
        if has(b"LZWDecode") || has(b"RunLengthDecode") || has(b"/Crypt") || has(b"/JBIG2Globals") {
            return Err(AttackError("a packing that no report has".into()));
        }
        let flates = dictionary.windows(11).filter(|w| *w == b"FlateDecode").count()
            + dictionary.windows(3).filter(|w| *w == b"/Fl").count()
            - dictionary.windows(12).filter(|w| *w == b"/FlateDecode").count();
        if flates > 1 {
            return Err(AttackError("packed more than once".into()));
        }
        if flates == 0 {
            return Ok(());
        }
        let unwrapped;
        let data = if has(b"ASCII85Decode") || has(b"/A85") {
            unwrapped = ascii85(data);
            &unwrapped
        } else if has(b"ASCIIHexDecode") || has(b"/AHx") {
            return Err(AttackError("a packing that no report has".into()));
        } else {
            data
        };
        match decompress_to_vec_zlib_with_limit(data, self.left) {
            Ok(plain) => {
                self.left -= plain.len();
                if has(b"/ObjStm") {
                    self.inner(dictionary, &plain);
                }
            }
            Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => {
                return Err(AttackError("too much in a stream".into()));
            }
            Err(_) => {
                self.raw.odd.insert((Kind::Unreadable, "unreadable"));
            }
        }
        Ok(())
    }

    /// Numbers of the objects inside an object stream.
    fn inner(&mut self, dictionary: &[u8], plain: &[u8]) {
        let count = number_after(dictionary, b"/N").unwrap_or(0).min(OBJECTS);
        let first = number_after(dictionary, b"/First").unwrap_or(0).min(plain.len());
        let head = String::from_utf8_lossy(&plain[..first]);
        for number in head.split_ascii_whitespace().step_by(2).take(count).filter_map(|n| n.parse().ok()) {
            self.raw.numbers.insert(number);
            *self.times.entry(number).or_default() += 1;
        }
        if comments(plain) {
            self.raw.odd.insert((Kind::Trailing, "comment"));
        }
    }
}

/// True where a comment stands among operators or objects.
pub fn comments(plain: &[u8]) -> bool {
    let (mut depth, mut at) = (0usize, 0);
    while let Some(byte) = plain.get(at) {
        match byte {
            b'\\' if depth > 0 => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'%' if depth == 0 => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

/// Unwraps ASCII 85 as far as it goes.
fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for byte in data.iter().copied().filter(|b| !is_space(*b)) {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => break,
        }
        if group.len() == 5 {
            out.extend(word(&group).to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend(&word(&group).to_be_bytes()[..kept]);
    }
    out
}

fn word(group: &[u32]) -> u32 {
    group.iter().fold(0u32, |n, digit| n.wrapping_mul(85).wrapping_add(*digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_85_is_unwrapped() {
        assert_eq!(ascii85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
    }

    #[test]
    fn a_comment_is_one_only_outside_strings() {
        assert!(comments(b"BT (a) Tj % name\nET"));
        assert!(!comments(b"BT (100\\)%) Tj ET"));
    }
}
