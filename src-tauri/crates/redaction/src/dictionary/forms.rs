//! Names of people in every script and order: the one list of written forms. The dictionary of texts and the search of
//! finished bytes both read it, and each says for itself how much must stand beside a form.

use crate::data::key;
use crate::normal::{is_kana, is_kanji};
use crate::register::Client;
use crate::romaji::spellings;

/// How much of a name a written form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Surname and given name, in either order and in any script.
    Whole,
    /// The same in Latin letters.
    Latin,
    /// Another name as the register has it.
    Alias,
    /// A surname or a given name by itself.
    Alone,
    /// One of them in Latin letters.
    LatinAlone,
    /// One of them with one end in kanji and the other in kana.
    Mixed,
}

/// Written forms as they are gathered.
pub(super) type Forms = Vec<(String, Part)>;

/// A client with everything that the register knows about the name.
pub(super) fn client(client: &Client) -> Forms {
    let Client { family, given, family_kana, given_kana, aliases, .. } = client;
    let mut forms = Forms::new();
    both(family, given, &mut forms);
    both(family_kana, given_kana, &mut forms);
    both(family, given_kana, &mut forms);
    both(family_kana, given, &mut forms);
    if ![family, given, family_kana].iter().any(|part| part.is_empty()) {
        forms.push((format!("{family}({family_kana}){given}"), Part::Whole));
        forms.push((format!("{family}({family_kana})"), Part::Whole));
    }
    for part in [family, given, family_kana, given_kana] {
        forms.push((part.clone(), Part::Alone));
    }
    mixed(family, family_kana, &mut forms);
    mixed(given, given_kana, &mut forms);
    latin(family_kana, given_kana, &mut forms);
    for name in aliases {
        forms.extend(person(name, ""));
        forms.push((name.clone(), Part::Alias));
    }
    forms
}

/// A name as one text: a surname, or a surname and a given name with a space.
pub(super) fn person(name: &str, kana: &str) -> Forms {
    let mut forms = Forms::new();
    let parts: Vec<&str> = name.split_whitespace().collect();
    let readings: Vec<&str> = kana.split_whitespace().collect();
    for parts in [&parts, &readings] {
        match parts[..] {
            [] | [_] => {}
            [family, given] => both(family, given, &mut forms),
            _ => forms.push((parts.concat(), Part::Whole)),
        }
        forms.extend(parts.iter().map(|one| ((*one).to_owned(), Part::Alone)));
    }
    if let ([family, given], [family_kana, given_kana]) = (&parts[..], &readings[..]) {
        both(family, given_kana, &mut forms);
        both(family_kana, given, &mut forms);
    }
    match readings[..] {
        [alone] => latin(alone, "", &mut forms),
        [family, given] => latin(family, given, &mut forms),
        _ => {}
    }
    forms
}

/// Two parts of a name in both orders.
fn both(family: &str, given: &str, forms: &mut Forms) {
    if family.is_empty() || given.is_empty() {
        return;
    }
    forms.extend([(format!("{family}{given}"), Part::Whole), (format!("{given}{family}"), Part::Whole)]);
}

/// 高はし, たか橋: one end of the name in kanji, the other in kana.
fn mixed(name: &str, kana: &str, forms: &mut Forms) {
    let (folded, reading) = (key(name), key(kana));
    let kanji: Vec<char> = folded.chars().collect();
    let reading: Vec<char> = reading.chars().collect();
    if kanji.len() < 2 || !kanji.iter().all(|c| is_kanji(*c)) || !reading.iter().all(|c| is_kana(*c)) {
        return;
    }
    for cut in 1..reading.len() {
        let (head, tail) = reading.split_at(cut);
        if tail.len() >= 2 {
            forms.push((kanji[..1].iter().chain(tail).collect(), Part::Mixed));
        }
        if head.len() >= 2 {
            forms.push((head.iter().chain(&kanji[kanji.len() - 1..]).collect(), Part::Mixed));
        }
    }
}

/// Both parts in Latin letters, in both orders and alone.
fn latin(family_kana: &str, given_kana: &str, forms: &mut Forms) {
    let (family, given) = (spellings(&key(family_kana)), spellings(&key(given_kana)));
    forms.extend(family.iter().chain(&given).map(|one| (one.clone(), Part::LatinAlone)));
    for first in &family {
        for second in &given {
            forms.push((format!("{first}{second}"), Part::Latin));
            forms.push((format!("{second}{first}"), Part::Latin));
        }
    }
}
