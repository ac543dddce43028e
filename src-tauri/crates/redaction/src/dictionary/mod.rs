//! Everybody and everything of the vault in every script, ready to be found in one pass.

mod forms;
mod numbers;
mod organisations;
mod strength;
mod written;

pub use forms::Part;
pub use written::{Whose, Written, written};

pub(crate) use organisations::kind_length;

use crate::data::key;
use crate::normal::Normal;
use crate::register::{Job, OrganisationKind, Register};
use aho_corasick::{AhoCorasick, MatchKind};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How much must stand beside a word before it is somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Nothing: it is a hit wherever it stands.
    Sure,
    /// No letter of the same script goes on at its ends.
    Bounded,
    /// A whole run of katakana, or a cue.
    KatakanaRun,
    /// A whole Latin word with a capital.
    Latin,
    /// A whole Latin word in capitals only.
    Capitals,
    /// An honorific, a role or another person beside it.
    Cued,
}

/// Whom or what a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    /// Client by number.
    Client(u32),
    /// Person of the directory by number.
    Person(u32, Job),
    /// Organisation by number.
    Organisation(u32, OrganisationKind),
    /// 病棟.
    Ward,
    /// 区.
    District,
    /// Building or address.
    Address,
    /// Number or code.
    Number,
}

/// One word that is looked for.
#[derive(Clone, Debug)]
struct Word {
    strength: Strength,
    owners: BTreeMap<Subject, BTreeSet<String>>,
    length: usize,
}

/// One word found, in characters of the normalised copy.
pub(crate) struct Sighting {
    pub units: Range<usize>,
    pub strength: Strength,
    /// The one it names; none where several share the word.
    pub subject: Subject,
    /// Several share the word.
    pub shared: bool,
    /// Everybody who does.
    pub owners: Vec<Subject>,
}

/// The dictionary of one vault.
pub struct Dictionary {
    finder: Option<AhoCorasick>,
    words: Vec<Word>,
    numbers: numbers::Numbers,
    births: BTreeSet<NaiveDate>,
    kana: BTreeMap<String, Subject>,
}

/// Words while they are collected.
#[derive(Default)]
pub(crate) struct Words {
    found: BTreeMap<String, (Strength, BTreeMap<Subject, BTreeSet<String>>)>,
    kana: BTreeMap<String, Subject>,
}

impl Words {
    /// Adds a word as written; the less demanding strength wins for the same owner.
    pub(crate) fn add(&mut self, written: &str, strength: Strength, subject: Subject) {
        self.add_folded(&key(written), written, strength, subject);
    }

    fn add_folded(&mut self, folded: &str, written: &str, strength: Strength, subject: Subject) {
        let folded = tight(folded);
        if folded.is_empty() {
            return;
        }
        let spelt: String = written.chars().filter(|c| !c.is_whitespace()).collect();
        let word = self.found.entry(folded).or_insert_with(|| (strength, BTreeMap::new()));
        word.0 = word.0.min(strength);
        word.1.entry(subject).or_default().insert(spelt);
    }

    /// Adds every written form of a name; parts of four kana and more also for the search with one letter wrong.
    fn add_name(&mut self, forms: forms::Forms, subject: Subject) {
        for (text, part) in forms {
            let folded = key(&text);
            let kana = strength::is_kana_name(&folded);
            if kana && folded.chars().count() >= 4 && matches!(part, Part::Alone | Part::Alias) {
                self.kana.entry(folded.clone()).or_insert(subject);
            }
            self.add_folded(&folded, &text, strength::of(&folded, part), subject);
        }
    }
}

impl Dictionary {
    /// Prepares everything of a register.
    pub fn new(register: &Register) -> Self {
        let mut words = Words::default();
        for (n, client) in (0..).zip(&register.clients) {
            words.add_name(forms::client(client), Subject::Client(n));
        }
        for (n, person) in (0..).zip(&register.people) {
            words.add_name(forms::person(&person.name, &person.kana), Subject::Person(n, person.job));
        }
        for (n, organisation) in (0..).zip(&register.organisations) {
            let subject = Subject::Organisation(n, organisation.kind);
            for form in organisations::forms(organisation, &register.city) {
                words.add(&form.text, form.strength, subject);
            }
        }
        for ward in &register.wards {
            organisations::add_ward(ward, &mut words);
        }
        for district in register.districts.iter().filter(|d| d.chars().count() >= 2) {
            words.add(district, Strength::Sure, Subject::District);
        }
        let theirs = register.organisations.iter();
        let places = register.buildings.iter().chain(&register.addresses);
        for place in places.chain(theirs.clone().map(|o| &o.address)).filter(|p| p.chars().count() >= 3) {
            words.add(place, Strength::Sure, Subject::Address);
        }
        let numbers = register.numbers.iter().chain(&register.codes);
        let numbers = numbers::Numbers::new(numbers.chain(theirs.flat_map(|o| &o.numbers)));
        let births = register.clients.iter().filter_map(|client| client.birth).collect();
        let Words { found, kana } = words;
        let patterns: Vec<&String> = found.keys().collect();
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&patterns).ok();
        let words = found
            .into_iter()
            .map(|(word, (strength, owners))| Word { strength, owners, length: word.chars().count() })
            .collect();
        Self { finder, words, numbers, births, kana }
    }

    /// True when somebody of the vault was born on this day.
    pub(crate) fn knows_birth(&self, day: NaiveDate) -> bool {
        self.births.contains(&day)
    }

    /// Every word that stands in the text, whatever surrounds it.
    pub(crate) fn sightings(&self, normal: &Normal) -> Vec<Sighting> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let (text, units) = joined(normal);
        let mut chars_at = Vec::with_capacity(text.len());
        for (n, c) in text.chars().enumerate() {
            chars_at.resize(chars_at.len() + c.len_utf8(), n);
        }
        let mut all = Vec::new();
        for found in finder.find_overlapping_iter(&text) {
            let word = &self.words[found.pattern().as_usize()];
            let Some(first) = chars_at.get(found.start()).copied() else { continue };
            let (Some(start), Some(last)) = (units.get(first), units.get(first + word.length - 1)) else {
                continue;
            };
            let units = *start..last + 1;
            let (subject, shared) = owner(word, normal, &units);
            let owners = if shared { word.owners.keys().copied().collect() } else { Vec::new() };
            all.push(Sighting { units, strength: word.strength, subject, shared, owners });
        }
        all
    }

    /// Registered numbers in the text, however they are parted.
    pub(crate) fn numbers(&self, normal: &Normal) -> Vec<Range<usize>> {
        self.numbers.find(normal)
    }

    /// The kana name that differs from this run of kana by at most one letter.
    pub(crate) fn nearly(&self, run: &[char]) -> Option<Subject> {
        let near = |name: &&String| one_letter_apart(&name.chars().collect::<Vec<_>>(), run);
        self.kana.keys().find(near).and_then(|name| self.kana.get(name)).copied()
    }
}

/// The owner of a word: the one whose own spelling stands there, otherwise the only one, otherwise nobody alone.
fn owner(word: &Word, normal: &Normal, units: &Range<usize>) -> (Subject, bool) {
    let first = word.owners.keys().next().copied().unwrap_or(Subject::Number);
    if word.owners.len() < 2 {
        return (first, false);
    }
    let written: String = normal.raw_text(units.clone()).chars().filter(|c| !c.is_whitespace()).collect();
    let mut spelt = word.owners.iter().filter(|(_, forms)| forms.contains(&written));
    match (spelt.next(), spelt.next()) {
        (Some((only, _)), None) => (*only, false),
        _ => (first, true),
    }
}

/// The copy without what may stand inside a name, with the place of each character.
fn joined(normal: &Normal) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(normal.len() * 3);
    let mut units = Vec::with_capacity(normal.len());
    for (unit, c) in normal.key.iter().enumerate() {
        let latin =
            |n: Option<usize>| n.and_then(|n| normal.key.get(n)).is_some_and(char::is_ascii_alphabetic);
        let inside = match c {
            ' ' | '\n' | '・' | '゠' | '=' => true,
            '-' | '.' | ',' | '_' | '\'' => {
                let next = if normal.key.get(unit + 1) == Some(&' ') { unit + 2 } else { unit + 1 };
                latin(unit.checked_sub(1)) && latin(Some(next))
            }
            _ => false,
        };
        if !inside {
            text.push(*c);
            units.push(unit);
        }
    }
    (text, units)
}

/// A folded word without what may stand inside a name.
fn tight(folded: &str) -> String {
    let latin = folded.chars().any(|c| c.is_ascii_alphabetic());
    let dropped =
        |c: &char| matches!(c, '・' | '゠' | '=') || (latin && matches!(c, '.' | ',' | '\'' | '_' | '-'));
    folded.chars().filter(|c| !dropped(c)).collect()
}

fn one_letter_apart(name: &[char], run: &[char]) -> bool {
    let head = name.iter().zip(run).take_while(|(a, b)| a == b).count();
    let (name, run) = (&name[head..], &run[head..]);
    match (name, run) {
        ([], []) | ([_], []) | ([], [_]) => true,
        ([_, rest_a @ ..], [_, rest_b @ ..]) => rest_a == rest_b || rest_a == run || name == rest_b,
        _ => false,
    }
}
