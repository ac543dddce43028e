//! さがす: over everything that was written, newest first: words, conditions, or both.

mod asked;
mod find;
mod held;
mod judge;
mod saved;

pub use asked::{AskedChip, AskedFor, AskedView, Choice, ChoiceGroup, Choices, Place, told};
pub use find::{Search, find};
pub use held::Cache;
pub(crate) use judge::People;
pub use saved::{KeepListFilter, KeepSearches, ListFilter, ListFilters, SavedSearch, SavedSearches};

use crate::Failure;
use domain::measure::Id;
use domain::text::fold;
use serde::Serialize;
use store::Reader;

/// Most hits that one answer carries.
const MOST: u32 = 5_000;
/// Length of a snippet, in characters.
const SNIPPET: usize = 80;
/// Characters shown before the first place of a hit.
const BEFORE: usize = 16;

/// One record that was found.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct SearchHit {
    /// What it is, a code of `written_kind`.
    pub kind: String,
    /// The record.
    pub id: Id,
    /// The pack's key of the record, or its identity; for the command line.
    #[serde(skip)]
    #[ts(skip)]
    pub key: String,
    /// Case to which it belongs, or which it is.
    pub case_id: Option<Id>,
    /// Its day.
    pub date: Option<String>,
    /// Name of the person, organisation or occasion.
    pub title: String,
    /// A piece of its text around the first place.
    pub snippet: String,
    /// Places in the snippet: first character and the one after the last, in Unicode scalars.
    #[ts(type = "[number, number][]")]
    pub ranges: Vec<(usize, usize)>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
pub struct SearchHits {
    /// Number of records that were found.
    pub total: u32,
    /// Minutes of work that all of them are.
    #[ts(type = "number")]
    pub minutes: u64,
    /// The newest of them.
    pub hits: Vec<SearchHit>,
}

/// Searches for words alone.
pub fn search(reader: &Reader, query: &str, limit: u32) -> Result<SearchHits, Failure> {
    let words = fold::words(query);
    let found = reader.search(query, limit.min(MOST))?;
    let hits = found.hits.into_iter().map(|hit| shown(hit, &words));
    Ok(SearchHits { total: found.total, minutes: 0, hits: hits.collect() })
}

fn shown(hit: store::search::Hit, words: &[String]) -> SearchHit {
    let (snippet, ranges) = snippet(&hit.text.replace("。。", "。"), words);
    SearchHit {
        kind: hit.kind,
        id: hit.id,
        key: hit.key,
        case_id: hit.case_id,
        date: hit.date,
        title: hit.title,
        snippet,
        ranges,
    }
}

/// A piece of a text as written, around the first place of any word, and all places in it.
fn snippet(text: &str, words: &[String]) -> (String, Vec<(usize, usize)>) {
    let places = fold::first_places(text, words, SNIPPET);
    let length = text.chars().count();
    let first = places.first().map_or(0, |place| place.start);
    let end = length.min(first.saturating_sub(BEFORE) + SNIPPET);
    let begin = end.saturating_sub(SNIPPET).min(first.saturating_sub(BEFORE));
    let begin = begin + text.chars().take(first).skip(begin).take_while(|c| "。、　 ".contains(*c)).count();
    let piece: String =
        text.chars().skip(begin).take(end - begin).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for place in places.iter().filter(|place| place.start < end) {
        let (from, to) = (place.start - begin, place.end.min(end) - begin);
        match ranges.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => ranges.push((from, to)),
        }
    }
    (piece, ranges)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, query: &str) -> Vec<String> {
        let (piece, ranges) = snippet(text, &fold::words(query));
        ranges.iter().map(|(from, to)| piece.chars().skip(*from).take(to - from).collect()).collect()
    }

    #[test]
    fn places_are_those_of_the_text_as_written() {
        for (text, query, expected) in [
            ("髙橋　太郎さんと面談", "高橋太郎", vec!["髙橋　太郎"]),
            ("ｸﾞﾙｰﾌﾟﾎｰﾑの見学", "ぐるーぷ", vec!["ｸﾞﾙｰﾌﾟ"]),
            ("𠮷川さん 退院の話。退院日は未定", "退院 吉川", vec!["𠮷川", "退院", "退院"]),
            ("面談", "退院", vec![]),
        ] {
            assert_eq!(marked(text, query), expected, "{query} in {text}");
        }
    }

    #[test]
    fn a_piece_begins_with_a_word() {
        assert_eq!(snippet("。 退院の話", &fold::words("退院")), ("退院の話".to_owned(), vec![(0, 2)]));
    }

    #[test]
    fn a_long_text_is_cut_around_the_first_place_and_keeps_its_length() {
        let text = format!("{}\n退院{}", "あ".repeat(300), "い".repeat(300));
        let (piece, ranges) = snippet(&text, &fold::words("退院"));
        assert_eq!(piece.chars().count(), SNIPPET);
        assert_eq!(ranges, [(BEFORE, BEFORE + 2)]);
        let (piece, ranges) = snippet(&format!("{}退院", "あ".repeat(300)), &fold::words("退院"));
        assert_eq!((piece.chars().count(), ranges), (SNIPPET, vec![(SNIPPET - 2, SNIPPET)]));
    }
}
