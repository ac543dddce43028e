//! The word lists of `assets/redaction`, folded once.

use crate::normal::Normal;
use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    honorifics: Vec<String>,
    titles: Vec<String>,
    not_honorific: Vec<String>,
    nobody: Vec<String>,
    not_before_sama: Vec<String>,
    not_before_shi: Vec<String>,
    not_titled: Vec<String>,
    roles: Vec<String>,
    kin: Vec<String>,
    before_names: Vec<String>,
    list_heads: Vec<String>,
    person_verbs: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    surnames: String,
    given_last: String,
    surname_last: String,
    common: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct AllowedFile {
    words: String,
    words2: String,
}

/// Words that are looked for at a place, longest first, by their first and last character.
#[derive(Default)]
pub(crate) struct Words {
    by_first: HashMap<char, Vec<Vec<char>>>,
    by_last: HashMap<char, Vec<Vec<char>>>,
    all: HashSet<String>,
}

impl Words {
    /// Words of a list, folded.
    pub fn of(words: &[String]) -> Self {
        let mut found = Self::default();
        for word in longest_first(words) {
            let (Some(first), Some(last)) = (word.first(), word.last()) else { continue };
            found.by_first.entry(*first).or_default().push(word.clone());
            found.by_last.entry(*last).or_default().push(word.clone());
            found.all.insert(word.iter().collect());
        }
        found
    }
    /// Length of the longest word with which a stretch begins.
    pub fn begins(&self, rest: &[char]) -> Option<usize> {
        let words = self.by_first.get(rest.first()?)?;
        words.iter().find(|word| rest.starts_with(word)).map(Vec::len)
    }
    /// The longest word with which a stretch ends.
    pub fn ends(&self, head: &[char]) -> Option<&[char]> {
        let words = self.by_last.get(head.last()?)?;
        words.iter().find(|word| head.ends_with(word)).map(Vec::as_slice)
    }
    /// True for exactly one of the words.
    pub fn has(&self, word: &str) -> bool {
        self.all.contains(word)
    }
    #[cfg(test)]
    fn len(&self) -> usize {
        self.all.len()
    }
}

/// The lists, folded.
pub(crate) struct Data {
    /// What follows a name and alone points at a person; longest first.
    pub honorifics: Words,
    /// Jobs that follow a name; longest first.
    pub titles: Words,
    /// What goes on after an honorific and makes it another word.
    pub not_honorific: Words,
    /// Words with an honorific that name nobody.
    pub nobody: HashSet<String>,
    /// Words before 様 that name nobody.
    pub not_before_sama: HashSet<String>,
    /// Words before 氏 that name nobody.
    pub not_before_shi: HashSet<String>,
    /// Words before a job that name nobody.
    pub not_titled: HashSet<String>,
    /// Jobs and words that stand right before a name; longest first.
    pub roles: Words,
    /// Relations; longest first.
    pub kin: Words,
    /// Words in front of a name that are no part of it.
    pub before_names: HashSet<String>,
    /// Heads of lists of people.
    pub list_heads: Words,
    /// What people do.
    pub person_verbs: Words,
    /// Surnames of the land.
    pub surnames: HashSet<String>,
    /// Those of two characters.
    pub short_surnames: HashSet<[char; 2]>,
    /// Last characters of given names.
    pub given_last: HashSet<char>,
    /// Last characters of surnames.
    pub surname_last: HashSet<char>,
    /// Names that are everyday words.
    pub common: HashSet<String>,
    /// Words of the field.
    pub allowed: HashSet<String>,
    finder: Option<AhoCorasick>,
    lengths: Vec<usize>,
}

/// The lists of the program.
pub(crate) static DATA: LazyLock<Data> = LazyLock::new(Data::read);

/// Folded as the copy of a text is.
pub(crate) fn key(word: &str) -> String {
    // Most forms of a name are Latin spellings, which folding leaves as they are.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let normal = Normal::of(word);
    normal.key_text(0..normal.len())
}

fn set<'a>(words: impl IntoIterator<Item = &'a str>) -> HashSet<String> {
    words.into_iter().map(key).filter(|w| !w.is_empty()).collect()
}

fn longest_first(words: &[String]) -> Vec<Vec<char>> {
    let mut all: Vec<Vec<char>> = words.iter().map(|w| key(w).chars().collect()).collect();
    all.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    all.dedup();
    all
}

impl Data {
    fn read() -> Self {
        let words: WordsFile =
            toml::from_str(include_str!("../../../../assets/redaction/words.toml")).unwrap_or_default();
        let names: NamesFile =
            toml::from_str(include_str!("../../../../assets/redaction/names.toml")).unwrap_or_default();
        let allowed: AllowedFile =
            toml::from_str(include_str!("../../../../assets/redaction/allowed.toml")).unwrap_or_default();
        let mut list: Vec<String> =
            set(allowed.words.split_whitespace().chain(allowed.words2.split_whitespace()))
                .into_iter()
                .collect();
        list.sort();
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&list).ok();
        Self {
            honorifics: Words::of(&words.honorifics),
            titles: Words::of(&words.titles),
            not_honorific: Words::of(&words.not_honorific),
            nobody: set(words.nobody.iter().map(String::as_str)),
            not_before_sama: set(words.not_before_sama.iter().map(String::as_str)),
            not_before_shi: set(words.not_before_shi.iter().map(String::as_str)),
            not_titled: set(words.not_titled.iter().map(String::as_str)),
            roles: Words::of(&words.roles),
            kin: Words::of(&words.kin),
            before_names: set(words.before_names.iter().map(String::as_str)),
            list_heads: Words::of(&words.list_heads),
            person_verbs: Words::of(&words.person_verbs),
            short_surnames: set(names.surnames.split_whitespace())
                .iter()
                .filter_map(|name| name.chars().collect::<Vec<_>>().try_into().ok())
                .collect(),
            surnames: set(names.surnames.split_whitespace()),
            given_last: names.given_last.chars().collect(),
            surname_last: names.surname_last.chars().collect(),
            common: set(names.common.iter().map(String::as_str)),
            lengths: list.iter().map(|w| w.chars().count()).collect(),
            allowed: list.into_iter().collect(),
            finder,
        }
    }

    /// For every character of the copy: the longest reach of a word of the field that begins there.
    pub fn allowed_reach(&self, normal: &Normal) -> Vec<usize> {
        let mut reach: Vec<usize> = vec![0; normal.len()];
        let Some(finder) = &self.finder else { return reach };
        let text: String = normal.key.iter().collect();
        let mut starts = Vec::with_capacity(text.len());
        for (unit, c) in normal.key.iter().enumerate() {
            starts.resize(starts.len() + c.len_utf8(), unit);
        }
        for found in finder.find_overlapping_iter(&text) {
            if let Some(unit) = starts.get(found.start()) {
                let end = unit + self.lengths[found.pattern().as_usize()];
                reach[*unit] = reach[*unit].max(end);
            }
        }
        reach
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read() {
        for (name, size) in [
            ("honorifics", DATA.honorifics.len()),
            ("titles", DATA.titles.len()),
            ("roles", DATA.roles.len()),
            ("kin", DATA.kin.len()),
            ("nobody", DATA.nobody.len()),
            ("surnames", DATA.surnames.len()),
            ("common", DATA.common.len()),
            ("allowed", DATA.allowed.len()),
        ] {
            assert!(size > 15, "{name} holds {size}");
        }
    }
}
