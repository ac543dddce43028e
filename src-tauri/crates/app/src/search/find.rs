//! One search: words through the index, conditions over everything that can be found, or both.

use super::held::{Held, look};
use super::judge::{Judge, asked};
use super::{MOST, SearchHits, search, shown};
use crate::house::Study;
use crate::{Circumstances, Failure, House, Topic};
use domain::asked::Asked;
use domain::text::fold;
use serde::Deserialize;
use store::Reader;
use store::search::Matching;
use store::written::Record;

/// Asks for records that hold all words of a query, whatever their script, width or form of kanji, and of which all its
/// conditions hold (`住まい 病院:楠沢 期間:今月`); the newest first, those without a day before all others.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    query: String,
    limit: u32,
}

impl Study for Search {
    type Answer = SearchHits;
    const TOPICS: &'static [Topic] = &[
        Topic::Contacts,
        Topic::Cases,
        Topic::Organisations,
        Topic::Activities,
        Topic::Programmes,
        Topic::Plans,
        Topic::Issues,
        Topic::Tasks,
    ];

    fn study(self, around: &Circumstances, house: &House) -> Result<SearchHits, Failure> {
        find(house, around, &self.query, self.limit)
    }
}

/// Searches; both roofs use it. What cannot be judged finds nothing.
pub fn find(house: &House, around: &Circumstances, query: &str, limit: u32) -> Result<SearchHits, Failure> {
    let asked = asked(query, around);
    if asked.is_unclear() {
        return Ok(SearchHits { total: 0, minutes: 0, hits: Vec::new() });
    }
    if asked.conditions.is_empty() {
        return house.read(|reader| search(reader, &asked.text(), limit));
    }
    look(house, |reader, generation| {
        let held = house.searched().get(reader, generation, around.today())?;
        judged(reader, &held, &asked, limit.min(MOST) as usize)
    })
}

fn judged(reader: &Reader, held: &Held, asked: &Asked, limit: usize) -> Result<SearchHits, Failure> {
    let text = asked.text();
    let words = fold::words(&text);
    let judge = Judge::of(asked, held, reader)?;
    let matching = if words.is_empty() { None } else { Some(reader.matching(&text)?) };
    let mut matches = Matches { matching: matching.as_ref(), at: 0 };
    let (mut total, mut minutes, mut first) = (0, 0, Vec::new());
    for record in &held.written.records {
        if matches.holds(record) && judge.fits(record) {
            total += 1;
            minutes += u64::from(if record.work.is_some() { record.minutes } else { 0 });
            if first.len() < limit {
                first.push((record.kind.code().to_owned(), record.id.to_string()));
            }
        }
    }
    let hits = reader.shown(&first)?.into_iter().map(|hit| shown(hit, &words)).collect();
    Ok(SearchHits { total, minutes, hits })
}

/// Records that hold the words, walked in the order in which the records stand.
struct Matches<'a> {
    matching: Option<&'a Matching>,
    at: usize,
}

impl Matches<'_> {
    fn holds(&mut self, record: &Record) -> bool {
        let Some(matching) = self.matching else { return true };
        let Some(doc) = record.doc else {
            let key = (record.kind.code().to_owned(), record.id.to_string());
            return matching.waiting.contains(&key);
        };
        while matching.docs.get(self.at).is_some_and(|next| *next < doc) {
            self.at += 1;
        }
        matching.docs.get(self.at) == Some(&doc)
    }
}
