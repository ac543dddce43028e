//! What stands in brackets behind a name: its reading, as in 金田(かねだ) or 東一さん(ひがしはじめ、…).

use super::honorific::honorific_at;
use super::{Certainty, Found, Layer, What};
use crate::data::DATA;
use crate::normal::{Normal, is_hiragana, is_kana, is_kanji, is_katakana};
use crate::register::Job;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// Where the bracket behind a name opens, perhaps behind an honorific.
pub(super) fn bracket_behind(normal: &Normal, end: usize) -> Option<usize> {
    let mut at = end;
    if normal.here(at) == Some(' ') {
        at += 1;
    }
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
            let same_as = Some(normal.key_text(person.units.clone()));
            let reading = Found::new(units, person.layer, person.what.clone(), Certainty::Warn);
            more.push(Found { same_as, owners: person.owners.clone(), ..reading });
        }
    }
    found.extend(more);
}

/// Adds what a name that was found once says elsewhere: 一ノ宮さん … 一ノ宮家, 通称 … パク・ジウォン, 田中|ヨシ.
pub(super) fn echoes(normal: &Normal, found: &mut Vec<Found>) {
    let mut more = Vec::new();
    let mut words: Vec<Vec<char>> = found
        .iter()
        .filter(|f| f.layer == Layer::Context && f.what.is_person() && f.units.len() >= 2)
        .filter(|f| normal.raw[f.units.clone()].iter().all(|c| is_kanji(*c) || is_katakana(*c)))
        .filter(|f| normal.raw[f.units.clone()].iter().any(|c| is_kanji(*c)) || f.units.len() >= 3)
        .map(|f| normal.key[f.units.clone()].to_vec())
        .filter(|word| {
            let word: String = word.iter().collect();
            !DATA.common.contains(&word)
                && !DATA.allowed.contains(&word)
                && !DATA.before_names.contains(&word)
        })
        .collect();
    words.sort();
    words.dedup();
    let text: String = normal.key.iter().collect();
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(words.iter().map(|w| w.iter().collect::<String>()));
    let mut unit_of = Vec::with_capacity(text.len());
    for (unit, c) in text.chars().enumerate() {
        unit_of.resize(unit_of.len() + c.len_utf8(), unit);
    }
    for seen in finder.iter().flat_map(|finder| finder.find_iter(&text)) {
        let units = unit_of[seen.start()]..unit_of[seen.start()] + words[seen.pattern().as_usize()].len();
        if alone(normal, &units) {
            more.push(Found::new(units, Layer::Context, What::Somebody(Job::Other), Certainty::Warn));
        }
    }
    for person in found.iter().filter(|f| f.what.is_person()) {
        if let Some(end) = given_behind(normal, person.units.end) {
            let units = person.units.start..end;
            more.push(Found::new(units, person.layer, person.what.clone(), Certainty::Warn));
        }
        let end = normal.on_while(person.units.end, is_katakana);
        let kanji = normal.before(person.units.end).is_some_and(is_kanji);
        if kanji
            && (2..=4).contains(&(end - person.units.end))
            && !DATA.nobody.contains(&normal.key_text(person.units.end..end))
        {
            more.push(Found::new(
                person.units.start..end,
                person.layer,
                person.what.clone(),
                Certainty::Warn,
            ));
        }
        let Some(open) = bracket_behind(normal, person.units.end) else { continue };
        let Some(inside) = normal.bracketed(open, 60) else { continue };
        if kanji_of(normal, person, &inside) {
            let name = Found::new(inside.clone(), person.layer, person.what.clone(), Certainty::Warn);
            let same_as = Some(normal.key_text(person.units.clone()));
            more.push(Found { same_as, owners: person.owners.clone(), ..name });
        }
        let mut at = inside.start;
        while at < inside.end {
            let end = normal.on_while(at, |c| is_katakana(c) || c == '・').min(inside.end);
            if normal.raw[at..end].contains(&'・') && end - at >= 5 && is_katakana(normal.raw[at]) {
                more.push(Found::new(at..end, Layer::Context, What::Somebody(Job::Other), Certainty::Warn));
            }
            at = end.max(at + 1);
        }
    }
    found.extend(more);
}

/// 木下|ひで子: a given name in hiragana with a usual end goes on behind a surname in kanji.
fn given_behind(normal: &Normal, at: usize) -> Option<usize> {
    let end = normal.on_while(at, is_hiragana);
    const PARTICLES: &[&str] = &[
        "が", "は", "も", "を", "に", "へ", "と", "の", "や", "との", "への", "にも", "とは", "には", "では",
        "での", "から", "より", "まで", "など",
    ];
    let particle = PARTICLES.contains(&normal.key_text(at..end).as_str());
    let usual = normal.here(end).is_some_and(|c| "子美代江枝恵夫男雄".contains(c));
    let closed = normal.here(end + 1).is_none_or(|c| !is_kanji(c));
    let kanji = normal.before(at).is_some_and(is_kanji);
    (kanji && (1..=3).contains(&(end - at)) && usual && closed && !(particle && end - at < 2))
        .then_some(end + 1)
}

/// リ・ヨンスクさん(李英淑): the name in kanji behind its reading.
fn kanji_of(normal: &Normal, person: &Found, inside: &Range<usize>) -> bool {
    let word = normal.key_text(inside.clone());
    let read = normal.raw[person.units.clone()].iter().all(|c| is_kana(*c) || c.is_ascii() || *c == '・');
    let surname = (1..=2).any(|n| {
        let family: String = word.chars().take(n).collect();
        word.chars().count() > n && DATA.surnames.contains(&family)
    });
    read && surname
        && (2..=5).contains(&word.chars().count())
        && normal.raw[inside.clone()].iter().all(|c| is_kanji(*c) || *c == ' ')
        && !DATA.allowed.contains(&word)
        && !DATA.before_names.contains(&word)
        && !DATA.nobody.contains(&word)
}

/// No kanji goes on at its ends, but for 家 and 宅.
fn alone(normal: &Normal, units: &Range<usize>) -> bool {
    let joins = |c: char| is_kanji(c) || is_katakana(c);
    normal.before(units.start).is_none_or(|c| !joins(c))
        && normal.here(units.end).is_none_or(|c| !joins(c) || matches!(c, '家' | '宅' | '姓'))
}

/// Not いらいら, not a word of the field.
fn reads_as_name(normal: &Normal, units: &Range<usize>) -> bool {
    let word: Vec<char> = normal.key_text(units.clone()).chars().collect();
    let half = word.len() / 2;
    let doubled = word.len().is_multiple_of(2) && word[..half] == word[half..];
    !doubled && !DATA.allowed.contains(&word.iter().collect::<String>())
}
