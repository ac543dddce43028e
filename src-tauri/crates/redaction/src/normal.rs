//! A normalised copy of a text in which every character leads back to the original.
//!
//! `key` is folded (NFKC, lower case, hiragana, usual kanji, no marks, no invisible characters), `raw` is the same with
//! katakana and capitals left as they were written. White space stays as one ' ' or '\n'.

use domain::text::fold::{Folded, fold_map};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a placeholder of ours is in the copy: one character that belongs to no pattern.
pub(crate) const PUT: char = '\u{FFFC}';

/// The normalised copy.
#[derive(Debug, Default)]
pub(crate) struct Normal {
    /// Folded characters.
    pub key: Vec<char>,
    /// Characters with their script and case.
    pub raw: Vec<char>,
    /// `raw` as one string.
    pub text: String,
    at: Vec<Range<usize>>,
    unit_of_byte: Vec<u32>,
}

impl Normal {
    /// Reads a text, placeholders of ours out of sight.
    pub fn of(text: &str) -> Self {
        Self::read(text, true)
    }

    /// Reads a text as it stands.
    pub fn open(text: &str) -> Self {
        Self::read(text, false)
    }

    fn read(text: &str, hidden: bool) -> Self {
        let written: Vec<char> = text.chars().collect();
        let mut normal = Self::default();
        let mut behind = 0;
        for folded in fold_map(text) {
            normal.gap(&written, behind..folded.scalars.start);
            behind = behind.max(folded.scalars.end);
            normal.take(&written, folded);
        }
        normal.gap(&written, behind..written.len());
        normal.dashes();
        if hidden {
            normal.hide(&crate::label::placeholders(&written));
        }
        for (unit, c) in normal.raw.iter().enumerate() {
            normal.text.push(*c);
            normal.unit_of_byte.resize(normal.text.len(), u32::try_from(unit).unwrap_or(u32::MAX));
        }
        normal
    }

    /// Number of characters of the copy.
    pub fn len(&self) -> usize {
        self.key.len()
    }

    /// Characters of the original that a stretch of the copy comes from.
    pub fn original(&self, units: &Range<usize>) -> Range<usize> {
        let start = self.at.get(units.start).map_or(0, |r| r.start);
        let end = units.end.checked_sub(1).and_then(|last| self.at.get(last)).map_or(start, |r| r.end);
        start..end
    }

    /// The stretch of the copy that bytes of `text` are.
    pub fn units(&self, bytes: Range<usize>) -> Range<usize> {
        let unit = |byte: usize| self.unit_of_byte.get(byte).map_or(self.len(), |u| *u as usize);
        unit(bytes.start)..unit(bytes.end)
    }

    /// A stretch of `raw` as text.
    pub fn raw_text(&self, units: Range<usize>) -> String {
        self.raw.get(units).map(|chars| chars.iter().collect()).unwrap_or_default()
    }

    /// A stretch of `key` as text, without white space.
    pub fn key_text(&self, units: Range<usize>) -> String {
        let chars = self.key.get(units).unwrap_or_default();
        chars.iter().filter(|c| !c.is_whitespace()).collect()
    }

    fn gap(&mut self, written: &[char], gap: Range<usize>) {
        let Some(fallen) = written.get(gap.clone()) else { return };
        if fallen.iter().any(|c| c.is_whitespace()) {
            let space = if fallen.contains(&'\n') { '\n' } else { ' ' };
            self.put(space, space, gap);
        }
    }

    /// Takes placeholders of ours out of sight.
    fn hide(&mut self, placeholders: &[Range<usize>]) {
        let mut next = placeholders.iter().peekable();
        for unit in 0..self.at.len() {
            let at = self.at[unit].start;
            while next.peek().is_some_and(|range| range.end <= at) {
                next.next();
            }
            if next.peek().is_some_and(|range| range.contains(&at)) {
                (self.raw[unit], self.key[unit]) = (PUT, PUT);
            }
        }
    }

    fn put(&mut self, key: char, raw: char, at: Range<usize>) {
        self.key.push(key);
        self.raw.push(raw);
        self.at.push(at);
    }

    fn take(&mut self, written: &[char], folded: Folded) {
        let Some(key) = plain(folded.ch) else { return };
        let first = written.get(folded.scalars.start).copied().unwrap_or(key);
        let raw = match key {
            'ぁ'..='ゖ' if is_katakana_written(first) => char::from_u32(key as u32 + 0x60).unwrap_or(key),
            'a'..='z' if first.nfkc().next().is_some_and(char::is_uppercase) => key.to_ascii_uppercase(),
            _ => key,
        };
        self.put(key, raw, folded.scalars);
    }

    /// Every dash becomes '-', and ー too where it stands between digits, perhaps with a space on either side.
    fn dashes(&mut self) {
        for at in 0..self.raw.len() {
            let space = |n: usize| self.raw.get(n) == Some(&' ');
            let digit = |n: Option<usize>| n.and_then(|n| self.raw.get(n)).is_some_and(|c| is_digit(*c));
            let before = at.checked_sub(1).map(|n| if space(n) { n.checked_sub(1) } else { Some(n) });
            let behind = if space(at + 1) { at + 2 } else { at + 1 };
            let dash = match self.raw[at] {
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => true,
                'ー' => digit(before.flatten()) && digit(Some(behind)),
                _ => false,
            };
            let unit = match self.raw[at] {
                _ if dash => '-',
                '\u{301C}' => '~',
                '·' | '•' | '‧' | '∙' => '・',
                _ => continue,
            };
            (self.raw[at], self.key[at]) = (unit, unit);
        }
    }
}

/// The character without marks; none where it shows nothing.
fn plain(c: char) -> Option<char> {
    match c {
        _ if c.is_ascii() => Some(c),
        '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{34F}' | '\u{17B4}' | '\u{17B5}' => None,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => None,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' => None,
        'đ' => Some('d'),
        'ø' => Some('o'),
        'ł' => Some('l'),
        'ı' => Some('i'),
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
            c.nfd().next().filter(char::is_ascii_alphabetic).or(Some(c))
        }
        _ if is_combining_mark(c) => None,
        _ => Some(c),
    }
}

fn is_katakana_written(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ヽ' | 'ヾ' | '\u{FF66}'..='\u{FF9D}' | '\u{31F0}'..='\u{31FF}' | '\u{32D0}'..='\u{32FE}' | '\u{3300}'..='\u{3357}')
}

/// ASCII digits and kanji that stand for one digit.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// Kanji, 々 and the small ヶ that stands between kanji.
pub(crate) fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Katakana as kept in `raw`.
pub(crate) fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ')
}

/// Hiragana as kept in `raw`.
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ゝ' | 'ゞ')
}

/// Hiragana and katakana.
pub(crate) fn is_kana(c: char) -> bool {
    is_hiragana(c) || is_katakana(c)
}
