//! 保存期限: until when the records of somebody are kept after the last case was closed, and who is past it.
//!
//! A person is past it only when every case is closed and the last of them long enough ago. Nothing leaves by itself.

mod erase;
mod names;

pub use erase::{ErasePerson, ErasePreview, EraseView};

use crate::house::{Command, Query};
use crate::{Circumstances, Failure, Topic};
use chrono::{Months, NaiveDate};
use domain::measure::Id;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::RangeInclusive;
use store::cases::{CaseFacts, Whose};
use store::erase::ClosedPerson;
use store::{Reader, Writer};

/// Setting under which the office's rule is kept.
const YEARS: &str = "retention_years";
/// Years after the closing, where nobody set others: what the standards of disability services ask for records of service.
const USUAL: u32 = 5;
/// Years that can be set.
const RANGE: RangeInclusive<u32> = 1..=30;

/// The office's rule, in years after the closing.
pub(crate) fn years(reader: &Reader) -> Result<u32, Failure> {
    let kept = reader.setting(YEARS)?.and_then(|text| text.parse().ok());
    Ok(kept.filter(|years| RANGE.contains(years)).unwrap_or(USUAL))
}

/// The day until which records are kept that were closed on a day.
pub(crate) fn kept_until(closed_on: NaiveDate, years: u32) -> NaiveDate {
    closed_on.checked_add_months(Months::new(years * 12)).unwrap_or(NaiveDate::MAX)
}

/// The later of the office's rule and what was written down of the person.
fn until(person: &ClosedPerson, years: u32) -> NaiveDate {
    let rule = kept_until(person.closed_on.first_day(), years);
    person.keep_until.map_or(rule, |written| rule.max(written.first_day()))
}

/// The person of a case, when every case of the person is closed.
fn closed(reader: &Reader, around: &Circumstances, case: &Id) -> Result<Option<ClosedPerson>, Failure> {
    crate::cases::known(reader, case)?;
    let (client, _) = reader.cases_of_client(case)?;
    Ok(reader.closed_people(around.today())?.into_iter().find(|person| person.client == client))
}

/// Asks until when the records of closed cases are kept, those first whose time is over; so many of them are told.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    #[ts(type = "number")]
    first: usize,
}

/// The rule and everybody to whom it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "Retention")]
pub struct RetentionView {
    /// Years after the closing.
    pub years: u32,
    /// Those none of whose cases is open, the one whose time ends first in front.
    pub people: Vec<KeptPerson>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: usize,
}

/// Somebody whose cases are closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeptPerson {
    /// The newest case.
    pub case_id: Id,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Day on which the last case was closed.
    #[ts(type = "string")]
    pub closed_on: NaiveDate,
    /// Until when the records are kept.
    #[ts(type = "string")]
    pub until: NaiveDate,
    /// The time is over.
    pub over: bool,
}

impl Query for Retention {
    type Answer = RetentionView;
    const TOPICS: &'static [Topic] = &[Topic::Cases, Topic::Settings];

    fn answer(self, around: &Circumstances, reader: &Reader) -> Result<RetentionView, Failure> {
        let (years, today) = (years(reader)?, around.today());
        let mut closed: Vec<_> = reader
            .closed_people(today)?
            .into_iter()
            .map(|person| (until(&person, years), person.case, person.closed_on.first_day()))
            .collect();
        closed.sort();
        let total = closed.len();
        closed.truncate(self.first);
        let newest: Vec<Id> = closed.iter().map(|(_, case, _)| case.clone()).collect();
        let facts: HashMap<Id, CaseFacts> = reader
            .cases_on(today, Whose::These(&newest))?
            .into_iter()
            .map(|facts| (facts.id.clone(), facts))
            .collect();
        let mut people: Vec<KeptPerson> = closed
            .into_iter()
            .filter_map(|(until, case_id, closed_on)| {
                let facts = facts.get(&case_id)?;
                let (name, kana) = (facts.name(), facts.kana());
                Some(KeptPerson { case_id, name, kana, closed_on, until, over: until < today })
            })
            .collect();
        people.sort_by(|a, b| (a.until, &a.kana, &a.case_id).cmp(&(b.until, &b.kana, &b.case_id)));
        Ok(RetentionView { years, people, total })
    }
}

/// Keeps the office's rule. It holds for everybody whose records have no later day of their own. Error: `retention.years`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepRetention {
    years: u32,
}

impl Command for KeepRetention {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Settings];

    fn perform(self, _: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        if !RANGE.contains(&self.years) {
            return Err(Failure::new("retention.years").at("years"));
        }
        Ok(writer.keep_setting(YEARS, &self.years.to_string())?)
    }
}

/// Keeps the records of one case until a day that is later than the office's rule says; without one the rule holds.
///
/// Errors: `case.unknown`, `retention.open`, `retention.early`.
#[derive(Debug, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepUntil {
    case_id: Id,
    #[ts(type = "string | null")]
    until: Option<NaiveDate>,
}

impl Command for KeepUntil {
    type Answer = ();
    const CHANGES: &'static [Topic] = &[Topic::Cases];

    fn perform(self, around: &Circumstances, writer: &mut Writer) -> Result<(), Failure> {
        let person = closed(writer, around, &self.case_id)?.ok_or_else(|| Failure::new("retention.open"))?;
        let rule = kept_until(person.closed_on.first_day(), years(writer)?);
        if self.until.is_some_and(|until| until < rule) {
            return Err(Failure::new("retention.early").at("until"));
        }
        Ok(writer.keep_case_until(&self.case_id, self.until)?)
    }
}
