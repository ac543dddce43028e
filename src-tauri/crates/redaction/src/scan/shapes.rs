//! What the layers share: patterns as data, kanji numerals, and looking at a text character by character.

use crate::data::Words;
use crate::normal::Normal;
use regex::Regex;
use std::ops::Range;

/// A pattern over `Normal::text`. `D` is a digit, `N` a digit or kanji numeral, `K` a kanji, `T` katakana, `H` hiragana;
/// each written with a § before it.
pub(crate) fn pattern(shape: &str) -> Option<Regex> {
    let filled = shape
        .replace("§D", "[0-9〇零一二三四五六七八九]")
        .replace("§N", "[0-9〇零一二三四五六七八九十百千廿卅]")
        .replace("§W", r"[\u{3400}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{2FFFF}々ァ-ヺー]")
        .replace("§A", r"[\u{3400}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{2FFFF}々ァ-ヺーぁ-ゖA-Za-z0-9]")
        .replace("§J", r"[\u{3400}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{2FFFF}々ァ-ヺーぁ-ゖ]")
        .replace("§K", r"[\u{3400}-\u{9FFF}\u{F900}-\u{FAFF}\u{20000}-\u{2FFFF}々]")
        .replace("§T", "[ァ-ヺー]")
        .replace("§H", "[ぁ-ゖ]");
    Regex::new(&filled).ok()
}

/// Where a pattern stands, group by name where there is one called `it`.
pub(crate) fn places(normal: &Normal, regex: Option<&Regex>) -> Vec<Range<usize>> {
    let Some(regex) = regex else { return Vec::new() };
    if regex.capture_names().flatten().any(|name| name == "it") {
        let found = regex.captures_iter(&normal.text).filter_map(|c| c.name("it").map(|m| m.range()));
        return found.map(|bytes| normal.units(bytes)).collect();
    }
    regex.find_iter(&normal.text).map(|m| normal.units(m.range())).collect()
}

/// A number in kanji or digits: 五十四, 二〇二五, 廿三, 12.
pub(crate) fn kanji_value(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '〇' | '零' => Some(0),
        _ => c
            .to_digit(10)
            .or_else(|| "一二三四五六七八九".chars().zip(1..).find(|(k, _)| *k == c).map(|(_, n)| n)),
    };
    if text.is_empty() || text.chars().count() > 8 {
        return None;
    }
    if text.chars().all(|c| digit(c).is_some()) {
        return text.chars().try_fold(0u32, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut sum, mut pending) = (0u32, None::<u32>);
    for c in text.chars() {
        let unit = match c {
            '廿' => {
                sum += 20;
                continue;
            }
            '卅' => {
                sum += 30;
                continue;
            }
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                pending = Some(pending.unwrap_or(0).checked_mul(10)?.checked_add(digit(c)?)?);
                continue;
            }
        };
        sum = sum.checked_add(pending.take().unwrap_or(1).checked_mul(unit)?)?;
    }
    sum.checked_add(pending.unwrap_or(0))
}

/// Looking at a text.
impl Normal {
    /// The character of `raw` before a place.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|n| self.raw.get(n)).copied()
    }

    /// The character of `raw` at a place.
    pub(crate) fn here(&self, at: usize) -> Option<char> {
        self.raw.get(at).copied()
    }

    /// True when `key` goes on with a word at a place.
    pub(crate) fn goes_on(&self, at: usize, word: &[char]) -> bool {
        self.key.get(at..).is_some_and(|rest| rest.starts_with(word))
    }

    /// True when one of these texts ends before a place.
    pub(crate) fn behind(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let mut head = self.key.get(..at).unwrap_or_default().iter().rev();
            word.chars().rev().all(|c| head.next() == Some(&c))
        })
    }

    /// True when `key` ends with a word before a place.
    pub(crate) fn ends(&self, at: usize, word: &[char]) -> bool {
        self.key.get(..at).is_some_and(|head| head.ends_with(word))
    }

    /// Length of the longest of these words that goes on at a place.
    pub(crate) fn one_of(&self, at: usize, words: &Words) -> Option<usize> {
        words.begins(self.key.get(at..)?)
    }

    /// The longest of these words that ends before a place.
    pub(crate) fn ends_in(&self, at: usize, words: &'static Words) -> Option<&'static [char]> {
        words.ends(self.key.get(..at)?)
    }

    /// True when one of these texts goes on at a place.
    pub(crate) fn any_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| {
            let mut rest = self.key.get(at..).unwrap_or_default().iter();
            word.chars().all(|c| rest.next() == Some(&c))
        })
    }

    /// From a place backwards as long as the characters fit.
    pub(crate) fn back_while(&self, end: usize, fits: impl Fn(char) -> bool) -> usize {
        let head = self.raw.get(..end).unwrap_or_default();
        end - head.iter().rev().take_while(|c| fits(**c)).count()
    }

    /// From a place onwards as long as the characters fit.
    pub(crate) fn on_while(&self, start: usize, fits: impl Fn(char) -> bool) -> usize {
        let tail = self.raw.get(start..).unwrap_or_default();
        start + tail.iter().take_while(|c| fits(**c)).count()
    }

    /// What a pair of brackets that opens here holds, no longer than `most`.
    pub(crate) fn bracketed(&self, at: usize, most: usize) -> Option<Range<usize>> {
        if self.here(at) != Some('(') {
            return None;
        }
        let rest = self.raw.get(at + 1..)?;
        let length = rest.iter().take(most + 1).position(|c| *c == ')')?;
        Some(at + 1..at + 1 + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kanji_numerals_are_numbers() {
        for (text, n) in [
            ("五十四", 54),
            ("十", 10),
            ("廿二", 22),
            ("卅", 30),
            ("二〇二五", 2025),
            ("千九百六十", 1960),
            ("63", 63),
        ] {
            assert_eq!(kanji_value(text), Some(n), "{text}");
        }
        assert_eq!(kanji_value(""), None);
    }
}
