//! Words of notes in a report: twelve characters in a row that stand in a note on a person.

use super::haystack::Text;
use domain::text::fold::fold;
use std::collections::{BTreeSet, HashSet};

/// Characters in a row.
const ROW: usize = 12;
/// Letters among them that say something; figures and signs repeat by chance.
const LETTERS: usize = 8;

fn telling(window: &[char]) -> bool {
    let letter = |c: &&char| c.is_alphabetic() && !c.is_ascii_digit();
    window.iter().filter(letter).count() >= LETTERS
}

/// Pages, by their index, on which words of a note stand outside the report's own words.
pub fn pages(pages: &[&Text], fixed: &[Text], notes: &[String]) -> BTreeSet<usize> {
    let mut windows: Vec<(usize, &[char])> = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let mut own = vec![false; page.len()];
        for word in fixed.iter().filter(|word| word.len() >= 4) {
            for at in page.places(word) {
                own[at..at + word.len()].fill(true);
            }
        }
        for (at, window) in page.chars.windows(ROW).enumerate() {
            if telling(window) && !own[at..at + ROW].iter().all(|own| *own) {
                windows.push((index, window));
            }
        }
    }
    let known: HashSet<&[char]> = windows.iter().map(|(_, window)| *window).collect();
    let mut hit: HashSet<Vec<char>> = HashSet::new();
    for note in notes {
        let note: Vec<char> = fold(note).chars().collect();
        for window in note.windows(ROW).filter(|window| known.contains(window)) {
            hit.insert(window.to_vec());
        }
    }
    windows.into_iter().filter(|(_, window)| hit.contains(*window)).map(|(index, _)| index).collect()
}
