//! The list of people.

use super::{CaseLine, lines};
use crate::house::Query;
use crate::search::People;
use crate::{Circumstances, Failure, Topic};
use domain::asked::{Asked, Condition};
use domain::text::filter::Filter;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use store::Reader;
use store::cases::Whose;

/// Asks for people whose name, reading, number, hospital or ward contains a text, typed in kanji, kana or Latin letters,
/// and of whom the conditions in it hold.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct CaseList {
    filter: String,
    scope: Scope,
    sort: Sort,
}

impl CaseList {
    /// Everybody of a scope.
    pub(super) const fn all(scope: Scope, sort: Sort) -> Self {
        Self { filter: String::new(), scope, sort }
    }
}

/// Which cases are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Running and on hold.
    Open,
    /// 終結.
    Closed,
    /// All of them.
    All,
}

/// Their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// By reading.
    Kana,
    /// Those who were not met for the longest time first.
    Gap,
    /// By the day of the next step, those without one last.
    Due,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "CaseList")]
pub struct CaseLines {
    /// Those who were asked for.
    pub lines: Vec<CaseLine>,
    /// Number of cases, open and closed.
    #[ts(type = "number")]
    pub total: usize,
    /// Number of open cases.
    #[ts(type = "number")]
    pub open: usize,
}

impl Query for CaseList {
    type Answer = CaseLines;
    const TOPICS: &'static [Topic] =
        &[Topic::Cases, Topic::Contacts, Topic::Plans, Topic::Tasks, Topic::Organisations];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<CaseLines, Failure> {
        // Who is gone is read only where somebody asks for them.
        let whose = if self.scope == Scope::Open { Whose::Open } else { Whose::Everybody };
        let mut lines = lines(reader, around.today(), whose)?;
        let total = if self.scope == Scope::Open { reader.count_cases(around.today())? } else { lines.len() };
        let open = lines.iter().filter(|l| l.is_open()).count();
        let asked = Asked::read(&self.filter, around.today());
        let wanted = Filter::new(&asked.text());
        lines.retain(|line| match self.scope {
            Scope::Open => line.is_open(),
            Scope::Closed => !line.is_open(),
            Scope::All => true,
        });
        lines.retain(|line| wanted.is_empty() || texts(line).any(|text| wanted.finds(text)));
        if asked.is_unclear() || !asked.conditions.iter().all(Condition::is_of_person) {
            lines.clear();
        } else if !asked.conditions.is_empty() {
            let people = People::read(reader, around.today(), &asked)?;
            lines.retain(|line| asked.fits(|condition| people.holds(condition, line)));
        }
        match self.sort {
            Sort::Kana => {}
            Sort::Gap => lines.sort_by_key(|line| Reverse(line.face_to_face_days.unwrap_or(i64::MAX))),
            Sort::Due => lines.sort_by_key(|line| line.next_days.unwrap_or(i64::MAX)),
        }
        Ok(CaseLines { lines, total, open })
    }
}

/// What a line can be found by.
fn texts(line: &CaseLine) -> impl Iterator<Item = &str> {
    let more = [&line.code, &line.hospital, &line.ward].into_iter().filter_map(|text| text.as_deref());
    [line.name.as_str(), line.kana.as_str()].into_iter().chain(more)
}
