//! The ways in which somebody is written, and a sign in their place: in any writing where nobody else is meant, letter by
//! letter where somebody else is written nearly alike, and not at all where it cannot be told who is meant.

use crate::Failure;
use domain::measure::Id;
use domain::text::fold::{find, fold, fold_map};
use domain::vocabulary::Job;
use redaction::{Client, Part, Register, written};
use std::cmp::Reverse;
use store::Reader;
use store::redaction::NamedClient;

/// What follows a surname that stands by itself.
const HONORIFICS: &[&str] = &["さん", "様", "さま", "氏", "くん", "君", "ちゃん", "殿"];

/// A form that is found in any writing.
struct Form {
    folded: String,
    /// Letters at its end that stay: an honorific.
    kept: usize,
    /// A lone kanji, found only where no kanji stands before it.
    alone: bool,
}

impl Form {
    fn of(text: &str) -> Self {
        Self { folded: fold(text), kept: 0, alone: false }
    }
}

/// The written forms of one person.
pub(super) struct Names {
    /// Found in any writing, longest first.
    folded: Vec<Form>,
    /// Found only as they are written, longest first.
    exact: Vec<String>,
    sign: String,
}

/// Everybody else who could be meant.
struct Others {
    /// Whole names as they are written, without spaces.
    whole: Vec<String>,
    /// Surnames, given names and readings.
    parts: Vec<String>,
}

impl Others {
    fn of(reader: &Reader, client: &str) -> Result<Self, Failure> {
        let named = reader.named()?;
        let mut others = Self { whole: Vec::new(), parts: Vec::new() };
        for one in named.clients.iter().filter(|one| one.id != client) {
            others.whole.extend([
                format!("{}{}", one.family, one.given),
                format!("{}{}", one.family_kana, one.given_kana),
            ]);
            others
                .parts
                .extend([&one.family, &one.given, &one.family_kana, &one.given_kana].map(Clone::clone));
        }
        // A relative leaves with the person, and bears the name of a client anyway.
        for one in named.people.iter().filter(|one| one.job != Some(Job::Family)) {
            others.whole.extend([&one.name, &one.kana].map(|name| name.split_whitespace().collect()));
            others
                .parts
                .extend(one.name.split_whitespace().chain(one.kana.split_whitespace()).map(str::to_owned));
        }
        others.whole.extend(named.organisations.iter().flat_map(|one| [one.name.clone(), one.kana.clone()]));
        Ok(others)
    }

    /// True when a form stands in somebody else's name, in any writing.
    fn hold(&self, form: &str) -> bool {
        let form = fold(form);
        self.whole.iter().any(|name| fold(name).contains(&form))
    }

    /// True when a form stands in somebody else's name letter by letter.
    fn hold_exactly(&self, form: &str) -> bool {
        self.whole.iter().any(|name| name.contains(form))
    }

    /// True when somebody else has this surname, given name or reading.
    fn share(&self, part: &str) -> bool {
        let part = fold(part);
        self.parts.iter().any(|other| fold(other) == part)
    }
}

impl Names {
    /// The forms of a client, in whose place `sign` comes.
    pub(super) fn of(reader: &Reader, client: &Id, cases: &[Id], sign: String) -> Result<Self, Failure> {
        let (named, numbers) = reader.named_client(client, cases)?;
        let others = Others::of(reader, &named.id)?;
        let NamedClient { family, given, family_kana, given_kana, aliases, .. } = named;
        let mut names = Self { folded: Vec::new(), exact: numbers, sign };
        if !others.hold_exactly(&format!("{family}{given}")) {
            names.exact.extend(["", " ", "\u{3000}"].map(|gap| format!("{family}{gap}{given}")));
        }
        let client = Client { family, given, family_kana, given_kana, aliases, birth: None };
        let register = Register { clients: vec![client], ..Register::default() };
        for form in written(&register) {
            let kanji = form.text.chars().all(is_kanji);
            let long = form.text.chars().count() > 1;
            match form.part {
                Part::Whole | Part::Alias | Part::Latin | Part::Mixed if long && !others.hold(&form.text) => {
                    names.folded.push(Form::of(&form.text));
                }
                Part::Alone if long && kanji && !others.hold(&form.text) => {
                    names.folded.push(Form::of(&form.text));
                }
                Part::Alone if long && kanji && !others.hold_exactly(&form.text) => {
                    names.exact.push(form.text)
                }
                Part::Alone if !form.text.is_empty() && !others.share(&form.text) => {
                    let alone = kanji && !long;
                    names.folded.extend(HONORIFICS.iter().map(|honorific| Form {
                        kept: honorific.chars().count(),
                        alone,
                        ..Form::of(&format!("{}{honorific}", form.text))
                    }));
                }
                _ => {}
            }
        }
        names.exact.retain(|form| form.trim().chars().count() > 1);
        names.exact.sort_by_key(|form| Reverse(form.chars().count()));
        names.folded.sort_by_key(|form| Reverse(form.folded.chars().count()));
        Ok(names)
    }

    /// The text with the sign in the place of the person, and an honorific left as it is; none where nobody is named.
    pub(super) fn covered(&self, text: &str) -> Option<String> {
        let mut covered = text.to_owned();
        for form in self.exact.iter().filter(|form| text.contains(form.as_str())) {
            covered = covered.replace(form.as_str(), &self.sign);
        }
        let read = fold(&covered);
        for form in self.folded.iter().filter(|form| read.contains(&form.folded)) {
            covered = self.cover(&covered, form);
        }
        (covered != text).then_some(covered)
    }

    fn cover(&self, text: &str, form: &Form) -> String {
        let letters: Vec<char> = text.chars().collect();
        let mut out = String::new();
        let mut from = 0;
        for place in find(&fold_map(text), &form.folded) {
            let before = place.start.checked_sub(1).and_then(|at| letters.get(at));
            if form.alone && before.is_some_and(|letter| is_kanji(*letter)) {
                continue;
            }
            out.extend(&letters[from..place.start]);
            out.push_str(&self.sign);
            from = place.end - form.kept;
        }
        out.extend(&letters[from..]);
        out
    }
}

fn is_kanji(letter: char) -> bool {
    matches!(letter, '々' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
