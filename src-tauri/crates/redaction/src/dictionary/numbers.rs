//! Registered numbers and codes, found however they are parted and whichever digits they are written in.

use crate::data::key;
use crate::normal::Normal;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// What ends a number in the bare text.
const BREAK: char = '\u{1}';
/// Numbers shorter than this are only found as a word of their own.
const LONG: usize = 7;

/// The registered numbers.
pub(super) struct Numbers {
    finder: Option<AhoCorasick>,
    lengths: Vec<usize>,
}

impl Numbers {
    /// Prepares numbers and codes as written.
    pub(super) fn new<'a>(written: impl Iterator<Item = &'a String>) -> Self {
        let bare: BTreeSet<String> = written
            .map(|number| {
                bare(&Normal::of(&key(number))).0.chars().filter(|c| *c != BREAK).collect::<String>()
            })
            .filter(|b| b.len() >= 3 && b.bytes().any(|c| c.is_ascii_digit()))
            .collect();
        let lengths = bare.iter().map(String::len).collect();
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&bare).ok();
        Self { finder, lengths }
    }

    /// Where they stand.
    pub(super) fn find(&self, normal: &Normal) -> Vec<Range<usize>> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let (text, units) = bare(normal);
        let bytes = text.as_bytes();
        let mut all = Vec::new();
        for found in finder.find_overlapping_iter(&text) {
            let (start, end) = (found.start(), found.end());
            let (Some(first), Some(last)) = (units.get(start), units.get(end - 1)) else { continue };
            let touches = |a: usize, b: usize| {
                units.get(a).zip(units.get(b)).is_some_and(|(x, y)| y.abs_diff(*x) == 1)
                    && bytes[a].is_ascii_alphanumeric()
                    && bytes[a].is_ascii_digit() == bytes[b].is_ascii_digit()
            };
            let before = start > 0 && touches(start - 1, start);
            let behind = end < bytes.len() && touches(end, end - 1);
            let spaced = last + 1 - first > end - start + 4;
            let short = self.lengths[found.pattern().as_usize()] < LONG;
            if before || behind || (short && spaced) {
                continue;
            }
            all.push(*first..last + 1);
        }
        all
    }
}

/// Letters and digits alone, kanji digits as digits, O and l between digits too; anything that does not part
/// digits becomes a break. One byte a character.
fn bare(normal: &Normal) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut units = Vec::new();
    let digit = |c: char| match c {
        '〇' | '零' => Some('0'),
        _ if c.is_ascii_digit() => Some(c),
        _ => "一二三四五六七八九".chars().zip('1'..='9').find(|(k, _)| *k == c).map(|(_, d)| d),
    };
    for (unit, c) in normal.key.iter().enumerate() {
        let beside = |n: Option<usize>| n.and_then(|n| normal.key.get(n)).is_some_and(char::is_ascii_digit);
        let near_digit = beside(unit.checked_sub(1)) || beside(Some(unit + 1));
        let one = match c {
            'o' if near_digit => '0',
            'l' | 'i' if near_digit => '1',
            _ => match digit(*c) {
                Some(d) => d,
                None if c.is_ascii_alphabetic() => *c,
                None if matches!(c, '-' | '.' | '(' | ')' | '/' | ' ' | '\n' | '・' | '_' | 'ー') => {
                    continue;
                }
                None => BREAK,
            },
        };
        text.push(one);
        units.push(unit);
    }
    (text, units)
}
