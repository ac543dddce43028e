//! What stands in brackets behind a name: its reading, as in 金田(かねだ) or 東一さん(ひがしはじめ、…).

use super::honorific::honorific_at;
use super::{Certainty, Found};
use crate::data::DATA;
use crate::normal::{Normal, is_kana};
use std::ops::Range;

/// Where the bracket behind a name opens, perhaps behind an honorific.
pub(super) fn bracket_behind(normal: &Normal, end: usize) -> Option<usize> {
    let mut at = end;
    if let Some(length) = honorific_at(normal, at) {
        at += length;
    }
    if normal.here(at) == Some(' ') {
        at += 1;
    }
    (normal.here(at) == Some('(')).then_some(at)
}

/// Adds the reading behind every person that was found.
pub(super) fn readings(normal: &Normal, found: &mut Vec<Found>) {
    let mut more = Vec::new();
    for person in found.iter().filter(|f| f.what.is_person()) {
        let Some(open) = bracket_behind(normal, person.units.end) else { continue };
        let units = open + 1..normal.on_while(open + 1, |c| is_kana(c) || matches!(c, ' ' | '・'));
        let closed = normal.here(units.end).is_some_and(|c| matches!(c, ')' | '、' | ',' | '/'));
        let near = open == person.units.end;
        let long = units.len() >= if near { 2 } else { 4 };
        if closed && long && units.len() <= 16 && reads_as_name(normal, &units) {
            more.push(Found::new(units, person.layer, person.what.clone(), Certainty::Warn));
        }
    }
    found.extend(more);
}

/// Not いらいら, not a word of the field.
fn reads_as_name(normal: &Normal, units: &Range<usize>) -> bool {
    let word: Vec<char> = normal.key_text(units.clone()).chars().collect();
    let half = word.len() / 2;
    let doubled = word.len() % 2 == 0 && word[..half] == word[half..];
    !doubled && !DATA.allowed.contains(&word.iter().collect::<String>())
}
