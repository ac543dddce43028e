//! The text of a file in the forms in which secrets are looked for.

use domain::text::fold::fold;
use unicode_normalization::UnicodeNormalization;

/// One place of a file: a page, a title, a text beside a picture.
pub struct Haystack {
    /// Folded, without any space: 高橋太郎 is found in 髙橋　太郎 across a line end.
    pub folded: Vec<char>,
    /// NFKC and lower case without spaces, but one between digits: numbers of a table row stay apart.
    pub plain: Vec<char>,
}

impl Haystack {
    /// Prepares a text.
    pub fn new(text: &str) -> Self {
        Self { folded: fold(text).chars().collect(), plain: plain(text) }
    }
}

/// NFKC, lower case, dashes as one sign; white space falls away except between two digits.
pub fn plain(text: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(text.len() / 2);
    let mut parted = false;
    for c in text.nfkc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            parted = true;
            continue;
        }
        let c = if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' if near_digit(&out))
            || c == '−'
        {
            '-'
        } else {
            c
        };
        if parted && c.is_ascii_digit() && near_digit(&out) {
            out.push(' ');
        }
        parted = false;
        out.push(c);
    }
    out
}

fn near_digit(out: &[char]) -> bool {
    out.last().is_some_and(char::is_ascii_digit)
}

/// Starts of a needle.
pub fn places(hay: &[char], needle: &[char]) -> Vec<usize> {
    if needle.is_empty() || hay.len() < needle.len() {
        return Vec::new();
    }
    (0..=hay.len() - needle.len()).filter(|at| hay[*at..].starts_with(needle)).collect()
}

/// True when the needle stands there as a word of its own: no digit or Latin letter goes on at its ends where it has one itself.
pub fn bounded(hay: &[char], at: usize, length: usize) -> bool {
    let goes_on = |inner: char, outer: char| {
        (inner.is_ascii_digit() && outer.is_ascii_digit())
            || (inner.is_ascii_alphabetic() && outer.is_ascii_alphabetic())
    };
    let before = at.checked_sub(1).and_then(|b| hay.get(b)).is_some_and(|outer| goes_on(hay[at], *outer));
    let behind = hay.get(at + length).is_some_and(|outer| goes_on(hay[at + length - 1], *outer));
    !before && !behind
}
