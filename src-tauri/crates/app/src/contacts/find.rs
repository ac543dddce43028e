//! Finding a phrase in everything that happened to one person, whether the screen shows it already or not.

use super::timeline::{EntryKind, TimelineItem, timeline};
use crate::house::Query;
use crate::{Circumstances, Failure, Topic};
use domain::measure::Id;
use domain::text::fold::{find, fold, fold_map};
use serde::{Deserialize, Serialize};
use store::Reader;

/// Entries that are read at once.
const PAGE: u32 = 500;
/// Most matches that one answer carries.
const MOST: usize = 2_000;

/// Asks where a phrase stands in the timeline of a case, in any script, width or form of kanji. Error: `case.unknown`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineFind {
    case_id: Id,
    phrase: String,
}

/// One place at which the phrase stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TimelineMatch {
    /// Which entry of the timeline it is, the newest is 0.
    pub entry: u32,
    /// The record behind the entry.
    pub id: Id,
    /// What the entry is.
    pub kind: EntryKind,
    /// True where it stands in the next step below the text.
    pub in_step: bool,
    /// The place in that text: first character and the one after the last, in Unicode scalars.
    #[ts(type = "[number, number][]")]
    pub ranges: Vec<(usize, usize)>,
}

/// Everywhere the phrase stands, in the order of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TimelineMatches {
    /// The places.
    pub matches: Vec<TimelineMatch>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: usize,
}

impl Query for TimelineFind {
    type Answer = TimelineMatches;
    const TOPICS: &'static [Topic] = &[
        Topic::Contacts,
        Topic::Cases,
        Topic::Plans,
        Topic::Programmes,
        Topic::Tasks,
        Topic::Organisations,
        Topic::Settings,
    ];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<TimelineMatches, Failure> {
        crate::cases::known(reader, &self.case_id)?;
        let phrase = fold(&self.phrase);
        let mut matches = Vec::new();
        for page in 0.. {
            let items = timeline(reader, &self.case_id, page * PAGE, PAGE)?;
            for (item, at) in items.iter().zip(0..) {
                matches.extend(places(item, page * PAGE + at, &phrase));
            }
            if items.len() < PAGE as usize {
                break;
            }
        }
        let total = matches.len();
        matches.truncate(MOST);
        Ok(TimelineMatches { matches, total })
    }
}

/// Where a folded phrase stands in an entry.
fn places(item: &TimelineItem, entry: u32, phrase: &str) -> Vec<TimelineMatch> {
    let texts = [(false, Some(&item.text)), (true, item.next_step.as_ref())];
    let known = texts.into_iter().filter_map(|(in_step, text)| Some((in_step, text?)));
    known
        .flat_map(|(in_step, text)| {
            find(&fold_map(text), phrase).into_iter().map(move |place| TimelineMatch {
                entry,
                id: item.id.clone(),
                kind: item.kind,
                in_step,
                ranges: vec![(place.start, place.end)],
            })
        })
        .collect()
}
