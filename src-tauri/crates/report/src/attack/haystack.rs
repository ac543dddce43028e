//! The text of a file in the forms in which secrets are looked for.

use domain::text::fold::fold;
use unicode_normalization::UnicodeNormalization;

/// A text or a word, both as a string to ask quickly and as characters to look closely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    string: String,
    /// The characters.
    pub chars: Vec<char>,
}

impl Text {
    /// Takes a text as it is.
    pub fn new(string: String) -> Self {
        let chars = string.chars().collect();
        Self { string, chars }
    }
    /// Takes the folded text.
    pub fn folded(text: &str) -> Self {
        Self::new(fold(text))
    }
    /// Number of characters.
    pub fn len(&self) -> usize {
        self.chars.len()
    }
    /// True when a word stands somewhere in it.
    pub fn holds(&self, word: &str) -> bool {
        self.string.contains(word)
    }
    /// Where a word begins, in characters.
    pub fn places(&self, word: &Self) -> Vec<usize> {
        if word.chars.is_empty() || !self.string.contains(&word.string) {
            return Vec::new();
        }
        (0..=self.len() - word.len()).filter(|at| self.chars[*at..].starts_with(&word.chars)).collect()
    }
    /// True when the word stands there on its own: no digit or Latin letter goes on at its ends where it has one itself.
    pub fn stands(&self, word: &Self) -> bool {
        self.places(word).into_iter().any(|at| self.bounded(at, word.len()))
    }
    fn bounded(&self, at: usize, length: usize) -> bool {
        let goes_on = |inner: char, outer: char| {
            (inner.is_ascii_digit() && outer.is_ascii_digit())
                || (inner.is_ascii_alphabetic() && outer.is_ascii_alphabetic())
        };
        let hay = &self.chars;
        let before = at.checked_sub(1).and_then(|b| hay.get(b)).is_some_and(|outer| goes_on(hay[at], *outer));
        let behind = hay.get(at + length).is_some_and(|outer| goes_on(hay[at + length - 1], *outer));
        !before && !behind
    }
}

/// One place of a file: a page, a title, a text beside a picture.
pub struct Haystack {
    /// Folded, without any space: 高橋太郎 is found in 髙橋　太郎 across a line end.
    pub folded: Text,
    /// NFKC and lower case without spaces, but one between digits: numbers of a table row stay apart.
    pub plain: Text,
    /// The same without dashes inside numbers.
    pub joined: Text,
    /// The same without dashes, brackets and spaces inside numbers.
    pub tight: Text,
}

impl Haystack {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        let plain = plain(text);
        let joined = Text::new(without(&plain, &['-']));
        let tight = without(&plain, &['-', ' ', '.', '(', ')']);
        Self {
            folded: Text::folded(text),
            plain: Text::new(plain.into_iter().collect()),
            joined,
            tight: Text::new(tight),
        }
    }
}

/// NFKC, lower case, dashes after digits as one sign; white space falls away except between two digits.
pub fn plain(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len() / 2);
    let mut parted = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            parted = true;
            continue;
        }
        let digit_before = out.last().is_some_and(char::is_ascii_digit);
        let dash = matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') || (c == 'ー' && digit_before);
        if parted && c.is_ascii_digit() && digit_before {
            out.push(' ');
        }
        parted = false;
        out.push(if dash { '-' } else { c });
    }
    out
}

/// The text without some signs where they stand between letters and digits.
fn without(text: &[char], signs: &[char]) -> String {
    let solid = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|c| c.is_ascii_alphanumeric() || signs.contains(c))
    };
    let kept = |at: &usize| !(signs.contains(&text[*at]) && solid(at.checked_sub(1)) && solid(Some(at + 1)));
    (0..text.len()).filter(kept).map(|at| text[at]).collect()
}
