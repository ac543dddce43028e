//! A piece of a text around its first place, as the references show it: the same work that the house does.

use domain::text::fold::first_places;

/// Characters of a piece.
const LENGTH: usize = 80;
/// Characters before the first place.
const BEFORE: usize = 16;

/// A piece of a text, or `None` where the folded word does not stand in it.
pub fn snippet(text: &str, word: &str) -> Option<String> {
    let first = first_places(text, &[word.to_owned()], LENGTH).first()?.start;
    Some(text.chars().skip(first.saturating_sub(BEFORE)).take(LENGTH).collect())
}
