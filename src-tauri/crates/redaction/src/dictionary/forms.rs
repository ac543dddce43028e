//! Names of people in every script and order.

use super::{Strength, Subject, Words};
use crate::data::{DATA, key};
use crate::normal::{is_kana, is_kanji};
use crate::register::Client;
use crate::romaji::spellings;

/// A client with everything that the register knows about the name.
pub(super) fn client(client: &Client, subject: Subject, words: &mut Words) {
    let Client { family, given, family_kana, given_kana, aliases, .. } = client;
    both(family, given, subject, words);
    both(family_kana, given_kana, subject, words);
    both(family, given_kana, subject, words);
    both(family_kana, given, subject, words);
    if ![family, given, family_kana].iter().any(|part| part.is_empty()) {
        words.add(&format!("{family}({family_kana}){given}"), Strength::Sure, subject);
        words.add(&format!("{family}({family_kana})"), Strength::Sure, subject);
    }
    part(family, subject, words);
    part(given, subject, words);
    part(family_kana, subject, words);
    part(given_kana, subject, words);
    mixed(family, family_kana, subject, words);
    mixed(given, given_kana, subject, words);
    latin(family_kana, given_kana, subject, words);
    for name in aliases {
        person(name, "", subject, words);
    }
}

/// A name as one text: a surname, or a surname and a given name with a space.
pub(super) fn person(name: &str, kana: &str, subject: Subject, words: &mut Words) {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let readings: Vec<&str> = kana.split_whitespace().collect();
    for parts in [&parts, &readings] {
        match parts[..] {
            [] => {}
            [alone] => part(alone, subject, words),
            [family, given] => {
                both(family, given, subject, words);
                part(family, subject, words);
                part(given, subject, words);
            }
            _ => {
                words.add(&parts.concat(), Strength::Sure, subject);
                parts.iter().for_each(|one| part(one, subject, words));
            }
        }
    }
    if let ([family, given], [family_kana, given_kana]) = (&parts[..], &readings[..]) {
        both(family, given_kana, subject, words);
        both(family_kana, given, subject, words);
    }
    match readings[..] {
        [alone] => latin(alone, "", subject, words),
        [family, given] => latin(family, given, subject, words),
        _ => {}
    }
}

/// Two parts of a name in both orders.
fn both(family: &str, given: &str, subject: Subject, words: &mut Words) {
    if family.is_empty() || given.is_empty() {
        return;
    }
    for name in [format!("{family}{given}"), format!("{given}{family}")] {
        let length = key(&name).chars().count();
        let kana = key(&name).chars().all(is_kana);
        let strength = if length < 3 || (kana && length < 4) { Strength::Bounded } else { Strength::Sure };
        words.add(&name, strength, subject);
    }
}

/// A surname, a given name or another name alone.
fn part(name: &str, subject: Subject, words: &mut Words) {
    let folded = key(name);
    let length = folded.chars().count();
    if length == 0 {
        return;
    }
    let latin = folded.is_ascii();
    let letters = folded.chars().filter(char::is_ascii_alphabetic).count();
    let kana = folded.chars().all(|c| is_kana(c) || c == '・');
    let everyday = DATA.common.contains(&folded) || DATA.allowed.contains(&folded);
    let strength = match length {
        _ if latin && letters < 4 => Strength::Capitals,
        _ if latin => Strength::Latin,
        1 => Strength::Cued,
        _ if everyday => Strength::Cued,
        2 if kana => Strength::Cued,
        3 if kana => Strength::KatakanaRun,
        _ if kana => Strength::Sure,
        _ if ends_with_honorific(&folded) => Strength::Sure,
        _ => Strength::Bounded,
    };
    words.add(name, strength, subject);
    if kana {
        words.add_kana(&folded, subject);
    }
}

fn ends_with_honorific(folded: &str) -> bool {
    DATA.honorifics.ends(&folded.chars().collect::<Vec<_>>()).is_some()
}

/// 高はし, たか橋: one end of the name in kanji, the other in kana.
fn mixed(name: &str, kana: &str, subject: Subject, words: &mut Words) {
    let (folded, reading) = (key(name), key(kana));
    let kanji: Vec<char> = folded.chars().collect();
    let reading: Vec<char> = reading.chars().collect();
    if kanji.len() < 2 || !kanji.iter().all(|c| is_kanji(*c)) || !reading.iter().all(|c| is_kana(*c)) {
        return;
    }
    for cut in 1..reading.len() {
        let (head, tail) = reading.split_at(cut);
        if tail.len() >= 2 {
            let word: String = kanji[..1].iter().chain(tail).collect();
            words.add(&word, Strength::Bounded, subject);
        }
        if head.len() >= 2 {
            let word: String = head.iter().chain(&kanji[kanji.len() - 1..]).collect();
            words.add(&word, Strength::Bounded, subject);
        }
    }
}

/// Both parts in Latin letters, in both orders and alone.
fn latin(family_kana: &str, given_kana: &str, subject: Subject, words: &mut Words) {
    let (family, given) = (spellings(&key(family_kana)), spellings(&key(given_kana)));
    for one in family.iter().chain(&given) {
        let strength = if one.len() < 4 { Strength::Cued } else { Strength::Latin };
        words.add(one, strength, subject);
    }
    for first in &family {
        for second in &given {
            words.add(&format!("{first}{second}"), Strength::Latin, subject);
            words.add(&format!("{second}{first}"), Strength::Latin, subject);
        }
    }
}
