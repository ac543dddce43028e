//! 残した探し方, and what each list stays narrowed by. What was asked and not kept is kept nowhere.

use super::Place;
use super::judge::asked;
use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use domain::asked::{Asked, Spelling};
use serde::{Deserialize, Serialize};
use store::{Reader, Writer, searches};

/// Most searches that are kept.
const MOST: usize = 40;
/// Longest name and longest question, in characters.
const LONGEST: (usize, usize) = (40, 400);
/// Lists of people that stay narrowed.
const LISTS: [&str; 3] = ["open", "closed", "all"];

/// Asks for the searches that were kept, in their order.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct SavedSearches {}

/// A search that was kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct SavedSearch {
    /// Its name.
    pub name: String,
    /// The list that is asked.
    pub place: Place,
    /// What is asked, as typed.
    pub query: String,
}

impl Query for SavedSearches {
    type Answer = Vec<SavedSearch>;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<SavedSearch>, Failure> {
        let kept = reader.saved_searches()?.into_iter();
        Ok(kept.map(|s| SavedSearch { name: s.name, place: Place::of(&s.place), query: s.query }).collect())
    }
}

/// Keeps all searches in place of those before: their names, their order.
///
/// Errors: `search.empty`, `search.twice`, `search.too-long`, `search.too-many`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepSearches {
    searches: Vec<SavedSearch>,
}

impl Command for KeepSearches {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if self.searches.len() > MOST {
            return Err(Failure::new("search.too-many").with("n", MOST));
        }
        let mut kept: Vec<searches::SavedSearch> = Vec::new();
        for search in self.searches {
            let (name, query) = (search.name.trim().to_owned(), search.query.trim().to_owned());
            if name.is_empty() || query.is_empty() {
                return Err(Failure::new("search.empty").at("name"));
            }
            if name.chars().count() > LONGEST.0 || query.chars().count() > LONGEST.1 {
                return Err(Failure::new("search.too-long").at("name").with("n", LONGEST.0));
            }
            if kept.iter().any(|other| other.name == name) {
                return Err(Failure::new("search.twice").at("name"));
            }
            kept.push(searches::SavedSearch { name, place: search.place.code().to_owned(), query });
        }
        Ok(writer.keep_searches(&kept)?)
    }
}

/// Asks by what each list of people stays narrowed.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct ListFilters {}

/// What a list stays narrowed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ListFilter {
    /// open, closed or all.
    pub list: String,
    /// Its conditions, as typed.
    pub query: String,
}

impl Query for ListFilters {
    type Answer = Vec<ListFilter>;
    const TOPICS: &'static [Topic] = &[Topic::Settings];

    fn answer(self, _: &Circumstances, reader: &Reader) -> Result<Vec<ListFilter>, Failure> {
        let kept = reader.list_filters()?.into_iter();
        Ok(kept.map(|(list, query)| ListFilter { list, query }).collect())
    }
}

/// Keeps what a list of people stays narrowed by: the conditions of a query, never its words.
///
/// Error: `search.list`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepListFilter {
    list: String,
    query: String,
}

impl Command for KeepListFilter {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];
    const UNDOABLE: bool = false;
    const LOGGED: bool = false;

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !LISTS.contains(&self.list.as_str()) {
            return Err(Failure::new("search.list").at("list"));
        }
        let conditions = Asked { conditions: asked(&self.query, around).conditions, ..Asked::default() };
        Ok(writer.keep_list_filter(&self.list, &conditions.typed(Spelling::Japanese))?)
    }
}
